//! Field types that have no form on the wire, or cannot be owned by a request.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Type, parse_quote};

use crate::diag::{Code, Sink};
use crate::model::{Endpoint, Shape, Value, ungrouped};

/// Whether every field keeps its type.
pub(super) fn check(endpoint: &mut Endpoint, sink: &mut Sink) -> bool {
    let mut keeps = true;
    for field in &mut endpoint.fields {
        let (what, fix) = match ungrouped(&field.ty) {
            Type::Reference(_) => {
                ("a request owns what it sends, found a reference", "use the owned type, such as `String`")
            }
            Type::Ptr(_) => ("a pointer cannot be sent", "use the type that it points to"),
            Type::FnPtr(_) => ("a function cannot be sent", "use the type of its result"),
            Type::Never(_) => ("`!` has no values", "leave the field out"),
            Type::ImplTrait(_) => ("`impl Trait` is no type of a field", "write the type out"),
            Type::TraitObject(_) => ("a trait object cannot be sent", "write the type out"),
            ty if nested_patch(ty) => (
                "`Patch` has its three states only as the field's own type",
                "write `Patch<T>`; `Patch<Vec<T>>` is a list that can be cleared",
            ),
            Type::Slice(_) => ("a slice has no size", "use `Vec`"),
            ty if holds(ty.to_token_stream(), is_hole) => ("`_` is no type of a field", "write the type out"),
            ty if holds(ty.to_token_stream(), is_reference) => {
                ("a request owns what it sends, found a reference", "use the owned type, such as `String`")
            }
            _ => continue,
        };
        sink.error(field.ty.span(), Code::FieldType, format!("`{}`: {what}", field.name), fix);
        if nested_patch(&field.ty) {
            // Code can be written for it, it would only do something else than was meant.
            continue;
        }
        let is_default = field.keys.default.is_some();
        field.ty = anything(&field.shape, &endpoint.krate);
        field.shape = Shape::of(&field.ty, is_default);
        keeps = false;
    }
    keeps
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

/// A type of the same shape that takes any value, so that a use of the field is no second mistake.
fn anything(shape: &Shape, krate: &TokenStream) -> Type {
    match shape {
        Shape::Required(_) | Shape::Defaulted(_) => parse_quote!(#krate::Json),
        Shape::Optional(_) => parse_quote!(::core::option::Option<#krate::Json>),
        Shape::List(_) => parse_quote!(::std::vec::Vec<#krate::Json>),
        Shape::Patch(_) => parse_quote!(#krate::Patch<#krate::Json>),
    }
}

fn is_reference(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == '&')
}

fn is_hole(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Ident(name) if name == "_")
}

fn holds(ty: TokenStream, what: fn(&TokenTree) -> bool) -> bool {
    ty.into_iter().any(|token| match token {
        TokenTree::Group(group) => holds(group.stream(), what),
        token => what(&token),
    })
}
