//! The behaviour of an endpoint that has none of its own: it keeps what it is sent and answers what it keeps.
//!
//! Enough to try a freshly declared endpoint out: create, get, list, update, delete by id.

use http::StatusCode;
use serde_json::{Map, Value};
use truto_core::contract::{Method, Place};

use super::{Call, Item, Outcome};
use crate::refusal::Refusal;
use crate::store::{Record, Store};

pub(crate) fn generic(call: Call<'_>, store: &mut Store) -> Result<Outcome, Refusal> {
    let resource = call.resource.path();
    let account = call.account.id();
    let id = call.input.get("id").and_then(Value::as_str);
    let missing = |id: &str| Refusal::not_found(format!("There is no {resource} with the id `{id}`"));
    let fields = body_fields(call);
    match (call.contract.method(), id) {
        (Method::Get, None) => {
            let kept = store.records(Some(account)).into_iter().filter(|record| record.resource == resource);
            Ok(Outcome::List(kept.map(|record| item(record.fields)).collect()))
        }
        (Method::Get, Some(id)) => {
            let fields = store.get(account, &resource, id).ok_or_else(|| missing(id))?;
            Ok(Outcome::One(StatusCode::OK, item(fields.clone())))
        }
        (Method::Delete, Some(id)) => {
            if !store.remove(account, &resource, id) {
                return Err(missing(id));
            }
            let mut gone = Map::new();
            gone.insert("id".to_owned(), Value::from(id));
            Ok(Outcome::One(StatusCode::OK, item(gone)))
        }
        (Method::Patch | Method::Put, Some(id)) => {
            let known = store.get(account, &resource, id).ok_or_else(|| missing(id))?;
            known.extend(fields);
            Ok(Outcome::One(StatusCode::OK, item(known.clone())))
        }
        (Method::Post, None) if call.resource.method == "create" => {
            let id = store.new_id();
            let mut kept = fields;
            kept.insert("id".to_owned(), Value::from(id.as_str()));
            store.put(Record { account: account.to_owned(), resource, id, fields: kept.clone() });
            Ok(Outcome::One(StatusCode::CREATED, item(kept)))
        }
        _ => Ok(Outcome::One(StatusCode::OK, item(fields))),
    }
}

/// What came in the body. What came elsewhere is about the request, not about the record.
fn body_fields(call: Call<'_>) -> Map<String, Value> {
    let mut fields = call.input.clone();
    for field in call.contract.fields().iter().filter(|field| field.place() != Place::Body) {
        fields.remove(field.wire_name());
    }
    fields
}

fn item(fields: Map<String, Value>) -> Item {
    Item { remote: fields.clone(), unified: fields }
}
