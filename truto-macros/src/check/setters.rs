//! Setters that would hide a method of the builder, or another setter.

use syn::ext::IdentExt;

use crate::diag::{Code, Sink};
use crate::model::{Endpoint, Presence};
use crate::recovery::Recovered;

const METHODS: &[&str] = &["build", "call", "maybe_with", "send"];

const LIST_METHODS: &[&str] = &["items", "pages"];

pub(super) fn check(endpoint: &mut Endpoint, recovered: &mut Recovered, sink: &mut Sink) {
    let mut hidden: Vec<&str> = METHODS.to_vec();
    hidden.extend(endpoint.common().map(|common| common.method));
    if endpoint.paginated.is_some() {
        hidden.extend(LIST_METHODS);
    }
    if endpoint.fields.iter().any(|field| matches!(field.presence, Presence::Patch(_))) {
        hidden.push("patch_with");
    }
    let cleared: Vec<(String, String)> = endpoint
        .fields
        .iter()
        .filter(|field| matches!(field.presence, Presence::Patch(_)))
        .map(|field| (format!("clear_{}", field.name.unraw()), field.name.to_string()))
        .collect();
    for field in &mut endpoint.fields {
        let name = field.name.unraw().to_string();
        let fix =
            format!("rename the field, and keep its name on the wire with `#[truto(rename = \"{}\")]`", field.wire());
        if hidden.contains(&name.as_str()) {
            let what = format!("the setter `{name}` would hide a method of the builder");
            sink.error(field.name.span(), Code::Setter, what, fix);
            recovered.remove_setter(&field.name);
        } else if let Some((_, patch)) = cleared.iter().find(|(clear, _)| *clear == name) {
            let what = format!("the setter `{name}` already exists: it clears `{patch}`");
            sink.error(field.name.span(), Code::Setter, what, fix);
            recovered.remove_setter(&field.name);
        }
    }
}
