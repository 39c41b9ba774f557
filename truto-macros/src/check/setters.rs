//! Setters that would hide a method of the builder, or another setter.

use syn::ext::IdentExt;

use crate::diag::{Code, Sink};
use crate::model::{Endpoint, Presence};
use crate::recovery::Recovered;

const METHODS: &[&str] = &["build", "call", "maybe_with", "send"];

const LIST_METHODS: &[&str] = &["items", "pages"];

pub(super) fn check(endpoint: &Endpoint, recovered: &mut Recovered, sink: &mut Sink) {
    let mut hidden: Vec<&str> = METHODS.to_vec();
    hidden.extend(endpoint.common().map(|common| common.method));
    if endpoint.paginated.is_some() {
        hidden.extend(LIST_METHODS);
    }
    let cleared: Vec<(String, String)> = endpoint
        .fields
        .iter()
        .filter(|field| field.presence == Presence::Patch)
        .map(|field| (format!("clear_{}", field.name.unraw()), field.name.to_string()))
        .collect();
    if !cleared.is_empty() {
        hidden.push("patch_with");
    }
    for field in &endpoint.fields {
        let name = field.name.unraw().to_string();
        let what = if hidden.contains(&name.as_str()) {
            format!("the setter `{name}` would hide a method of the builder")
        } else if let Some((_, patch)) = cleared.iter().find(|(clear, _)| *clear == name) {
            format!("the setter `{name}` already exists: it clears `{patch}`")
        } else {
            continue;
        };
        let fix =
            format!("rename the field, and keep its name on the wire with `#[truto(rename = \"{}\")]`", field.wire());
        sink.error(field.name.span(), Code::Setter, what, fix);
        recovered.without_setter.insert(field.name.clone());
    }
}
