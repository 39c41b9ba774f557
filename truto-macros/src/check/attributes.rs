//! Attributes that the endpoint's own attribute makes superfluous or meaningless: taken out before the item is read.

use proc_macro2::{Punct, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Meta, Path, Token};

use crate::diag::{Code, Meant, Sink, meant};

const OWNED: &[&str] = &["Clone", "Debug", "Deserialize", "Serialize"];

pub(crate) fn check(item: &mut DeriveInput, sink: &mut Sink) {
    for attribute in &mut item.attrs {
        if attribute.path().is_ident("derive") {
            take_owned_derives(attribute, sink);
        }
    }
    item.attrs.retain(|attribute| !is_serde(attribute, false, sink));
    if let Data::Struct(data) = &mut item.data {
        for field in &mut data.fields {
            field.attrs.retain(|attribute| !is_serde(attribute, true, sink));
        }
    }
}

fn take_owned_derives(attribute: &mut Attribute, sink: &mut Sink) {
    let Ok(paths) = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated) else { return };
    let mut kept = TokenStream::new();
    for path in paths {
        let name = path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
        if OWNED.contains(&name.as_str()) {
            let what = format!("`unified_endpoint` implements `{name}` itself");
            sink.error(path.span(), Code::Derive, what, "leave it out of the derive");
            continue;
        }
        path.to_tokens(&mut kept);
        kept.extend([TokenTree::Punct(Punct::new(',', Spacing::Alone))]);
    }
    if let Meta::List(list) = &mut attribute.meta {
        list.tokens = kept;
    }
}

fn is_serde(attribute: &Attribute, on_field: bool, sink: &mut Sink) -> bool {
    let found = attribute.path().is_ident("serde");
    if found {
        let what = "`serde` attributes mean nothing on an endpoint";
        sink.error(attribute.path().span(), Code::FieldAttribute, what, in_our_keys(attribute, on_field));
    }
    found
}

/// How to say the same with our keys, where there is one.
fn in_our_keys(attribute: &Attribute, on_field: bool) -> String {
    let tokens = match &attribute.meta {
        Meta::List(list) if on_field => list.tokens.to_string(),
        _ => String::new(),
    };
    let name = tokens.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default();
    match meant(name, &["within"]) {
        _ if name == "rename" && !tokens.contains(',') => format!("write `#[truto({tokens})]`"),
        Some(Meant::Advice(advice)) => advice.to_owned(),
        _ => "use the keys of `#[truto(…)]`, such as `rename`".to_owned(),
    }
}
