//! Attributes that were meant to be `#[truto(…)]`: a key as an attribute, a misspelt name, or an attribute of serde.
//!
//! Each is reported and replaced, so that nothing else seems to be missing.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Meta, Type, parse_quote};

use crate::diag::{Code, Sink, nearest};
use crate::grammar::{FIELD_KEYS, FieldKeys, Key, SerdeAttribute, in_our_keys};
use crate::recovery::Recovered;

/// Derives without attributes on fields, except `serde`, so that an unknown attribute cannot be theirs.
const DERIVES: &[&str] =
    &["Clone", "Copy", "Debug", "Default", "Deserialize", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd", "Serialize"];

/// Attributes that are not slips: ours, and those of the language.
const KNOWN: &[&str] = &["truto", "doc", "allow", "cfg", "cfg_attr", "deny", "deprecated", "expect", "forbid", "warn"];

enum Fate {
    Stays,
    /// Becomes `#[truto(…)]` with these keys. Without keys it is removed.
    Keys(TokenStream),
}

/// Replaces what was meant to be `#[truto(…)]`.
pub(super) fn adopt(item: &mut DeriveInput, recovered: &mut Recovered, sink: &mut Sink) {
    let others = has_other_derives(&item.attrs);
    item.attrs.retain_mut(|attribute| {
        let fate = misspelt(attribute, sink);
        settle(attribute, fate)
    });
    let Data::Struct(data) = &mut item.data else { return };
    for field in &mut data.fields {
        let before = sink.count();
        let ty = &field.ty;
        let has_serde = field.attrs.iter().any(|attribute| attribute.path().is_ident("serde"));
        let own = has_serde.then(|| FieldKeys::parse(&field.attrs, false, &mut Sink::muted()));
        field.attrs.retain_mut(|attribute| {
            let fate = match (misspelt(attribute, sink), &own) {
                (Fate::Stays, Some(own)) => serdes(attribute, ty, own, sink),
                (fate, _) => fate,
            };
            let fate = match fate {
                Fate::Stays if !others => key_alone(attribute, sink),
                fate => fate,
            };
            settle(attribute, fate)
        });
        if let Some(name) = field.ident.as_ref().filter(|_| sink.count() > before) {
            recovered.doubt(name);
        }
    }
}

/// Changes the attribute. Returns whether it stays.
fn settle(attribute: &mut Attribute, fate: Fate) -> bool {
    let Fate::Keys(keys) = fate else { return true };
    let is_there = !keys.is_empty();
    *attribute = parse_quote!(#[truto(#keys)]);
    is_there
}

/// Whether an attribute of a field may belong to an unknown derive.
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
fn misspelt(attribute: &Attribute, sink: &mut Sink) -> Fate {
    let Some(name) = attribute.path().get_ident() else { return Fate::Stays };
    let text = name.to_string();
    if KNOWN.contains(&text.as_str()) || nearest(&text, &["truto"]).is_none() {
        return Fate::Stays;
    }
    sink.error(name.span(), Code::FieldAttribute, format!("unknown attribute `{text}`"), "did you mean `truto`?");
    match &attribute.meta {
        Meta::List(list) => Fate::Keys(list.tokens.clone()),
        Meta::Path(_) | Meta::NameValue(_) => Fate::Keys(TokenStream::new()),
    }
}

/// `#[serde(rename = "wire")]`
fn serdes(attribute: &Attribute, ty: &Type, own: &FieldKeys, sink: &mut Sink) -> Fate {
    match in_our_keys(attribute, SerdeAttribute::Field(ty, own), sink) {
        Some(keys) => Fate::Keys(keys_at(&keys, attribute)),
        None => Fate::Stays,
    }
}

/// `#[within = "object"]` and `#[truto::within = "object"]`
fn key_alone(attribute: &Attribute, sink: &mut Sink) -> Fate {
    let Some((name, word)) = key(attribute) else { return Fate::Stays };
    let span = attribute.path().span();
    let value = match &attribute.meta {
        Meta::Path(_) => quote!(),
        Meta::List(list) => proc_macro2::Group::new(delimiter(&list.delimiter), list.tokens.clone()).to_token_stream(),
        Meta::NameValue(pair) => {
            let value = &pair.value;
            quote!(= #value)
        }
    };
    let key = Key::new([TokenTree::Ident(name.clone())].into_iter().chain(value).collect());
    let written = FieldKeys::of(&[key.renamed(word)]).written();
    let what = if name == word {
        format!("`{name}` is a key of `truto`, not an attribute")
    } else {
        format!("unknown attribute `{name}`")
    };
    let fix = format!("write `#[truto({})]`", if written.is_empty() { word } else { &written });
    sink.error(span, Code::FieldAttribute, what, fix);
    Fate::Keys(keys_at(&written, attribute))
}

/// The name of an attribute, and the key of ours that is meant by it.
fn key(attribute: &Attribute) -> Option<(Ident, &'static str)> {
    let segments = &attribute.path().segments;
    let last = segments.last()?.ident.clone();
    let is_ours = segments.len() == 1 || (segments.len() == 2 && segments.first()?.ident == "truto");
    let text = last.to_string();
    if !is_ours || KNOWN.contains(&text.as_str()) {
        return None;
    }
    let known = FIELD_KEYS.iter().find(|key| **key == text).copied();
    Some((last, known.or_else(|| nearest(&text, FIELD_KEYS))?))
}

/// The keys as tokens, with the span of the attribute.
fn keys_at(keys: &str, attribute: &Attribute) -> TokenStream {
    let span = attribute.path().span();
    let tokens: TokenStream = keys.parse().unwrap_or_default();
    tokens
        .into_iter()
        .map(|mut token| {
            token.set_span(span);
            token
        })
        .collect()
}

fn delimiter(of: &syn::MacroDelimiter) -> proc_macro2::Delimiter {
    match of {
        syn::MacroDelimiter::Paren(_) => proc_macro2::Delimiter::Parenthesis,
        syn::MacroDelimiter::Brace(_) => proc_macro2::Delimiter::Brace,
        syn::MacroDelimiter::Bracket(_) => proc_macro2::Delimiter::Bracket,
    }
}
