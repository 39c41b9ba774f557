//! Answers that a test gives for its own endpoints, because the sandbox cannot know custom methods.

use std::fmt;
use std::sync::{Arc, Mutex};

use serde_json::Value;
use truto_core::Endpoint;
use truto_core::contract::Contract;
use truto_core::error::InvalidRequest;
use truto_core::server::Received;

use crate::answer::Answer;
use crate::lock::lock;
use crate::state::accounts::Account;
use crate::state::store::{Record, Store};

/// A call that a test answers itself: the request, the account, and the records of the account.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), truto_core::Error> {
/// use http::StatusCode;
/// use serde_json::json;
/// use truto_core::unified_endpoint;
/// use truto_sandbox::{Answer, Sandbox};
///
/// #[unified_endpoint(POST, "/unified/ticketing/tickets/{id}/close")]
/// pub struct CloseTicket {
///     pub id: String,
///     pub reason: String,
/// }
///
/// let sandbox = Sandbox::builder()
///     .answer::<CloseTicket>(|call| {
///         let CloseTicket { id, reason } = call.request();
///         let Some(mut ticket) = call.record("ticketing/tickets", id) else {
///             return Answer::refused(StatusCode::NOT_FOUND, format!("There is no ticket {id}"));
///         };
///         ticket.fields.insert("closed_because".to_owned(), json!(reason));
///         call.keep("ticketing/tickets", json!(ticket.fields));
///         Answer::ok(json!({ "result": ticket.fields }))
///     })
///     .in_process();
/// let account = sandbox.client().build()?.account(sandbox.accounts().close)?;
/// sandbox.keep(account.id(), "ticketing/tickets", json!({ "id": "1", "title": "The printer is on fire" }));
///
/// let closed = CloseTicket::builder().id("1").reason("put out").send(&account).await?;
/// assert_eq!(closed["result"]["closed_because"], "put out");
/// let missing = CloseTicket::builder().id("2").reason("put out").send(&account).await.unwrap_err();
/// assert!(missing.is_not_found());
/// # Ok(()) }
/// ```
pub struct CustomCall<'a, E> {
    request: E,
    account: &'a Account,
    store: &'a Mutex<Store>,
}

impl<E> CustomCall<'_, E> {
    /// The request. It is valid by its contract.
    #[must_use]
    pub fn request(&self) -> &E {
        &self.request
    }

    /// The account of the call.
    #[must_use]
    pub fn account(&self) -> &Account {
        self.account
    }

    /// The records of the account.
    #[must_use]
    pub fn records(&self) -> Vec<Record> {
        lock(self.store).records(Some(self.account.id()))
    }

    /// The record of the account with this id. A `resource` is a name such as `ticketing/tickets`.
    #[must_use]
    pub fn record(&self, resource: &str, id: &str) -> Option<Record> {
        let account = self.account.id();
        let fields = serde_json::Map::clone(&*lock(self.store).read(account, resource, id)?);
        Some(Record { account: account.to_owned(), resource: resource.to_owned(), id: id.to_owned(), fields })
    }

    /// Stores a record of the account, as [`Sandbox::keep`](crate::Sandbox::keep) does.
    pub fn keep(&self, resource: &str, record: Value) -> String {
        lock(self.store).keep(self.account.id(), resource, record)
    }

    /// Removes a record of the account, and returns whether there was one.
    pub fn remove(&self, resource: &str, id: &str) -> bool {
        lock(self.store).remove(self.account.id(), resource, id)
    }
}

impl<E> fmt::Debug for CustomCall<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CustomCall").field("account", &self.account).finish_non_exhaustive()
    }
}

/// The answer of a test, behind the reading of its request.
type CustomAnswer = dyn Fn(Received<'_>, &Account, &Mutex<Store>) -> Result<Answer, InvalidRequest> + Send + Sync;

/// The answers of a test by endpoint. The last answer of an endpoint counts.
#[derive(Clone, Default)]
pub(crate) struct CustomAnswers(Vec<(&'static Contract, Arc<CustomAnswer>)>);

impl CustomAnswers {
    pub(crate) fn add<E: Endpoint>(&mut self, answer: impl Fn(CustomCall<'_, E>) -> Answer + Send + Sync + 'static) {
        let answer: Arc<CustomAnswer> = Arc::new(move |received, account, store| {
            Ok(answer(CustomCall { request: received.read()?, account, store }))
        });
        self.0.retain(|(known, _)| *known != E::CONTRACT);
        self.0.push((E::CONTRACT, answer));
    }

    /// The answer for this endpoint, if the test gives it.
    pub(crate) fn get(&self, contract: &Contract) -> Option<&CustomAnswer> {
        self.0.iter().find(|(known, _)| *known == contract).map(|(_, answer)| &**answer)
    }
}

impl fmt::Debug for CustomAnswers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(contract, _)| contract.to_string())).finish()
    }
}
