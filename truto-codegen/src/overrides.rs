//! What a description cannot say: names in Rust, shared types, better words, the endpoints that are kept by hand.
//!
//! An overrides file is JSON. [`models/crm.overrides.json`](https://github.com/trutohq/truto-rust) is one:
//!
//! ```json
//! {
//!   "fields": {
//!     ".id": { "description": "record id" },
//!     "owner": { "references": "users" }
//!   },
//!   "resources": {
//!     "contacts": {
//!       "record": "Contact",
//!       "fields": { "phone_numbers.type": { "name": "kind", "type_name": "PhoneNumberKind" } },
//!       "filters": { "email_addresses[email]": { "name": "email" } },
//!       "methods": { "get": { "query": { "workspace[id]": { "type": "string" } } } }
//!     }
//!   }
//! }
//! ```
//!
//! `filters` are those of `list`; a member of an object is `email_addresses[email]` there. `"plain": true` marks a filter that takes
//! one value and no operators, such as a text to search for.
//!
//! `"shapes"` has entries for members of the shapes of the description. `"elsewhere"` says where a resource or a method is, so that it is not declared again. `"shape"` names a shape of the description,
//! or several that are read as one type.
//!
//! A field of a record that an account describes is optional, unless it is its `id` or has `"required": true` here.
//!
//! A path that begins with a dot matches its name at any depth. An entry that matches nothing is an error, so that a file cannot
//! fall behind its model.

use std::collections::HashSet;

use crate::description::{Answer, ByHand, Field, Kind, Method, Model, Resource, Scope, Text};
use crate::error::Error;
use crate::file;
use crate::query;
use crate::tree::Tree;

/// Fields that a request does not set.
const READ_ONLY: &[&str] = &["id", "created_at", "updated_at"];

/// Overrides of a model.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    trees: Vec<Tree>,
    is_lenient: bool,
}

impl Overrides {
    /// Reads an overrides file.
    ///
    /// # Errors
    /// If the text is not a JSON object.
    pub fn read(json: &str) -> Result<Self, Error> {
        let tree: Tree = serde_json::from_str(json)
            .map_err(|error| Error::new(format!("the overrides are not JSON: {error}; check the file")))?;
        if !tree.is_object() {
            return Err(Error::new("the overrides are not an object: write `{\"resources\": {…}}`"));
        }
        Ok(Self { trees: vec![tree], is_lenient: false })
    }

    /// These overrides, and then others.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.trees.extend(others.trees);
        self
    }

    /// These overrides, where an entry that matches nothing is not an error: an account describes only what its provider has of a
    /// model, and members of filters one by one.
    #[must_use]
    pub fn lenient(mut self) -> Self {
        self.is_lenient = true;
        self
    }

    /// Applies the overrides, and fills in what the description leaves to convention: the bodies of `create` and `update`, and the
    /// members of filters.
    ///
    /// # Errors
    /// If an entry matches nothing, or has another shape.
    pub fn apply(&self, model: &mut Model) -> Result<(), Error> {
        let members =
            |name: &str| self.trees.iter().filter_map(|tree| tree.get(name)).flat_map(Tree::members).collect();
        let general: Vec<(&str, &Tree)> = members("fields");
        let resources: Vec<(&str, &Tree)> = members("resources");
        let types: Vec<(&str, &Tree)> = members("types");
        let unmatched = |what: &str, name: &str| if self.is_lenient { Ok(()) } else { Err(unmatched(what, name)) };
        if let Some((name, _)) =
            resources.iter().find(|(name, _)| model.resources.iter().all(|known| known.name != *name))
        {
            unmatched("resource", name)?;
        }
        let described = |(name, about): (&str, &Tree)| Some((name.to_owned(), Text::Ours(about.text()?.to_owned())));
        model.types.extend(types.into_iter().filter_map(described));
        let mut used = HashSet::new();
        for (name, entries) in members("shapes") {
            let Some((_, fields)) = model.shapes.iter_mut().find(|(known, _)| known == name) else {
                unmatched("shape", name)?;
                continue;
            };
            for (path, entry) in entries.members() {
                if !with(fields, path, Place { resource: name, shapes: &[] }, entry)? {
                    unmatched("member", &format!("{name}.{path}"))?;
                }
            }
        }
        let shapes = model.shapes.clone();
        for resource in &mut model.resources {
            let in_methods = resource.methods.iter_mut().flat_map(|method| {
                let answer = match &mut method.answer {
                    Answer::Page(kind) | Answer::One(kind) => Some(kind),
                    Answer::Deleted | Answer::Json(_) => None,
                };
                let fields = method.query.iter_mut().chain(method.body.iter_mut().flatten());
                fields.map(|field| &mut field.kind).chain(answer)
            });
            resource.fields.iter_mut().map(|field| &mut field.kind).chain(in_methods).for_each(|kind| {
                as_shaped(kind, &shapes);
            });
        }
        for resource in &mut model.resources {
            let own = resources.iter().filter(|(name, _)| *name == resource.name).map(|(_, tree)| *tree);
            apply(resource, &own.collect::<Vec<_>>(), &general, &mut used, (&shapes, &unmatched))?;
        }
        for (name, tree) in &resources {
            if let Some(place) = tree.text_of("elsewhere") {
                model.resources.retain(|resource| resource.name != *name);
                model.notes.push(Text::Ours(format!("The resource `{name}` is {place}")));
            }
        }
        match general.iter().find(|(path, _)| !used.contains(path)) {
            Some((path, _)) => unmatched("field", path),
            None => Ok(()),
        }
    }
}

fn unmatched(what: &str, name: &str) -> Error {
    Error::new(format!("the overrides name the {what} `{name}`, which the description does not have: remove the entry"))
}

/// Where an entry stands: the name of its resource, and the shapes that it can name.
#[derive(Clone, Copy)]
struct Place<'p> {
    resource: &'p str,
    shapes: &'p [(String, Vec<Field>)],
}

fn apply<'o>(
    resource: &mut Resource,
    own: &[&Tree],
    general: &[(&'o str, &Tree)],
    used: &mut HashSet<&'o str>,
    (shapes, unmatched): (&[(String, Vec<Field>)], &impl Fn(&str, &str) -> Result<(), Error>),
) -> Result<(), Error> {
    for own in own {
        of_resource(resource, own);
    }
    let name = resource.name.clone();
    let place = Place { resource: &name, shapes };
    let entries = |key: &str| own.iter().filter_map(|own| own.get(key)).flat_map(Tree::members).collect::<Vec<_>>();
    for (path, entry) in general {
        if with(&mut resource.fields, path, place, entry)? {
            used.insert(path);
        }
    }
    for (path, entry) in entries("fields") {
        if !with(&mut resource.fields, path, place, entry)? {
            unmatched("field", &format!("{name}.{path}"))?;
        }
    }
    for method in &mut resource.methods {
        // A body that is described by itself has the same fields as the record, or some of them.
        let body = method.body.as_deref_mut().unwrap_or_default();
        let needs: Vec<bool> = body.iter().map(|field| field.is_required).collect();
        for (path, entry) in general.iter().copied().chain(entries("fields")) {
            with(body, path, place, entry)?;
        }
        if method.verb.is_update() {
            // What a record has, an update need not set.
            body.iter_mut().zip(needs).for_each(|(field, needs)| field.is_required = needs);
        }
        for field in &mut method.query {
            as_in_the_record(field, &resource.fields);
            in_our_words(field, &resource.fields);
        }
        for (path, entry) in general {
            if with(&mut method.query, path, place, entry)? {
                used.insert(path);
            }
        }
    }
    let (members, whole): (Vec<_>, Vec<_>) = entries("filters").into_iter().partition(|(path, _)| path.contains('['));
    filter_entries(resource, &whole, place, unmatched)?;
    for method in &mut resource.methods {
        method.query = query::flattened(std::mem::take(&mut method.query));
    }
    filter_entries(resource, &members, place, unmatched)?;
    let read_only: Vec<String> = own.iter().flat_map(|own| own.texts_of("read_only")).collect();
    bodies(resource, &read_only);
    for (method, entry) in entries("methods") {
        let Some(known) = resource.methods.iter_mut().find(|known| known.name == method) else {
            unmatched("method", &format!("{name}.{method}"))?;
            continue;
        };
        if let Some(elsewhere) = entry.text_of("elsewhere") {
            resource.methods.retain(|known| known.name != method);
            resource.notes.push(Text::Ours(format!("The method `{method}` is {elsewhere}")));
            continue;
        }
        of_method(known, entry, place)?;
    }
    Ok(())
}

/// What an entry says of the resource itself.
fn of_resource(resource: &mut Resource, own: &Tree) {
    if let Some(many) = own.text_of("many") {
        many.clone_into(&mut resource.many);
    }
    resource.record_name = own.text_of("record").map(str::to_owned).or_else(|| resource.record_name.take());
    if let Some(description) = own.text_of("description") {
        resource.description = Text::Ours(description.to_owned());
    }
    if own.get("notes").is_some() {
        resource.notes = own.texts_of("notes").into_iter().map(Text::Ours).collect();
    }
    if let Some(by_hand) = own.get("by_hand") {
        let (exports, endpoints) = (by_hand.texts_of("exports"), by_hand.texts_of("endpoints"));
        resource.by_hand = Some(ByHand { exports, endpoints });
    }
}

/// The bodies of `create` and `update` that are not described: the fields of the record that a request can set.
fn bodies(resource: &mut Resource, read_only: &[String]) {
    let is_set = |field: &&Field| {
        !READ_ONLY.contains(&field.wire.as_str()) && field.wire != "remote_data" && !read_only.contains(&field.wire)
    };
    let body: Vec<Field> = resource.fields.iter().filter(is_set).cloned().collect();
    for method in &mut resource.methods {
        if method.body.is_none() && matches!(method.name.as_str(), "create" | "update") {
            // What a record has, an update need not set.
            let is_update = method.verb.is_update();
            let field = |field: &Field| Field { is_required: field.is_required && !is_update, ..field.clone() };
            method.body = Some(body.iter().map(field).collect());
        }
    }
}

fn filter_entries(
    resource: &mut Resource,
    entries: &[(&str, &Tree)],
    place: Place<'_>,
    unmatched: &impl Fn(&str, &str) -> Result<(), Error>,
) -> Result<(), Error> {
    for (path, entry) in entries {
        let list = resource.methods.iter_mut().find(|method| method.name == "list");
        let is_known = match list {
            Some(list) => with(&mut list.query, path, place, entry)?,
            None => false,
        };
        if !is_known {
            unmatched("filter", &format!("{}.{path}", place.resource))?;
        }
    }
    Ok(())
}

fn of_method(method: &mut Method, entry: &Tree, place: Place<'_>) -> Result<(), Error> {
    method.endpoint_name = entry.text_of("name").map(str::to_owned).or_else(|| method.endpoint_name.take());
    if let Some(description) = entry.text_of("description") {
        method.description = Text::Ours(description.to_owned());
    }
    if entry.get("notes").is_some() {
        method.notes = entry.texts_of("notes").into_iter().map(Text::Ours).collect();
    }
    match entry.text_of("scope") {
        None => {}
        Some("account") => method.scope = Scope::Account,
        Some("client") => method.scope = Scope::Client,
        Some(other) => {
            return Err(Error::new(format!("the overrides have the scope `{other}`: write account or client")));
        }
    }
    if let Some(answer) = entry.get("answer") {
        answered(method, answer, place)?;
    }
    for (wire, entry) in entry.get("path").into_iter().flat_map(Tree::members) {
        with(&mut method.path_fields, wire, place, entry)?;
    }
    add(&mut method.query, entry.get("query"), place)?;
    if let Some(body) = entry.get("body") {
        add(method.body.get_or_insert_default(), Some(body), place)?;
    }
    Ok(())
}

/// What an entry says of the answer: a word, or changes of what is answered.
fn answered(method: &mut Method, entry: &Tree, place: Place<'_>) -> Result<(), Error> {
    let record = || Kind::Record(place.resource.to_owned());
    match entry.text() {
        Some("page") => method.answer = Answer::Page(record()),
        Some("record") => method.answer = Answer::One(record()),
        Some("deleted") => method.answer = Answer::Deleted,
        Some("json") => method.answer = Answer::Json("the API's pages do not agree on the answer".to_owned()),
        Some(other) => {
            return Err(Error::new(format!(
                "the overrides have the answer `{other}`: write page, record, deleted or json"
            )));
        }
        None => {
            let (kind, is_list) = match std::mem::replace(&mut method.answer, Answer::Deleted) {
                Answer::Page(kind) => (kind, true),
                Answer::One(kind) => (kind, false),
                Answer::Deleted | Answer::Json(_) => (Kind::any(""), false),
            };
            // The answer is changed as a field is.
            let mut answer = [Field::new("answer", kind)];
            with(&mut answer, "answer", place, entry)?;
            for (path, entry) in entry.get("fields").into_iter().flat_map(Tree::members) {
                with(&mut answer, &format!("answer.{path}"), place, entry)?;
            }
            let [answer] = answer;
            method.answer = if is_list { Answer::Page(answer.kind) } else { Answer::One(answer.kind) };
        }
    }
    Ok(())
}

/// Adds fields, or changes those that are there.
fn add(fields: &mut Vec<Field>, entries: Option<&Tree>, place: Place<'_>) -> Result<(), Error> {
    for (wire, entry) in entries.into_iter().flat_map(Tree::members) {
        if fields.iter().any(|field| field.wire == wire) {
            with(fields, wire, place, entry)?;
        } else {
            let mut field = file::field(wire, entry, place.resource)?;
            change(&mut field, entry, place)?;
            fields.push(field);
        }
    }
    Ok(())
}

/// Changes every field that the path matches. Returns whether there is one.
fn with(fields: &mut [Field], path: &str, place: Place<'_>, entry: &Tree) -> Result<bool, Error> {
    let mut is_there = false;
    let any_depth = path.strip_prefix('.');
    for field in fields {
        let rest = match any_depth {
            Some(name) if field.wire == name => Some(""),
            Some(_) => None,
            None if field.wire == path => Some(""),
            None => path.strip_prefix(field.wire.as_str()).and_then(|rest| rest.strip_prefix('.')),
        };
        if rest == Some("") {
            change(field, entry, place)?;
            is_there = true;
        }
        let below = if any_depth.is_some() { Some(path) } else { rest.filter(|rest| !rest.is_empty()) };
        if let (Some(below), Some(members)) = (below, field.kind.members_mut()) {
            is_there |= with(members, below, place, entry)?;
        }
    }
    Ok(is_there)
}

fn change(field: &mut Field, entry: &Tree, place: Place<'_>) -> Result<(), Error> {
    if entry.get("type").is_some() {
        let spec = file::field(&field.wire, entry, place.resource)?;
        field.kind = spec.kind;
    }
    if let Some(shape) = entry.get("shape") {
        let kind = shaped(shape, place)?;
        field.kind = match &field.kind {
            Kind::List(_) => Kind::List(Box::new(kind)),
            _ => kind,
        };
    }
    if let Some(core) = entry.text_of("core") {
        field.kind = Kind::Core(core.to_owned());
    }
    if let Some(name) = entry.text_of("name") {
        field.name = Some(name.to_owned());
    }
    if let Some(description) = entry.text_of("description") {
        field.description = Text::Ours(description.to_owned());
    }
    if entry.get("notes").is_some() {
        field.notes = entry.texts_of("notes").into_iter().map(Text::Ours).collect();
    }
    if entry.get("write_notes").is_some() {
        field.write_notes = entry.texts_of("write_notes").into_iter().map(Text::Ours).collect();
    }
    if entry.get("required").is_some() {
        field.is_required = entry.is_set("required");
    }
    if entry.get("secret").is_some() {
        field.is_secret = entry.is_set("secret");
    }
    field.in_query = file::in_query(entry).unwrap_or(field.in_query);
    if let Some(target) = entry.text_of("references") {
        let target = target.split('.').next().unwrap_or(target);
        field.kind = referring(std::mem::replace(&mut field.kind, Kind::Text), target);
    }
    if let Some(type_name) = entry.text_of("type_name") {
        named(&mut field.kind, type_name);
    }
    Ok(())
}

/// An object of the name of a shape has the members of this shape, as they are now.
fn as_shaped(kind: &mut Kind, shapes: &[(String, Vec<Field>)]) {
    match kind {
        Kind::List(item) | Kind::Map(item) => as_shaped(item, shapes),
        Kind::Object { name: Some(name), fields } => {
            if let Some((_, shape)) = shapes.iter().find(|(known, _)| known == name) {
                fields.clone_from(shape);
            }
        }
        _ => {}
    }
}

/// An object with the members of the shapes of these names. A member of two types has no type.
fn shaped(names: &Tree, place: Place<'_>) -> Result<Kind, Error> {
    let names: Vec<&str> = names.text().into_iter().chain(names.items().iter().filter_map(Tree::text)).collect();
    let mut members: Vec<Field> = Vec::new();
    for name in &names {
        let Some((_, fields)) = place.shapes.iter().find(|(known, _)| known == name) else {
            return Err(unmatched("shape", name));
        };
        for field in fields {
            match members.iter_mut().find(|known| known.wire == field.wire) {
                Some(known) if known.kind == field.kind => {}
                Some(known) => known.kind = joined(&known.kind, &field.kind),
                None => members.push(field.clone()),
            }
        }
    }
    Ok(Kind::Object { name: names.first().map(|name| (*name).to_owned()), fields: members })
}

/// What holds both kinds.
fn joined(one: &Kind, other: &Kind) -> Kind {
    match (one, other) {
        (Kind::Choice { name, values }, Kind::Choice { values: more, .. }) => {
            let new = more.iter().filter(|value| !values.contains(value));
            Kind::Choice { name: name.clone(), values: values.iter().chain(new).cloned().collect() }
        }
        (Kind::Choice { .. }, Kind::Text) => one.clone(),
        (Kind::Text, Kind::Choice { .. }) => other.clone(),
        _ => Kind::any("it is of several types"),
    }
}

/// The same kind, as an id or as a reference to a record.
fn referring(kind: Kind, target: &str) -> Kind {
    match kind {
        Kind::Object { .. } | Kind::Reference(_) => Kind::Reference(target.to_owned()),
        Kind::List(item) => Kind::List(Box::new(referring(*item, target))),
        Kind::Text | Kind::Integer | Kind::Id(_) => Kind::Id(target.to_owned()),
        other => other,
    }
}

fn named(kind: &mut Kind, type_name: &str) {
    match kind {
        Kind::Choice { name, .. } | Kind::Object { name, .. } => *name = Some(type_name.to_owned()),
        Kind::List(item) | Kind::Map(item) => named(item, type_name),
        _ => {}
    }
}

/// What our words say of a field of the record is better than what somebody else's say of the filter on it.
fn in_our_words(filter: &mut Field, record: &[Field]) {
    let same = record.iter().find(|field| field.wire == filter.wire);
    let ours = same.map(|field| &field.description).filter(|text| matches!(text, Text::Ours(_)) && !text.is_empty());
    if let (Text::Foreign(_), Some(ours)) = (&filter.description, ours) {
        filter.description = ours.clone();
    }
}

/// A filter on an object says no more than that it is one. The record says what is in it.
fn as_in_the_record(filter: &mut Field, record: &[Field]) {
    let is_open = match filter.kind.item() {
        Kind::Any(why) => why.is_empty(),
        Kind::Object { fields, .. } => fields.is_empty(),
        _ => false,
    };
    let same = record.iter().find(|field| field.wire == filter.wire);
    if let Some(kind) = same.map(|field| &field.kind).filter(|_| is_open) {
        filter.kind = match (&filter.kind, kind) {
            (Kind::List(_), Kind::List(_)) | (_, Kind::Object { .. } | Kind::Reference(_)) => kind.clone(),
            (_, kind) => kind.item().clone(),
        };
    }
}
