//! Common parameters that an endpoint cannot declare as a field.

use crate::diag::{Code, Sink};
use crate::grammar::Scope;
use crate::model::{Endpoint, Field, Place};

const OWNED: &[(&str, &str)] = &[
    ("integrated_account_id", "it comes from the account that the request is sent to"),
    ("truto_response_format", "choose the format after `send`, with `.normalized()`, `.raw()` or `.stream()`"),
];

pub(super) fn check(endpoint: &Endpoint, sink: &mut Sink) {
    for field in endpoint.fields.iter().filter(|field| is_common(endpoint, field)) {
        let wire = field.wire();
        if let Some((_, why)) = OWNED.iter().find(|(name, _)| *name == wire) {
            let what = format!("`{wire}` cannot be set by an endpoint");
            sink.error(field.wire_span(), Code::Conflict, what, format!("remove the field: {why}"));
        }
    }
}

/// Whether the name of a field means the common parameter: in the query of an account's endpoint, and in the body of a unified
/// endpoint. Endpoints of the platform may take an account as any other value, such as the one that starts a sync.
fn is_common(endpoint: &Endpoint, field: &Field) -> bool {
    let is_unified = || endpoint.template.as_ref().is_some_and(|template| template.text.starts_with("/unified/"));
    match field.place {
        Place::Query => endpoint.scope == Scope::Account,
        Place::Body => field.within().is_empty() && is_unified(),
        Place::Path | Place::Header => false,
    }
}
