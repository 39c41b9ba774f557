//! Field types that have no form on the wire, or cannot be owned by a request.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::Type;
use syn::spanned::Spanned;

use crate::diag::{Code, Sink};
use crate::model::{Endpoint, Shape, Value, ungrouped};

/// Whether every field has a type that code can be written for.
pub(super) fn check(endpoint: &Endpoint, sink: &mut Sink) -> bool {
    let mut encodable = true;
    for field in &endpoint.fields {
        let (what, fix) = match ungrouped(&field.ty) {
            Type::Reference(_) => {
                ("a request owns what it sends, found a reference", "use the owned type, such as `String`")
            }
            Type::Ptr(_) => ("a pointer cannot be sent", "use the type that it points to"),
            Type::FnPtr(_) => ("a function cannot be sent", "use the type of its result"),
            Type::Never(_) => ("`!` has no values", "leave the field out"),
            Type::ImplTrait(_) => ("`impl Trait` is no type of a field", "write the type out"),
            Type::TraitObject(_) => ("a trait object cannot be sent", "write the type out"),
            Type::Infer(_) => {
                // rustc says so itself, on the same token, of any struct.
                encodable = false;
                continue;
            }
            ty if nested_patch(ty) => (
                "`Patch` has its three states only as the field's own type",
                "write `Patch<T>`; `Patch<Vec<T>>` is a list that can be cleared",
            ),
            Type::Slice(_) => ("a slice has no size", "use `Vec`"),
            ty if holds_reference(ty.to_token_stream()) => {
                ("a request owns what it sends, found a reference", "use the owned type, such as `String`")
            }
            _ => continue,
        };
        sink.error(field.ty.span(), Code::FieldType, format!("`{}`: {what}", field.name), fix);
        encodable = false;
    }
    encodable
}

/// `Option<Patch<T>>` and the like, where leaving alone would be `null`, or clearing said twice.
fn nested_patch(ty: &Type) -> bool {
    let (outer, inner) = match Shape::of(ty, false) {
        Shape::Optional(inner) | Shape::List(inner) => (false, inner),
        Shape::Patch(inner) => (true, inner),
        Shape::Required(_) | Shape::Defaulted(_) => return false,
    };
    let (Value::Into(inner) | Value::Plain(inner)) = inner else { return false };
    match Shape::of(&inner, false) {
        Shape::Patch(_) => true,
        Shape::Optional(_) => outer,
        _ => false,
    }
}

fn holds_reference(ty: TokenStream) -> bool {
    ty.into_iter().any(|token| match token {
        TokenTree::Punct(punct) => punct.as_char() == '&',
        TokenTree::Group(group) => holds_reference(group.stream()),
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    })
}
