//! Attributes of serde's, which writes nothing of what is declared here.

use syn::spanned::Spanned;
use syn::{Attribute, Meta};

use crate::diag::{Code, Meant, Sink, meant};

/// Whether an attribute is serde's, which is reported with what to write instead.
pub(crate) fn is_serde(attribute: &Attribute, place: &str, sink: &mut Sink) -> bool {
    let found = attribute.path().is_ident("serde");
    if found {
        let what = format!("`serde` attributes mean nothing on {place}");
        sink.error(attribute.path().span(), Code::FieldAttribute, what, in_our_keys(attribute, place));
    }
    found
}

/// How to say the same with our keys, where there is one.
fn in_our_keys(attribute: &Attribute, place: &str) -> String {
    let tokens = match &attribute.meta {
        Meta::List(list) => list.tokens.to_string(),
        _ => String::new(),
    };
    let name = tokens.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default();
    let known = if place == "a field" { "within" } else { "crate" };
    match meant(name, &[known]) {
        _ if name == "rename" && !tokens.contains(',') => format!("write `#[truto({tokens})]`"),
        Some(Meant::Advice(advice)) => advice.to_owned(),
        _ => "use the keys of `#[truto(…)]`, such as `rename`".to_owned(),
    }
}
