//! The generic behaviour of an endpoint: it keeps records and answers them.
//!
//! It is enough to try a new declaration: create, get, list, update and delete by id.

use std::sync::Arc;

use http::StatusCode;
use serde_json::{Map, Value};
use truto_core::contract::Method;

use super::view::View;
use super::{Call, Item, Output, crm};
use crate::answer::refusal::Refusal;
use crate::api::resource::Resource;
use crate::state::store::{Stamp, Store};

pub(super) fn run(call: Call<'_>, store: &mut Store) -> Result<Output, Refusal> {
    let (resource, id) = target(call);
    let (account, provider) = (call.account.id(), call.account.provider());
    let missing = |id: &str| {
        let help = format!("`sandbox.keep(account, \"{resource}\", …)` adds one");
        Refusal::not_found(format!("There is no {resource} with the id `{id}` in this account: {help}"))
    };
    let fields = call.body.clone();
    match (call.contract.method(), id) {
        (Method::Get, None) => {
            let view = View::of(store, (account, provider), &resource).thin();
            Ok(Output::Rows(store.list(account, &resource), view))
        }
        (Method::Get, Some(id)) => {
            let fields = store.read(account, &resource, &id).ok_or_else(|| missing(&id))?;
            Ok(Output::One(StatusCode::OK, View::of(store, (account, provider), &resource).item(&fields)))
        }
        (Method::Delete, Some(id)) => {
            if !store.remove(account, &resource, &id) {
                return Err(missing(&id));
            }
            crm::forget(store, account, &resource, &id);
            let mut gone = Map::new();
            gone.insert("id".to_owned(), Value::from(id));
            Ok(Output::One(StatusCode::OK, item(gone)))
        }
        (Method::Patch | Method::Put, Some(id)) => {
            let known = store.read(account, &resource, &id).ok_or_else(|| missing(&id))?;
            let mut changed = Map::clone(&known);
            changed.extend(fields);
            // The record keeps its id, even if the body has another id.
            changed.insert("id".to_owned(), Value::from(id));
            crm::complete(store, (account, &resource), &mut changed, call.body, Stamp::Changed);
            let changed = Arc::new(changed);
            store.put(account, &resource, Map::clone(&changed));
            Ok(Output::One(StatusCode::OK, View::of(store, (account, provider), &resource).item(&changed)))
        }
        // A `POST` of a custom method such as `contacts/merge` creates nothing.
        (Method::Post, None) if Resource::of(call.contract).is_none_or(|of| of.method == "create") => {
            crm::check_new(store, provider, &resource, &fields)?;
            let mut fields = fields;
            crm::complete(store, (account, &resource), &mut fields, call.body, Stamp::Created);
            let mut kept = fields.clone();
            kept.insert("id".to_owned(), Value::from(store.put(account, &resource, fields)));
            let view = View::of(store, (account, provider), &resource);
            Ok(Output::One(StatusCode::CREATED, view.item(&Arc::new(kept))))
        }
        _ => Ok(Output::One(StatusCode::OK, item(fields))),
    }
}

/// Reads the target of a call: a resource such as `crm/contacts`, or the record of it with this id.
///
/// A value behind the name of the resource in the path is the id of a record.
fn target(call: Call<'_>) -> (String, Option<String>) {
    let template: Vec<&str> = call.contract.path().trim_start_matches('/').split('/').collect();
    // `/unified/{model}/{resource}`, `/proxy/{resource}`, or any other name.
    let name_length = match template[0] {
        "unified" => 3,
        "proxy" => 2,
        _ => 1,
    };
    let mut segments: Vec<&str> = template.iter().map(|segment| call.value(segment).unwrap_or(segment)).collect();
    let last = template.last().filter(|_| template.len() > name_length).and_then(|last| call.value(last));
    if last.is_some() {
        segments.pop();
    }
    if template[0] == "unified" {
        segments.remove(0);
    }
    // Some integrations expect the id in the body.
    let id = last.or_else(|| call.body.get("id").and_then(Value::as_str)).map(str::to_owned);
    (segments.join("/"), id)
}

impl<'a> Call<'a> {
    /// The value of a segment, if it is a placeholder.
    fn value(&self, segment: &str) -> Option<&'a str> {
        let name = segment.strip_prefix('{')?.strip_suffix('}')?;
        self.path.get(name)?.as_str()
    }
}

fn item(fields: Map<String, Value>) -> Item {
    Item { remote: fields.clone(), unified: fields }
}
