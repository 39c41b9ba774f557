//! The generic behaviour of an endpoint: it keeps records and answers them.
//!
//! It is enough to try a new declaration: create, get, list, update and delete by id. A custom method answers its body.

use http::StatusCode;
use serde_json::{Map, Value};

use super::target::{Action, Target};
use super::view::View;
use super::{Call, List, Output, crm};
use crate::answer::refusal::Refusal;
use crate::state::store::{Stamp, Store};

pub(super) fn run(call: Call<'_>, store: &mut Store) -> Result<Output, Refusal> {
    let Target { resource, action } = Target::of(call);
    let (account, provider) = (call.account.id(), call.account.provider());
    let missing = |id: &str| {
        let help = format!("`sandbox.keep(account, \"{resource}\", …)` adds one");
        Refusal::not_found(format!("There is no {resource} with the id `{id}` in this account: {help}"))
    };
    let mut fields = call.body.clone();
    match action {
        Action::List => {
            let view = View::of(store, (account, provider), &resource).thin();
            Ok(Output::List(List::Records(store.list(account, &resource), view)))
        }
        Action::Get(id) => {
            let record = store.read(account, &resource, &id).ok_or_else(|| missing(&id))?;
            Ok(Output::One(StatusCode::OK, View::of(store, (account, provider), &resource).item(&record)))
        }
        Action::Create => {
            crm::check_new(store, provider, &resource, &fields)?;
            crm::complete(store, (account, &resource), &mut fields, call.body, Stamp::Created);
            let id = store.put(account, &resource, fields);
            let created = store.read(account, &resource, &id).unwrap_or_default();
            Ok(Output::One(StatusCode::CREATED, View::of(store, (account, provider), &resource).item(&created)))
        }
        Action::Update(id) => {
            let known = store.read(account, &resource, &id).ok_or_else(|| missing(&id))?;
            let mut changed = Map::clone(&known);
            changed.extend(fields);
            // The record keeps its id, even if the body has another id.
            changed.insert("id".to_owned(), Value::from(id.as_str()));
            crm::complete(store, (account, &resource), &mut changed, call.body, Stamp::Changed);
            store.put(account, &resource, changed);
            let changed = store.read(account, &resource, &id).unwrap_or_default();
            Ok(Output::One(StatusCode::OK, View::of(store, (account, provider), &resource).item(&changed)))
        }
        Action::Delete(id) if store.remove(account, &resource, &id) => {
            crm::forget(store, account, &resource, &id);
            Ok(Output::Deleted(id))
        }
        Action::Delete(id) => Err(missing(&id)),
        Action::Custom => Ok(Output::Called(Value::Object(fields))),
    }
}
