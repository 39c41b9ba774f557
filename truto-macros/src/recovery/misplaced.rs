//! Attributes that were meant to be `#[truto(…)]`: a key as an attribute, a misspelt name, or an attribute of serde.
//!
//! Each is reported and replaced, so that nothing else seems to be missing.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Path, parse_quote};

use crate::diag::{Code, Sink, nearest};
use crate::grammar::{FIELD_KEYS, FieldKeys, Key, SerdeAttribute, in_our_keys};
use crate::recovery::Recovered;
use crate::recovery::attributes::derives;

/// Derives without attributes on fields, except `serde`, so that an unknown attribute cannot be theirs.
const DERIVES: &[&str] =
    &["Clone", "Copy", "Debug", "Default", "Deserialize", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd", "Serialize"];

/// Attributes that are not slips: ours, and those of the language.
const KNOWN: &[&str] = &["truto", "doc", "allow", "cfg", "cfg_attr", "deny", "deprecated", "expect", "forbid", "warn"];

/// Replaces what was meant to be `#[truto(…)]`.
pub(super) fn adopt(item: &mut DeriveInput, recovered: &mut Recovered, sink: &mut Sink) {
    let others = has_other_derives(&item.attrs);
    item.attrs.retain_mut(|attribute| {
        let keys = misspelt(attribute, sink);
        replace(attribute, keys)
    });
    let Data::Struct(data) = &mut item.data else { return };
    for field in &mut data.fields {
        let before = sink.count();
        let ty = &field.ty;
        let has_serde = field.attrs.iter().any(|attribute| attribute.path().is_ident("serde"));
        let own = has_serde.then(|| FieldKeys::parse(&field.attrs, false, &mut Sink::muted()));
        field.attrs.retain_mut(|attribute| {
            let keys = misspelt(attribute, sink)
                .or_else(|| {
                    in_our_keys(attribute, SerdeAttribute::Field(ty, own.as_ref()?), sink)
                        .map(|keys| keys_at(&keys, attribute))
                })
                .or_else(|| if others { None } else { key_alone(attribute, sink) });
            replace(attribute, keys)
        });
        if let Some(name) = field.ident.as_ref().filter(|_| sink.count() > before) {
            recovered.in_doubt.insert(name.clone());
        }
    }
}

/// Replaces an attribute by `#[truto(…)]` with these keys. Returns false if there are no keys, and it has to be removed.
fn replace(attribute: &mut Attribute, keys: Option<TokenStream>) -> bool {
    let Some(keys) = keys else { return true };
    let has_keys = !keys.is_empty();
    *attribute = parse_quote!(#[truto(#keys)]);
    has_keys
}

/// Whether an attribute of a field may belong to an unknown derive.
fn has_other_derives(attributes: &[Attribute]) -> bool {
    let is_other = |path: &Path| path.segments.last().is_none_or(|last| !DERIVES.iter().any(|name| last.ident == name));
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("derive"))
        .any(|derive| derives(derive).is_none_or(|paths| paths.iter().any(is_other)))
}

/// `#[trutto(…)]`
fn misspelt(attribute: &Attribute, sink: &mut Sink) -> Option<TokenStream> {
    let name = attribute.path().get_ident()?;
    let text = name.to_string();
    if KNOWN.contains(&text.as_str()) || nearest(&text, &["truto"]).is_none() {
        return None;
    }
    sink.error(name.span(), Code::FieldAttribute, format!("unknown attribute `{text}`"), "did you mean `truto`?");
    Some(attribute.meta.require_list().map(|list| list.tokens.clone()).unwrap_or_default())
}

/// `#[within = "object"]` and `#[truto::within = "object"]`
fn key_alone(attribute: &Attribute, sink: &mut Sink) -> Option<TokenStream> {
    let (name, word) = key(attribute)?;
    let path = attribute.path().to_token_stream().into_iter().count();
    let value = attribute.meta.to_token_stream().into_iter().skip(path);
    let key = Key::new([TokenTree::Ident(name.clone())].into_iter().chain(value).collect());
    let written = FieldKeys::of(&[key.renamed(word)]).written();
    let what = if name == word {
        format!("`{name}` is a key of `truto`, not an attribute")
    } else {
        format!("unknown attribute `{name}`")
    };
    let fix = format!("write `#[truto({})]`", if written.is_empty() { word } else { &written });
    sink.error(attribute.path().span(), Code::FieldAttribute, what, fix);
    Some(keys_at(&written, attribute))
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
