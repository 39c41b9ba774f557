//! Lists: what answers one, page by page.

use proc_macro2::Span;
use syn::Type;
use syn::spanned::Spanned;

use crate::diag::{Code, Sink};
use crate::grammar::Method;
use crate::model::Endpoint;
use crate::recovery::Recovered;
use crate::recovery::types;
use crate::syntax::{by_names, type_text, ungrouped};

pub(super) fn check(endpoint: &mut Endpoint, recovered: &mut Recovered, sink: &mut Sink) {
    let is_list = endpoint.paginated.is_some();
    if let Some(span) = endpoint.paginated
        && endpoint.method != Method::Get
        && !recovered.is_method_guessed
    {
        let what = format!("`paginated` is for lists, and `{}` does not return a list", endpoint.method.as_str());
        sink.error(span, Code::Paginated, what, "remove `paginated`, or write `GET`");
        endpoint.paginated = None;
        return;
    }
    let Some(response) = &endpoint.response else { return };
    let Some(Held { holder, span, item }) = held(response) else { return };
    let (found, inner) = (type_text(response), type_text(&item));
    let (what, fix) = match holder {
        Holder::Page | Holder::Vec if is_list => {
            (format!("`response` takes the type of one item, found `{found}`"), format!("write `response = {inner}`"))
        }
        Holder::Page if endpoint.method == Method::Get => (
            format!("`{found}` is the response of a paginated endpoint, and `paginated` is missing"),
            format!("write `response = {inner}, paginated`: `send` then returns a `Page` of it"),
        ),
        Holder::Vec | Holder::Other if !is_list && answers_pages(endpoint) => (
            format!("lists of the API are paginated, found `{found}`"),
            format!("write `response = {inner}, paginated`: `items` then yields the items of all pages"),
        ),
        _ => return,
    };
    sink.error(span, Code::Paginated, what, fix);
    recovered.replaced.extend(endpoint.response.replace(item));
    // What is called on the pages is no further mistake.
    endpoint.paginated.get_or_insert(span);
}

/// Whether it is one of the API's own lists, which have an envelope around their items. Elsewhere a list may be bare, and a
/// path that ends with a placeholder is that of one record.
fn answers_pages(endpoint: &Endpoint) -> bool {
    let path = endpoint.template.as_ref().map_or("", |template| &template.text);
    let is_ours = ["/unified/", "/proxy/"].iter().any(|start| path.starts_with(start));
    endpoint.method == Method::Get && is_ours && !path.ends_with('}')
}

/// Several items as one type.
struct Held {
    holder: Holder,
    span: Span,
    item: Type,
}

/// What holds the items of a list.
enum Holder {
    Page,
    Vec,
    /// Another list of the standard library's.
    Other,
}

/// By the name alone, or by the path in its crate: with another path a `Page` may be a record of the user's.
fn held(ty: &Type) -> Option<Held> {
    match ungrouped(ty) {
        Type::Array(array) => {
            return Some(Held { holder: Holder::Other, span: array.span(), item: (*array.elem).clone() });
        }
        Type::Slice(slice) => {
            return Some(Held { holder: Holder::Other, span: slice.span(), item: (*slice.elem).clone() });
        }
        _ => {}
    }
    let (name, item) = types::inside(ty)?;
    let holder = by_names(ty, |names| match names {
        ["Page"] | ["truto_core", "Page"] => Some(Holder::Page),
        ["Vec"] | [.., "vec", "Vec"] => Some(Holder::Vec),
        ["BTreeSet" | "HashSet" | "LinkedList" | "VecDeque"]
        | [.., "collections", "BTreeSet" | "HashSet" | "LinkedList" | "VecDeque"] => Some(Holder::Other),
        _ => None,
    });
    match holder {
        Some(holder) => Some(Held { holder, span: name.span(), item }),
        // A list behind a pointer, or one that may be missing.
        None => by_names(ty, |names| matches!(names.last(), Some(&("Arc" | "Box" | "Option" | "Rc"))).then_some(()))
            .and_then(|()| held(&item))
            .map(|held| Held { holder: Holder::Other, ..held }),
    }
}
