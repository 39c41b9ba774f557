//! JSON Schema (draft 2020-12) of a request body, entity rules included, from the contract.

use serde_json::{Map, Value, json};

use crate::contract::common::{Common, REMOTE_DATA};
use crate::contract::record::RecordContract;
use crate::contract::shape::Shape;
use crate::contract::{Contract, Field, Kind, Place, Presence};
use crate::error::quoted_list;
use crate::server::registry::Registry;

impl Contract {
    /// Returns the JSON Schema (draft 2020-12, <https://json-schema.org/draft/2020-12>) of the body, as [`Endpoint::from_json`]
    /// reads it. `None` if the method has no body.
    ///
    /// The schema accepts what the run-time check accepts, with four exceptions: it accepts anything in a field whose [`Shape`] is
    /// `Any`, it ignores rules on an entity outside of the body, it accepts `1.0` for `1`, and it refuses numbers of a filter that
    /// are text. Raw and multipart bodies have a JSON form too, in which a file is an object.
    ///
    /// [`Endpoint::from_json`]: crate::Endpoint::from_json
    ///
    /// ```
    /// use truto_core::Endpoint;
    /// use truto_core::crm::CreateAssociation;
    ///
    /// let schema = CreateAssociation::CONTRACT.body_schema().unwrap();
    /// assert_eq!(schema["required"], serde_json::json!(["entity_id", "entity"]));
    /// assert_eq!(schema["allOf"][0]["if"]["properties"]["entity"]["const"], "accounts");
    /// ```
    #[must_use]
    pub fn body_schema(&self) -> Option<Value> {
        let mut schema = body(self)?;
        schema["$schema"] = Value::from("https://json-schema.org/draft/2020-12/schema");
        schema["title"] = Value::from(self.name());
        Some(schema)
    }

    /// Returns the JSON Schema of the query fields in the JSON form of the request, without the common parameters.
    ///
    /// ```
    /// use truto_core::{Endpoint, unified_endpoint};
    ///
    /// #[unified_endpoint(GET, "/unified/crm/contacts")]
    /// pub struct ListContacts {
    ///     #[truto(rename = "owner[id]")]
    ///     pub owner: String,
    /// }
    ///
    /// let schema = ListContacts::CONTRACT.query_schema();
    /// assert_eq!(schema["properties"]["owner[id]"]["type"], "string");
    /// assert_eq!(schema["required"][0], "owner[id]");
    /// ```
    #[must_use]
    pub fn query_schema(&self) -> Value {
        object(self, Place::Query, &[]).0
    }
}

impl RecordContract {
    /// Returns the JSON Schema of the record in an answer. Members that it does not declare are accepted.
    ///
    /// ```
    /// use truto_core::UnifiedRecord;
    /// use truto_core::record::Record;
    ///
    /// /// A person.
    /// #[derive(UnifiedRecord)]
    /// pub struct Contact {
    ///     /// First name.
    ///     pub first_name: Option<String>,
    /// }
    ///
    /// let schema = Contact::RECORD.schema();
    /// let first_name = serde_json::json!({ "type": ["string", "null"], "description": "First name." });
    /// assert_eq!(schema["properties"]["first_name"], first_name);
    /// ```
    #[must_use]
    pub fn schema(&'static self) -> Value {
        let mut schema = members(self, &[]);
        schema["$schema"] = Value::from("https://json-schema.org/draft/2020-12/schema");
        schema["title"] = Value::from(self.name());
        schema
    }
}

impl Registry {
    /// Returns the [`body_schema`](Contract::body_schema) of each endpoint with a body, by method and path, such as
    /// `POST /unified/crm/associations`.
    #[must_use]
    pub fn schemas(&self) -> Map<String, Value> {
        let contracts = self.iter().map(|registration| registration.contract());
        let schemas = contracts.filter_map(|contract| Some((contract.to_string(), contract.body_schema()?)));
        let mut schemas: Map<String, Value> = schemas.collect();
        // The feature `preserve_order` of `serde_json` would keep the order of insertion.
        schemas.sort_keys();
        schemas
    }
}

/// The schema of the body, without `$schema` and `title`.
pub(crate) fn body(contract: &Contract) -> Option<Value> {
    contract.method().has_body().then(|| {
        let (mut schema, _) = object(contract, Place::Body, &[]);
        let rules = rules(contract);
        if !rules.is_empty() {
            schema["allOf"] = Value::Array(rules);
        }
        schema
    })
}

/// The shape of a field's value, or of an item of a list.
pub(crate) fn shape(contract: &Contract, field: &Field) -> Shape {
    match field.kind() {
        Kind::Entity => Shape::Entity(contract.entity_names()),
        _ => field.shape(),
    }
}

/// The schema of a field, with its secrecy and its rule.
pub(crate) fn field(contract: &Contract, field: &Field, may_be_null: bool) -> Value {
    let one = value(shape(contract, field));
    let schema = if field.presence() == Presence::List { json!({ "type": "array", "items": one }) } else { one };
    let mut schema = if may_be_null { nullable(schema) } else { schema };
    if field.is_secret() {
        schema["writeOnly"] = Value::Bool(true);
    }
    if field.allowed_entities().is_some() {
        let allowed = quoted_list(&contract.allowed_wire_names(field));
        schema["description"] = Value::from(format!("Only when the entity is {allowed}"));
    }
    schema
}

fn value(shape: Shape) -> Value {
    value_in(shape, &[])
}

/// The schema of a value inside of these records.
fn value_in(shape: Shape, outer: &[&'static RecordContract]) -> Value {
    let value = |shape: &Shape| value_in(*shape, outer);
    match shape {
        Shape::Any => json!({}),
        Shape::String => json!({ "type": "string" }),
        Shape::Character => json!({ "type": "string", "minLength": 1, "maxLength": 1 }),
        Shape::Boolean => json!({ "type": "boolean" }),
        Shape::Number => json!({ "type": "number" }),
        Shape::Integer { min, max } => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Shape::Reference => json!({
            "type": "object",
            "properties": { "id": { "type": ["string", "integer"], "minimum": i64::MIN, "maximum": u64::MAX } },
            "required": ["id"],
            "additionalProperties": false,
        }),
        Shape::File => json!({
            "type": "object",
            "properties": {
                "content_type": { "type": ["string", "null"] },
                "file_name": { "type": ["string", "null"] },
                "base64": { "type": "string", "contentEncoding": "base64", "pattern": BASE64 },
            },
            "required": ["base64"],
            "additionalProperties": false,
        }),
        Shape::Entity(names) => {
            json!({ "type": "string", "enum": names.iter().map(|name| name.wire).collect::<Vec<_>>() })
        }
        // The run-time check reads the text.
        Shape::Timestamp => json!({ "type": "string", "anyOf": [{ "format": "date-time" }, { "format": "date" }] }),
        Shape::Filter { value: operand, operators } => filter(&value(operand), operators),
        Shape::SortBy => json!({
            "type": "object",
            "additionalProperties": { "type": "string", "enum": ["asc", "desc"] },
            "minProperties": 1,
        }),
        Shape::List(item) => json!({ "type": "array", "items": value(item) }),
        Shape::Tuple(items) => json!({
            "type": "array",
            "prefixItems": items.iter().map(value).collect::<Vec<_>>(),
            "items": false,
            "minItems": items.len(),
        }),
        Shape::Map(member) => json!({ "type": "object", "additionalProperties": value(member) }),
        Shape::Nullable(inner) => nullable(value(inner)),
        Shape::Record(record) => members(record.contract(), outer),
        // A server may send a value that was added later.
        Shape::Choice(names) => {
            json!({ "anyOf": [{ "type": "string", "enum": names }, { "type": "string" }] })
        }
    }
}

/// The schema of a record. Inside of itself, a record is any object, so that the schema ends.
fn members(record: &'static RecordContract, outer: &[&'static RecordContract]) -> Value {
    if outer.contains(&record) {
        return json!({ "type": "object" });
    }
    let outer = &[outer, &[record]].concat();
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for field in record.fields() {
        let schema = value_in(field.shape(), outer);
        let mut schema = if field.is_required() { schema } else { nullable(schema) };
        if !field.doc().is_empty() {
            schema["description"] = Value::from(field.doc());
        }
        properties.insert(field.wire_name().to_owned(), schema);
        required.extend(field.is_required().then(|| field.wire_name()));
    }
    let mut schema = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        schema["required"] = Value::from(required);
    }
    schema
}

/// A single value, which means equality, or an object of operators.
fn filter(operand: &Value, operators: &[&str]) -> Value {
    let of = |operator: &str| match operator {
        // The query joins the items by commas, so a text is a list as well.
        "in" | "nin" => json!({ "anyOf": [{ "type": "string" }, { "type": "array", "items": operand }] }),
        "exists" => json!({ "type": "boolean" }),
        "like" => json!({ "type": "string" }),
        _ => operand.clone(),
    };
    let properties: Map<String, Value> = operators.iter().map(|name| ((*name).to_owned(), of(name))).collect();
    let object =
        json!({ "type": "object", "properties": properties, "additionalProperties": false, "minProperties": 1 });
    json!({ "anyOf": [operand, object] })
}

/// Extends the schema to accept `null`.
fn nullable(mut schema: Value) -> Value {
    if schema.get("type").is_none()
        && let Some(Value::Array(choices)) = schema.get_mut("anyOf")
    {
        choices.push(json!({ "type": "null" }));
    }
    if let Some(Value::String(ty)) = schema.get("type") {
        schema["type"] = json!([ty, "null"]);
    }
    if let Some(Value::Array(values)) = schema.get_mut("enum") {
        values.push(Value::Null);
    }
    schema
}

/// The fields of a place inside the object `within`, with the depth of the next object for those that are nested deeper.
fn fields<'a>(
    contract: &'a Contract,
    place: Place,
    within: &'a [&'static str],
) -> impl Iterator<Item = (&'a Field, Option<usize>)> {
    let below = contract.fields().iter().filter(move |field| field.place() == place);
    let below = below.filter(|field| field.objects().starts_with(within));
    below.map(|field| (field, (field.objects().len() > within.len()).then_some(within.len())))
}

/// The schema of one object of a place, and whether the object is required.
fn object(contract: &Contract, place: Place, within: &[&'static str]) -> (Value, bool) {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for (leaf, depth) in fields(contract, place, within) {
        let Some(depth) = depth else {
            // In a document every optional field may be `null`.
            let schema = field(contract, leaf, leaf.presence() != Presence::Required);
            properties.insert(leaf.wire_name().to_owned(), schema);
            required.extend(leaf.is_required().then(|| Value::from(leaf.wire_name())));
            continue;
        };
        let name = leaf.objects()[depth];
        if !properties.contains_key(name) {
            let (inner, is_required) = object(contract, place, &leaf.objects()[..=depth]);
            required.extend(is_required.then(|| Value::from(name)));
            properties.insert(name.to_owned(), if is_required { inner } else { nullable(inner) });
        }
    }
    if place == Place::Body && within.is_empty() && Common::names(contract).any(|name| name == REMOTE_DATA) {
        properties.insert(REMOTE_DATA.to_owned(), json!({ "type": ["object", "null"] }));
    }
    let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    let is_required = !required.is_empty();
    if is_required {
        schema["required"] = Value::Array(required);
    }
    (schema, is_required)
}

/// An `if`/`then` for each entity that forbids a field.
fn rules(contract: &Contract) -> Vec<Value> {
    let entity = contract.fields().iter().find(|field| field.kind() == Kind::Entity && field.place() == Place::Body);
    let Some(entity) = entity else { return Vec::new() };
    let rules = contract.entity_names().iter().filter_map(|name| {
        let forbidden = forbidden(contract, &[], name.id)?;
        let is_this =
            json!({ "properties": { entity.wire_name(): { "const": name.wire } }, "required": [entity.wire_name()] });
        let is_this = entity
            .objects()
            .iter()
            .rev()
            .fold(is_this, |inner, name| json!({ "properties": { *name: inner }, "required": [name] }));
        Some(json!({ "if": is_this, "then": forbidden }))
    });
    rules.collect()
}

/// The fields of an object that this entity forbids, each limited to values that count as absent.
fn forbidden(contract: &Contract, within: &[&'static str], entity: usize) -> Option<Value> {
    let mut properties = Map::new();
    for (leaf, depth) in fields(contract, Place::Body, within) {
        if let Some(depth) = depth {
            if let Some(inner) = forbidden(contract, &leaf.objects()[..=depth], entity) {
                properties.insert(leaf.objects()[depth].to_owned(), inner);
            }
        } else if leaf.allowed_entities().is_some_and(|allowed| !allowed.contains(&entity)) {
            let nothing = match leaf.presence() {
                Presence::List => json!({ "type": ["array", "null"], "maxItems": 0 }),
                // `null` clears the field, so no value is left.
                Presence::Patch => Value::Bool(false),
                _ => json!({ "type": "null" }),
            };
            properties.insert(leaf.wire_name().to_owned(), nothing);
        }
    }
    (!properties.is_empty()).then(|| json!({ "properties": properties }))
}

/// Base64 as a [`File`](crate::File) reads it: either alphabet, with or without padding, whitespace anywhere, and no stray bits
/// in the last character.
const BASE64: &str = concat!(
    "^[ \\t\\n\\f\\r]*(?:(?:[A-Za-z0-9+/_-][ \\t\\n\\f\\r]*){4})*",
    "(?:[A-Za-z0-9+/_-][ \\t\\n\\f\\r]*[AQgw][ \\t\\n\\f\\r]*(?:=[ \\t\\n\\f\\r]*){0,2}",
    "|(?:[A-Za-z0-9+/_-][ \\t\\n\\f\\r]*){2}[AEIMQUYcgkosw048][ \\t\\n\\f\\r]*(?:=[ \\t\\n\\f\\r]*)?)?$",
);
