//! Declarations with `cfg`: rustc evaluates it for a derive, but not for an attribute.
//!
//! So the attribute passes such a declaration to a hidden derive, which sees only the fields that remain.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;
use syn::{Attribute, Data, DeriveInput, Meta};

use crate::diag::Sink;
use crate::expand::item;
use crate::grammar::StructKeys;
use crate::syntax::{is_sign, within};

/// The attribute that keeps the arguments for the derive.
const ARGUMENTS: &str = "truto_endpoint";

/// The name of `#[truto(…)]` until the derive runs. If the derive registered `truto`, rustc would suggest the derive to a
/// user who forgot the attribute of the struct.
const KEYS: &str = "truto_keys";

/// True if the item, or a field of it, has `cfg` or `cfg_attr`.
pub(crate) fn is_conditional(item: &DeriveInput) -> bool {
    let depends = |attributes: &[Attribute]| {
        attributes.iter().any(|attribute| attribute.path().is_ident("cfg") || attribute.path().is_ident("cfg_attr"))
    };
    depends(&item.attrs)
        || matches!(&item.data, Data::Struct(data) if data.fields.iter().any(|field| depends(&field.attrs)))
}

/// The item with the derive that will expand it.
pub(crate) fn expand(args: &TokenStream, mut item: DeriveInput) -> TokenStream {
    // The derive reads the keys and reports mistakes in them.
    let krate = StructKeys::parse(&item.attrs, "field", &mut Sink::muted()).crate_path();
    rename_attributes(&mut item, "truto", KEYS);
    let declaration = item::to_be_expanded(&item);
    quote! {
        #[derive(#krate::generated::ConditionalEndpoint)]
        #[truto_endpoint(#args)]
        #declaration
    }
}

/// Renames an attribute of the item and of its fields, also in `cfg_attr`.
fn rename_attributes(item: &mut DeriveInput, from: &str, to: &str) {
    let mut attributes: Vec<&mut Attribute> = item.attrs.iter_mut().collect();
    if let Data::Struct(data) = &mut item.data {
        attributes.extend(data.fields.iter_mut().flat_map(|field| &mut field.attrs));
    }
    for attribute in attributes {
        let path = match &mut attribute.meta {
            Meta::List(list) if list.path.is_ident("cfg_attr") => {
                list.tokens = renamed(list.tokens.clone(), from, to);
                continue;
            }
            Meta::Path(path) => path,
            Meta::List(list) => &mut list.path,
            Meta::NameValue(pair) => &mut pair.path,
        };
        if let Some(name) = path.get_ident().filter(|name| *name == from) {
            *path = Ident::new(to, name.span()).into();
        }
    }
}

/// Renames it in the content of `cfg_attr`: a condition, and an attribute after each comma.
fn renamed(tokens: TokenStream, from: &str, to: &str) -> TokenStream {
    let mut is_first = false;
    let mut is_nested = false;
    tokens
        .into_iter()
        .map(|token| {
            let was_first = std::mem::replace(&mut is_first, is_sign(&token, ','));
            match token {
                TokenTree::Ident(name) if was_first && name == from => Ident::new(to, name.span()).into(),
                token @ TokenTree::Group(_) if is_nested => within(token, |content| renamed(content, from, to)),
                token => {
                    is_nested = was_first && matches!(&token, TokenTree::Ident(name) if name == "cfg_attr");
                    token
                }
            }
        })
        .collect()
}

/// The arguments that `expand` kept.
pub(crate) fn take_arguments(item: &mut DeriveInput) -> TokenStream {
    rename_attributes(item, KEYS, "truto");
    let mut arguments = TokenStream::new();
    item.attrs.retain_mut(|attribute| match &mut attribute.meta {
        Meta::List(list) if list.path.is_ident(ARGUMENTS) => {
            arguments = std::mem::take(&mut list.tokens);
            false
        }
        _ => true,
    });
    arguments
}
