//! Lists: what answers one, page by page.

use crate::diag::{Code, Sink};
use crate::grammar::Method;
use crate::model::Endpoint;

pub(super) fn check(endpoint: &mut Endpoint, sink: &mut Sink) {
    let Some(span) = endpoint.paginated.filter(|_| endpoint.method != Method::Get) else { return };
    let what = format!("`paginated` is for lists, and `{}` answers none", endpoint.method.as_str());
    sink.error(span, Code::Paginated, what, "leave out `paginated`, or write `GET`");
    endpoint.paginated = None;
}
