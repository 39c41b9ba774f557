//! Lists that are left out when they are empty, where an empty one that was given has to arrive.
//!
//! What a `POST` creates has no items either way. In an update, an empty list would leave what it should empty; in a query,
//! the condition would be gone.

use proc_macro2::Span;
use syn::Type;
use syn::spanned::Spanned;

use crate::diag::{Code, Sink};
use crate::grammar::{BodyForm, Method};
use crate::model::{Endpoint, Field, FileType, Place, Presence};
use crate::recovery::Recovered;
use crate::syntax::{type_text, ungrouped};

pub(super) fn check(endpoint: &Endpoint, recovered: &Recovered, sink: &mut Sink) {
    let is_update = matches!(endpoint.method, Method::Patch | Method::Put) && endpoint.body_form() == BodyForm::Json;
    for field in endpoint.fields.iter().filter(|field| is_in_question(field, recovered)) {
        let (name, ty) = (&field.name, type_text(&field.ty));
        let (what, fix) = match (&field.presence, field.place) {
            (Presence::List(_), Place::Query) => (
                format!("`{name}` is a list in the query: an empty list would not be sent, and would match everything"),
                format!("write `Option<{ty}>`: not sent unless it is set, and refused if it is empty"),
            ),
            (presence @ Presence::Defaulted(_), Place::Query) if presence.grows() => (
                format!("`{name}` has an empty default, and a query cannot contain an empty list"),
                format!("remove `default`, and write `Option<{ty}>`"),
            ),
            (Presence::List(_), Place::Body) if is_update => (
                format!(
                    "`{name}` is a list in the body of a `{}`: an empty list would not be sent, and would change nothing",
                    endpoint.method.as_str()
                ),
                format!(
                    "write `Option<{ty}>`, which is sent even if it is empty, or `Patch<{ty}>`, which can also be cleared"
                ),
            ),
            _ => continue,
        };
        sink.error(wrapper_span(&field.ty), Code::EmptyList, what, fix);
    }
}

/// Whether what is wrong with its type is not reported already.
fn is_in_question(field: &Field, recovered: &Recovered) -> bool {
    let is_file = field.presence.value().file() == Some(FileType::Plain);
    !(recovered.is_in_doubt(&field.name)
        || recovered.is_type_replaced(&field.name)
        || recovered.is_type_unknown(&field.name)
        || is_file)
}

/// The wrapper without its items, which are not the mistake.
fn wrapper_span(ty: &Type) -> Span {
    match ungrouped(ty) {
        Type::Path(path) => path.path.segments.last().map_or_else(|| path.span(), |last| last.ident.span()),
        other => other.span(),
    }
}
