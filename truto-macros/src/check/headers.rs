//! Header fields: names that HTTP allows and that are not the client's own.

use crate::diag::{Code, Sink};
use crate::model::Endpoint;

/// Headers that the client sets, and why a declaration cannot.
const OWNED: &[(&str, &str)] = &[
    ("accept", "the client sets it"),
    ("accept-encoding", "the client sets it"),
    ("authorization", "give the token to the client"),
    ("connection", "the transport sets it"),
    ("content-encoding", "the client sets it"),
    ("content-length", "the transport sets it"),
    ("content-type", "the client sets it"),
    ("cookie", "the client keeps no cookies"),
    ("expect", "the transport sets it"),
    ("host", "it comes from the base URL"),
    ("idempotency-key", "each call draws its own; `.send(&account).idempotency_key(key)` gives another"),
    ("keep-alive", "the transport sets it"),
    ("proxy-authorization", "it belongs into the settings of the proxy"),
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
            let what = format!("`header` names `{name}` already");
            sink.error(rename.literal.span(), Code::Conflict, what, "leave out `rename`");
        }
        let owned = OWNED.iter().find(|(owned, _)| name.eq_ignore_ascii_case(owned));
        if !truto_names::is_token(name) {
            let what = format!("`{}` is no name of a header", name.escape_debug());
            sink.error(header.literal.span(), Code::KeyForm, what, "use letters, digits and hyphens");
        } else if let Some((_, why)) = owned {
            sink.error(header.literal.span(), Code::Conflict, format!("`{name}` is not the endpoint's to set"), *why);
        }
    }
}
