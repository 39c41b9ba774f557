//! `POST /unified/crm/associations`: keeps the links, and answers them in the documented shape.
//!
//! A link shows up on the kept records, where the unified model has a member for it. The contract says which entities a provider can link. The refusal is a remote error, because the provider makes it.

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::{Call, Item, Output, crm};
use crate::answer::refusal::Refusal;
use crate::state::store::{Link, Store};

/// A misspelt `accounts`, which the API accepts in requests and sends in answers.
const MISSPELT: &str = "acocunts";

/// The kinds in the documented response, which lacks `organizations`.
const ANSWERED: [(&str, &str); 4] =
    [(MISSPELT, "accounts"), ("contacts", "contacts"), ("leads", "leads"), ("opportunities", "opportunities")];

pub(super) fn create(call: Call<'_>, store: &mut Store) -> Result<Output, Refusal> {
    let text = |key: &str| call.body.get(key).and_then(Value::as_str).unwrap_or_default();
    let (entity, entity_id) = (text("entity"), text("entity_id"));
    let provider = call.account.provider();
    if !provider.supported(call.contract).contains(&entity) {
        let message = format!("{} does not support associations of {entity}", provider.name());
        let raw = provider.error("entity", &message);
        return Err(Refusal::remote(StatusCode::UNPROCESSABLE_ENTITY, provider.name(), &message, &raw));
    }

    let links = links(call.body);
    let account = call.account.id();
    let records: Vec<(&str, &str)> = std::iter::once((entity, entity_id)).chain(links.iter().copied()).collect();
    crm::check_link(store, (account, provider), &records)?;
    for (kind, id) in &links {
        store.add_link(Link {
            account: account.to_owned(),
            entity: entity.to_owned(),
            entity_id: entity_id.to_owned(),
            kind: (*kind).to_owned(),
            id: (*id).to_owned(),
        });
        crm::link(store, account, (entity, entity_id), (kind, id));
    }

    let mut associations = Map::new();
    for (key, kind) in ANSWERED {
        let references: Vec<Value> =
            links.iter().filter(|(of, _)| *of == kind).map(|(_, id)| json!({ "id": id })).collect();
        associations.insert(key.to_owned(), Value::Array(references));
    }
    let mut unified = Map::new();
    unified.insert("entity_id".to_owned(), Value::from(entity_id));
    unified.insert("entity".to_owned(), Value::from(entity));
    unified.insert("associations".to_owned(), Value::Object(associations));
    let remote = provider.record(entity, entity_id, &links);
    Ok(Output::One(StatusCode::CREATED, Item { unified, remote }))
}

/// The kind and the id of each record to link, without duplicates, with the kind spelt right.
fn links(body: &Map<String, Value>) -> Vec<(&str, &str)> {
    let mut links: Vec<(&str, &str)> = Vec::new();
    let mut known = std::collections::HashSet::new();
    for (key, references) in body.get("associations").and_then(Value::as_object).into_iter().flatten() {
        let kind = if key == MISSPELT { "accounts" } else { key.as_str() };
        for reference in references.as_array().into_iter().flatten() {
            if let Some(id) = reference.get("id").and_then(Value::as_str)
                && known.insert((kind, id))
            {
                links.push((kind, id));
            }
        }
    }
    links
}
