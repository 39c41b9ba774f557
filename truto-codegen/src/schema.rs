//! JSON Schema as fields, in the dialects that APIs write.
//!
//! What an account describes was written for `OpenAPI` 3.0 or 3.1, for a draft of JSON Schema, or by hand. What has no clear type
//! becomes any JSON, with the reason.

use crate::description::{Field, Kind, Text};
use crate::file;
use crate::names;
use crate::tree::Tree;

/// The deepest nesting that is read. Deeper values are any JSON.
const DEEPEST: usize = 12;

/// The most members of one object that are read.
const MOST_MEMBERS: usize = 500;

/// Names of the operators of a filter: an object of nothing else is a filter.
const OPERATORS: &[&str] =
    &["eq", "ne", "gt", "gte", "lt", "lte", "in", "nin", "exists", "like", "ilike", "regex", "and", "or"];

/// Reads schemas of one document.
///
/// ```
/// use truto_codegen::description::Kind;
/// use truto_codegen::schema::Reader;
/// use truto_codegen::tree::Tree;
///
/// let schema: Tree = serde_json::from_str(r#"{"properties": {"amount": {"type": ["number", "null"]}}}"#).unwrap();
/// let fields = Reader::new(&schema, &[]).fields();
/// assert_eq!(fields[0].kind, Kind::Number);
/// ```
#[derive(Debug)]
pub struct Reader<'s> {
    document: &'s Tree,
    /// Names of the model's resources, which fields refer to.
    resources: &'s [String],
}

/// A schema with the schemas around it.
#[derive(Clone, Copy)]
struct Place<'a> {
    depth: usize,
    /// References that are being read.
    references: &'a [&'a str],
}

impl<'s> Reader<'s> {
    /// Reads this document. Fields with the name of a resource, and with an `id`, are references to its records.
    #[must_use]
    pub const fn new(document: &'s Tree, resources: &'s [String]) -> Self {
        Self { document, resources }
    }

    /// The fields of the record that the document describes: an object, a list of it, or a page of it.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        let at_top = Place { depth: 0, references: &[] };
        let mut kind = self.kind(self.document, at_top);
        if let Kind::Object { fields, .. } = &mut kind {
            let is_page = |field: &&mut Field| {
                matches!(field.wire.as_str(), "result" | "results" | "data")
                    && matches!(field.kind.item(), Kind::Object { .. })
            };
            let is_enveloped = fields.iter().all(|field| field.wire != "id");
            if let Some(page) = fields.iter_mut().find(is_page).filter(|_| is_enveloped) {
                kind = page.kind.clone();
            }
        }
        match kind {
            Kind::Object { fields, .. } => fields,
            Kind::List(item) => match *item {
                Kind::Object { fields, .. } => fields,
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    fn field(&self, wire: &str, schema: &Tree, is_required: bool, place: Place<'_>) -> Field {
        let schema = self.resolved(schema);
        let mut kind = self.kind(schema, place);
        if let Some(target) = self.target(wire, &kind) {
            kind = match kind {
                Kind::List(_) => Kind::List(Box::new(Kind::Reference(target))),
                _ => Kind::Reference(target),
            };
        }
        let mut field = Field::new(wire, kind);
        let description = schema.text_of("description").or_else(|| schema.text_of("title")).unwrap_or_default();
        field.description = Text::Foreign(description.to_owned());
        if schema.is_set("deprecated") {
            field.notes.push(Text::Ours("Deprecated".to_owned()));
        }
        field.is_required = is_required && !is_nullable(schema);
        field.is_secret = schema.is_set("writeOnly") || schema.text_of("format") == Some("password");
        field
    }

    /// The resource that a field of this name and kind refers to.
    fn target(&self, wire: &str, kind: &Kind) -> Option<String> {
        let Kind::Object { fields, .. } = kind.item() else { return None };
        let members: Vec<(String, Tree)> = fields.iter().map(|field| (field.wire.clone(), Tree::Null)).collect();
        let is_reference = file::is_reference(&Tree::Object(members));
        let same = |resource: &&String| names::singular(resource) == names::singular(wire);
        self.resources.iter().find(same).filter(|_| is_reference).cloned()
    }

    /// The schema that a local reference names.
    fn resolved<'t>(&'t self, schema: &'t Tree) -> &'t Tree {
        let mut schema = schema;
        for _ in 0..DEEPEST {
            match schema.text_of("$ref").and_then(|reference| self.named(reference)) {
                Some(target) => schema = target,
                None => break,
            }
        }
        schema
    }

    fn named(&self, reference: &str) -> Option<&Tree> {
        let pointer = reference.strip_prefix('#')?;
        pointer.split('/').skip(1).try_fold(self.document, |tree, step| {
            let step = step.replace("~1", "/").replace("~0", "~");
            match step.parse::<usize>() {
                Ok(at) if !tree.is_object() => tree.items().get(at),
                _ => tree.get(&step),
            }
        })
    }

    fn kind(&self, schema: &Tree, place: Place<'_>) -> Kind {
        if place.depth > DEEPEST {
            return Kind::any("it is nested too deep");
        }
        if let Some(reference) = schema.text_of("$ref") {
            if place.references.contains(&reference) {
                return Kind::any("it contains itself");
            }
            let Some(target) = self.named(reference) else { return Kind::any("its schema is elsewhere") };
            let references = [place.references, &[reference]].concat();
            return self.kind(target, Place { depth: place.depth + 1, references: &references });
        }
        let below = Place { depth: place.depth + 1, ..place };
        for keyword in ["oneOf", "anyOf"] {
            if let Some(choices) = schema.get(keyword).filter(|choices| !choices.items().is_empty()) {
                // `type` beside the choices says more than they do, unless the choices have members.
                let one = self.one_of(choices.items(), below);
                let is_clear = !matches!(one, Kind::Any(_)) || schema.get("type").is_none();
                if is_clear && schema.get("properties").is_none() {
                    return one;
                }
            }
        }
        if let Some(parts) = schema.get("allOf").filter(|parts| !parts.items().is_empty()) {
            return self.all_of(schema, parts.items(), below);
        }
        self.plain(schema, below)
    }

    /// A schema without combinations.
    fn plain(&self, schema: &Tree, below: Place<'_>) -> Kind {
        if let Some(values) = schema.get("enum").or_else(|| schema.get("const")) {
            return choice(match values {
                Tree::List(values) => values,
                value => std::slice::from_ref(value),
            });
        }
        let types = types_of(schema);
        let types: Vec<&str> = types.iter().map(String::as_str).collect();
        match types.as_slice() {
            ["string"] if is_time(schema) => Kind::Time,
            ["string"] | ["string", "integer" | "number"] | ["integer" | "number", "string"] => Kind::Text,
            ["integer"] => Kind::Integer,
            ["number"] | ["integer", "number"] | ["number", "integer"] => Kind::Number,
            ["boolean"] => Kind::Boolean,
            ["array"] => self.list(schema, below),
            ["object"] => self.object(schema, below),
            [] if schema.get("properties").is_some() || schema.get("additionalProperties").is_some() => {
                self.object(schema, below)
            }
            [] if schema.get("items").is_some() => self.list(schema, below),
            [] if is_time(schema) => Kind::Time,
            [] => Kind::any("its schema has no type"),
            ["null"] => Kind::any("its schema allows nothing but `null`"),
            [one] => Kind::any(format!("its schema has the type {one}, which JSON does not have")),
            _ => Kind::any("it has several types"),
        }
    }

    fn list(&self, schema: &Tree, below: Place<'_>) -> Kind {
        let item = match schema.get("items") {
            Some(item @ Tree::Object(_)) => self.kind(item, below),
            Some(Tree::List(_)) => Kind::any("its items differ"),
            _ if schema.get("prefixItems").is_some() => Kind::any("its items differ"),
            _ => Kind::any("its schema does not describe the items"),
        };
        Kind::List(Box::new(item))
    }

    fn object(&self, schema: &Tree, below: Place<'_>) -> Kind {
        let fields = self.members(schema, below);
        if !fields.is_empty() {
            return Kind::Object { name: None, fields };
        }
        match schema.get("additionalProperties") {
            Some(value @ Tree::Object(members)) if !members.is_empty() => Kind::Map(Box::new(self.kind(value, below))),
            _ => Kind::any(""),
        }
    }

    fn members(&self, schema: &Tree, below: Place<'_>) -> Vec<Field> {
        let required = schema.texts_of("required");
        let members = schema.get("properties").into_iter().flat_map(Tree::members).take(MOST_MEMBERS);
        let mut fields: Vec<Field> = Vec::new();
        for (wire, schema) in members {
            // Nobody can name a member without a name.
            if !wire.is_empty() && !fields.iter().any(|field| field.wire == wire) {
                fields.push(self.field(wire, schema, required.iter().any(|name| name == wire), below));
            }
        }
        fields
    }

    /// All parts hold at once: their members add up.
    fn all_of(&self, schema: &Tree, parts: &[Tree], below: Place<'_>) -> Kind {
        let mut kinds: Vec<Kind> = parts.iter().map(|part| self.kind(part, below)).collect();
        kinds.push(self.plain(schema, below));
        let mut fields: Vec<Field> = Vec::new();
        for kind in &kinds {
            let Kind::Object { fields: more, .. } = kind else { continue };
            for field in more {
                match fields.iter_mut().find(|known| known.wire == field.wire) {
                    Some(known) => known.is_required |= field.is_required,
                    None => fields.push(field.clone()),
                }
            }
        }
        if !fields.is_empty() {
            return Kind::Object { name: None, fields };
        }
        kinds
            .into_iter()
            .find(|kind| !matches!(kind, Kind::Any(_)))
            .unwrap_or_else(|| Kind::any("its parts have no type"))
    }

    /// One of the choices holds. `null` is no choice of its own, because every field is optional.
    fn one_of(&self, choices: &[Tree], below: Place<'_>) -> Kind {
        let mut kinds: Vec<Kind> = Vec::new();
        for schema in choices {
            let is_null = schema.text_of("type") == Some("null") || schema.get("const") == Some(&Tree::Null);
            if is_null || is_operators(schema) {
                continue;
            }
            let kind = self.kind(schema, below);
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        if kinds.len() < 2 {
            return kinds.pop().unwrap_or_else(|| Kind::any("its schema allows nothing but `null`"));
        }
        if kinds.iter().all(|kind| matches!(kind, Kind::Choice { .. } | Kind::Text))
            && kinds.iter().any(|kind| matches!(kind, Kind::Choice { .. }))
        {
            let mut values: Vec<String> = Vec::new();
            for kind in &kinds {
                let Kind::Choice { values: more, .. } = kind else { continue };
                values.extend(more.iter().filter(|value| !values.contains(value)).cloned().collect::<Vec<_>>());
            }
            return Kind::Choice { name: None, values };
        }
        let are = |wanted: &[Kind]| kinds.iter().all(|kind| wanted.contains(kind));
        if are(&[Kind::Integer, Kind::Number]) {
            return Kind::Number;
        }
        if are(&[Kind::Text, Kind::Integer, Kind::Number, Kind::Time]) {
            return if are(&[Kind::Text, Kind::Integer, Kind::Time]) && kinds.contains(&Kind::Text) {
                Kind::Text
            } else {
                Kind::any("it is a text or a number")
            };
        }
        if kinds.iter().all(|kind| matches!(kind, Kind::Object { .. })) {
            return together(kinds);
        }
        Kind::any("it has several shapes")
    }
}

/// Objects of which one is there: the members of all of them, and none is required.
fn together(kinds: Vec<Kind>) -> Kind {
    let mut all: Vec<Field> = Vec::new();
    for kind in kinds {
        let Kind::Object { fields, .. } = kind else { continue };
        for field in fields {
            match all.iter_mut().find(|known| known.wire == field.wire) {
                Some(known) if known.kind != field.kind => known.kind = Kind::any("it has several shapes"),
                Some(_) => {}
                None => all.push(Field { is_required: false, ..field }),
            }
        }
    }
    Kind::Object { name: None, fields: all }
}

/// Whether the schema is the object of operators beside the plain value of a filter.
fn is_operators(schema: &Tree) -> bool {
    let mut members = schema.get("properties").into_iter().flat_map(Tree::members).peekable();
    members.peek().is_some() && members.all(|(name, _)| OPERATORS.contains(&name))
}

fn choice(values: &[Tree]) -> Kind {
    let texts: Vec<String> = values.iter().filter_map(Tree::text).map(str::to_owned).collect();
    let others: Vec<&Tree> = values.iter().filter(|value| !matches!(value, Tree::Null | Tree::Text(_))).collect();
    let mut unique: Vec<String> = Vec::new();
    for text in texts {
        if !text.is_empty() && !unique.contains(&text) {
            unique.push(text);
        }
    }
    match (unique.is_empty(), others.as_slice()) {
        (false, []) if unique.len() <= MOST_MEMBERS => Kind::Choice { name: None, values: unique },
        (false, []) => Kind::Text,
        (true, [_, ..]) if others.iter().all(|value| matches!(value, Tree::Bool(_))) => Kind::Boolean,
        (true, [_, ..]) if others.iter().all(|value| is_whole(value)) => Kind::Integer,
        (true, [_, ..]) if others.iter().all(|value| matches!(value, Tree::Number(_))) => Kind::Number,
        (true, []) => Kind::any("its schema has no values"),
        _ => Kind::any("its values have several types"),
    }
}

fn is_whole(value: &Tree) -> bool {
    matches!(value, Tree::Number(number) if number.parse::<i64>().is_ok())
}

/// The types of a schema but `null`.
fn types_of(schema: &Tree) -> Vec<String> {
    let all = match schema.get("type") {
        Some(Tree::Text(one)) => vec![one.to_ascii_lowercase()],
        Some(several @ Tree::List(_)) => {
            several.items().iter().filter_map(Tree::text).map(str::to_ascii_lowercase).collect()
        }
        _ => return Vec::new(),
    };
    if all.len() == 1 { all } else { all.into_iter().filter(|ty| ty != "null").collect() }
}

fn is_time(schema: &Tree) -> bool {
    let is = |schema: &Tree| matches!(schema.text_of("format"), Some("date-time" | "date" | "datetime" | "timestamp"));
    let choices = ["anyOf", "oneOf"].into_iter().filter_map(|name| schema.get(name)).flat_map(Tree::items);
    let mut choices = choices.filter(|choice| choice.text_of("type") != Some("null")).peekable();
    is(schema) || (choices.peek().is_some() && choices.all(is))
}

/// Whether `null` is allowed, in either dialect.
fn is_nullable(schema: &Tree) -> bool {
    let in_types = schema.get("type").is_some_and(|ty| ty.items().iter().any(|ty| ty.text() == Some("null")));
    let in_choices = ["oneOf", "anyOf"].iter().filter_map(|name| schema.get(name)).flat_map(Tree::items);
    schema.is_set("nullable")
        || schema.is_set("x-nullable")
        || in_types
        || schema.get("enum").is_some_and(|values| values.items().contains(&Tree::Null))
        || in_choices.into_iter().any(|choice| choice.text_of("type") == Some("null"))
}
