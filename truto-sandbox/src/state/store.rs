//! The data of the sandbox: links, records, and the calls that reached the providers.
//!
//! Tests read it to assert the state of the server, and not only its answers.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::bounded_log::BoundedLog;
use crate::provider::Provider;

/// A link between two records. It is kept once, however often it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Link {
    /// Account that the records belong to.
    pub account: String,
    /// Kind of the record that the link starts from.
    pub entity: String,
    /// Id of the record that the link starts from.
    pub entity_id: String,
    /// Kind of the linked record. The API's misspelt `acocunts` is kept as `accounts`.
    pub kind: String,
    /// Id of the linked record.
    pub id: String,
}

/// A call that reached the provider.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RemoteCall {
    /// Account that made the call.
    pub account: String,
    /// Provider that received the call.
    pub provider: Provider,
    /// The unified endpoint that was called, such as `POST /unified/crm/associations`.
    pub endpoint: String,
    /// The `remote_query` of the request, as sent.
    pub remote_query: Value,
    /// The `remote_data` of the request, as sent.
    pub remote_data: Value,
}

impl RemoteCall {
    /// Memory of this call in the log, in bytes.
    fn cost(&self) -> usize {
        let texts = self.account.len() + self.endpoint.len();
        size_of::<Self>() + texts + cost_of(&self.remote_query) + cost_of(&self.remote_data)
    }
}

/// Entries that a node of a B-tree has room for, used or not.
const NODE: usize = 11;

/// Estimates the memory of a value with its content in bytes, well enough to bound a log.
fn cost_of(value: &Value) -> usize {
    let inside = match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(cost_of).sum(),
        Value::Object(entries) if entries.is_empty() => 0,
        Value::Object(entries) => {
            let unused = NODE.saturating_sub(entries.len()) * size_of::<(String, Value)>();
            let used = entries.iter().map(|(key, value)| size_of::<String>() + key.len() + cost_of(value));
            unused + used.sum::<usize>()
        }
    };
    size_of::<Value>() + inside
}

/// A record, as an endpoint without special behaviour keeps it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Record {
    /// Account that the record belongs to.
    pub account: String,
    /// Model and resource, such as `crm/contacts`.
    pub resource: String,
    /// Id of the record.
    pub id: String,
    /// The record in the unified form.
    pub fields: Map<String, Value>,
}

/// All data of a sandbox.
#[derive(Debug, Default)]
pub(crate) struct Store {
    links: Vec<Arc<Link>>,
    known: HashSet<Arc<Link>>,
    /// The records by account, resource and id.
    records: BTreeMap<(String, String, String), Map<String, Value>>,
    remote_calls: BoundedLog<RemoteCall>,
    last_id: u64,
}

impl Store {
    pub(crate) fn add_link(&mut self, link: Link) {
        let link = Arc::new(link);
        if self.known.insert(Arc::clone(&link)) {
            self.links.push(link);
        }
    }

    pub(crate) fn links(&self, account: Option<&str>) -> Vec<Link> {
        let chosen = self.links.iter().filter(|link| account.is_none_or(|account| link.account == account));
        chosen.map(|link| Link::clone(link)).collect()
    }

    pub(crate) fn add_remote_call(&mut self, call: RemoteCall) {
        let cost = call.cost();
        self.remote_calls.push(call, cost);
    }

    pub(crate) fn remote_calls(&self, account: Option<&str>) -> Vec<RemoteCall> {
        let chosen = self.remote_calls.iter().filter(|call| account.is_none_or(|account| call.account == account));
        chosen.cloned().collect()
    }

    /// Stores a record under its `id` if that is a text, or else under a new id, and returns the id.
    pub(crate) fn put(&mut self, account: &str, resource: &str, mut fields: Map<String, Value>) -> String {
        let id = if let Some(Value::String(id)) = fields.get("id") {
            id.clone()
        } else {
            self.last_id += 1;
            format!("rec_{:06}", self.last_id)
        };
        fields.insert("id".to_owned(), id.as_str().into());
        self.records.insert((account.to_owned(), resource.to_owned(), id.clone()), fields);
        id
    }

    /// Stores a record as if it had been created, and returns its id.
    pub(crate) fn keep(&mut self, account: &str, resource: &str, record: Value) -> String {
        let fields = match record {
            Value::Object(fields) => fields,
            other => Map::from_iter([("value".to_owned(), other)]),
        };
        let resource = resource.trim_matches('/');
        self.put(&account.to_ascii_lowercase(), resource.strip_prefix("unified/").unwrap_or(resource), fields)
    }

    /// The records of a resource in the order of their ids.
    pub(crate) fn list(&mut self, account: &str, resource: &str) -> Vec<Arc<Map<String, Value>>> {
        let records = self.records.iter().filter(|((owner, of, _), _)| owner == account && of == resource);
        records.map(|(_, fields)| Arc::new(fields.clone())).collect()
    }

    /// The number of records of each resource, for an account or for all accounts.
    pub(crate) fn counts(&mut self, account: Option<&str>) -> Vec<(String, String, usize)> {
        let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
        for (owner, resource, _) in self.records.keys().filter(|(owner, ..)| account.is_none_or(|only| owner == only)) {
            *counts.entry((owner.clone(), resource.clone())).or_default() += 1;
        }
        counts.into_iter().map(|((owner, resource), count)| (owner, resource, count)).collect()
    }

    pub(crate) fn get(&mut self, account: &str, resource: &str, id: &str) -> Option<&mut Map<String, Value>> {
        self.records.get_mut(&(account.to_owned(), resource.to_owned(), id.to_owned()))
    }

    pub(crate) fn remove(&mut self, account: &str, resource: &str, id: &str) -> bool {
        self.records.remove(&(account.to_owned(), resource.to_owned(), id.to_owned())).is_some()
    }

    pub(crate) fn records(&self, account: Option<&str>) -> Vec<Record> {
        let chosen = self.records.iter().filter(|((owner, ..), _)| account.is_none_or(|account| owner == account));
        chosen
            .map(|((account, resource, id), fields)| Record {
                account: account.clone(),
                resource: resource.clone(),
                id: id.clone(),
                fields: fields.clone(),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Link, RemoteCall, Store, cost_of};
    use crate::bounded_log::MAX_BYTES;
    use crate::provider::Provider;

    fn link(account: &str, id: &str) -> Link {
        Link {
            account: account.to_owned(),
            entity: "contacts".to_owned(),
            entity_id: "1".to_owned(),
            kind: "accounts".to_owned(),
            id: id.to_owned(),
        }
    }

    #[test]
    fn a_link_is_kept_once_and_in_order() {
        let mut store = Store::default();
        for link in [link("a", "2"), link("a", "1"), link("a", "2"), link("b", "2")] {
            store.add_link(link);
        }
        assert_eq!(store.links(Some("a")), [link("a", "2"), link("a", "1")]);
        assert_eq!(store.links(None).len(), 3);
        assert!(store.links(Some("c")).is_empty());
    }

    fn remote_call(remote_query: Value, remote_data: Value) -> RemoteCall {
        RemoteCall {
            account: "a".to_owned(),
            provider: Provider::Salesforce,
            endpoint: "POST /unified/crm/associations".to_owned(),
            remote_query,
            remote_data,
        }
    }

    #[test]
    fn remote_calls_are_bounded_in_bytes() {
        let large = json!({ "a": ["x".repeat(MAX_BYTES / 4)] });
        for heavy in [remote_call(large.clone(), json!({})), remote_call(json!({}), large)] {
            let mut store = Store::default();
            for _ in 0..9 {
                store.add_remote_call(heavy.clone());
            }
            assert_eq!(store.remote_calls(None).len(), 3);
            store.add_remote_call(remote_call(json!({}), json!({ "n": 1 })));
            assert_eq!(store.remote_calls(None).last().map(|call| call.remote_data.clone()), Some(json!({ "n": 1 })));
        }
    }

    #[test]
    fn keys_and_texts_count_at_any_depth() {
        let long = "x".repeat(1000);
        for value in [json!(long), json!([long]), json!({ "a": { "b": [long] } }), json!({ "a": { (long): null } })] {
            assert!(cost_of(&value) > 1000, "{value}");
        }
    }

    #[test]
    fn small_values_cost_more_than_their_text() {
        let objects: Value = (0..100).map(|_| json!({ "a": 1 })).collect();
        assert!(cost_of(&objects) > 100 * 500);
        assert!(cost_of(&json!(vec![0; 100])) > 100 * 8);
    }
}
