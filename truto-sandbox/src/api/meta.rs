//! Meta routes: the parameters of a method and the methods of an account, from the registered contracts.
//!
//! The API documents the keys of a method's description. The shape of the capabilities answer is ours.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::answer::Answer;
use crate::answer::refusal::Refusal;
use crate::api::query::{comma_list, parameters};
use crate::api::resource::Resource;
use crate::state::Shared;
use crate::state::accounts::ACCOUNT;

/// `GET /unified/{model}/{resource}/meta/{method}`
pub(crate) fn method(shared: &Shared, names: &[String; 3], query: &str) -> Result<Answer, Refusal> {
    shared.account_of(&parameters(query)?)?;
    let [model, name, method] = names;
    let found = shared.settings.registry.iter().map(|registration| registration.contract()).find(|contract| {
        Resource::of(contract).is_some_and(|of| of.model == model && of.name == name && of.method == method)
    });
    let contract = found.ok_or_else(|| Refusal::not_found(format!("{model}/{name} has no method `{method}`")))?;
    Ok(Answer::ok(json!({
        "method": method,
        "schema": {},
        "documentation_link": null,
        "response_mapping": null,
        "query_schema": contract.query_schema(),
        "request_body_schema": contract.body_schema(),
        "default_query": {},
        "default_body": {},
    })))
}

/// `GET /integrated-account/{id}/capabilities`
pub(crate) fn capabilities(shared: &Shared, id: &str, query: &str) -> Result<Answer, Refusal> {
    let query = parameters(query)?;
    let account = shared.account(id).ok_or_else(|| Refusal::no_account(id))?;
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
    Ok(Answer::ok(json!({ (ACCOUNT): account.id(), "unified": unified, "proxy": [] })))
}
