//! Keys that do not fit the place of their field, such as `style` in a body.

use crate::check::places::is_condition;
use crate::diag::{Code, Sink};
use crate::grammar::{BodyForm, Method};
use crate::model::{Endpoint, Field, Kind, Place, Presence, Value};
use crate::recovery::Recovered;
use crate::syntax::wrapper;

pub(super) fn check(endpoint: &mut Endpoint, recovered: &Recovered, sink: &mut Sink) {
    let (method, form) = (endpoint.method, endpoint.body_form());
    for field in &mut endpoint.fields {
        sink.unless(recovered.in_doubt.contains(&field.name), |sink| check_field(field, method, form, sink));
    }
}

fn check_field(field: &mut Field, method: Method, form: BodyForm, sink: &mut Sink) {
    if let (Some(span), Some(_)) = (field.keys.query, &field.keys.header) {
        let what = format!("`{}` cannot be both in the query and in a header", field.name);
        sink.error(span, Code::Conflict, what, "remove `query` or `header`");
        field.keys.query = None;
    }
    if matches!(field.place, Place::Query | Place::Header) {
        outside_the_body(field, method, sink);
    }
    if field.place == Place::Body && form == BodyForm::Json {
        one_key(field, sink);
    }
    style(field, sink);
    default(field, sink);
}

fn outside_the_body(field: &mut Field, method: Method, sink: &mut Sink) {
    let Some((_, span)) = field.keys.within.take() else { return };
    if field.keys.query.is_some() || field.keys.header.is_some() {
        let what = format!("`within` is for body fields, and `{}` is not in the body", field.name);
        sink.error(span, Code::Conflict, what, "remove `within`, or the key that moves the field out of the body");
    } else {
        let what = format!("`within` is for body fields, and `{}` has no body", method.as_str());
        sink.error(span, Code::Body, what, "remove `within`: the field goes into the query");
    }
}

fn style(field: &mut Field, sink: &mut Sink) {
    let Some((_, span)) = field.keys.style else { return };
    let (what, fix) = if field.place != Place::Query {
        let what = format!("`style` is for query fields, and `{}` is not in the query", field.name);
        (what, "remove `style`, or add `query`")
    } else if is_condition(field) {
        (format!("`style` is for lists, and `{}` has its own style", field.name), "remove `style`")
    } else if is_one_value(field) {
        (format!("`style` is for lists, and `{}` is a single value", field.name), "remove `style`")
    } else {
        return;
    };
    sink.error(span, Code::Conflict, what, fix);
    field.keys.style = None;
}

fn default(field: &mut Field, sink: &mut Sink) {
    let Some((wrapper @ ("Option" | "Patch"), _)) = wrapper(&field.ty) else { return };
    let Some(span) = field.keys.default.take() else { return };
    let what = format!("`{}` is not sent unless it is set, and `default` would send `null`", field.name);
    sink.error(span, Code::Conflict, what, format!("remove `default`, or `{wrapper}`"));
    (field.presence, field.value) = Presence::of(&field.ty, false);
}

/// A name in the body is a single key, so brackets and dots do not nest.
fn one_key(field: &mut Field, sink: &mut Sink) {
    let nests = |name: &str| name.contains(['[', ']', '.']);
    if let Some(text) = field.keys.rename.take_if(|text| nests(&text.value)) {
        let parts: Vec<&str> = text.value.split(['[', ']', '.']).filter(|part| !part.is_empty()).collect();
        let fix = match parts.as_slice() {
            [objects @ .., name] if !objects.is_empty() => {
                format!("write `within = \"{}\", rename = \"{name}\"`", objects.join("."))
            }
            _ => "write only the key in `rename`, and its object in `within`".to_owned(),
        };
        let what = format!("`{}` would be a single key of the body, not an object", text.value.escape_debug());
        sink.error(text.literal.span(), Code::KeyForm, what, fix);
    }
}

fn is_one_value(field: &Field) -> bool {
    let is_list = field.presence == Presence::List || matches!(field.value, Value::List(_));
    !is_list && field.value.kind() != Kind::Any
}
