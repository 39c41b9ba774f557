//! Attributes that were meant to be `#[truto(…)]`: a key without it, or its name with a slip.
//!
//! Each is reported, and then read as what it was meant to be, so that nothing else seems to be missing.

use proc_macro2::Ident;
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Meta, parse_quote};

use crate::diag::{Code, Sink, nearest};
use crate::grammar::truto::FIELD_KEYS;

/// Derives whose attributes cannot be taken for ours: they have none on a field of a struct, or `serde`.
const DERIVES: &[&str] =
    &["Clone", "Copy", "Debug", "Default", "Deserialize", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd", "Serialize"];

/// Turns what was meant for `#[truto(…)]` into it.
pub(crate) fn adopt(item: &mut DeriveInput, sink: &mut Sink) {
    let others = has_other_derives(&item.attrs);
    misspelt(&mut item.attrs, sink);
    let Data::Struct(data) = &mut item.data else { return };
    for field in &mut data.fields {
        misspelt(&mut field.attrs, sink);
        if !others {
            keys_alone(&mut field.attrs, sink);
        }
    }
}

/// Whether an attribute of a field may belong to a derive that we do not know.
fn has_other_derives(attributes: &[Attribute]) -> bool {
    attributes.iter().filter(|attribute| attribute.path().is_ident("derive")).any(|derive| {
        let mut others = false;
        let read = derive.parse_nested_meta(|meta| {
            let name = meta.path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
            others |= !DERIVES.contains(&name.as_str());
            Ok(())
        });
        others || read.is_err()
    })
}

/// `#[trutto(…)]`
fn misspelt(attributes: &mut [Attribute], sink: &mut Sink) {
    for attribute in attributes {
        let Some(name) = attribute.path().get_ident().cloned() else { continue };
        let text = name.to_string();
        if text == "truto" || nearest(&text, &["truto"]).is_none() {
            continue;
        }
        sink.error(name.span(), Code::FieldAttribute, format!("unknown attribute `{text}`"), "did you mean `truto`?");
        let truto = syn::Path::from(Ident::new("truto", name.span()));
        match &mut attribute.meta {
            Meta::Path(path) => *path = truto,
            Meta::List(list) => list.path = truto,
            Meta::NameValue(value) => value.path = truto,
        }
    }
}

/// `#[within = "object"]` and `#[truto::within = "object"]`
fn keys_alone(attributes: &mut [Attribute], sink: &mut Sink) {
    for attribute in attributes {
        let Some(name) = key(attribute) else { continue };
        let span = attribute.path().span();
        let value = match &attribute.meta {
            Meta::Path(_) => quote!(),
            Meta::List(list) => {
                proc_macro2::Group::new(delimiter(&list.delimiter), list.tokens.clone()).to_token_stream()
            }
            Meta::NameValue(pair) => {
                let value = &pair.value;
                quote!(= #value)
            }
        };
        let keys = quote!(#name #value);
        let what = format!("`{name}` is a key of `truto`, found an attribute of its own");
        sink.error(span, Code::FieldAttribute, what, format!("write `#[truto({keys})]`"));
        *attribute = parse_quote!(#[truto(#keys)]);
    }
}

fn key(attribute: &Attribute) -> Option<Ident> {
    let segments = &attribute.path().segments;
    let last = &segments.last()?.ident;
    let is_ours = segments.len() == 1 || (segments.len() == 2 && segments.first()?.ident == "truto");
    (is_ours && FIELD_KEYS.contains(&last.to_string().as_str())).then(|| last.clone())
}

fn delimiter(of: &syn::MacroDelimiter) -> proc_macro2::Delimiter {
    match of {
        syn::MacroDelimiter::Paren(_) => proc_macro2::Delimiter::Parenthesis,
        syn::MacroDelimiter::Brace(_) => proc_macro2::Delimiter::Brace,
        syn::MacroDelimiter::Bracket(_) => proc_macro2::Delimiter::Bracket,
    }
}
