//! Reads the nodes of a schema.

use crate::description::{Field, Kind, Text};
use crate::schema::NO_FIELDS;
use crate::schema::formats::{Format, Type};
use crate::schema::merge::{both, either};
use crate::tree::Tree;

/// The deepest node that is read, counted over properties, items, references and combinations.
const DEEPEST: usize = 40;

/// How many nodes are read. References can make a small schema endless.
const MOST_NODES: usize = 50_000;

/// How many fields one schema can give.
const MOST_FIELDS: usize = 1_500;

/// How many values a choice can have, and how long each can be. A person would not write a longer list as a type.
const MOST_VALUES: usize = 200;
const LONGEST_VALUE: usize = 100;

/// The longest name of a field, in bytes.
const LONGEST_NAME: usize = 250;

/// Operators of a filter.
const OPERATORS: &[&str] = &["eq", "ne", "gt", "gte", "lt", "lte", "in", "nin", "exists", "like", "ilike", "regex"];

/// Operators whose operand has the type of the field.
const COMPARISONS: &[&str] = &["eq", "ne", "gt", "gte", "lt", "lte"];

/// What the fields are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Record,
    Query,
    Body,
}

/// What a node says of its value.
#[derive(Clone, Debug, Default)]
struct Seen {
    /// `None` if it does not say what the value is.
    kind: Option<Kind>,
    may_be_null: bool,
    is_secret: bool,
    is_read_only: bool,
    description: Option<String>,
    notes: Vec<Text>,
}

impl Seen {
    fn kind(kind: Kind) -> Self {
        Self { kind: Some(kind), ..Self::default() }
    }

    fn any(why: impl Into<String>) -> Self {
        Self::kind(Kind::any(why))
    }

    fn null() -> Self {
        Self { may_be_null: true, ..Self::default() }
    }

    /// Both hold. What this node says of itself goes before what the other says.
    fn and(mut self, other: Self) -> Self {
        self.kind = both(self.kind, other.kind);
        self.may_be_null |= other.may_be_null;
        self.is_secret |= other.is_secret;
        self.is_read_only |= other.is_read_only;
        self.description = self.description.or(other.description);
        let new: Vec<Text> = other.notes.into_iter().filter(|note| !self.notes.contains(note)).collect();
        self.notes.extend(new);
        self
    }

    /// One of them holds.
    fn or(alternatives: &[Self]) -> Self {
        let may_be_null = alternatives.iter().any(|seen| seen.may_be_null);
        let is_open = |seen: &Self| seen.kind.is_none() && !seen.may_be_null;
        let kind = if alternatives.iter().any(is_open) {
            None
        } else {
            let kinds: Vec<Kind> = alternatives.iter().filter_map(|seen| seen.kind.clone()).collect();
            either(&kinds)
        };
        let is_secret = alternatives.iter().any(|seen| seen.is_secret);
        let single = match alternatives.iter().filter(|seen| seen.kind.is_some()).collect::<Vec<_>>().as_slice() {
            [single] => Some((single.description.clone(), single.notes.clone())),
            _ => None,
        };
        let (description, notes) = single.unwrap_or_default();
        Self { kind, may_be_null, is_secret, description, notes, ..Self::default() }
    }
}

/// Reads one schema.
pub(super) struct Reader<'s> {
    root: &'s Tree,
    purpose: Purpose,
    /// Names that cannot be declared.
    pub(super) left_out: Vec<String>,
    nodes: usize,
    fields: usize,
    /// References that are being followed.
    active: Vec<&'s str>,
}

impl<'s> Reader<'s> {
    pub(super) fn new(root: &'s Tree, purpose: Purpose) -> Self {
        Self { root, purpose, left_out: Vec::new(), nodes: 0, fields: 0, active: vec!["#"] }
    }

    /// The kind of the whole schema, or `None` if it does not say.
    pub(super) fn whole(&mut self, schema: &'s Tree) -> Option<Kind> {
        self.node(schema, 0).kind
    }

    /// The object whose properties these are.
    pub(super) fn properties(&mut self, properties: &'s Tree) -> Kind {
        let fields = self.members(properties, &[], 0);
        Kind::Object { name: None, fields }
    }

    /// The parameters of a list, as `OpenAPI` has it.
    pub(super) fn parameters(&mut self, parameters: &'s [Tree]) -> Vec<Field> {
        let mut fields: Vec<Field> = Vec::new();
        for parameter in parameters {
            let place = parameter.text_of("in").unwrap_or("query");
            let Some(name) = parameter.text_of("name").filter(|_| place == "query") else { continue };
            let seen = self.node(parameter.get("schema").unwrap_or(parameter), 1);
            let own = Self::about(parameter);
            let required = if parameter.is_set("required") { vec![name.to_owned()] } else { Vec::new() };
            fields
                .extend(self.field(name, own.and(seen), &required).filter(|_| !fields.iter().any(|f| f.wire == name)));
        }
        fields
    }

    fn node(&mut self, node: &'s Tree, depth: usize) -> Seen {
        self.nodes += 1;
        if depth > DEEPEST {
            return Seen::any("the schema is nested too deeply");
        }
        if self.nodes > MOST_NODES {
            return Seen::any("the schema is too large");
        }
        match node {
            Tree::Object(_) => self.object(node, depth),
            Tree::Bool(true) => Seen::default(),
            Tree::Bool(false) => Seen::any("the schema allows no value"),
            _ => Seen::any("its schema is not an object"),
        }
    }

    fn object(&mut self, node: &'s Tree, depth: usize) -> Seen {
        let mut seen = Self::about(node);
        seen = seen.and(self.own(node, depth));
        for word in ["$ref", "$dynamicRef", "$recursiveRef"] {
            if let Some(target) = node.get(word) {
                let followed = self.reference(word, target, depth);
                seen = seen.and(followed);
            }
        }
        for word in ["allOf", "extends"] {
            let parts = match node.get(word) {
                Some(Tree::List(parts)) => parts.as_slice(),
                Some(part @ Tree::Object(_)) => std::slice::from_ref(part),
                _ => &[],
            };
            for part in parts {
                let part = self.node(part, depth + 1);
                seen = seen.and(part);
            }
        }
        for word in ["oneOf", "anyOf"] {
            let alternatives = node.get(word).map(Tree::items).unwrap_or_default();
            if !alternatives.is_empty() {
                let alternatives = self.alternatives(alternatives, depth);
                seen = seen.and(Seen::or(&alternatives));
            }
        }
        seen
    }

    fn alternatives(&mut self, nodes: &'s [Tree], depth: usize) -> Vec<Seen> {
        let is_condition = |node: &&Tree| self.purpose == Purpose::Query && is_operators(node.get("properties"));
        // A filter is a value, or an object of operators on such a value.
        let plain: Vec<&Tree> = nodes.iter().filter(|node| !is_condition(node)).collect();
        let nodes = if plain.is_empty() { nodes.iter().collect() } else { plain };
        nodes.into_iter().map(|node| self.node(node, depth + 1)).collect()
    }

    /// What a node says beside its type.
    fn about(node: &Tree) -> Seen {
        let description = node.text_of("description").filter(|text| !text.trim().is_empty());
        let mut notes = Vec::new();
        if node.is_set("deprecated") {
            notes.push(Text::Ours("Deprecated".to_owned()));
        }
        Seen {
            kind: None,
            may_be_null: node.is_set("nullable") || node.is_set("x-nullable"),
            is_secret: node.is_set("writeOnly"),
            is_read_only: node.is_set("readOnly"),
            description: description.map(str::to_owned),
            notes,
        }
    }

    /// The schema that a reference leads to.
    fn reference(&mut self, word: &str, target: &'s Tree, depth: usize) -> Seen {
        let Some(target) = target.text() else {
            return Seen::any(format!("its `{word}` is not a string"));
        };
        if self.active.contains(&target) {
            return Seen::any("it contains itself");
        }
        let Some(node) = self.at(target) else {
            return Seen::any(format!("the schema refers to {target}, which it does not contain"));
        };
        self.active.push(target);
        let seen = self.node(node, depth + 1);
        self.active.pop();
        seen
    }

    /// The node at a JSON pointer, such as `#/definitions/Contact`.
    fn at(&self, target: &str) -> Option<&'s Tree> {
        let pointer = target.strip_prefix('#')?;
        if pointer.is_empty() {
            return Some(self.root);
        }
        let mut node = self.root;
        for segment in pointer.strip_prefix('/')?.split('/') {
            let name = decoded(segment)?.replace("~1", "/").replace("~0", "~");
            node = match node {
                Tree::List(items) => items.get(name.parse::<usize>().ok()?)?,
                other => other.get(&name)?,
            };
        }
        Some(node)
    }

    /// What the type and the words that belong to it say.
    fn own(&mut self, node: &'s Tree, depth: usize) -> Seen {
        if let Some(seen) = values(node) {
            return seen;
        }
        match node.get("type") {
            Some(Tree::Text(name)) => self.named(name, node, depth),
            Some(Tree::List(types)) if !types.is_empty() => {
                let alternatives = types.iter().map(|ty| match ty {
                    Tree::Text(name) => self.named(name, node, depth),
                    schema => self.node(schema, depth + 1),
                });
                let alternatives: Vec<Seen> = alternatives.collect();
                Seen::or(&alternatives)
            }
            // An object is not the name of a type: the properties of the node may be its own.
            Some(Tree::Null) | None => self.inferred(node, depth),
            Some(_) => Seen::any("its `type` is not the name of a type"),
        }
    }

    fn named(&mut self, name: &str, node: &'s Tree, depth: usize) -> Seen {
        let Some(ty) = Type::named(name) else {
            return Seen::any(format!("its type is {name}, which JSON does not have"));
        };
        self.typed(ty, node, depth)
    }

    /// The type of a node that does not name it.
    fn inferred(&mut self, node: &'s Tree, depth: usize) -> Seen {
        const OF_TYPES: &[(Type, &[&str])] = &[
            (Type::Object, &["properties", "additionalProperties", "patternProperties"]),
            (Type::Array, &["items", "prefixItems", "minItems", "maxItems", "uniqueItems"]),
            (Type::Text, &["format", "pattern", "minLength", "maxLength", "contentEncoding"]),
            (Type::Number, &["minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum"]),
        ];
        let found = OF_TYPES.iter().find(|(_, words)| words.iter().any(|word| node.get(word).is_some()));
        match found {
            Some((ty, _)) => self.typed(*ty, node, depth),
            None => Seen::default(),
        }
    }

    fn typed(&mut self, ty: Type, node: &'s Tree, depth: usize) -> Seen {
        let format = node.text_of("format").unwrap_or_default();
        let (kind, format) = match ty {
            Type::Null => return Seen::null(),
            Type::Any => return Seen::default(),
            Type::Boolean => (Kind::Boolean, Format::default()),
            Type::Integer => (Kind::Integer, Format::of_number(format)),
            Type::Number => (Kind::Number, Format::of_number(format)),
            Type::Time => (Kind::Time, Format::default()),
            Type::Text => (Kind::Text, Format::of_text(node.text_of("contentEncoding").unwrap_or(format))),
            Type::Array => (self.list(node, depth), Format::default()),
            Type::Object => (self.fields_of(node, depth), Format::default()),
        };
        let mut seen = Seen::kind(format.kind.unwrap_or(kind));
        seen.notes.extend(format.note);
        seen.is_secret = format.is_secret;
        seen
    }

    fn list(&mut self, node: &'s Tree, depth: usize) -> Kind {
        let tuple = match (node.get("prefixItems"), node.get("items")) {
            (Some(Tree::List(items)), _) | (_, Some(Tree::List(items))) => Some(items),
            _ => None,
        };
        let item = match (tuple, node.get("items")) {
            (Some(items), _) => {
                let kinds: Vec<Kind> = items.iter().filter_map(|item| self.node(item, depth + 1).kind).collect();
                let is_one = kinds.len() == items.len() && kinds.windows(2).all(|pair| pair[0] == pair[1]);
                kinds.into_iter().next().filter(|_| is_one).ok_or("each item of the list has its own type")
            }
            (None, Some(items)) => self.node(items, depth + 1).kind.ok_or("the schema does not say what an item is"),
            (None, None) => Err("the schema does not say what an item is"),
        };
        Kind::List(Box::new(item.unwrap_or_else(Kind::any)))
    }

    fn fields_of(&mut self, node: &'s Tree, depth: usize) -> Kind {
        match node.get("properties") {
            Some(properties @ Tree::Object(members)) if !members.is_empty() => {
                if self.purpose == Purpose::Query
                    && let Some(kind) = self.condition(properties, depth)
                {
                    return kind;
                }
                let fields = self.members(properties, &node.texts_of("required"), depth);
                return if fields.is_empty() {
                    Kind::any("none of its names can be declared")
                } else {
                    Kind::Object { name: None, fields }
                };
            }
            Some(Tree::Object(_)) | None => {}
            Some(_) => return Kind::any("its `properties` are not an object"),
        }
        let values = node.get("additionalProperties").filter(|values| values.is_object());
        let values = values.or_else(|| match node.get("patternProperties") {
            Some(Tree::Object(patterns)) if patterns.len() == 1 => patterns.first().map(|(_, schema)| schema),
            _ => None,
        });
        let Some(values) = values else { return Kind::any(NO_FIELDS) };
        if self.purpose == Purpose::Query && is_direction(values) {
            return Kind::Order(Vec::new());
        }
        match self.node(values, depth + 1).kind {
            Some(kind) => Kind::Map(Box::new(kind)),
            None => Kind::any(NO_FIELDS),
        }
    }

    /// The kind of a parameter that is an object of operators, or of directions to sort in.
    fn condition(&mut self, properties: &'s Tree, depth: usize) -> Option<Kind> {
        if properties.members().all(|(_, schema)| is_direction(schema)) {
            return Some(Kind::Order(properties.members().map(|(name, _)| name.to_owned()).collect()));
        }
        if !is_operators(Some(properties)) {
            return None;
        }
        let mut operands = properties.members().filter(|(name, _)| COMPARISONS.contains(name));
        let operand = operands.next().and_then(|(_, schema)| self.node(schema, depth + 1).kind);
        Some(operand.unwrap_or(Kind::Text))
    }

    fn members(&mut self, properties: &'s Tree, required: &[String], depth: usize) -> Vec<Field> {
        let mut fields: Vec<Field> = Vec::new();
        for (wire, schema) in properties.members() {
            if fields.iter().any(|field| field.wire == wire) {
                continue;
            }
            let seen = self.node(schema, depth + 1);
            if self.purpose == Purpose::Body && seen.is_read_only {
                continue;
            }
            // Draft 3 writes `required` into the property.
            let own = [wire.to_owned()];
            let required = if schema.is_set("required") { &own } else { required };
            fields.extend(self.field(wire, seen, required));
        }
        fields
    }

    fn field(&mut self, wire: &str, seen: Seen, required: &[String]) -> Option<Field> {
        if !can_be_declared(wire) {
            self.left_out.push(wire.to_owned());
            return None;
        }
        self.fields += 1;
        let kind = if self.fields > MOST_FIELDS { Some(Kind::any("the schema is too large")) } else { seen.kind };
        let kind = kind.unwrap_or_else(|| {
            Kind::any(if seen.may_be_null {
                "the schema says no more than that it may be null"
            } else {
                "the schema does not say what it is"
            })
        });
        let mut field = Field::new(wire, kind);
        field.description = Text::Foreign(seen.description.unwrap_or_default());
        field.notes = seen.notes;
        field.is_required = required.iter().any(|name| name == wire) && !seen.may_be_null;
        field.is_secret = seen.is_secret;
        Some(field)
    }
}

/// Whether a name can stand in a declaration. Any other name is among the unknown members of a record.
fn can_be_declared(wire: &str) -> bool {
    let is_seen = |c: char| {
        !c.is_control() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
    };
    !wire.trim().is_empty() && wire.len() <= LONGEST_NAME && wire.chars().all(is_seen)
}

/// The kind of a value that the schema lists: by `const` or by `enum`.
fn values(node: &Tree) -> Option<Seen> {
    let listed = match (node.get("const"), node.get("enum")) {
        (Some(value), _) => std::slice::from_ref(value),
        (None, Some(Tree::List(values))) => values.as_slice(),
        _ => return None,
    };
    let may_be_null = listed.contains(&Tree::Null);
    let listed: Vec<&Tree> = listed.iter().filter(|value| **value != Tree::Null).collect();
    if listed.is_empty() {
        // An empty list allows nothing, and the type still says what is meant.
        return may_be_null.then(Seen::null);
    }
    let mut seen = if listed.iter().all(|value| value.text().is_some()) {
        choice(&listed)
    } else {
        let kinds: Vec<Kind> = listed.iter().map(|value| kind_of(value)).collect();
        Seen { kind: either(&kinds), ..Seen::default() }
    };
    if let Some(Kind::Integer | Kind::Number) = seen.kind {
        let numbers = listed.iter().filter_map(|value| match value {
            Tree::Number(number) => Some(format!("`{number}`")),
            _ => None,
        });
        seen.notes.push(Text::Ours(format!("Values: {}", numbers.take(MOST_VALUES).collect::<Vec<_>>().join(", "))));
    }
    seen.may_be_null = may_be_null;
    Some(seen)
}

fn choice(listed: &[&Tree]) -> Seen {
    let mut values: Vec<String> = Vec::new();
    for text in listed.iter().filter_map(|value| value.text()) {
        if can_be_declared(text) && !values.iter().any(|known| known == text) {
            values.push(text.to_owned());
        }
    }
    if values.is_empty() {
        return Seen::kind(Kind::Text);
    }
    if values.len() > MOST_VALUES || values.iter().any(|value| value.len() > LONGEST_VALUE) {
        let mut seen = Seen::kind(Kind::Text);
        seen.notes.push(Text::Ours(format!("The schema lists {} values", values.len())));
        return seen;
    }
    Seen::kind(Kind::Choice { name: None, values })
}

fn kind_of(value: &Tree) -> Kind {
    match value {
        Tree::Text(_) => Kind::Text,
        Tree::Bool(_) => Kind::Boolean,
        Tree::Number(number) if number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') => Kind::Integer,
        Tree::Number(_) => Kind::Number,
        Tree::List(_) => Kind::List(Box::new(Kind::any("the schema does not say what an item is"))),
        Tree::Object(_) | Tree::Null => Kind::any(NO_FIELDS),
    }
}

/// Whether the properties are operators of a filter, and nothing else.
fn is_operators(properties: Option<&Tree>) -> bool {
    let mut names = properties.into_iter().flat_map(Tree::members).map(|(name, _)| name).peekable();
    names.peek().is_some() && names.all(|name| OPERATORS.contains(&name))
}

/// Whether a schema allows `asc` and `desc`, and nothing else.
fn is_direction(schema: &Tree) -> bool {
    let values = schema.texts_of("enum");
    let is_known = |value: &String| matches!(value.to_ascii_lowercase().as_str(), "asc" | "desc");
    !values.is_empty() && values.iter().all(is_known)
}

/// A segment of a reference without its percent signs.
fn decoded(segment: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = segment.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first == b'%' {
            let digits = core::str::from_utf8(rest.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &rest[2..];
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}
