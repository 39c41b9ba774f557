//! Lists: what answers one, page by page.

use syn::Type;

use crate::check::types;
use crate::diag::{Code, Sink};
use crate::grammar::Method;
use crate::model::{Endpoint, by_names, text};

pub(super) fn check(endpoint: &mut Endpoint, sink: &mut Sink) {
    let is_list = endpoint.paginated.is_some();
    if let Some(span) = endpoint.paginated
        && endpoint.method != Method::Get
        && endpoint.is_method_clear
    {
        let what = format!("`paginated` is for lists, and `{}` answers none", endpoint.method.as_str());
        sink.error(span, Code::Paginated, what, "leave out `paginated`, or write `GET`");
        endpoint.paginated = None;
        return;
    }
    let Some(response) = &endpoint.response else { return };
    let Some((name, item)) = types::inside(response) else { return };
    let (found, inner) = (text(response), text(&item));
    let (what, fix) = match holder(response) {
        Some(_) if is_list => {
            (format!("`response` is the type of one item, found `{found}`"), format!("write `response = {inner}`"))
        }
        Some(Holder::Page) if endpoint.method == Method::Get => (
            format!("`{found}` is what a paginated endpoint answers, and this one is none"),
            format!("write `response = {inner}, paginated`: each call of `send` answers a `Page` of it"),
        ),
        _ => return,
    };
    sink.error(name.span(), Code::Paginated, what, fix);
    endpoint.response = Some(item);
    // What is called on the pages is no further mistake.
    endpoint.paginated.get_or_insert(name.span());
}

/// What holds the items of a list.
enum Holder {
    Page,
    Vec,
}

/// By the name alone, or by the path in its crate: with another path a `Page` may be a record of the user's.
fn holder(ty: &Type) -> Option<Holder> {
    by_names(ty, |names| match names {
        ["Page"] | ["truto_core", "Page"] => Some(Holder::Page),
        ["Vec"] | [.., "vec", "Vec"] => Some(Holder::Vec),
        _ => None,
    })
}
