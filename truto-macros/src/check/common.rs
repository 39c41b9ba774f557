//! Names of common parameters that no declaration can replace.

use crate::diag::{Code, Sink};
use crate::model::{Endpoint, Place};

const OWNED: &[(&str, &str)] = &[
    ("integrated_account_id", "it comes from the account that the request is sent with"),
    ("truto_response_format", "it comes from the method called: `send`, `normalized`, `raw` or `stream`"),
];

pub(super) fn check(endpoint: &Endpoint, sink: &mut Sink) {
    for field in endpoint.fields.iter().filter(|field| field.place == Place::Query) {
        let wire = field.wire();
        if let Some((_, why)) = OWNED.iter().find(|(name, _)| *name == wire) {
            sink.error(field.wire_span(), Code::Conflict, format!("`{wire}` is not the endpoint's to set"), *why);
        }
    }
}
