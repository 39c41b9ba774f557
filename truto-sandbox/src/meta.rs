//! Meta routes: what a method takes, and what an account can do, read from the registered contracts.
//!
//! The API documents the keys of a method's description; the shape of the capabilities answer is ours.

use std::collections::BTreeMap;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde_json::{Map, Value, json};
use truto_core::contract::{Contract, Field, Kind, Place, Presence};

use crate::accounts::Account;
use crate::answer::Answer;
use crate::app::{App, Shared, account};
use crate::query::comma_list;
use crate::refusal::Refusal;
use crate::resource::Resource;

/// `GET /unified/{model}/{resource}/meta/{method}`
pub(crate) async fn method(state: App, path: Named<(String, String, String)>, query: RawQuery) -> Response {
    let described = named(path).and_then(|path| describe(&state.0, &path, query.0.as_deref().unwrap_or_default()));
    described.unwrap_or_else(IntoResponse::into_response)
}

/// What a path names, or why it cannot name anything.
type Named<T> = Result<Path<T>, PathRejection>;

fn named<T>(path: Named<T>) -> Result<T, Refusal> {
    path.map(|Path(names)| names).map_err(|error| Refusal::not_found(error.body_text()))
}

fn describe(shared: &Shared, path: &(String, String, String), query: &str) -> Result<Response, Refusal> {
    let query = crate::query::parameters(query)?;
    account(shared, &query)?;
    let (model, name, method) = path;
    let found = shared.settings.registry.iter().map(|registration| registration.contract()).find(|contract| {
        Resource::of(contract).is_some_and(|of| of.model == model && of.name == name && of.method == method)
    });
    let contract = found.ok_or_else(|| Refusal::not_found(format!("{model}/{name} has no method `{method}`")))?;
    let body = json!({
        "method": method,
        "schema": {},
        "documentation_link": null,
        "response_mapping": null,
        "query_schema": schema(contract, Place::Query),
        "request_body_schema": if contract.method().has_body() { schema(contract, Place::Body) } else { Value::Null },
        "default_query": {},
        "default_body": {},
    });
    Ok(Answer::json(StatusCode::OK, &body).into_response())
}

/// `GET /integrated-account/{id}/capabilities`
pub(crate) async fn capabilities(state: App, id: Named<String>, query: RawQuery) -> Response {
    let can = named(id).and_then(|id| can(&state.0, &id, query.0.as_deref().unwrap_or_default()));
    can.unwrap_or_else(IntoResponse::into_response)
}

fn can(shared: &Shared, id: &str, query: &str) -> Result<Response, Refusal> {
    let query = crate::query::parameters(query)?;
    let account: &Account =
        shared.account(id).ok_or_else(|| Refusal::not_found(format!("There is no integrated account {id}")))?;
    let methods = query.get("methods").map(comma_list).unwrap_or_default();
    let only = query.get("resource").and_then(Value::as_str);

    let mut by_resource: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for registration in shared.settings.registry.iter() {
        let contract = registration.contract();
        let Some(of) = Resource::of(contract) else {
            continue;
        };
        let writable = contract.method().is_safe() || !account.is_read_only();
        let asked_for = methods.is_empty() || methods.iter().any(|method| method == of.method);
        if writable && asked_for && only.is_none_or(|only| only == of.name || only == of.path()) {
            by_resource.entry(of.path()).or_default().push(of.method);
        }
    }
    let unified: Vec<Value> = by_resource
        .into_iter()
        .map(|(resource, methods)| json!({ "resource": resource, "methods": methods }))
        .collect();
    let body = json!({ "integrated_account_id": account.id(), "unified": unified, "proxy": [] });
    Ok(Answer::json(StatusCode::OK, &body).into_response())
}

/// The fields of one place as a JSON schema.
fn schema(contract: &Contract, place: Place) -> Value {
    let mut root = empty_object();
    for field in contract.fields().iter().filter(|field| field.place() == place) {
        insert(&mut root, field.objects(), field, contract);
    }
    Value::Object(root)
}

fn insert(object: &mut Map<String, Value>, within: &[&str], field: &Field, contract: &Contract) {
    let Some(Value::Object(properties)) = object.get_mut("properties") else {
        return;
    };
    if let Some((outer, rest)) = within.split_first() {
        let nested = properties.entry(*outer).or_insert_with(|| Value::Object(empty_object()));
        if let Value::Object(nested) = nested {
            insert(nested, rest, field, contract);
        }
        return;
    }
    properties.insert(field.wire_name().to_owned(), describe_field(field, contract));
    if field.is_required() {
        let required = object.entry("required").or_insert_with(|| json!([]));
        if let Value::Array(required) = required {
            required.push(Value::from(field.wire_name()));
        }
    }
}

fn describe_field(field: &Field, contract: &Contract) -> Value {
    let one = match field.kind() {
        Kind::String => json!({ "type": "string" }),
        Kind::Integer => json!({ "type": "integer" }),
        Kind::Number => json!({ "type": "number" }),
        Kind::Boolean => json!({ "type": "boolean" }),
        Kind::Entity => {
            let names: Vec<&str> = contract.entity_names().iter().map(|entity| entity.wire).collect();
            json!({ "type": "string", "enum": names })
        }
        _ => json!({}),
    };
    let mut described = if field.presence() == Presence::List { json!({ "type": "array", "items": one }) } else { one };
    if field.allowed_entities().is_some() {
        let allowed = contract.allowed_wire_names(field).join(" or ");
        described["description"] = Value::from(format!("Only when entity is {allowed}"));
    }
    described
}

fn empty_object() -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("type".to_owned(), Value::from("object"));
    object.insert("properties".to_owned(), Value::Object(Map::new()));
    object
}
