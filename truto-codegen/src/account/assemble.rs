//! A model from the answers of an account.

use crate::account::references::refer;
use crate::account::{Said, SaidMethod, SaidResource, says_something};
use crate::description::{Field, Kind, Method, Model, Resource, Text};
use crate::error::Error;
use crate::names::in_a_path;
use crate::schema::{self, Fields};
use crate::tree::Tree;

/// The methods that every resource may have, in the order in which they are declared.
const ORDER: &[&str] = &["list", "get", "create", "update", "delete"];

/// The methods whose answer is the record, the one that describes it best first.
const OF_RECORD: &[&str] = &["get", "list", "create", "update"];

/// Members of a request that every endpoint has, or that the client sets.
const COMMON: &[&str] =
    &["integrated_account_id", "limit", "next_cursor", "prev_cursor", "remote_data", "remote_query", "unified_model"];

/// Builds the model that the account described. The same answers give the same model.
///
/// No field of a record is required but its `id`, whatever its schema says: only the fields of a request keep what it requires.
/// A record whose schema says nothing has the field `id`, and every other member is among its unknown members. A schema that is not
/// that of an object is left out, with a note that says why.
///
/// # Errors
/// If a resource or a method has a name that cannot stand in a path.
pub fn assemble(said: &Said) -> Result<Model, Error> {
    in_a_path("model", &said.model)?;
    let mut resources = Vec::new();
    for (name, resource) in &said.resources {
        resources.push(self::resource(&said.model, name, resource)?);
    }
    refer(&mut resources);
    let label = said.label.clone().unwrap_or_else(|| said.model.clone());
    Ok(Model { name: said.model.clone(), label, resources, types: Vec::new(), shapes: Vec::new(), notes: Vec::new() })
}

fn resource(model: &str, name: &str, said: &SaidResource) -> Result<Resource, Error> {
    in_a_path("resource", name)?;
    let mut notes = Vec::new();
    let described = OF_RECORD.iter().filter_map(|method| Some((method, said.methods.get(*method)?.schema.as_ref()?)));
    let mut record = Fields::default();
    for (method, schema) in described.filter(|(_, schema)| says_something(schema)) {
        let more = match schema::record(schema) {
            Ok(more) => more,
            Err(error) => {
                notes.push(unusable(&format!("the answer of {method}"), &error));
                continue;
            }
        };
        record.left_out.extend(more.left_out);
        for field in more.fields {
            add(&mut record.fields, field);
        }
    }
    if record.fields.is_empty() {
        record.fields.push(Field::new("id", Kind::Text));
        notes.push(Text::Ours(
            "The account does not describe the record, so its members are among the unknown members".to_owned(),
        ));
    }
    left_out(&mut notes, &record.left_out);
    promise_only_the_id(&mut record.fields, true);
    for field in record.fields.iter_mut().filter(|field| field.wire == "id") {
        if is_id(&field.kind) {
            field.kind = Kind::Id(name.to_owned());
        }
    }
    let first = ORDER.iter().filter_map(|method| said.methods.get_key_value(*method));
    let custom = said.methods.iter().filter(|(method, _)| !ORDER.contains(&method.as_str()));
    let methods = first.chain(custom).map(|(method, about)| self::method((model, name), method, about));
    Ok(Resource {
        name: name.to_owned(),
        record_name: None,
        many: name.to_owned(),
        description: Text::Foreign(said.description.clone().unwrap_or_default()),
        notes,
        sources: said.docs_url.iter().cloned().collect(),
        fields: record.fields,
        methods: methods.collect::<Result<_, _>>()?,
        by_hand: None,
    })
}

fn method((model, resource): (&str, &str), name: &str, said: &SaidMethod) -> Result<Method, Error> {
    in_a_path("method", name)?;
    let mut method = Method::unified(model, resource, name);
    if let Some(failure) = &said.failure {
        method.notes.push(Text::Foreign(format!("The account does not describe this method: {failure}")));
    }
    let mut notes = Vec::new();
    let mut read = |what: &str, schema: Option<&Tree>, read: fn(&Tree) -> Result<Fields, Error>| {
        let mut fields = read(schema?).map_err(|error| notes.push(unusable(what, &error))).ok()?;
        let is_own = |field: &Field| !COMMON.contains(&field.wire.as_str()) && !field.wire.starts_with("truto_");
        fields.fields.retain(is_own);
        Some(fields)
    };
    let mut query = read("the query", said.query_schema.as_ref(), schema::query).unwrap_or_default();
    let mut body = None;
    if method.verb.has_body() {
        body = read("the body", said.request_body_schema.as_ref(), schema::body);
    }
    method.notes.append(&mut notes);
    // The id is in the path.
    let is_path = |field: &Field| method.path_fields.iter().any(|known| known.wire == field.wire);
    query.fields.retain(|field| !is_path(field));
    if let Some(body) = &mut body {
        body.fields.retain(|field| !is_path(field));
        left_out(&mut method.notes, &body.left_out);
        if method.verb.is_update() {
            // The schema of an update is that of the record as a rule, which says what a record has.
            body.fields.iter_mut().for_each(|field| field.is_required = false);
        }
    }
    left_out(&mut method.notes, &query.left_out);
    method.query = query.fields;
    method.body = body.map(|body| body.fields);
    Ok(method)
}

/// Makes every field of a record optional but its own id, because a schema of an account says what its provider sends as a rule.
/// A single row that breaks the rule would fail to decode. An overrides file can promise a field: `"required": true`.
fn promise_only_the_id(fields: &mut [Field], is_record: bool) {
    for field in fields {
        field.is_required &= is_record && field.wire == "id";
        if let Some(members) = field.kind.members_mut() {
            promise_only_the_id(members, false);
        }
    }
}

/// Adds a field that another method describes. The first description stays, unless it has no type.
fn add(fields: &mut Vec<Field>, field: Field) {
    match fields.iter_mut().find(|known| known.wire == field.wire) {
        Some(known) => {
            // A list may leave out what a single record has.
            known.is_required &= field.is_required;
            if matches!(known.kind, Kind::Any(_)) && !matches!(field.kind, Kind::Any(_)) {
                known.kind = field.kind;
            }
            if known.description.is_empty() {
                known.description = field.description;
            }
        }
        None => fields.push(field),
    }
}

/// Whether a field that is called `id` can be read as one: an id is read from a string and from a whole number.
fn is_id(kind: &Kind) -> bool {
    match kind {
        Kind::Text | Kind::Integer => true,
        Kind::Any(why) => why == "it is a string or a whole number" || why == "it is a whole number or a string",
        _ => false,
    }
}

fn left_out(notes: &mut Vec<Text>, names: &[String]) {
    if !names.is_empty() {
        let names: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
        let what = format!("Members whose names cannot be declared: {}", names.join(", "));
        notes.push(Text::Foreign(what));
    }
}

/// The note that a schema of the account is not used.
fn unusable(what: &str, error: &Error) -> Text {
    Text::Foreign(format!("The account's schema of {what} is not used: {error}"))
}
