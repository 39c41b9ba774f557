//! Keys against the place of their field: body objects, query spellings.

use crate::check::places::is_condition;
use crate::diag::{Code, Sink};
use crate::grammar::{BodyForm, Method};
use crate::model::{Endpoint, Field, Kind, Place, Presence, Value};
use crate::recovery::Recovered;

pub(super) fn check(endpoint: &mut Endpoint, recovered: &Recovered, sink: &mut Sink) {
    let (method, form) = (endpoint.method, endpoint.body_form());
    for field in &mut endpoint.fields {
        sink.unless(recovered.is_in_doubt(&field.name), |sink| check_field(field, method, form, sink));
    }
}

fn check_field(field: &mut Field, method: Method, form: BodyForm, sink: &mut Sink) {
    if let (Some(span), Some(_)) = (field.keys.query, &field.keys.header) {
        let what = format!("`{}` cannot be in the query and in a header", field.name);
        sink.error(span, Code::Conflict, what, "leave out one of the two");
        field.keys.query = None;
    }
    if let (Some((_, span)), Place::Query | Place::Header) = (&field.keys.within, field.place) {
        let elsewhere = field.keys.query.is_some() || field.keys.header.is_some();
        if elsewhere {
            let what = format!("`within` is for the body, and `{}` is not in it", field.name);
            sink.error(*span, Code::Conflict, what, "leave out `within`, or the key that puts the field elsewhere");
        } else {
            let what = format!("`{}` has no body for `within`", method.as_str());
            sink.error(*span, Code::Body, what, "leave out `within`: the field goes into the query");
        }
        field.keys.within = None;
    }
    if field.place == Place::Body && form == BodyForm::Json {
        one_key(field, sink);
    }
    if let (Some((_, span)), true) = (&field.keys.style, field.place != Place::Query) {
        let what = format!("`style` is for query fields, and `{}` is not in the query", field.name);
        sink.error(*span, Code::Conflict, what, "leave out `style`, or add `query`");
        field.keys.style = None;
    } else if let (Some((_, span)), true) = (&field.keys.style, is_one_value(field) || is_condition(field)) {
        let is = if is_condition(field) { "has a style of its own" } else { "is one value" };
        let what = format!("`style` is for lists, and `{}` {is}", field.name);
        sink.error(*span, Code::Conflict, what, "leave out `style`");
        field.keys.style = None;
    }
    if let (Some(span), Presence::Defaulted(_), Some(wrapper)) =
        (field.keys.default, &field.presence, nullable(&field.ty))
    {
        let what = format!("`{}` is left out unless it is set, and a default would send `null`", field.name);
        sink.error(span, Code::Conflict, what, format!("leave out `default`, or `{wrapper}`"));
        field.keys.default = None;
        field.presence = Presence::of(&field.ty, false);
    }
}

/// A name in the body is one key: brackets and dots would not nest.
fn one_key(field: &mut Field, sink: &mut Sink) {
    let nests = |name: &str| name.contains(['[', ']', '.']);
    if let Some(text) = field.keys.rename.take_if(|text| nests(&text.value)) {
        let parts: Vec<&str> = text.value.split(['[', ']', '.']).filter(|part| !part.is_empty()).collect();
        let fix = match parts.as_slice() {
            [objects @ .., name] if !objects.is_empty() => {
                format!("write `within = \"{}\", rename = \"{name}\"`", objects.join("."))
            }
            _ => "write the key alone, and the object that holds it as `within`".to_owned(),
        };
        let what = format!("`{}` would be one key of the body, and no object", text.value.escape_debug());
        sink.error(text.literal.span(), Code::KeyForm, what, fix);
    }
}

fn is_one_value(field: &Field) -> bool {
    let is_list = matches!(field.presence, Presence::List(_)) || matches!(field.presence.value(), Value::List(_));
    !is_list && field.presence.value().kind() != Kind::Any
}

/// `Option` or `Patch`, where a type is spelt with it.
fn nullable(ty: &syn::Type) -> Option<&'static str> {
    match Presence::of(ty, false) {
        Presence::Optional(_) => Some("Option"),
        Presence::Patch(_) => Some("Patch"),
        _ => None,
    }
}
