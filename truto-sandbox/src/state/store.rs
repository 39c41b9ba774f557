//! What the sandbox holds: links, records, and what reached the providers.
//!
//! Tests read this to assert what the server kept, and not only what it answered.

use std::collections::{BTreeMap, HashSet, VecDeque};
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::provider::Provider;
use crate::state::weight::weight;

const MAX_REMOTE_CALLS: usize = 10_000;
const MAX_REMOTE_BYTES: usize = 64 << 20;

/// One link between two records. It is kept once, however often it is sent.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), truto_core::Error> {
/// # use truto_core::crm::{CreateAssociation, crm_entity};
/// # let sandbox = truto_sandbox::Sandbox::builder().in_process();
/// # let client = truto_core::Client::builder().token(sandbox.token()).base_url(sandbox.url());
/// # let account = client.transport(sandbox.service()).build()?.account(sandbox.accounts().salesforce)?;
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// link.opportunities(["006Ux000002KdPq", "006Ux000002KdPq"]).send(&account).await?;
/// let links = sandbox.links(account.id());
/// assert_eq!(links.len(), 1);
/// assert_eq!((links[0].entity.as_str(), links[0].kind.as_str()), ("accounts", "opportunities"));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Link {
    /// Account that the records belong to.
    pub account: String,
    /// Kind of the record that the link starts from.
    pub entity: String,
    /// Id of the record that the link starts from.
    pub entity_id: String,
    /// Kind of the linked record. What comes as `acocunts` is kept as `accounts`.
    pub kind: String,
    /// Id of the linked record.
    pub id: String,
}

/// A call as the provider got it.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), truto_core::Error> {
/// # use truto_core::crm::{CreateAssociation, crm_entity};
/// # let sandbox = truto_sandbox::Sandbox::builder().in_process();
/// # let client = truto_core::Client::builder().token(sandbox.token()).base_url(sandbox.url());
/// # let account = client.transport(sandbox.service()).build()?.account(sandbox.accounts().salesforce)?;
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// link.remote_query("fields", "Id,Name").send(&account).await?;
/// let call = sandbox.remote_calls(account.id()).remove(0);
/// assert_eq!(call.remote_query["fields"], "Id,Name"); // passed on as it was sent
/// assert_eq!(call.endpoint, "POST /unified/crm/associations");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RemoteCall {
    /// Account that made the call.
    pub account: String,
    /// Provider that got it.
    pub provider: Provider,
    /// The unified endpoint behind it, such as `POST /unified/crm/associations`.
    pub endpoint: String,
    /// The `remote_query` of the request, as sent.
    pub remote_query: Value,
    /// The `remote_data` of the request, as sent.
    pub remote_data: Value,
}

impl RemoteCall {
    /// Bytes that keeping this call costs.
    fn weight(&self) -> usize {
        let texts = self.account.len() + self.endpoint.len();
        size_of::<Self>() + texts + weight(&self.remote_query) + weight(&self.remote_data)
    }
}

/// A record kept by an endpoint that has no behaviour of its own.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), truto_core::Error> {
/// # use truto_core::server::Registration;
/// # use truto_core::unified_endpoint;
/// # use truto_sandbox::Sandbox;
/// #[unified_endpoint(POST, "/unified/crm/notes")]
/// pub struct CreateNote {
///     pub text: String,
/// }
///
/// let sandbox = Sandbox::builder().endpoint(Registration::of::<CreateNote>()).in_process();
/// # let client = truto_core::Client::builder().token(sandbox.token()).base_url(sandbox.url());
/// # let account = client.transport(sandbox.service()).build()?.account(sandbox.accounts().salesforce)?;
/// let note = CreateNote::builder().text("call back").send(&account).await?;
/// let kept = sandbox.records(account.id()).remove(0);
/// assert_eq!((kept.resource.as_str(), &kept.fields["text"]), ("crm/notes", &"call back".into()));
/// assert_eq!(note["id"], kept.id);
/// # Ok(()) }
/// ```
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

type RecordKey = (String, String, String);

/// Everything that is kept.
#[derive(Debug, Default)]
pub(crate) struct Store {
    links: Vec<Arc<Link>>,
    known: HashSet<Arc<Link>>,
    records: BTreeMap<RecordKey, Map<String, Value>>,
    remote_calls: VecDeque<RemoteCall>,
    remote_bytes: usize,
    last_id: u64,
}

impl Store {
    pub(crate) fn link(&mut self, link: Link) {
        let link = Arc::new(link);
        if self.known.insert(Arc::clone(&link)) {
            self.links.push(link);
        }
    }

    pub(crate) fn links(&self, account: Option<&str>) -> Vec<Link> {
        let chosen = self.links.iter().filter(|link| account.is_none_or(|account| link.account == account));
        chosen.map(|link| Link::clone(link)).collect()
    }

    pub(crate) fn remote_call(&mut self, call: RemoteCall) {
        self.remote_bytes += call.weight();
        self.remote_calls.push_back(call);
        while self.remote_calls.len() > MAX_REMOTE_CALLS || self.remote_bytes > MAX_REMOTE_BYTES {
            let Some(oldest) = self.remote_calls.pop_front() else {
                break;
            };
            self.remote_bytes = self.remote_bytes.saturating_sub(oldest.weight());
        }
    }

    pub(crate) fn remote_calls(&self, account: Option<&str>) -> Vec<RemoteCall> {
        let chosen = self.remote_calls.iter().filter(|call| account.is_none_or(|account| call.account == account));
        chosen.cloned().collect()
    }

    pub(crate) fn new_id(&mut self) -> String {
        self.last_id += 1;
        format!("rec_{:06}", self.last_id)
    }

    pub(crate) fn put(&mut self, record: Record) {
        self.records.insert((record.account, record.resource, record.id), record.fields);
    }

    /// Keeps a record as if it had been created, and returns its id.
    pub(crate) fn keep(&mut self, account: &str, resource: &str, record: Value) -> String {
        let id = match &record["id"] {
            Value::String(id) => id.clone(),
            _ => self.new_id(),
        };
        let mut fields = match record {
            Value::Object(fields) => fields,
            other => Map::from_iter([("value".to_owned(), other)]),
        };
        fields.insert("id".to_owned(), id.as_str().into());
        let resource = resource.trim_matches('/');
        let resource = resource.strip_prefix("unified/").unwrap_or(resource).to_owned();
        self.put(Record { account: account.to_ascii_lowercase(), resource, id: id.clone(), fields });
        id
    }

    pub(crate) fn get(&mut self, account: &str, resource: &str, id: &str) -> Option<&mut Map<String, Value>> {
        self.records.get_mut(&(account.to_owned(), resource.to_owned(), id.to_owned()))
    }

    pub(crate) fn remove(&mut self, account: &str, resource: &str, id: &str) -> bool {
        self.records.remove(&(account.to_owned(), resource.to_owned(), id.to_owned())).is_some()
    }

    pub(crate) fn records(&self, account: Option<&str>) -> Vec<Record> {
        let chosen = self.records.iter().filter(|((of, ..), _)| account.is_none_or(|account| of == account));
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

    use super::{Link, MAX_REMOTE_BYTES, RemoteCall, Store};
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
            store.link(link);
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
        let large = json!({ "a": ["x".repeat(MAX_REMOTE_BYTES / 4)] });
        for heavy in [remote_call(large.clone(), json!({})), remote_call(json!({}), large)] {
            let mut store = Store::default();
            for _ in 0..9 {
                store.remote_call(heavy.clone());
            }
            assert_eq!(store.remote_calls(None).len(), 3);
            store.remote_call(remote_call(json!({}), json!({ "n": 1 })));
            assert_eq!(store.remote_calls(None).last().map(|call| call.remote_data.clone()), Some(json!({ "n": 1 })));
        }
    }
}
