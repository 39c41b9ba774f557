//! The data of the sandbox: links, records, and the calls that reached the providers.
//!
//! Tests read it to assert the state of the server, and not only its answers.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::bounded_log::BoundedLog;
use crate::provider::Provider;
use crate::state::crm::Crm;

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

/// The fields of a record, which a list shares with the store until one of them changes.
pub(crate) type Fields = Arc<Map<String, Value>>;

/// Kind and id of the records that are linked to a record, by the id of that record.
pub(crate) type LinksOf = HashMap<String, Vec<(String, String)>>;

/// The records of a resource by id.
type Table = BTreeMap<String, Fields>;

/// All data of a sandbox.
#[derive(Debug, Default)]
pub(crate) struct Store {
    links: Vec<Arc<Link>>,
    known: HashSet<Arc<Link>>,
    /// The links of the records of an account and an entity, which a list shares with the store.
    links_of: HashMap<(String, String), Arc<LinksOf>>,
    /// The records by account and resource.
    tables: BTreeMap<(String, String), Table>,
    remote_calls: BoundedLog<RemoteCall>,
    last_id: u64,
    crm: Option<Crm>,
}

impl Store {
    /// Creates a store whose accounts have generated CRM data.
    pub(crate) fn with_crm(crm: Crm) -> Self {
        Self { crm: Some(crm), ..Self::default() }
    }

    /// The generated CRM of the sandbox, if it has one.
    pub(crate) fn crm(&self) -> Option<&Crm> {
        self.crm.as_ref()
    }

    /// Makes room for an account that was connected while the sandbox runs.
    pub(crate) fn connect(&mut self, account: &str, provider: Provider) {
        if let Some(crm) = &mut self.crm {
            crm.connect(account, provider);
        }
    }

    pub(crate) fn add_link(&mut self, link: Link) {
        let link = Arc::new(link);
        if self.known.insert(Arc::clone(&link)) {
            let links_of = self.links_of.entry(key(&link.account, &link.entity)).or_default();
            let linked = Arc::make_mut(links_of).entry(link.entity_id.clone()).or_default();
            linked.push((link.kind.clone(), link.id.clone()));
            self.links.push(link);
        }
    }

    pub(crate) fn links(&self, account: Option<&str>) -> Vec<Link> {
        let chosen = self.links.iter().filter(|link| account.is_none_or(|account| link.account == account));
        chosen.map(|link| Link::clone(link)).collect()
    }

    /// The links that start from the records of an entity.
    pub(crate) fn links_of(&self, account: &str, entity: &str) -> Arc<LinksOf> {
        self.links_of.get(&key(account, entity)).cloned().unwrap_or_default()
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
        self.generate(account);
        let id = match fields.get("id") {
            Some(Value::String(id)) => id.clone(),
            _ => self.new_id(account, resource),
        };
        fields.insert("id".to_owned(), id.as_str().into());
        self.table_mut(account, resource).insert(id.clone(), Arc::new(fields));
        id
    }

    fn new_id(&mut self, account: &str, resource: &str) -> String {
        if let Some(id) = self.crm.as_mut().and_then(|crm| crm.new_id(account, resource)) {
            return id;
        }
        self.last_id += 1;
        format!("rec_{:06}", self.last_id)
    }

    /// Stores a record as if it had been created, and returns its id.
    pub(crate) fn keep(&mut self, account: &str, resource: &str, record: Value) -> String {
        let mut fields = match record {
            Value::Object(fields) => fields,
            other => Map::from_iter([("value".to_owned(), other)]),
        };
        let resource = resource.trim_matches('/');
        let resource = resource.strip_prefix("unified/").unwrap_or(resource);
        self.stamp(resource, &mut fields, Stamp::Missing);
        self.put(&account.to_ascii_lowercase(), resource, fields)
    }

    /// Writes the moment of a change into a record, if the sandbox has CRM data and the record belongs to it.
    pub(crate) fn stamp(&mut self, resource: &str, fields: &mut Map<String, Value>, stamp: Stamp) {
        let Some(crm) = self.crm.as_mut().filter(|_| resource.starts_with("crm/")) else { return };
        let now = Value::from(crm.now());
        match stamp {
            Stamp::Changed => drop(fields.insert("updated_at".to_owned(), now)),
            Stamp::Created => {
                fields.insert("created_at".to_owned(), now.clone());
                fields.insert("updated_at".to_owned(), now);
            }
            Stamp::Missing => {
                fields.entry("created_at").or_insert_with(|| now.clone());
                fields.entry("updated_at").or_insert(now);
            }
        }
    }

    /// The records of a resource in the order of their ids. They are shared with the store, and not copied.
    pub(crate) fn list(&mut self, account: &str, resource: &str) -> Vec<Fields> {
        self.generate(account);
        self.tables.get(&key(account, resource)).map(|table| table.values().cloned().collect()).unwrap_or_default()
    }

    /// A record, to read.
    pub(crate) fn read(&mut self, account: &str, resource: &str, id: &str) -> Option<Fields> {
        self.generate(account);
        self.tables.get(&key(account, resource))?.get(id).cloned()
    }

    /// A record, to change.
    pub(crate) fn get(&mut self, account: &str, resource: &str, id: &str) -> Option<&mut Map<String, Value>> {
        self.generate(account);
        self.tables.get_mut(&key(account, resource))?.get_mut(id).map(Arc::make_mut)
    }

    pub(crate) fn remove(&mut self, account: &str, resource: &str, id: &str) -> bool {
        self.generate(account);
        self.tables.get_mut(&key(account, resource)).is_some_and(|table| table.remove(id).is_some())
    }

    /// The records of an account, or of all accounts that were called.
    pub(crate) fn records(&mut self, account: Option<&str>) -> Vec<Record> {
        if let Some(account) = account {
            self.generate(account);
        }
        let chosen = self.tables.iter().filter(|((owner, _), _)| account.is_none_or(|account| owner == account));
        let records = chosen.flat_map(|((account, resource), table)| {
            table.iter().map(|(id, fields)| Record {
                account: account.clone(),
                resource: resource.clone(),
                id: id.clone(),
                fields: Map::clone(fields),
            })
        });
        records.collect()
    }

    /// The number of records of each resource, for an account or for all accounts that were called.
    pub(crate) fn counts(&mut self, account: Option<&str>) -> Vec<(String, String, usize)> {
        if let Some(account) = account {
            self.generate(account);
        }
        let chosen = self.tables.iter().filter(|((owner, _), _)| account.is_none_or(|account| owner == account));
        chosen.map(|((account, resource), table)| (account.clone(), resource.clone(), table.len())).collect()
    }

    fn table_mut(&mut self, account: &str, resource: &str) -> &mut Table {
        self.tables.entry(key(account, resource)).or_default()
    }

    /// Generates the CRM of an account when it is needed first. Most tests call one account.
    fn generate(&mut self, account: &str) {
        let Some(generated) = self.crm.as_mut().and_then(|crm| crm.generate(account)) else { return };
        for (resource, records) in generated {
            let table = self.table_mut(account, &resource);
            for (id, fields) in records {
                table.entry(id).or_insert_with(|| Arc::new(fields));
            }
        }
    }
}

/// The moments that a write sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stamp {
    /// `created_at` and `updated_at`
    Created,
    /// `updated_at`
    Changed,
    /// Those of the two that the record lacks.
    Missing,
}

fn key(account: &str, resource: &str) -> (String, String) {
    (account.to_owned(), resource.to_owned())
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
