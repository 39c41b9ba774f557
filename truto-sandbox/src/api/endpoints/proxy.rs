//! `/proxy/{resource}`: the records of the provider in its own form.
//!
//! The provider has the records that were kept under `proxy/{resource}`, and those of every model's resource with this name. A
//! change makes a copy of a model's record under `proxy/{resource}`, because there is no way back from the provider's form.

use std::collections::HashSet;

use http::StatusCode;
use serde_json::{Map, Value};

use super::target::{Action, Target};
use super::view::View;
use super::{Call, Item, Output, crm};
use crate::answer::refusal::Refusal;
use crate::provider::Provider;
use crate::state::store::Store;

pub(super) fn run(call: Call<'_>, store: &mut Store) -> Result<Output, Refusal> {
    let Target { resource, action } = Target::of(call);
    let account = call.account.id();
    let provider = call.account.provider();
    let missing = |id: &str| {
        let name = provider.name();
        let message =
            format!("{name} has no {resource} with the id `{id}`: `sandbox.keep(account, \"{resource}\", …)` adds one");
        Refusal::remote(StatusCode::NOT_FOUND, name, &message, &provider.error("id", &message))
    };
    match action {
        Action::List => Ok(Output::List(list((account, provider), &resource, store).into())),
        Action::Get(id) => match find((account, provider), &resource, &id, store) {
            Some(item) => Ok(Output::One(StatusCode::OK, item)),
            None => Err(missing(&id)),
        },
        Action::Create => {
            let id = store.put(account, &resource, call.body.clone());
            match find((account, provider), &resource, &id, store) {
                Some(item) => Ok(Output::One(StatusCode::CREATED, item)),
                None => Err(missing(&id)),
            }
        }
        Action::Update(id) => {
            let Item { mut remote, .. } =
                find((account, provider), &resource, &id, store).ok_or_else(|| missing(&id))?;
            remote.extend(call.body.clone());
            // The record keeps its id, even if the body has another id.
            remote.insert("id".to_owned(), Value::from(id.as_str()));
            store.put(account, &resource, remote.clone());
            Ok(Output::One(StatusCode::OK, item(&id, remote)))
        }
        Action::Delete(id) => {
            let mut resources = unified(account, &resource, store);
            resources.push(resource.clone());
            let mut removed = false;
            for resource in resources {
                if store.remove(account, &resource, &id) {
                    crm::forget(store, account, &resource, &id);
                    removed = true;
                }
            }
            if removed { Ok(Output::Deleted(id)) } else { Err(missing(&id)) }
        }
        Action::Custom => Ok(Output::Called(Value::Object(call.body.clone()))),
    }
}

fn list((account, provider): (&str, Provider), resource: &str, store: &mut Store) -> Vec<Item> {
    let id_of = |fields: &Map<String, Value>| fields.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let kept = store.list(account, resource);
    let known: HashSet<String> = kept.iter().map(|fields| id_of(fields)).collect();
    let mut items: Vec<Item> = kept.iter().map(|fields| item(&id_of(fields), Map::clone(fields))).collect();
    for of in unified(account, resource, store) {
        let view = View::of(store, (account, provider), &of).thin();
        for Item { unified, remote } in store.list(account, &of).iter().map(|record| view.item(record)) {
            let id = id_of(&unified);
            if !known.contains(&id) {
                items.push(item(&id, remote));
            }
        }
    }
    items
}

/// The record of the provider with this id.
fn find((account, provider): (&str, Provider), resource: &str, id: &str, store: &mut Store) -> Option<Item> {
    if let Some(fields) = store.read(account, resource, id) {
        return Some(item(id, Map::clone(&fields)));
    }
    let of = unified(account, resource, store);
    let (of, found) = of.into_iter().find_map(|of| store.read(account, &of, id).map(|found| (of, found)))?;
    Some(item(id, View::of(store, (account, provider), &of).item(&found).remote))
}

/// The resources of all models that have the name of this resource of the proxy.
fn unified(account: &str, resource: &str, store: &mut Store) -> Vec<String> {
    let name = resource.strip_prefix("proxy/").unwrap_or(resource);
    let resources = store.counts(Some(account)).into_iter().map(|(_, of, _)| of);
    let is_same =
        |of: &String| of.split_once('/').is_some_and(|(model, of)| of == name && !["proxy", "custom"].contains(&model));
    resources.filter(is_same).collect()
}

/// A record of the provider. Filters and cursors find it by its id.
fn item(id: &str, remote: Map<String, Value>) -> Item {
    let mut unified = remote.clone();
    unified.insert("id".to_owned(), Value::from(id));
    Item { unified, remote }
}
