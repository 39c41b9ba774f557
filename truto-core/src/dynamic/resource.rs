//! A resource that is named at run time.

use core::fmt::{self, Display};
use core::marker::PhantomData;

use serde::Serialize;

use crate::client::account::Handle;
use crate::contract::Contract;
use crate::dynamic::contracts::{Both, Contracts};
use crate::dynamic::draft::Draft;
use crate::dynamic::list::List;
use crate::dynamic::request::Request;

/// The records of a resource: what [`Account::unified`](crate::Account::unified) and [`Account::proxy`](crate::Account::proxy)
/// return.
///
/// It holds its account, and can be kept and cloned. `A` is [`Unified`](crate::dynamic::Unified) or
/// [`Proxy`](crate::dynamic::Proxy).
///
/// ```no_run
/// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
/// use truto_core::json;
///
/// let contacts = account.unified("crm", "contacts");
/// let ada = contacts.create(&json!({"first_name": "Ada"})).send().await?;
/// let id = ada["id"].as_str().unwrap_or_default();
/// contacts.update(id, &json!({"title": null})).send().await?; // a `null` that is written in JSON clears
/// contacts.call("merge", &json!({"primary_contact": {"id": id}})).send().await?;
/// contacts.delete(id).send().await?;
/// # Ok(()) }
/// ```
pub struct Resource<A> {
    account: Handle,
    contracts: &'static Both,
    encodes_slash: bool,
    /// Model and resource, or resource.
    names: Vec<String>,
    api: PhantomData<fn() -> A>,
}

impl<A> Resource<A> {
    pub(super) fn new(account: Handle, contracts: &'static Both, names: Vec<String>) -> Self {
        Self { account, contracts, encodes_slash: false, names, api: PhantomData }
    }

    /// Sends `%2F` for a slash in an id instead of refusing it, as `#[truto(slash = encode)]` does for a declared field.
    ///
    /// ```no_run
    /// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
    /// let files = account.unified("file-storage", "drive-items").encode_slashes();
    /// let readme = files.get("docs/readme.md").send().await?;
    /// # let _ = readme;
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn encode_slashes(mut self) -> Self {
        self.encodes_slash = true;
        self
    }

    /// Lists the records, page by page: `GET`.
    pub fn list(&self) -> List<A> {
        List::new(self.draft(&self.contracts().list, None))
    }

    /// Reads one record: `GET …/{id}`. The id is a text, a number, or anything else that is `Display`.
    pub fn get(&self, id: impl Display) -> Request<A> {
        Request::new(self.draft(&self.contracts().get, Some(id.to_string())))
    }

    /// Creates a record: `POST`.
    pub fn create(&self, record: &impl Serialize) -> Request<A> {
        let mut draft = self.draft(&self.contracts().create, None);
        draft.set_record(record);
        Request::new(draft)
    }

    /// Changes a record: `PATCH …/{id}`. What `change` leaves out stays as it is.
    pub fn update(&self, id: impl Display, change: &impl Serialize) -> Request<A> {
        let mut draft = self.draft(&self.contracts().update, Some(id.to_string()));
        draft.set_record(change);
        Request::new(draft)
    }

    /// Deletes a record: `DELETE …/{id}`. An answer without a body is `null`.
    pub fn delete(&self, id: impl Display) -> Request<A> {
        Request::new(self.draft(&self.contracts().delete, Some(id.to_string())))
    }

    /// Calls a custom method: `POST …/{method}`.
    ///
    /// Under `/unified/`, an answer that is an object whose only member is `result` is read as the value of `result`. `.raw()`
    /// gives the answer as it came.
    pub fn call(&self, method: impl Into<String>, body: &impl Serialize) -> Request<A> {
        let mut draft = self.draft(&self.contracts().call, Some(method.into()));
        draft.set_body(body);
        Request::new(draft)
    }

    fn contracts(&self) -> &'static Contracts {
        let [refusing, encoding] = self.contracts;
        if self.encodes_slash { encoding } else { refusing }
    }

    fn draft(&self, contract: &'static Contract, last: Option<String>) -> Draft {
        let mut names = self.names.clone();
        names.extend(last);
        Draft::new(self.account.clone(), contract, names)
    }
}

impl<A> Clone for Resource<A> {
    fn clone(&self) -> Self {
        let (account, names) = (self.account.clone(), self.names.clone());
        Self { account, names, ..*self }
    }
}

/// `hris/employees`, or the name of a resource of the provider.
///
/// ```
/// # fn main() -> Result<(), truto_core::Error> {
/// # let account = truto_core::Client::builder().token("t").build()?.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
/// assert_eq!(account.unified("hris", "employees").to_string(), "hris/employees");
/// # Ok(()) }
/// ```
impl<A> Display for Resource<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.names.join("/"))
    }
}

impl<A> fmt::Debug for Resource<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Resource")
            .field("account", &self.account.id())
            .field("names", &self.names)
            .finish_non_exhaustive()
    }
}
