//! Compares the request that arrived with the values that were set.

use crate::case::{Field, Form, Place, Style};
use crate::script::{Meant, Script, Way, has_plain_keys};
use crate::server::{ACCOUNT, Arrived, Part, read_form, read_json};
use crate::tree::Tree;

/// Returns the names of the values that must be refused.
pub(crate) fn refused(script: &Script) -> Vec<String> {
    let entity = script.entity();
    let fields = script.case.fields.iter().zip(&script.given);
    let fields = fields.filter(|(field, given)| matches!(Meant::of(field, given, entity.as_deref()), Meant::Refused));
    let mut names: Vec<String> = fields.map(|(field, _)| field.path()).collect();
    let remote = |(name, value): &(String, Tree)| Tree::Object(vec![(name.clone(), value.clone())]);
    let is_refused = |entry: &(String, Tree)| !has_plain_keys(&remote(entry)) || entry.1.any(&Tree::is_empty);
    let parameters = script.common.remote_query.iter().filter(|entry| is_refused(entry));
    names.extend(parameters.map(|(name, _)| format!("remote_query[{name}]")));
    names
}

/// Checks the request that reached the server.
pub(crate) fn arrived(script: &Script, mut arrived: Arrived) -> Result<(), String> {
    let case = script.case;
    let entity = script.entity();
    let meant = |place: Place| {
        let fields = case.fields.iter().zip(&script.given).filter(move |(field, _)| field.place == place);
        fields.filter_map(|(field, given)| match Meant::of(field, given, entity.as_deref()) {
            Meant::Value(value) => Some((field, value)),
            Meant::Nothing | Meant::Refused => None,
        })
    };
    expect("method", arrived.method == case.method, &arrived.method)?;
    path(case.path, &meant(Place::Path).collect::<Vec<_>>(), &arrived)?;
    for (field, value) in meant(Place::Header) {
        let found = arrived.header(field.wire).map(Tree::text);
        expect(field.name, found.as_ref().is_some_and(|found| found.spells(&value)), &(found, value))?;
    }
    let silent =
        case.fields.iter().filter(|field| field.place == Place::Header && arrived.header(field.wire).is_some());
    expect("headers", silent.count() == meant(Place::Header).count(), &arrived.headers)?;
    expect("key", arrived.header("idempotency-key").is_some() == (case.method != "GET"), &arrived.headers)?;
    for (field, value) in meant(Place::Query) {
        // JSON does not keep the order of the members of an object.
        let value = match value {
            Tree::Order(members) if script.way == Way::Json => Tree::Object(members),
            value => value,
        };
        let found = in_query(field, &value, &mut arrived)?;
        expect(field.name, found.spells(&value), &(found, value))?;
    }
    common(script, &mut arrived)?;
    expect("nothing else in the query", arrived.query.is_empty(), &arrived.query)?;
    let body: Vec<(&Field, Tree)> = meant(Place::Body).collect();
    match case.form {
        Form::Nothing => expect("no body", arrived.body.is_empty(), &arrived.body),
        Form::Json => json(script, &body, &arrived),
        Form::Multipart => multipart(script, &body, &arrived),
        Form::Raw => raw(&body, &arrived),
    }
}

fn expect(what: &str, holds: bool, found: &dyn std::fmt::Debug) -> Result<(), String> {
    if holds { Ok(()) } else { Err(format!("{what}: {found:?}")) }
}

fn path(template: &str, meant: &[(&Field, Tree)], arrived: &Arrived) -> Result<(), String> {
    let segments: Vec<&str> = template.split('/').skip(1).collect();
    expect("path", segments.len() == arrived.segments.len(), &arrived.segments)?;
    for (segment, found) in segments.into_iter().zip(&arrived.segments) {
        let name = segment.strip_prefix('{').and_then(|name| name.strip_suffix('}'));
        let value = meant.iter().find(|(field, _)| Some(field.name) == name).map(|(_, value)| value);
        let is_same = value.map_or(segment == found, |value| Tree::text(found).spells(value));
        expect("path", is_same, &(found, value))?;
    }
    Ok(())
}

fn in_query(field: &Field, value: &Tree, arrived: &mut Arrived) -> Result<Tree, String> {
    let missing = || format!("{} did not arrive: {:?}", field.name, arrived.query);
    let missing = missing();
    match (field.style, value) {
        (Style::Repeat, Tree::List(_)) => Ok(Tree::List(arrived.take(field.wire).iter().map(Tree::text).collect())),
        (Style::Comma, Tree::List(_)) => {
            let found = arrived.take(field.wire);
            let [joined] = found.as_slice() else { return Err(missing) };
            Ok(Tree::List(joined.split(',').map(Tree::text).collect()))
        }
        _ => arrived.take_tree(field.wire)?.ok_or(missing),
    }
}

fn common(script: &Script, arrived: &mut Arrived) -> Result<(), String> {
    expect("account", arrived.take("integrated_account_id") == [ACCOUNT], &arrived.query)?;
    let names = arrived.take("truto_exclude_fields[]");
    expect("exclude_fields", names == script.common.exclude_fields, &(names, &script.common.exclude_fields))?;
    for (name, value) in &script.common.plain {
        let found = arrived.take(name);
        let is_same = matches!(found.as_slice(), [found] if Tree::text(found).spells(value));
        expect(name, is_same, &(found, value))?;
    }
    for (name, value) in &script.common.remote_query {
        let found = arrived.take_tree(&format!("remote_query[{name}]"))?;
        expect(name, found.as_ref().is_some_and(|found| found.spells(value)), &(found, value))?;
    }
    if script.case.form == Form::Raw {
        expect("passthrough", arrived.take("truto_body_passthrough") == ["true"], &arrived.query)?;
    }
    Ok(())
}

fn json(script: &Script, body: &[(&Field, Tree)], arrived: &Arrived) -> Result<(), String> {
    let mut meant = Vec::new();
    for (field, value) in body {
        let mut object = &mut meant;
        for name in field.within {
            object = inside(object, name);
        }
        object.push((field.wire.to_owned(), value.clone()));
    }
    if let Some(data) = &script.common.remote_data {
        meant.push(("remote_data".to_owned(), data.clone()));
    }
    let found = read_json(std::str::from_utf8(&arrived.body).map_err(|error| error.to_string())?)?;
    let meant = Tree::Object(meant);
    expect("body", found.is(&meant), &(&found, &meant))
}

/// Returns the members of the object with this name in `object`.
fn inside<'a>(object: &'a mut Vec<(String, Tree)>, name: &str) -> &'a mut Vec<(String, Tree)> {
    let at = object.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
        object.push((name.to_owned(), Tree::Object(Vec::new())));
        object.len() - 1
    });
    match &mut object[at].1 {
        Tree::Object(members) => members,
        other => panic!("`{name}` is the name of an object and of {other:?}"),
    }
}

fn multipart(script: &Script, body: &[(&Field, Tree)], arrived: &Arrived) -> Result<(), String> {
    let mut parts = read_form(arrived.header("content-type").unwrap_or_default(), &arrived.body)?;
    let data = script.common.remote_data.iter().map(|data| ("remote_data", data));
    for (wire, value) in body.iter().map(|(field, value)| (field.wire, value)).chain(data) {
        let found: Vec<Part> = parts.extract_if(.., |part| part.name == wire).collect();
        let is_same = match value {
            Tree::List(files) if files.iter().any(|file| matches!(file, Tree::File { .. })) => {
                found.len() == files.len() && found.iter().zip(files).all(|(part, file)| is_file(part, file))
            }
            file @ Tree::File { .. } => matches!(found.as_slice(), [part] if is_file(part, file)),
            value => matches!(found.as_slice(), [part] if is_value(part, value)),
        };
        expect(wire, is_same, &(found, value))?;
    }
    expect("nothing else in the form", parts.is_empty(), &parts)
}

fn is_file(part: &Part, file: &Tree) -> bool {
    let Tree::File { bytes, content_type, name } = file else { return false };
    // A server reads a part as a file only if it has a file name.
    let name = name.as_deref().unwrap_or("file");
    part.body == *bytes && part.content_type.as_ref() == Some(content_type) && part.file_name.as_deref() == Some(name)
}

fn is_value(part: &Part, value: &Tree) -> bool {
    let Ok(text) = std::str::from_utf8(&part.body) else { return false };
    match (part.content_type.as_deref(), value) {
        (None, value) => *value != Tree::Null && Tree::text(text).spells(value),
        (Some("application/json"), value) => read_json(text).is_ok_and(|found| found.is(value)),
        _ => false,
    }
}

fn raw(body: &[(&Field, Tree)], arrived: &Arrived) -> Result<(), String> {
    let [(_, Tree::File { bytes, content_type, .. })] = body else { return Err("the value is not a file".to_owned()) };
    let found = (&arrived.body[..], arrived.header("content-type"));
    expect("file", found == (bytes, Some(content_type)), &found)
}
