//! Setters that would hide a method of the builder, or another setter.

use syn::ext::IdentExt;

use crate::diag::{Code, Sink};
use crate::model::{Endpoint, Field, Presence};
use crate::recovery::Recovered;

pub(super) fn check(endpoint: &Endpoint, recovered: &mut Recovered, sink: &mut Sink) {
    let mut hidden = vec!["build", "call", "maybe_with", "send"];
    hidden.extend(endpoint.common().map(|common| common.method));
    if endpoint.paginated.is_some() {
        hidden.extend(["items", "pages"]);
    }
    let cleared: Vec<&Field> = endpoint.fields.iter().filter(|field| field.presence == Presence::Patch).collect();
    if !cleared.is_empty() {
        hidden.push("patch_with");
    }
    for field in &endpoint.fields {
        let name = field.name.unraw().to_string();
        let what = if hidden.contains(&name.as_str()) {
            format!("the setter `{name}` would hide a method of the builder")
        } else if let Some(patch) = cleared.iter().find(|patch| format!("clear_{}", patch.name.unraw()) == name) {
            format!("the setter `{name}` already exists: it clears `{}`", patch.name)
        } else {
            continue;
        };
        let fix =
            format!("rename the field, and keep its name on the wire with `#[truto(rename = \"{}\")]`", field.wire());
        sink.error(field.name.span(), Code::Setter, what, fix);
        recovered.without_setter.insert(field.name.clone());
    }
}
