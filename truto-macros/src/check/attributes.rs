//! Attributes that the endpoint's own attribute makes superfluous or meaningless: taken out before the item is read.

use proc_macro2::{Punct, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Meta, Path, Token};

use crate::diag::{Code, Sink};

const OWNED: &[&str] = &["Clone", "Debug", "Deserialize", "Serialize"];

pub(crate) fn check(item: &mut DeriveInput, sink: &mut Sink) {
    for attribute in &mut item.attrs {
        if attribute.path().is_ident("derive") {
            take_owned_derives(attribute, sink);
        }
    }
    item.attrs.retain(|attribute| !is_serde(attribute, sink));
    if let Data::Struct(data) = &mut item.data {
        for field in &mut data.fields {
            field.attrs.retain(|attribute| !is_serde(attribute, sink));
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

fn is_serde(attribute: &Attribute, sink: &mut Sink) -> bool {
    let found = attribute.path().is_ident("serde");
    if found {
        let fix = "use the keys of `#[truto(…)]`, such as `rename`";
        sink.error(
            attribute.path().span(),
            Code::FieldAttribute,
            "`serde` attributes mean nothing on an endpoint",
            fix,
        );
    }
    found
}
