//! Attributes that the endpoint's own attribute makes superfluous or meaningless.

use proc_macro2::{Punct, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, Meta, Path, Token};

use crate::diag::{Code, Sink};
use crate::grammar::is_serde;
use crate::model::Endpoint;

const OWNED: &[&str] = &["Clone", "Debug", "Deserialize", "Serialize"];

pub(super) fn check(endpoint: &mut Endpoint, sink: &mut Sink) {
    for attribute in &mut endpoint.attributes {
        if attribute.path().is_ident("derive") {
            take_owned_derives(attribute, sink);
        }
    }
    endpoint.attributes.retain(|attribute| !is_serde(attribute, "an endpoint", sink));
    for field in &mut endpoint.fields {
        field.attributes.retain(|attribute| {
            if attribute.path().is_ident("cfg") || attribute.path().is_ident("cfg_attr") {
                let fix = "declare two structs, and put `cfg` on each";
                sink.error(
                    attribute.path().span(),
                    Code::FieldAttribute,
                    "a field of an endpoint cannot be conditional",
                    fix,
                );
                return false;
            }
            !is_serde(attribute, "a field", sink)
        });
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
