//! Lists: `paginated` needs a `GET`, and `response` is the type of one item.

use proc_macro2::{Ident, Span};
use syn::Type;
use syn::spanned::Spanned;

use crate::diag::{Code, Sink};
use crate::grammar::Method;
use crate::model::Endpoint;
use crate::recovery::Recovered;
use crate::syntax::{by_names, last_name, parts, type_text, ungrouped};

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
    let Some((holder, span, item)) = held(response) else { return };
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
    // Calls of `pages` and `items` are not further mistakes.
    endpoint.paginated.get_or_insert(span);
}

/// Whether the endpoint is a list of the API, which has an envelope around its items. Other lists may be bare, and a path
/// that ends with a placeholder is the path of a single record.
fn answers_pages(endpoint: &Endpoint) -> bool {
    let path = endpoint.template.as_ref().map_or("", |template| &template.text);
    let is_ours = ["/unified/", "/proxy/"].iter().any(|start| path.starts_with(start));
    endpoint.method == Method::Get && is_ours && !path.ends_with('}')
}

/// The kind of a list.
enum Holder {
    Page,
    Vec,
    /// Another list of the standard library.
    Other,
}

/// The list that a type is, by its name or its path in its crate, with its span and the type of its items. With another
/// path, a `Page` may be the user's own type.
fn held(ty: &Type) -> Option<(Holder, Span, Type)> {
    let item = *parts(ty).first()?;
    let holder = match ungrouped(ty) {
        Type::Array(_) | Type::Slice(_) => Some(Holder::Other),
        _ => by_names(ty, |names| match names {
            ["Page"] | ["truto_core", "Page"] => Some(Holder::Page),
            ["Vec"] | [.., "vec", "Vec"] => Some(Holder::Vec),
            ["BTreeSet" | "HashSet" | "LinkedList" | "VecDeque"]
            | [.., "collections", "BTreeSet" | "HashSet" | "LinkedList" | "VecDeque"] => Some(Holder::Other),
            _ => None,
        }),
    };
    let span = last_name(ty).map_or_else(|| ty.span(), Ident::span);
    if let Some(holder) = holder {
        return Some((holder, span, item.clone()));
    }
    // A list behind a pointer, or an optional list.
    let is_around = by_names(ty, |names| matches!(names.last(), Some(&("Arc" | "Box" | "Option" | "Rc"))));
    let (_, span, item) = held(item).filter(|_| is_around)?;
    Some((Holder::Other, span, item))
}
