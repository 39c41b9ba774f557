//! Lists that are not sent if they are empty, in places where an empty list has a meaning.
//!
//! In a `POST`, both mean a record without items. In an update, an unsent list changes nothing. In a query, the condition
//! would be missing.

use proc_macro2::Ident;
use syn::spanned::Spanned;

use crate::diag::{Code, Sink};
use crate::grammar::{BodyForm, Method};
use crate::model::{Endpoint, Field, FileType, Place, Presence};
use crate::recovery::Recovered;
use crate::syntax::{last_name, type_text, ungrouped};

pub(super) fn check(endpoint: &Endpoint, recovered: &Recovered, sink: &mut Sink) {
    let is_update = matches!(endpoint.method, Method::Patch | Method::Put) && endpoint.body_form() == BodyForm::Json;
    for field in endpoint.fields.iter().filter(|field| is_in_question(field, recovered)) {
        let (name, ty) = (&field.name, type_text(&field.ty));
        let (what, fix) = match (field.presence, field.place) {
            (Presence::List, Place::Query) => (
                format!("`{name}` is a list in the query: an empty list would not be sent, and would match everything"),
                format!("write `Option<{ty}>`: not sent unless it is set, and refused if it is empty"),
            ),
            (Presence::Defaulted, Place::Query) if field.grows() => (
                format!("`{name}` has an empty default, and a query cannot contain an empty list"),
                format!("remove `default`, and write `Option<{ty}>`"),
            ),
            (Presence::List, Place::Body) if is_update => (
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
        let span = last_name(&field.ty).map_or_else(|| ungrouped(&field.ty).span(), Ident::span);
        sink.error(span, Code::EmptyList, what, fix);
    }
}

/// Whether the type of a field is not reported already.
fn is_in_question(field: &Field, recovered: &Recovered) -> bool {
    let is_file = field.value.file() == Some(FileType::Plain);
    !(recovered.in_doubt.contains(&field.name)
        || recovered.type_replaced.contains(&field.name)
        || recovered.type_unknown.contains(&field.name)
        || is_file)
}
