//! Lists: what answers one, page by page.

use crate::diag::{Code, Sink};
use crate::grammar::Method;
use crate::model::Endpoint;

pub(super) fn check(endpoint: &mut Endpoint, sink: &mut Sink) {
    let is_list = endpoint.method == Method::Get || !endpoint.is_method_clear;
    let Some(span) = endpoint.paginated.filter(|_| !is_list) else { return };
    let what = format!("`paginated` is for lists, and `{}` answers none", endpoint.method.as_str());
    sink.error(span, Code::Paginated, what, "leave out `paginated`, or write `GET`");
    endpoint.paginated = None;
}
