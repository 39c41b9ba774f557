//! Placeholders need fields, and the fields of placeholders need suitable types and keys.

use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::diag::{Code, Sink, nearest};
use crate::grammar::Template;
use crate::model::{Endpoint, Field, Place, Presence};
use crate::recovery::Recovered;
use crate::syntax::{type_text, wrapper};

pub(super) fn check(endpoint: &mut Endpoint, recovered: &mut Recovered, sink: &mut Sink) {
    let is_clear = match &mut endpoint.template {
        Some(template) => {
            template.adopt_variables(|name| endpoint.fields.iter().any(|field| field.name.unraw() == name), sink);
            let is_clear = template.is_sound && !recovered.is_another_item;
            is_clear && placeholders(template, &mut endpoint.fields, recovered, sink)
        }
        None => false,
    };
    for field in &mut endpoint.fields {
        if field.place == Place::Path {
            sink.unless(recovered.in_doubt.contains(&field.name), |sink| path_value(field, recovered, sink));
        } else if let Some(span) =
            field.keys.slash.take().filter(|_| is_clear && !recovered.in_doubt.contains(&field.name))
        {
            let what = format!("`slash` is for path values, and `{}` is not in the path", field.name);
            sink.error(span, Code::Conflict, what, "remove `slash`, or add the field to the path");
        }
    }
}

/// Whether every placeholder has a field. A misspelt placeholder binds the field that is meant.
fn placeholders(template: &Template, fields: &mut [Field], recovered: &Recovered, sink: &mut Sink) -> bool {
    let mut is_clear = true;
    for placeholder in &template.placeholders {
        if let Some(field) = fields.iter_mut().find(|field| field.name.unraw() == placeholder.as_str()) {
            field.place = Place::Path;
            continue;
        }
        is_clear = false;
        if let Some(field) = fields.iter_mut().find(|field| is_renamed(field, placeholder)) {
            renamed(placeholder, field, recovered, sink);
            continue;
        }
        // Fields of other placeholders and lists are not candidates.
        let is_free = |field: &&mut Field| field.place != Place::Path && field.presence != Presence::List;
        let free: Vec<&mut Field> = fields.iter_mut().filter(is_free).collect();
        let names: Vec<String> = free.iter().map(|field| field.name.unraw().to_string()).collect();
        let near = nearest(placeholder, &names.iter().map(String::as_str).collect::<Vec<_>>());
        let fix = match near {
            Some(near) => format!("did you mean `{{{near}}}`?"),
            None => format!("declare a field `{placeholder}`"),
        };
        let what = format!("the placeholder `{{{placeholder}}}` has no field");
        sink.error(template.span(), Code::Placeholder, what, fix);
        if let Some(field) = free.into_iter().find(|field| near.is_some_and(|near| field.name.unraw() == near)) {
            field.place = Place::Path;
        }
    }
    is_clear
}

/// Whether a field has the name of the placeholder only as its wire name, and no key moves it elsewhere.
fn is_renamed(field: &Field, placeholder: &str) -> bool {
    let keys = &field.keys;
    let is_elsewhere = keys.query.is_some() || keys.header.is_some() || keys.within.is_some();
    let has_name = keys.rename.as_ref().is_some_and(|rename| rename.value == placeholder);
    has_name && !is_elsewhere && field.place != Place::Path && field.presence != Presence::List
}

fn renamed(placeholder: &str, field: &mut Field, recovered: &Recovered, sink: &mut Sink) {
    let Some(rename) = field.keys.rename.take() else { return };
    field.place = Place::Path;
    let name = field.name.unraw();
    let what = format!("the placeholder `{{{placeholder}}}` must be the name of a field, not its `rename`");
    let fix = format!("write `{{{name}}}` in the path and remove `rename`, or name the field `{placeholder}`");
    sink.unless(recovered.in_doubt.contains(&field.name), |sink| {
        sink.error(rename.literal.span(), Code::Placeholder, what, fix);
    });
}

fn path_value(field: &mut Field, recovered: &mut Recovered, sink: &mut Sink) {
    let elsewhere = [
        ("query", field.keys.query.take()),
        ("header", field.keys.header.take().map(|(_, span)| span)),
        ("within", field.keys.within.take().map(|(_, span)| span)),
    ];
    for (key, span) in elsewhere {
        let Some(span) = span else { continue };
        let what = format!("`{}` is in the path, and `{key}` puts it elsewhere", field.name);
        let fix = format!("remove `{key}`, or remove `{{{}}}` from the path", field.name.unraw());
        sink.error(span, Code::Conflict, what, fix);
    }
    if let Some(rename) = field.keys.rename.take() {
        let what = format!("`{}` is in the path, where `rename` has no effect", field.name);
        let fix = "remove `rename`: the placeholder is the field's name";
        sink.error(rename.literal.span(), Code::Conflict, what, fix);
    }
    if field.presence != Presence::Defaulted
        && let Some((wrapper, item)) = wrapper(&field.ty)
    {
        let what = match wrapper {
            "Vec" => "expected a single value, found a list",
            _ => "a path value cannot be optional",
        };
        let what = format!("`{}` is in the path: {what}", field.name);
        let fix = format!("use a required type: `{}`", type_text(item));
        sink.error(field.ty.span(), Code::OptionalPath, what, fix);
        let item = item.clone();
        field.replace_type(item, recovered);
    }
}
