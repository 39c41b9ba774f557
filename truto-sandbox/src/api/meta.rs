//! The meta routes: what a method takes and answers, as JSON Schemas from the registered contracts.
//!
//! They have the documented keys and no others. `response_schema` is documented for the route of an integration only.

use serde_json::{Map, Value, json};
use truto_core::contract::Contract;
use truto_core::server::Registration;
use truto_core::shape::Shape;

use crate::answer::Answer;
use crate::answer::refusal::Refusal;
use crate::api::query::parameters;
use crate::api::resource::{Resource, STANDARD};
use crate::lock::lock;
use crate::provider::Provider;
use crate::state::Shared;
use crate::state::store::Store;

/// A method of a resource.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) model: String,
    pub(crate) resource: String,
    pub(crate) method: String,
}

/// `GET /unified/{model}/{resource}/meta/{method}`
pub(crate) fn of_account(shared: &Shared, named: &Named, query: &str) -> Result<Answer, Refusal> {
    let account = shared.account_of(&parameters(query)?)?;
    describe(shared, named, Some(account.id())).map(Answer::ok)
}

/// `GET /unified/{model}/{resource}/{integration}/meta/{method}`
pub(crate) fn of_integration(shared: &Shared, named: &Named, integration: &str) -> Result<Answer, Refusal> {
    if Provider::of_integration(&integration.to_ascii_lowercase()).is_none() {
        return Err(Refusal::not_found(format!("There is no integration `{integration}`")));
    }
    let mut description = describe(shared, named, None)?;
    description["response_schema"] = description["schema"]["properties"].clone();
    if description["response_schema"].is_null() {
        description["response_schema"] = json!({});
    }
    Ok(Answer::ok(description))
}

fn describe(shared: &Shared, named: &Named, account: Option<&str>) -> Result<Value, Refusal> {
    let Named { model, resource, method } = named;
    let of_resource: Vec<(Resource, Registration)> = (shared.settings.registry.iter())
        .filter_map(|registration| Some((Resource::of(registration.contract())?, registration)))
        .filter(|(of, _)| of.model == model && of.name == resource)
        .collect();
    let same_method = of_resource.iter().filter(|(of, _)| of.method == method);
    // The path of a nested resource is longer.
    let found = same_method.min_by_key(|(_, registration)| registration.contract().path().matches('/').count());
    let (schema, query, body) = match found {
        Some((of, registration)) => {
            let contract = registration.contract();
            (response(*of, contract, &of_resource), contract.query_schema(), contract.body_schema())
        }
        None if of_resource.is_empty() && shared.settings.any_model && STANDARD.contains(&method.as_str()) => {
            let records = observed(&mut lock(&shared.store), account, &format!("{model}/{resource}"));
            let schema = if method == "delete" { deleted() } else { object(&records) };
            let body = ["create", "update"].contains(&method.as_str()).then(|| object(&records));
            (schema, object(&Map::new()), body)
        }
        None => return Err(Refusal::not_found(format!("{model}/{resource} has no method `{method}`"))),
    };
    Ok(json!({
        "method": method,
        "schema": schema,
        "documentation_link": null,
        "response_mapping": null,
        "query_schema": query,
        "request_body_schema": body,
        "default_query": {},
        "default_body": {},
    }))
}

fn object(properties: &Map<String, Value>) -> Value {
    json!({ "type": "object", "properties": properties })
}

fn deleted() -> Value {
    json!({ "type": "object", "properties": { "id": { "type": "string" } }, "required": ["id"] })
}

/// The schema of the record that a method answers.
fn response(of: Resource, contract: &Contract, of_resource: &[(Resource, Registration)]) -> Value {
    if let Shape::Record(record) = contract.answer() {
        return record.contract().schema();
    }
    if of.method == "delete" {
        return deleted();
    }
    if !of.is_standard() {
        return object(&Map::new());
    }
    // Nothing describes the answer, but it has the members that can be written.
    let mut properties = Map::from_iter([("id".to_owned(), json!({ "type": "string" }))]);
    let is_writing = |(of, _): &&(Resource, Registration)| ["create", "update"].contains(&of.method);
    for (_, registration) in of_resource.iter().filter(is_writing) {
        if let Some(Value::Object(members)) =
            registration.contract().body_schema().map(|mut schema| schema["properties"].take())
        {
            for (name, schema) in members {
                properties.entry(name).or_insert(schema);
            }
        }
    }
    object(&properties)
}

/// The members of the records that an account has, or of all records.
fn observed(store: &mut Store, account: Option<&str>, resource: &str) -> Map<String, Value> {
    /// Records that are looked at. All records of a resource have the same form.
    const SAMPLE: usize = 100;

    let counts = store.counts(account).into_iter().filter(|(_, of, _)| of == resource);
    let accounts: Vec<String> = counts.map(|(account, ..)| account).collect();
    let mut properties = Map::from_iter([("id".to_owned(), json!({ "type": "string" }))]);
    for account in accounts {
        for fields in store.list(&account, resource).iter().take(SAMPLE) {
            for (name, value) in fields.iter() {
                let known = properties.get(name).is_some_and(|schema| schema != &json!({}));
                if !known {
                    properties.insert(name.clone(), schema_of(value));
                }
            }
        }
    }
    properties
}

fn schema_of(value: &Value) -> Value {
    match value {
        Value::Null => json!({}),
        Value::Bool(_) => json!({ "type": "boolean" }),
        Value::Number(number) if number.is_f64() => json!({ "type": "number" }),
        Value::Number(_) => json!({ "type": "integer" }),
        Value::String(_) => json!({ "type": "string" }),
        Value::Array(items) => match items.first() {
            Some(item) => json!({ "type": "array", "items": schema_of(item) }),
            None => json!({ "type": "array" }),
        },
        Value::Object(members) => {
            object(&members.iter().map(|(name, value)| (name.clone(), schema_of(value))).collect())
        }
    }
}
