//! An `OpenAPI` 3.1 document (<https://spec.openapis.org/oas/v3.1.1.html>) of a registry: its contracts and their schemas,
//! wrapped.

use serde_json::{Map, Value, json};

use crate::common::Common;
use crate::contract::{BodyForm, Contract, Field, Place, Presence, Style};
use crate::registry::Registry;
use crate::schema;

impl Registry {
    /// The endpoints as an `OpenAPI` 3.1 document.
    ///
    /// Each operation has its parameters, the schema of its body and the error envelope. What an answer holds is a type
    /// of Rust, so it says only that it is JSON.
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
            // One path whose placeholders two endpoints name differently is one path to OpenAPI.
            let known = paths.keys().find(|known| bare(known) == bare(contract.path()));
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
                "responses": { "Error": error() },
            },
        })
    }
}

/// The template with its placeholders unnamed.
fn bare(path: &str) -> Vec<&str> {
    path.split('/').map(|segment| if segment.starts_with('{') { "{}" } else { segment }).collect()
}

fn operation(contract: &Contract, path: &str) -> Value {
    let declared = contract.fields().iter().filter(|field| field.place() != Place::Body);
    let mut parameters: Vec<Value> = declared.map(|field| parameter(contract, field, path)).collect();
    let names = ["integrated_account_id", "truto_response_format"].into_iter();
    let names = names.filter(|name| !contract.replaces(Place::Query, name)).chain(Common::names(contract));
    // `remote_data` is a part of the body.
    let names = names.filter(|name| *name != crate::common::REMOTE_DATA);
    let key = (!contract.method().is_safe()).then_some("Idempotency-Key");
    parameters.extend(names.chain(key).map(|name| json!({ "$ref": format!("#/components/parameters/{name}") })));
    let mut operation = json!({
        "parameters": parameters,
        "responses": {
            "2XX": { "description": "The answer", "content": { "application/json": { "schema": {} } } },
            "default": { "$ref": "#/components/responses/Error" },
        },
    });
    let content = match contract.body() {
        BodyForm::Json => schema::body(contract).map(|body| json!({ "application/json": { "schema": body } })),
        BodyForm::Multipart => Some(json!({ "multipart/form-data": { "schema": schema::parts(contract) } })),
        BodyForm::Raw => Some(json!({ "*/*": {} })),
    };
    if let Some(content) = content {
        operation["requestBody"] = json!({ "required": true, "content": content });
    }
    operation
}

fn parameter(contract: &Contract, field: &Field, path: &str) -> Value {
    let schema = schema::field(contract, field);
    let required = field.is_required();
    let name = field.wire_name();
    match field.place() {
        Place::Path => {
            let placeholder = format!("{{{name}}}");
            let mut segments = contract.path().split('/').zip(path.split('/'));
            let here = segments.find(|(own, _)| *own == placeholder).map_or(name, |(_, here)| &here[1..here.len() - 1]);
            json!({ "name": here, "in": "path", "required": true, "schema": schema })
        }
        Place::Header => json!({ "name": name, "in": "header", "required": required, "schema": schema }),
        _ => {
            let is_list = field.presence() == Presence::List;
            let name =
                if is_list && field.query_style() == Style::Brackets { format!("{name}[]") } else { name.to_owned() };
            json!({
                "name": name, "in": "query", "required": required, "schema": schema,
                "style": "form", "explode": field.query_style() != Style::Comma,
            })
        }
    }
}

/// What every endpoint takes (<https://www.truto.one/docs/api-reference/overview/querying.md>).
fn common() -> Value {
    let query = |name: &str, schema: Value| json!({ "name": name, "in": "query", "schema": schema });
    let mut account = query("integrated_account_id", json!({ "type": "string", "format": "uuid" }));
    account["required"] = Value::Bool(true);
    let mut remote_query = query("remote_query", json!({ "type": "object" }));
    remote_query["style"] = Value::from("deepObject");
    remote_query["explode"] = Value::Bool(true);
    json!({
        "integrated_account_id": account,
        "truto_response_format":
            query("truto_response_format", json!({ "enum": ["unified", "normalized", "raw", "stream"] })),
        "truto_exclude_fields":
            query("truto_exclude_fields[]", json!({ "type": "array", "items": { "type": "string" } })),
        "truto_ignore_remote_data": query("truto_ignore_remote_data", json!({ "type": "boolean" })),
        "remote_query": remote_query,
        "Idempotency-Key": { "name": "Idempotency-Key", "in": "header", "schema": { "type": "string" } },
    })
}

fn error() -> Value {
    json!({
        "description": "What went wrong",
        "content": { "application/json": { "schema": {
            "type": "object",
            "properties": {
                "statusCode": { "type": "integer" },
                "error": { "type": "string" },
                "message": { "type": "string" },
            },
        } } },
    })
}
