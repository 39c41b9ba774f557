//! `POST /unified/crm/associations`: keeps the links, and answers them in the page's response shape.
//!
//! Which kinds an entity may link, and which entities a provider can link at all, is the contract's business. The second
//! refusal comes as a remote error, since it is the provider's.

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::{Call, Item, Outcome};
use crate::answer::refusal::Refusal;
use crate::provider::LinkedRecord;
use crate::state::store::{Link, Store};

/// The key that the API documents beside the right one, and the only one in its response.
const MISSPELT: &str = "acocunts";

/// The kinds that the documented response holds; `organizations` is not among them.
const ANSWERED: [(&str, &str); 4] =
    [(MISSPELT, "accounts"), ("contacts", "contacts"), ("leads", "leads"), ("opportunities", "opportunities")];

pub(super) fn create(call: Call<'_>, store: &mut Store) -> Result<Outcome, Refusal> {
    let text = |key: &str| call.body.get(key).and_then(Value::as_str).unwrap_or_default();
    let (entity, entity_id) = (text("entity"), text("entity_id"));
    let provider = call.account.provider();
    if !provider.supported(call.contract).contains(&entity) {
        let message = format!("{} does not support associations of {entity}", provider.name());
        let raw = provider.error("entity", &message);
        return Err(Refusal::remote(StatusCode::UNPROCESSABLE_ENTITY, provider.name(), &message, raw));
    }

    let links = links(call.body);
    for (kind, id) in &links {
        store.link(Link {
            account: call.account.id().to_owned(),
            entity: entity.to_owned(),
            entity_id: entity_id.to_owned(),
            kind: (*kind).to_owned(),
            id: (*id).to_owned(),
        });
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
    let remote = provider.record(LinkedRecord { entity, id: entity_id, links: &links });
    Ok(Outcome::One(StatusCode::CREATED, Item { unified, remote }))
}

/// Kind and id of everything to link, each once, under the right spelling.
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
