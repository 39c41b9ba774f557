//! The generic behaviour of an endpoint: it keeps records and answers them.
//!
//! It is enough to try a new declaration: create, get, list, update and delete by id. A custom method answers its body.

use http::StatusCode;
use serde_json::{Map, Value};

use super::target::{Action, Target};
use super::{Call, Item, Output};
use crate::answer::refusal::Refusal;
use crate::state::store::Store;

pub(super) fn run(call: Call<'_>, store: &mut Store) -> Result<Output, Refusal> {
    let Target { resource, action } = Target::of(call);
    let account = call.account.id();
    let missing = |id: &str| {
        let help = format!("`sandbox.keep(account, \"{resource}\", …)` adds one");
        Refusal::not_found(format!("There is no {resource} with the id `{id}` in this account: {help}"))
    };
    let fields = call.body.clone();
    match action {
        Action::List => Ok(Output::List(list(account, &resource, store))),
        Action::Get(id) => {
            let fields = store.get(account, &resource, &id).ok_or_else(|| missing(&id))?;
            Ok(Output::One(StatusCode::OK, item(fields.clone())))
        }
        Action::Create => {
            let mut kept = fields.clone();
            kept.insert("id".to_owned(), Value::from(store.put(account, &resource, fields)));
            Ok(Output::One(StatusCode::CREATED, item(kept)))
        }
        Action::Update(id) => {
            let known = store.get(account, &resource, &id).ok_or_else(|| missing(&id))?;
            known.extend(fields);
            // The record keeps its id, even if the body has another id.
            known.insert("id".to_owned(), Value::from(id));
            Ok(Output::One(StatusCode::OK, item(known.clone())))
        }
        Action::Delete(id) if store.remove(account, &resource, &id) => Ok(Output::Deleted(id)),
        Action::Delete(id) => Err(missing(&id)),
        Action::Custom => Ok(Output::Called(Value::Object(fields))),
    }
}

/// The records of a resource, as a list shows them.
pub(super) fn list(account: &str, resource: &str, store: &mut Store) -> Vec<Item> {
    store.list(account, resource).into_iter().map(|fields| item(Map::clone(&fields))).collect()
}

/// A record as the provider has it.
pub(super) fn item(fields: Map<String, Value>) -> Item {
    Item { remote: fields.clone(), unified: fields }
}
