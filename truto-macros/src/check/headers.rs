//! Header fields: names must be valid, and must not be set by the client.

use crate::diag::{Code, Sink};
use crate::model::Endpoint;

pub(super) fn check(endpoint: &mut Endpoint, sink: &mut Sink) {
    for field in &mut endpoint.fields {
        let Some((header, _)) = &field.keys.header else { continue };
        let name = &header.value;
        if let Some(rename) = field.keys.rename.take() {
            let what = format!("the header is already named `{name}`");
            sink.error(rename.literal.span(), Code::Conflict, what, "remove `rename`");
        }
        if !truto_names::is_token(name) {
            let what = format!("`{}` is not a valid header name", name.escape_debug());
            sink.error(header.literal.span(), Code::KeyForm, what, "use letters, digits and hyphens");
        } else if let Some(why) = truto_names::why_owned(name) {
            let what = format!("`{name}` cannot be set by an endpoint");
            sink.error(header.literal.span(), Code::Conflict, what, format!("remove the field: {why}"));
        }
    }
}
