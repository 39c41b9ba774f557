//! Descriptions in our own format: `models/crm.json`, and `models/platform.json`.
//!
//! A model of the unified API names the methods of a resource, and their routes follow from the names. Where they do not follow,
//! the methods are objects with routes of their own, which `routes.rs` reads.

use crate::description::{Field, InQuery, Kind, Method, Model, Resource, Text};
use crate::error::Error;
use crate::routes::Routes;
use crate::tree::Tree;

/// Reads a description of a model.
///
/// # Errors
/// If the text is not JSON, or if a resource or a field has another shape than the format has.
pub fn read(json: &str) -> Result<Model, Error> {
    let tree: Tree = serde_json::from_str(json)
        .map_err(|error| Error::new(format!("the description is not JSON: {error}; check the file")))?;
    let name = tree.text_of("model").ok_or_else(|| Error::new("the description has no `model`: add its name"))?;
    let resources = tree
        .get("resources")
        .filter(|resources| resources.is_object())
        .ok_or_else(|| Error::new("the description has no `resources`: add an object of resources"))?;
    let routes = Routes::of(&tree)?;
    let read = |(resource, tree): (&str, &Tree)| match tree.get("methods") {
        Some(methods) if methods.is_object() => routes.resource(resource, tree),
        _ => self::resource(name, resource, tree),
    };
    let resources = resources.members().map(read).collect::<Result<_, _>>()?;
    let label = tree.text_of("label").unwrap_or(name).to_owned();
    let shapes = routes.into_shapes();
    Ok(Model { name: name.to_owned(), label, resources, types: Vec::new(), shapes, notes: Vec::new() })
}

fn resource(model: &str, name: &str, tree: &Tree) -> Result<Resource, Error> {
    let mut fields = fields(tree.get("fields"), name)?;
    for (wire, note) in tree.get("write_notes").into_iter().flat_map(Tree::members) {
        let Some(field) = fields.iter_mut().find(|field| field.wire == wire) else { continue };
        field.write_notes.extend(note.text().map(|note| Text::Ours(note.to_owned())));
    }
    let mut methods: Vec<Method> =
        tree.texts_of("methods").iter().map(|method| Method::unified(model, name, method)).collect();
    if let Some(list) = methods.iter_mut().find(|method| method.name == "list") {
        let filters = tree.get("list_query").and_then(|query| query.get("filters"));
        list.query = self::fields(filters, name)?;
    }
    for (method, tree) in tree.get("custom_methods").into_iter().flat_map(Tree::members) {
        methods.push(custom(Method::unified(model, name, method), tree, name)?);
    }
    Ok(Resource {
        name: name.to_owned(),
        record_name: None,
        many: name.to_owned(),
        description: Text::Ours(String::new()),
        notes: tree.text_of("notes").map(|note| Text::Ours(note.to_owned())).into_iter().collect(),
        sources: tree.texts_of("sources"),
        fields,
        methods,
        by_hand: None,
    })
}

fn custom(mut method: Method, tree: &Tree, resource: &str) -> Result<Method, Error> {
    method.body = Some(fields(tree.get("body"), resource)?);
    method.query = fields(tree.get("body_or_query"), resource)?;
    let integrations = tree.texts_of("integrations");
    if !integrations.is_empty() {
        let names: Vec<String> = integrations.iter().map(|name| format!("`{name}`")).collect();
        method.notes.push(Text::Ours(format!("Integrations that have it: {}", names.join(", "))));
    }
    if tree.is_set("unverified") {
        let note = "The API's pages show this method in part: names of its fields may differ";
        method.notes.push(Text::Ours(note.to_owned()));
    }
    Ok(method)
}

/// Reads an object of fields.
pub(crate) fn fields(tree: Option<&Tree>, resource: &str) -> Result<Vec<Field>, Error> {
    tree.into_iter().flat_map(Tree::members).map(|(wire, tree)| field(wire, tree, resource)).collect()
}

/// Reads a field of the format.
pub(crate) fn field(wire: &str, tree: &Tree, resource: &str) -> Result<Field, Error> {
    if !tree.is_object() {
        return Err(Error::new(format!("the field `{wire}` of `{resource}` is not an object: describe it by one")));
    }
    let mut field = Field::new(wire, kind(wire, tree, resource)?);
    field.description = Text::Ours(tree.text_of("description_short").unwrap_or_default().to_owned());
    field.notes.extend(tree.text_of("note").map(|note| Text::Ours(note.to_owned())));
    if tree.is_set("unverified") {
        field.notes.push(Text::Ours("Not confirmed by the API's pages".to_owned()));
    }
    field.is_required = tree.is_set("required");
    field.is_secret = tree.is_set("secret");
    field.in_query = in_query(tree).unwrap_or_default();
    Ok(field)
}

/// What a query takes for a field, if the entry says so.
pub(crate) fn in_query(tree: &Tree) -> Option<InQuery> {
    match (tree.get("plain").map(|_| tree.is_set("plain")), tree.text_of("style")) {
        (_, Some("comma")) => Some(InQuery::CommaList),
        (Some(true), _) => Some(InQuery::Value),
        (Some(false), _) => Some(InQuery::Conditions),
        (None, _) => None,
    }
}

pub(crate) fn kind(wire: &str, tree: &Tree, resource: &str) -> Result<Kind, Error> {
    let target = tree.text_of("references").map(|target| target.split('.').next().unwrap_or(target).to_owned());
    let values = [tree.texts_of("enum"), tree.texts_of("enum_seen")].concat();
    let kind = match tree.text_of("type") {
        Some("string") if !values.is_empty() => Kind::Choice { name: None, values },
        Some("string") if tree.text_of("format").is_some_and(|format| format.starts_with("date")) => Kind::Time,
        Some("string") => match target {
            Some(target) => Kind::Id(target),
            None => Kind::Text,
        },
        Some("integer") => Kind::Integer,
        Some("number") => Kind::Number,
        Some("boolean") => Kind::Boolean,
        Some("object") if tree.get("enum_keys").is_some() => Kind::Order(tree.texts_of("enum_keys")),
        Some("record") => Kind::Record(target.unwrap_or_else(|| resource.to_owned())),
        Some("object") => match (tree.get("properties"), target) {
            (Some(members), Some(target)) if is_reference(members) => Kind::Reference(target),
            (Some(members), _) => Kind::Object { name: None, fields: fields(Some(members), resource)? },
            (None, _) => Kind::any(""),
        },
        Some("array") => match (tree.get("items"), target) {
            (Some(items), Some(target)) if items.get("properties").is_some_and(is_reference) => {
                Kind::List(Box::new(Kind::Reference(target)))
            }
            (Some(items), _) if items.is_object() => Kind::List(Box::new(kind(wire, items, resource)?)),
            _ => Kind::List(Box::new(Kind::Text)),
        },
        // The body of `merge`.
        Some("object {id}") => Kind::Reference(resource.to_owned()),
        Some("array of {id}") => Kind::List(Box::new(Kind::Reference(resource.to_owned()))),
        Some("binary") => Kind::File,
        Some("content") => Kind::Content,
        Some("any") => Kind::any(""),
        Some("unknown") => Kind::any("the API's pages do not say what it is"),
        Some(other) => {
            let what =
                format!("the field `{wire}` of `{resource}` has the type `{other}`, which the format does not have");
            return Err(Error::new(format!("{what}: write `unknown`, or a type of JSON")));
        }
        None => Kind::any("the description has no type"),
    };
    Ok(kind)
}

/// Whether the members of an object are those of a reference: `id`, and perhaps `name`.
pub(crate) fn is_reference(members: &Tree) -> bool {
    let names: Vec<&str> = members.members().map(|(name, _)| name).collect();
    matches!(names.as_slice(), ["id"] | ["id", "name"] | ["name", "id"])
}
