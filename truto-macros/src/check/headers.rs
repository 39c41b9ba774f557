//! Header fields: names must be valid, and must not be set by the client.

use crate::diag::{Code, Sink};
use crate::model::Endpoint;

/// Why a declaration cannot set these headers.
const OWNED: &[(&str, &[&str])] = &[
    ("the client sets it", &["accept", "accept-encoding", "content-encoding", "content-type", "user-agent"]),
    ("the client sends its own token", &["authorization"]),
    ("the client does not store cookies", &["cookie"]),
    ("it comes from the base URL", &["host"]),
    ("each call generates its own, and `.send(&account).idempotency_key(key)` sets another", &["idempotency-key"]),
    ("it is set in the proxy's settings", &["proxy-authorization"]),
    (
        "the transport sets it",
        &["connection", "content-length", "expect", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"],
    ),
];

pub(super) fn check(endpoint: &mut Endpoint, sink: &mut Sink) {
    for field in &mut endpoint.fields {
        let Some((header, _)) = &field.keys.header else { continue };
        let name = &header.value;
        if let Some(rename) = field.keys.rename.take() {
            let what = format!("the header is already named `{name}`");
            sink.error(rename.literal.span(), Code::Conflict, what, "remove `rename`");
        }
        let owned = OWNED.iter().find(|(_, names)| names.iter().any(|owned| name.eq_ignore_ascii_case(owned)));
        if !truto_names::is_token(name) {
            let what = format!("`{}` is not a valid header name", name.escape_debug());
            sink.error(header.literal.span(), Code::KeyForm, what, "use letters, digits and hyphens");
        } else if let Some((why, _)) = owned {
            let what = format!("`{name}` cannot be set by an endpoint");
            sink.error(header.literal.span(), Code::Conflict, what, format!("remove the field: {why}"));
        }
    }
}
