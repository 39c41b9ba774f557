//! Attributes that the endpoint's own attribute makes superfluous or meaningless: taken out before the item is read.

use quote::quote;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, DeriveInput, Meta, Path, Token};

use crate::diag::{Code, Sink, all};
use crate::grammar::{Place, in_our_keys};

const OWNED: &[&str] = &["Clone", "Debug", "Deserialize", "Serialize"];

pub(crate) fn check(item: &mut DeriveInput, sink: &mut Sink) {
    for attribute in &mut item.attrs {
        if attribute.path().is_ident("derive") {
            take_owned_derives(attribute, sink);
        }
    }
    item.attrs
        .retain(|attribute| in_our_keys(attribute, Place::Endpoint, sink).is_none() && !is_endpoint(attribute, sink));
}

fn take_owned_derives(attribute: &mut Attribute, sink: &mut Sink) {
    let Ok(paths) = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated) else { return };
    let is_owned = |path: &Path| path.segments.last().is_some_and(|last| OWNED.iter().any(|name| last.ident == name));
    let (owned, others): (Vec<Path>, Vec<Path>) = paths.into_iter().partition(is_owned);
    let Some(first) = owned.first() else { return };
    let names: Vec<String> = owned.iter().filter_map(|path| Some(path.segments.last()?.ident.to_string())).collect();
    let what = format!("`unified_endpoint` implements {} itself", all(&names));
    let fix = if names.len() == 1 { "leave it out of the derive" } else { "leave them out of the derive" };
    sink.error(first.span(), Code::Derive, what, fix);
    let kept = others.into_iter().map(|path| quote!(#path,)).collect();
    if let Meta::List(list) = &mut attribute.meta {
        list.tokens = kept;
    }
}

/// A second endpoint on the same struct: all that the first one writes would be there twice.
fn is_endpoint(attribute: &Attribute, sink: &mut Sink) -> bool {
    let found = attribute.path().segments.last().is_some_and(|last| last.ident == "unified_endpoint");
    if found {
        let fix = "write a second struct for the second endpoint";
        sink.error(attribute.path().span(), Code::Item, "the struct is an endpoint already", fix);
    }
    found
}
