//! Header fields: names must be valid, and must not be set by the client.

use crate::diag::{Code, Sink};
use crate::model::Endpoint;

/// Headers that a declaration cannot set, and the reason.
const OWNED: &[(&str, &str)] = &[
    ("accept", "the client sets it"),
    ("accept-encoding", "the client sets it"),
    ("authorization", "the client sends its own token"),
    ("connection", "the transport sets it"),
    ("content-encoding", "the client sets it"),
    ("content-length", "the transport sets it"),
    ("content-type", "the client sets it"),
    ("cookie", "the client does not store cookies"),
    ("expect", "the transport sets it"),
    ("host", "it comes from the base URL"),
    ("idempotency-key", "each call generates its own, and `.send(&account).idempotency_key(key)` sets another"),
    ("keep-alive", "the transport sets it"),
    ("proxy-authorization", "it is set in the proxy's settings"),
    ("te", "the transport sets it"),
    ("trailer", "the transport sets it"),
    ("transfer-encoding", "the transport sets it"),
    ("upgrade", "the transport sets it"),
    ("user-agent", "the client sets it"),
];

pub(super) fn check(endpoint: &mut Endpoint, sink: &mut Sink) {
    for field in &mut endpoint.fields {
        let Some((header, _)) = &field.keys.header else { continue };
        let name = &header.value;
        if let Some(rename) = field.keys.rename.take() {
            let what = format!("the header is already named `{name}`");
            sink.error(rename.literal.span(), Code::Conflict, what, "remove `rename`");
        }
        let owned = OWNED.iter().find(|(owned, _)| name.eq_ignore_ascii_case(owned));
        if !truto_names::is_token(name) {
            let what = format!("`{}` is not a valid header name", name.escape_debug());
            sink.error(header.literal.span(), Code::KeyForm, what, "use letters, digits and hyphens");
        } else if let Some((_, why)) = owned {
            let what = format!("`{name}` cannot be set by an endpoint");
            sink.error(header.literal.span(), Code::Conflict, what, format!("remove the field: {why}"));
        }
    }
}
