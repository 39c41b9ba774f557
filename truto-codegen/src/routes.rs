//! Descriptions in which each method has a route of its own: `models/platform.json`.
//!
//! The file holds facts of several sources, and says which source each has. Members of objects have paths for names:
//! `config.steps[].action`. A promise of one source may be broken by another, so a record promises its id only.

use crate::description::{Answer, Field, Kind, Method, Resource, Text, Verb};
use crate::error::Error;
use crate::names;
use crate::tree::Tree;

/// Sources of facts: the tag in the file, the words for it in a sentence, and the address. A tag that ends with `-` stands for all
/// that begin with it.
const SOURCES: &[(&str, &str, &str)] = &[
    ("DOC", "the API's pages", "https://www.truto.one/docs/api-reference/"),
    ("GD", "the guides", "https://www.truto.one/docs/guides"),
    ("PY6", "the Python SDK", "https://github.com/trutohq/truto-python-sdk"),
    ("PYA", "the samples of the Python SDK", "https://github.com/trutohq/truto-python-sdk"),
    ("RS", "the Rust SDK", "https://docs.rs/truto/0.1.0"),
    ("SK-CLI", "the command line's manual", "https://github.com/trutohq/truto-skills"),
    ("SK-", "Truto's skills", "https://github.com/trutohq/truto-skills"),
    ("TS", "the TypeScript SDK", "https://github.com/trutohq/truto-ts-sdk"),
];

/// What the resources of a file have in common.
pub(crate) struct Routes {
    shapes: Vec<(String, Vec<Field>)>,
    /// Names of the resources, with the names of their records.
    records: Vec<(String, String)>,
}

impl Routes {
    /// Reads the shapes, and the names of the resources.
    pub(crate) fn of(tree: &Tree) -> Result<Self, Error> {
        let resources = tree.get("resources").into_iter().flat_map(Tree::members);
        let records = resources.map(|(name, _)| (name.to_owned(), names::pascal(name))).collect();
        let mut routes = Self { shapes: Vec::new(), records };
        for (name, shape) in tree.get("shapes").into_iter().flat_map(Tree::members) {
            let mut fields = routes.fields(shape.get("fields"), name)?;
            promise_nothing(&mut fields);
            routes.shapes.push((name.to_owned(), fields));
        }
        Ok(routes)
    }

    /// The shapes, by their names.
    pub(crate) fn into_shapes(self) -> Vec<(String, Vec<Field>)> {
        self.shapes
    }

    /// Reads a resource.
    pub(crate) fn resource(&self, name: &str, tree: &Tree) -> Result<Resource, Error> {
        let mut fields = self.fields(tree.get("fields"), name)?;
        promise_nothing(&mut fields);
        for field in fields.iter_mut().filter(|field| field.wire == "id") {
            field.is_required = true;
        }
        let mut methods = Vec::new();
        for (method, tree) in tree.get("methods").into_iter().flat_map(Tree::members) {
            methods.push(self.method((name, &fields), method, tree)?);
        }
        Ok(Resource {
            name: name.to_owned(),
            record_name: None,
            many: names::plural(name),
            description: Text::Ours(String::new()),
            notes: Vec::new(),
            sources: addresses(tree),
            fields,
            methods,
            by_hand: None,
        })
    }

    fn method(&self, (resource, record): (&str, &[Field]), name: &str, tree: &Tree) -> Result<Method, Error> {
        let missing = |what: &str| Error::new(format!("the method `{name}` of `{resource}` has no {what}: add it"));
        let verb = tree.text_of("verb").and_then(Verb::named).ok_or_else(|| missing("`verb`"))?;
        let path = tree.text_of("path").ok_or_else(|| missing("`path`"))?;
        let mut method = Method::new(name, verb, path, self.answer((resource, record), tree));
        for placeholder in placeholders(path).ok_or_else(|| missing("`path` of names and placeholders"))? {
            let kind = match placeholder {
                "id" => Kind::Id(resource.to_owned()),
                _ => self.id(placeholder).unwrap_or(Kind::Text),
            };
            let mut field = Field::new(placeholder, kind);
            let about = tree.get("path_params").and_then(|about| about.text_of(placeholder));
            field.description = Text::Foreign(about.filter(|about| *about != "uuid").unwrap_or_default().to_owned());
            method.path_fields.push(field);
        }
        method.query = self.query(tree.get("query"), resource)?;
        if verb.has_body() {
            let mut body = self.fields(tree.get("body"), resource)?;
            for field in &mut body {
                as_in_the_record(field, record);
            }
            method.body = Some(body);
        }
        let note = tree.text_of("note").map(in_words);
        if tree.is_set("unverified") {
            let why = note.unwrap_or_else(|| "no page of the API confirms this route".to_owned());
            method.notes.push(Text::Foreign(format!("Unverified: {why}")));
        } else {
            method.notes.extend(note.map(Text::Foreign));
        }
        Ok(method)
    }

    /// What a method answers. The file names a record, a shape, or members: `{success}`.
    fn answer(&self, (resource, record): (&str, &[Field]), tree: &Tree) -> Answer {
        let unknown = || Answer::Json("no source shows the answer".to_owned());
        let Some(text) = tree.text_of("response") else { return unknown() };
        let text = text.split(" with ").next().unwrap_or(text);
        if tree.text_of("envelope") == Some("delete") {
            return Answer::Deleted;
        }
        let (one, is_list) = match text.strip_suffix("[]") {
            Some(one) => (one, true),
            None if text == "array" => return Answer::Page(Kind::any("")),
            None => (text, false),
        };
        let own = names::pascal(resource);
        let kind = if let Some((_, fields)) = self.shapes.iter().find(|(name, _)| name == one) {
            Kind::Object { name: Some(one.to_owned()), fields: fields.clone() }
        } else if one == "row" || own.ends_with(one) {
            Kind::Record(resource.to_owned())
        } else if let Some((name, _)) = self.records.iter().find(|(_, record)| record == one) {
            Kind::Record(name.clone())
        } else if let Some(members) = one.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            let members = members.split(", ").map(|member| member.trim_end_matches('?')).collect::<Vec<_>>();
            if members.iter().all(|member| record.iter().any(|field| field.wire == *member)) {
                Kind::Record(resource.to_owned())
            } else {
                let field = |member: &&str| match *member {
                    "success" => Field {
                        description: Text::Ours("whether the call succeeded".to_owned()),
                        ..Field::new("success", Kind::Boolean)
                    },
                    other => Field::new(other, Kind::any("")),
                };
                let name = members.first().map(|first| names::pascal(first));
                Kind::Object { name, fields: members.iter().map(field).collect() }
            }
        } else {
            return unknown();
        };
        if is_list { Answer::Page(kind) } else { Answer::One(kind) }
    }

    /// Reads the parameters of a query. Operators are those of their field, and keys in brackets those of an object.
    fn query(&self, tree: Option<&Tree>, resource: &str) -> Result<Vec<Field>, Error> {
        let mut fields: Vec<Field> = Vec::new();
        for (wire, tree) in tree.into_iter().flat_map(Tree::members) {
            let (base, inside) = wire.split_once('[').map_or((wire, None), |(base, rest)| (base, Some(rest)));
            let mut field = self.field(base, tree, resource)?;
            if inside.is_some_and(|inside| inside.starts_with('<')) {
                field.kind = Kind::Map(Box::new(Kind::any("")));
            }
            match fields.iter_mut().find(|known| known.wire == base) {
                Some(known) => known.notes.push(field.description),
                None => fields.push(field),
            }
        }
        Ok(fields)
    }

    /// Reads an object of fields. A member of a member stands in its object: `config.methods`.
    fn fields(&self, tree: Option<&Tree>, resource: &str) -> Result<Vec<Field>, Error> {
        let mut fields: Vec<Field> = Vec::new();
        for (wire, tree) in tree.into_iter().flat_map(Tree::members) {
            let about = tree.text_of("description_short").unwrap_or_default();
            if wire == "<any>" {
                let mut field = Field::new("body", Kind::Content);
                field.description = Text::Foreign(in_words(about));
                field.is_required = true;
                fields.push(field);
            } else if tree.text_of("type") == Some("group") {
                // The members stand beside the others, and the group says when.
                for member in about.split(", ").filter_map(|member| member.split(' ').next()) {
                    if fields.iter().all(|field| field.wire != member) {
                        let mut field = Field::new(member, Kind::any("no source says what it is"));
                        field.description = Text::Ours(format!("Member of entries of `{wire}`"));
                        fields.push(field);
                    }
                }
            } else if wire.contains('{') {
                // A second description of members that are described already.
            } else if let Some((base, variant)) = wire.split_once('(') {
                let note = format!("Members for `{}`: {}", variant.trim_end_matches(')'), in_words(about));
                if let Some(field) = fields.iter_mut().find(|field| field.wire == base) {
                    field.notes.push(Text::Foreign(note));
                }
            } else {
                let path: Vec<&str> = wire.split('.').collect();
                if let Some((name, objects)) = path.split_last() {
                    insert(&mut fields, objects, self.field(name, tree, resource)?);
                }
            }
        }
        Ok(fields)
    }

    fn field(&self, wire: &str, tree: &Tree, resource: &str) -> Result<Field, Error> {
        let ty = tree.text_of("type").unwrap_or_default();
        let (plain, is_nullable) = ty.strip_suffix("|null").map_or((ty, false), |ty| (ty, true));
        let (item, lists) = plain.strip_suffix("[]").map_or((plain, false), |item| (item, true));
        let (wire, is_list) = wire.strip_suffix("[]").map_or((wire, lists), |wire| (wire, true));
        let about = tree.text_of("description_short").unwrap_or_default();
        let values = tree.texts_of("enum");
        let kind = match item {
            "string" if !values.is_empty() => Kind::Choice { name: None, values },
            "string" | "uuid" => self.id(wire).unwrap_or(Kind::Text),
            "date-time" => Kind::Time,
            "integer" => Kind::Integer,
            "number" => Kind::Number,
            "boolean" => Kind::Boolean,
            "array" => Kind::List(Box::new(Kind::any(""))),
            "object" => match self.shapes.iter().find(|(name, _)| name == about) {
                Some((name, fields)) => Kind::Object { name: Some(name.clone()), fields: fields.clone() },
                None => Kind::any(""),
            },
            "binary" => Kind::File,
            "any" => Kind::any(""),
            _ if item.contains('|') => {
                let kinds: Vec<&str> = item.split('|').map(in_prose).collect();
                Kind::any(format!("it is {}", kinds.join(" or ")))
            }
            other => {
                let what = format!(
                    "the field `{wire}` of `{resource}` has the type `{other}`, which the format does not have"
                );
                return Err(Error::new(format!("{what}: correct it")));
            }
        };
        let mut field = Field::new(wire, if is_list { Kind::List(Box::new(kind)) } else { kind });
        field.description = Text::Foreign(in_words(about));
        field.notes.extend(tree.text_of("note").map(|note| Text::Foreign(in_words(note))));
        if tree.is_set("unverified") {
            field.notes.push(Text::Ours("Unverified: no page of the API confirms it".to_owned()));
        }
        field.is_required = tree.is_set("required");
        field.is_nullable = is_nullable;
        Ok(field)
    }

    /// The id of a record, if the name is that of a resource and `_id`.
    fn id(&self, wire: &str) -> Option<Kind> {
        let target = wire.strip_suffix("_id")?.replace('_', "-");
        self.records.iter().find(|(name, _)| *name == target).map(|(name, _)| Kind::Id(name.clone()))
    }
}

/// Adds a field to the object that it is in: `config`, or the objects of the list `steps[]`.
fn insert(fields: &mut Vec<Field>, objects: &[&str], field: Field) {
    let [object, objects @ ..] = objects else {
        match fields.iter_mut().find(|known| known.wire == field.wire) {
            Some(known) => *known = field,
            None => fields.push(field),
        }
        return;
    };
    let name = object.trim_end_matches("[]");
    if fields.iter().all(|field| field.wire != name) {
        fields.push(Field::new(name, Kind::any("")));
    }
    for known in fields.iter_mut().filter(|field| field.wire == name) {
        let mut members = known.kind.members_mut().map(std::mem::take).unwrap_or_default();
        insert(&mut members, objects, field.clone());
        let is_list = name != *object || matches!(known.kind, Kind::List(_));
        let kind = Kind::Object { name: None, fields: members };
        known.kind = if is_list { Kind::List(Box::new(kind)) } else { kind };
    }
}

/// A member of a body that is only a text or an object is what the record says it is.
fn as_in_the_record(field: &mut Field, record: &[Field]) {
    let Some(same) = record.iter().find(|known| known.wire == field.wire) else { return };
    let is_open = match &field.kind {
        Kind::Text => matches!(same.kind, Kind::Choice { .. }),
        Kind::Any(why) => why.is_empty() && matches!(same.kind, Kind::Object { .. }),
        _ => false,
    };
    if is_open {
        field.kind = same.kind.clone();
    }
}

/// A type in words.
fn in_prose(kind: &str) -> &str {
    match kind {
        "string" => "a string",
        "string[]" => "a list of strings",
        "object" => "an object",
        other => other,
    }
}

fn promise_nothing(fields: &mut [Field]) {
    for field in fields {
        field.is_required = false;
        if let Some(members) = field.kind.members_mut() {
            promise_nothing(members);
        }
    }
}

/// The names in braces of a path. `None` if a segment is neither a name nor a placeholder.
fn placeholders(path: &str) -> Option<Vec<&str>> {
    let is_name =
        |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    let mut found = Vec::new();
    for segment in path.strip_prefix('/')?.split('/') {
        let placeholder = segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        if !is_name(placeholder.unwrap_or(segment)) {
            return None;
        }
        found.extend(placeholder);
    }
    Some(found)
}

/// The addresses of the sources that the methods of a resource have.
fn addresses(tree: &Tree) -> Vec<String> {
    let methods = tree.get("methods").into_iter().flat_map(Tree::members);
    let texts: Vec<&str> = methods.filter_map(|(_, method)| method.text_of("source")).collect();
    let mut found = Vec::new();
    let page = tree.text_of("doc_page");
    for (tag, _, address) in SOURCES {
        let is_named = |text: &&str| text.split(|c: char| !is_of_tag(c)).any(|word| is_tag(word, tag));
        let address = match (*tag, page) {
            ("DOC", Some(page)) => format!("{address}{page}"),
            ("DOC", None) => continue,
            _ if texts.iter().any(is_named) => (*address).to_owned(),
            _ => continue,
        };
        if !found.contains(&address) {
            found.push(address);
        }
    }
    found
}

const fn is_of_tag(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-'
}

fn is_tag(word: &str, tag: &str) -> bool {
    word == tag || (tag.ends_with('-') && word.starts_with(tag))
}

/// A text with the words for its tags: `required in TS` is `required in the TypeScript SDK`.
fn in_words(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !is_of_tag(c)).unwrap_or(rest.len());
        let word = &rest[..end];
        let words = SOURCES.iter().find(|(tag, ..)| is_tag(word, tag)).map_or(word, |(_, words, _)| words);
        out.push_str(words);
        let next = rest[end..].find(is_of_tag).map_or(rest.len(), |at| end + at);
        out.push_str(&rest[end..next]);
        rest = &rest[next..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{in_words, placeholders};

    #[test]
    fn tags_of_sources_are_read_as_words() {
        let text = in_words("array in SK-A, string in PY6; TSX and null stay (DOC)");
        assert_eq!(text, "array in Truto's skills, string in the Python SDK; TSX and null stay (the API's pages)");
    }

    #[test]
    fn a_path_is_made_of_names_and_placeholders() {
        assert_eq!(placeholders("/datastore/{id}/test/{method}"), Some(vec!["id", "method"]));
        for path in ["datastore", "/a//b", "/a/{}", "/a/{b", "/a?b"] {
            assert_eq!(placeholders(path), None, "{path}");
        }
    }
}
