//! Lists: what answers one, page by page.

use crate::check::types;
use crate::diag::{Code, Sink};
use crate::grammar::Method;
use crate::model::{Endpoint, text};

pub(super) fn check(endpoint: &mut Endpoint, sink: &mut Sink) {
    let Some(span) = endpoint.paginated else { return };
    if endpoint.method != Method::Get && endpoint.is_method_clear {
        let what = format!("`paginated` is for lists, and `{}` answers none", endpoint.method.as_str());
        sink.error(span, Code::Paginated, what, "leave out `paginated`, or write `GET`");
        endpoint.paginated = None;
        return;
    }
    let list = endpoint.response.as_ref().and_then(|ty| Some((text(ty), types::inside(ty, &["Page", "Vec"])?)));
    if let Some((found, (name, item))) = list {
        let what = format!("expected the type of one item of the list, found `{found}`");
        sink.error(name.span(), Code::Paginated, what, format!("write `response = {}`", text(&item)));
        endpoint.response = Some(item);
    }
}
