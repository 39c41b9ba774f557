//! Several requests of one account as one request: `POST /batch-request`.
//!
//! The requests are those of declared endpoints, and the results have their types. The server reads lists to their end. It answers by
//! resource, so a batch takes one request for each resource. A request may wait for earlier ones.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), truto_core::Error> {
//! use truto_core::batch::Batch;
//! use truto_core::{Json, unified_endpoint};
//!
//! /// Lists contacts.
//! #[unified_endpoint(GET, "/unified/crm/contacts", response = Json, paginated)]
//! pub struct ListContacts {}
//!
//! /// Creates an account.
//! #[unified_endpoint(POST, "/unified/crm/accounts", response = Json)]
//! pub struct CreateAccount {
//!     /// Its name.
//!     pub name: String,
//! }
//! # let answer = r#"{"result": {"crm/accounts": [{"id": "7"}], "crm/contacts": [{"id": "1"}, {"id": "2"}]}, "errors": {}}"#;
//! # let transport = tower::service_fn(move |_| async move {
//! #     let head = http::Response::builder().header("content-type", "application/json");
//! #     head.body(truto_core::transport::Body::from(answer.to_owned()))
//! # });
//! # let client = truto_core::Client::builder().token("t").base_url("http://localhost").transport(transport).build()?;
//! # let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
//!
//! let mut batch = Batch::new(&account);
//! let created = batch.add(CreateAccount::builder().name("Initech").build())?;
//! let contacts = batch.add_after(ListContacts::builder().limit(100).call(), [&created])?;
//! let results = batch.send().await?;
//! assert_eq!(results.row(&created)?["id"], "7");
//! assert_eq!(results.rows(&contacts)?.len(), 2);
//! # Ok(()) }
//! ```

mod entry;
mod results;

use core::fmt;

use bytes::Bytes;
use serde::Serialize;
use serde_json::Value;

pub use entry::Entry;
pub use results::{BatchResults, Rows};

use crate::batch::entry::WireEntry;
use crate::client::account::{Account, Handle};
use crate::client::scope::AccountScope;
use crate::contract::{Contract, Method};
use crate::endpoint::Endpoint;
use crate::endpoint::call::Call;
use crate::engine::sending::Sending;
use crate::error::{Error, Failure, InvalidRequest};
use crate::request::encode::encoded::EncodedRequest;

static BATCH: Contract = Contract::new("Batch", Method::Post, "/batch-request", &[]);

/// Requests of one account that are sent together. The module's page has an example.
///
/// The batch is one write with one idempotency key. It needs an API token: the token of an integrated account is refused.
#[derive(Clone)]
#[must_use = "nothing is sent until `send`"]
pub struct Batch {
    account: Handle,
    entries: Vec<WireEntry>,
    args: Option<Value>,
    /// Whether texts of the requests may hold placeholders.
    has_placeholders: bool,
    /// Values of secret fields of the requests.
    secrets: Vec<String>,
}

/// The body of the request.
#[derive(Serialize)]
struct Body<'a> {
    integrated_account_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    args: Option<&'a Value>,
    resources: &'a [WireEntry],
}

impl Batch {
    /// An empty batch of this account.
    pub fn new(account: &Account<impl Sized>) -> Self {
        Self {
            account: account.handle().clone(),
            entries: Vec::new(),
            args: None,
            has_placeholders: false,
            secrets: Vec::new(),
        }
    }

    /// Adds a request, or a [`Call`] with its common parameters. The entry finds its results.
    ///
    /// # Errors
    /// [`Error::Invalid`] if the request breaks its own contract, if the batch has a request for the same resource, or if a batch
    /// cannot hold the request: one with a file or a header, one that does not belong to the unified or the proxy API, or one with
    /// a text that the server would take for a placeholder (see [`allow_placeholders`](Self::allow_placeholders)).
    pub fn add<E: Endpoint<Scope = AccountScope>>(
        &mut self,
        request: impl Into<Call<E>>,
    ) -> Result<Entry<E::Response>, Error> {
        self.push(&request.into(), Vec::new())
    }

    /// Adds a request that waits for earlier ones (`depends_on`): for entries, or for the names of their resources.
    ///
    /// # Errors
    /// Those of [`add`](Self::add), and [`Error::Invalid`] if the batch has no request for a resource in `earlier`.
    pub fn add_after<E: Endpoint<Scope = AccountScope>>(
        &mut self,
        request: impl Into<Call<E>>,
        earlier: impl IntoIterator<Item: AsRef<str>>,
    ) -> Result<Entry<E::Response>, Error> {
        let earlier = earlier.into_iter().map(|resource| resource.as_ref().to_owned()).collect();
        self.push(&request.into(), earlier)
    }

    fn push<E: Endpoint<Scope = AccountScope>>(
        &mut self,
        call: &Call<E>,
        earlier: Vec<String>,
    ) -> Result<Entry<E::Response>, Error> {
        let (mut entry, secrets) = WireEntry::new(call, &self.account)?;
        let refuse = |member: &str, reason: String| {
            let path = format!("resources[{}].{member}", self.entries.len());
            Error::from(InvalidRequest::new(BATCH.to_string(), vec![Failure::value(path, reason)]))
        };
        let is_known = |name: &str| self.entries.iter().any(|entry| entry.resource == name);
        if is_known(&entry.resource) {
            let reason = format!(
                "the batch has a request for `{}`, and the API answers by resource, so their results could not be told apart: add \
                 it to another batch",
                entry.resource
            );
            return Err(refuse("resource", reason));
        }
        if let Some(unknown) = earlier.iter().find(|name| !is_known(name)) {
            let reason = format!("the batch has no request for `{unknown}`: add that request first");
            return Err(refuse("depends_on", reason));
        }
        if let Some(member) = entry.placeholder().filter(|_| !self.has_placeholders) {
            let reason = "`{{` begins a placeholder, which the server would replace: call `allow_placeholders` if that is meant, or \
                          send the request by itself";
            return Err(refuse(member, reason.to_owned()));
        }
        entry.depends_on = earlier;
        let added = Entry::new(entry.resource.clone(), !E::CONTRACT.method().is_safe());
        self.entries.push(entry);
        self.secrets.extend(secrets);
        Ok(added)
    }

    /// Allows placeholders in the texts of the requests that are added from here on: `{{args.since}}`, or
    /// `{{resources.crm.accounts.id}}` for the results of an earlier request. The server replaces them.
    ///
    /// Without it, a text with `{{` is refused, because a customer's own text must not be replaced.
    pub fn allow_placeholders(&mut self) -> &mut Self {
        self.has_placeholders = true;
        self
    }

    /// Sets `args`: values for the placeholders of the batch, as they are.
    pub fn args(&mut self, args: impl Into<Value>) -> &mut Self {
        self.args = Some(args.into());
        self
    }

    /// Sets `loop_on` of a request: an expression that the server repeats the request for. The expression goes to the server as it
    /// is. Nothing changes if the entry belongs to another batch.
    pub fn loop_on<T>(&mut self, entry: &Entry<T>, expression: impl Into<String>) -> &mut Self {
        if let Some(known) = self.entries.iter_mut().find(|known| known.resource == entry.resource()) {
            known.loop_on = Some(expression.into());
        }
        self
    }

    /// How many requests the batch has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether the batch has no request. Such a batch is refused.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Sends the batch. The future takes the options of a call. It fails if the batch is refused; the failure of a request is found
    /// in the results.
    pub fn send(&self) -> Sending<BatchResults> {
        Sending::record(self.account.prepare(self.encode()))
    }

    fn encode(&self) -> Result<EncodedRequest, Error> {
        let refuse = |reason: &str| InvalidRequest::new(BATCH.to_string(), vec![Failure::value("resources", reason)]);
        if self.is_empty() {
            return Err(refuse("the batch is empty: add a request").into());
        }
        let body =
            Body { integrated_account_id: self.account.id(), args: self.args.as_ref(), resources: &self.entries };
        let body = serde_json::to_vec(&body).map_err(|error| refuse(&error.to_string()))?;
        let request = EncodedRequest::without_format(&BATCH, BATCH.path().to_owned());
        Ok(EncodedRequest { body: Some(Bytes::from(body)), secrets: self.secrets.clone(), ..request })
    }
}

impl fmt::Debug for Batch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entries = self.entries.iter().map(|entry| format!("{} {}", entry.resource, entry.method));
        f.debug_struct("Batch")
            .field("account", &self.account.id())
            .field("entries", &entries.collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
