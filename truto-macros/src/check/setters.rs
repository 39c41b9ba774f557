//! Setters that would hide a method of the builder, or another setter.

use syn::ext::IdentExt;

use crate::diag::{Code, Sink};
use crate::model::{Endpoint, Place, Shape};

const METHODS: &[&str] = &["build", "call", "normalized", "normalized_as", "raw", "send", "send_with_meta", "stream"];

/// Methods for common parameters: a field that declares the parameter takes its place.
pub(crate) const COMMON: &[(&str, Place, &str)] = &[
    ("exclude_fields", Place::Query, "truto_exclude_fields"),
    ("ignore_remote_data", Place::Query, "truto_ignore_remote_data"),
    ("remote_query", Place::Query, "remote_query"),
    ("remote_data", Place::Body, "remote_data"),
];

pub(super) fn check(endpoint: &mut Endpoint, sink: &mut Sink) {
    let mut hidden: Vec<&str> = METHODS.to_vec();
    for (method, place, wire) in COMMON {
        if endpoint.has_common(*place) && !endpoint.replaces(*place, wire) {
            hidden.push(method);
        }
    }
    let cleared: Vec<(String, String)> = endpoint
        .fields
        .iter()
        .filter(|field| matches!(field.shape, Shape::Patch(_)))
        .map(|field| (format!("clear_{}", field.name.unraw()), field.name.to_string()))
        .collect();
    for field in &mut endpoint.fields {
        let name = field.name.unraw().to_string();
        let fix =
            format!("rename the field, and keep its name on the wire with `#[truto(rename = \"{}\")]`", field.wire());
        if hidden.contains(&name.as_str()) {
            let what = format!("the setter `{name}` would hide the builder's method of this name");
            sink.error(field.name.span(), Code::Setter, what, fix);
            field.has_setter = false;
        } else if let Some((_, patch)) = cleared.iter().find(|(clear, _)| *clear == name) {
            let what = format!("the setter `{name}` is the one that clears `{patch}`");
            sink.error(field.name.span(), Code::Setter, what, fix);
            field.has_setter = false;
        }
    }
}
