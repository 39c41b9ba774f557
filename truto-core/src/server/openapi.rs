//! The `OpenAPI` 3.1 document (<https://spec.openapis.org/oas/v3.1.1.html>) of a registry.

use serde_json::{Map, Value, json};

use crate::contract::common::{ACCOUNT, BODY_PASSTHROUGH, Common, REMOTE_DATA, RESPONSE_FORMAT};
use crate::contract::shape::Shape;
use crate::contract::{BodyForm, Contract, Field, Place, Presence, Style};
use crate::server::registry::Registry;
use crate::server::schema;

impl Registry {
    /// Returns the endpoints as an `OpenAPI` 3.1 document.
    ///
    /// Each operation has its parameters, the common parameters, the schema of its body and the error envelope. A response is
    /// described as JSON, or as the envelope of a list: its type is known to Rust only.
    ///
    /// `OpenAPI` cannot describe every query of the API. Objects, values that may be objects, and lists of objects are `deepObject`
    /// (`name[member]=…`).
    ///
    /// ```
    /// use truto_core::crm::CreateAssociation;
    /// use truto_core::endpoints;
    ///
    /// let document = endpoints![CreateAssociation].openapi("Links", "1.0.0");
    /// let operation = &document["paths"]["/unified/crm/associations"]["post"];
    /// assert_eq!(operation["operationId"], "CreateAssociation");
    /// assert_eq!(operation["requestBody"]["content"]["application/json"]["schema"]["type"], "object");
    /// ```
    #[must_use]
    pub fn openapi(&self, title: &str, version: &str) -> Value {
        let mut paths: Map<String, Value> = Map::new();
        let mut ids = Vec::new();
        for registration in self.iter() {
            let contract = registration.contract();
            // To OpenAPI, paths that differ in the names of placeholders only are the same path.
            let known = paths.keys().find(|known| unnamed(known) == unnamed(contract.path()));
            let path = known.map_or(contract.path(), |known| known).to_owned();
            let mut operation = operation(contract, &path);
            if !ids.contains(&contract.name()) {
                ids.push(contract.name());
                operation["operationId"] = Value::from(contract.name());
            }
            let method = contract.method().as_str().to_ascii_lowercase();
            paths.entry(path).or_insert_with(|| json!({}))[method] = operation;
        }
        json!({
            "openapi": "3.1.0",
            "info": { "title": title, "version": version },
            "security": [{ "token": [] }],
            "paths": paths,
            "components": {
                "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
                "parameters": common(),
                "responses": { "Error": error(), "Page": page() },
            },
        })
    }
}

/// The segments of a template, without the names of its placeholders.
fn unnamed(path: &str) -> Vec<&str> {
    path.split('/').map(|segment| if segment.starts_with('{') { "{}" } else { segment }).collect()
}

fn operation(contract: &Contract, path: &str) -> Value {
    let declared = contract.fields().iter().filter(|field| field.place() != Place::Body);
    let mut parameters: Vec<Value> = declared.map(|field| parameter(contract, field, path)).collect();
    let names = [ACCOUNT, RESPONSE_FORMAT].into_iter();
    let names = names.chain((contract.body() == BodyForm::Raw).then_some(BODY_PASSTHROUGH));
    let names = names.filter(|name| !contract.replaces(Place::Query, name)).chain(Common::names(contract));
    // `remote_data` belongs to the body.
    let names = names.filter(|name| *name != REMOTE_DATA);
    let key = (!contract.method().is_safe()).then_some("Idempotency-Key");
    parameters.extend(names.chain(key).map(|name| json!({ "$ref": format!("#/components/parameters/{name}") })));
    let answer = if contract.is_paginated() {
        json!({ "$ref": "#/components/responses/Page" })
    } else {
        response("The answer", &json!({}))
    };
    let mut operation = json!({
        "parameters": parameters,
        "responses": { "2XX": answer, "default": { "$ref": "#/components/responses/Error" } },
    });
    let content = match contract.body() {
        BodyForm::Json => schema::body(contract).map(|body| json!({ "application/json": { "schema": body } })),
        BodyForm::Multipart => Some(json!({ "multipart/form-data": { "schema": parts(contract) } })),
        BodyForm::Raw => Some(json!({ "*/*": {} })),
    };
    if let Some(content) = content {
        operation["requestBody"] = json!({ "required": true, "content": content });
    }
    operation
}

fn parameter(contract: &Contract, field: &Field, path: &str) -> Value {
    let schema = sent(contract, field);
    let name = field.wire_name();
    match field.place() {
        Place::Path => {
            // If two endpoints name a placeholder differently, the document uses the first name.
            let placeholder = format!("{{{}}}", field.name());
            let mut segments = contract.path().split('/').zip(path.split('/'));
            let here = segments.find(|(own, _)| *own == placeholder).map_or(name, |(_, here)| &here[1..here.len() - 1]);
            json!({ "name": here, "in": "path", "required": true, "schema": schema })
        }
        Place::Header => json!({ "name": name, "in": "header", "required": field.is_required(), "schema": schema }),
        _ => query_parameter(field, schema::shape(contract, field), &schema),
    }
}

/// A query parameter, in the style that the client sends.
fn query_parameter(field: &Field, shape: Shape, schema: &Value) -> Value {
    let spelling = if field.presence() == Presence::List { Spelling::of_list(&[shape]) } else { Spelling::of(shape) };
    let name = match (spelling, field.query_style()) {
        (Spelling::List, Style::Brackets) => format!("{}[]", field.wire_name()),
        _ => field.wire_name().to_owned(),
    };
    let (style, explode) = match spelling {
        Spelling::Plain => ("form", true),
        Spelling::List => ("form", field.query_style() != Style::Comma),
        Spelling::Object | Spelling::Items => ("deepObject", true),
    };
    // An empty value is not sent, even if the field is required.
    let is_required = field.is_required() && !may_be_empty(shape);
    let mut parameter = json!({
        "name": name, "in": "query", "required": is_required, "schema": schema, "style": style, "explode": explode,
    });
    if spelling == Spelling::Items {
        parameter["description"] = Value::from(format!("Each item under its index: `{name}[0][…]`"));
    }
    parameter
}

/// The form of a field in a query.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spelling {
    /// `k=a`
    Plain,
    /// `k[]=a`, `k=a&k=b` or `k=a,b`
    List,
    /// `k[a]=b`
    Object,
    /// `k[0][a]=b`
    Items,
}

impl Spelling {
    fn of(shape: Shape) -> Self {
        match shape {
            Shape::Nullable(inner) => Self::of(*inner),
            Shape::List(item) => Self::of_list(&[*item]),
            Shape::Tuple(items) => Self::of_list(items),
            // A value of any shape may be an object.
            Shape::Any
            | Shape::Map(_)
            | Shape::Record(_)
            | Shape::Reference
            | Shape::File
            | Shape::Filter { .. }
            | Shape::SortBy => Self::Object,
            Shape::String
            | Shape::Character
            | Shape::Boolean
            | Shape::Number
            | Shape::Integer { .. }
            | Shape::Entity(_)
            | Shape::Choice(_)
            | Shape::Timestamp => Self::Plain,
        }
    }

    fn of_list(items: &[Shape]) -> Self {
        // Lists in a query mostly hold plain values, so items of unknown shape count as plain.
        let is_plain = |item: &Shape| *item == Shape::Any || Self::of(*item) == Self::Plain;
        if items.iter().all(is_plain) { Self::List } else { Self::Items }
    }
}

fn may_be_empty(shape: Shape) -> bool {
    matches!(bare(shape), Shape::List(_) | Shape::Map(_))
}

/// The schema of a field that is sent. An absent field is left out, so only a `Patch` may be `null`.
fn sent(contract: &Contract, field: &Field) -> Value {
    schema::field(contract, field, field.presence() == Presence::Patch)
}

/// The parts of a `multipart/form-data` body. `OpenAPI` describes them as the properties of an object.
fn parts(contract: &Contract) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in contract.fields().iter().filter(|field| field.place() == Place::Body) {
        properties.insert(field.wire_name().to_owned(), part(contract, field));
        required.extend(field.is_required().then(|| field.wire_name()));
    }
    if Common::names(contract).any(|name| name == REMOTE_DATA) {
        properties.insert(REMOTE_DATA.to_owned(), json!({ "type": "object" }));
    }
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn part(contract: &Contract, field: &Field) -> Value {
    let file = json!({ "type": "string", "contentMediaType": "application/octet-stream" });
    let schema = sent(contract, field);
    let (shape, is_list) = match bare(field.shape()) {
        Shape::List(item) => (bare(*item), true),
        shape => (shape, field.presence() == Presence::List),
    };
    match shape {
        Shape::File if is_list => json!({ "type": "array", "items": file }),
        Shape::File => file,
        // OpenAPI would send a part for each item, so the list is declared as one part of JSON.
        _ if is_list || matches!(shape, Shape::Tuple(_)) => {
            json!({ "type": "string", "contentMediaType": "application/json", "contentSchema": schema })
        }
        _ => schema,
    }
}

/// The shape without `null`.
fn bare(shape: Shape) -> Shape {
    if let Shape::Nullable(inner) = shape { bare(*inner) } else { shape }
}

/// The common parameters (<https://www.truto.one/docs/api-reference/overview/querying.md>).
fn common() -> Value {
    let query = |name: &str, schema: Value| json!({ "name": name, "in": "query", "schema": schema });
    let mut account = query(ACCOUNT, json!({ "type": "string", "format": "uuid" }));
    account["required"] = Value::Bool(true);
    let mut remote_query = query("remote_query", json!({ "type": "object" }));
    remote_query["style"] = Value::from("deepObject");
    remote_query["explode"] = Value::Bool(true);
    json!({
        ACCOUNT: account,
        RESPONSE_FORMAT:
            query(RESPONSE_FORMAT, json!({ "enum": ["unified", "normalized", "raw", "stream"] })),
        "truto_exclude_fields":
            query("truto_exclude_fields[]", json!({ "type": "array", "items": { "type": "string" } })),
        "truto_ignore_remote_data": query("truto_ignore_remote_data", json!({ "type": "boolean" })),
        "truto_body_passthrough": query("truto_body_passthrough", json!({ "type": "boolean", "default": true })),
        "limit": query("limit", json!({ "type": "integer", "minimum": 1 })),
        "next_cursor": query("next_cursor", json!({ "type": "string" })),
        "truto_key_by": query("truto_key_by", json!({ "type": "string" })),
        "truto_ignore_limit": query("truto_ignore_limit", json!({ "type": "boolean" })),
        "remote_query": remote_query,
        "Idempotency-Key": { "name": "Idempotency-Key", "in": "header", "schema": { "type": "string" } },
    })
}

/// The envelope of a list (<https://truto.one/docs/api-reference/overview/pagination>). `truto_key_by` makes `result` an object.
fn page() -> Value {
    let properties = json!({
        "result": { "type": ["array", "object"] },
        "next_cursor": { "type": ["string", "null"] },
        "prev_cursor": { "type": ["string", "null"] },
        "result_count": { "type": "integer" },
        "is_partial_response": { "type": "boolean" },
    });
    response("A page of the list", &json!({ "type": "object", "properties": properties, "required": ["result"] }))
}

fn error() -> Value {
    let properties = json!({
        "statusCode": { "type": "integer" },
        "error": { "type": "string" },
        "message": { "type": "string" },
    });
    response("The error", &json!({ "type": "object", "properties": properties }))
}

fn response(description: &str, schema: &Value) -> Value {
    json!({ "description": description, "content": { "application/json": { "schema": schema } } })
}
