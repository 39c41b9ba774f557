//! Calls without a declaration: the names of the model and of the resource are texts, and records are JSON or types of yours.
//!
//! | handle | path |
//! |---|---|
//! | [`account.unified("hris", "employees")`](Account::unified) | `/unified/{model}/{resource}` |
//! | [`account.proxy("tickets")`](Account::proxy) | `/proxy/{resource}`: the provider's own resources and answers |
//! | [`account.custom("GET", "/v1/x")`](Account::custom) | `/custom/{path}`: any path of the provider's own API |
//!
//! Everything behind `send`, `pages` and `items` is the same as for a declared endpoint: retries, limits, idempotency keys, formats,
//! checkpoints. Values are written by the same encoder, so `None` is left out at any depth of your own types.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), truto_core::Error> {
//! use serde::{Deserialize, Serialize};
//! use truto_core::json;
//! # let transport = tower::service_fn(|request: http::Request<truto_core::transport::Body>| async move {
//! #     let body = match (request.method().as_str(), request.uri().path()) {
//! #         ("GET", "/unified/hris/employees") => r#"{"result": [{"id": "7", "first_name": "Ada"}], "next_cursor": null}"#,
//! #         ("POST", "/unified/hris/employees/invite") => r#"{"result": {"invited": true}}"#,
//! #         _ => r#"{"id": "7", "first_name": "Ada"}"#,
//! #     };
//! #     let answer = http::Response::builder().header("content-type", "application/json");
//! #     answer.body(truto_core::transport::Body::from(body.to_owned()))
//! # });
//! # let client = truto_core::Client::builder().token("t").base_url("http://localhost").transport(transport).build()?;
//! # let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
//!
//! #[derive(Deserialize)]
//! struct Employee {
//!     id: String,
//!     first_name: Option<String>,
//! }
//!
//! #[derive(Serialize)]
//! struct Change {
//!     title: Option<String>, // left out if it is `None`
//! }
//!
//! let employees = account.unified("hris", "employees");
//! let list = employees.list().query("created_at", json!({"gt": "2024-01-01"})).limit(100);
//! let mut all = list.decode_as::<Employee>().items();
//! while let Some(employee) = all.try_next().await? {
//!     employees.update(&employee.id, &Change { title: Some("Countess".to_owned()) }).send().await?;
//!     # assert_eq!(employee.first_name.as_deref(), Some("Ada"));
//! }
//! let ada = employees.get(7).send().await?; // `truto_core::Json`
//! assert_eq!(ada["first_name"], "Ada");
//! // A custom method answers `{"result": …}`, and this is what stands in it.
//! let invited = employees.call("invite", &json!({"id": "7"})).send().await?;
//! assert_eq!(invited, json!({"invited": true}));
//! # Ok(()) }
//! ```
//!
//! A name or an id that could change the path is refused before anything is sent: an empty text, `.`, `..`, and whatever has a
//! slash, a backslash or a control character. The error names the argument:
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), truto_core::Error> {
//! # let account = truto_core::Client::builder().token("t").build()?.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
//! let error = account.unified("hris", "employees").get("../7").send().await.unwrap_err();
//! assert!(error.to_string().contains("`id`: the path value has a slash"), "{error}");
//! # Ok(()) }
//! ```
//!
//! Contracts are `static` and have placeholders, so no name that is used stays in memory. An error says what was called:
//! `GET /unified/hris/employees/{id}: 404 …`. Ids are left out, because they may be a customer's data. [`Error::endpoint`], hooks,
//! spans and checkpoints have the template, `GET /unified/{model}/{resource}/{id}`, so that programs can count by it. A checkpoint
//! belongs to one model and resource all the same.

mod contracts;
mod draft;
mod list;
mod request;
mod resource;

use core::fmt::Display;

pub use self::list::List;
pub use self::request::Request;
pub use self::resource::Resource;
use crate::client::account::Account;
use crate::contract::Method;
use crate::dynamic::draft::Draft;
#[cfg(doc)]
use crate::error::Error;
use crate::error::Failure;

/// Marks a call under `/unified/`.
#[derive(Clone, Copy, Debug)]
pub enum Unified {}

/// Marks a call under `/proxy/`. Its answer is the provider's, and parameters of the unified API do not exist here.
#[derive(Clone, Copy, Debug)]
pub enum Proxy {}

/// Marks a call under `/custom/`. Its answer is `{"result": …, "next_cursor": …, "prev_cursor": …}` if the provider answers JSON.
#[derive(Clone, Copy, Debug)]
pub enum Custom {}

impl<P> Account<P> {
    /// The records of a unified resource, without a declaration: `/unified/{model}/{resource}`.
    ///
    /// ```no_run
    /// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
    /// let employee = account.unified("hris", "employees").get("7").send().await?;
    /// println!("{}", employee["first_name"]);
    /// # Ok(()) }
    /// ```
    pub fn unified(&self, model: impl Into<String>, resource: impl Into<String>) -> Resource<Unified> {
        Resource::new(self.handle().clone(), &contracts::UNIFIED, vec![model.into(), resource.into()])
    }

    /// The records of one of the provider's own resources: `/proxy/{resource}`. An action of the integration is
    /// `account.proxy("_").call("name", &body)`.
    ///
    /// ```no_run
    /// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
    /// let mut tickets = account.proxy("tickets").list().query("status", "open").items();
    /// while let Some(ticket) = tickets.try_next().await? {
    ///     println!("{}", ticket["subject"]);
    /// }
    /// # Ok(()) }
    /// ```
    pub fn proxy(&self, resource: impl Into<String>) -> Resource<Proxy> {
        Resource::new(self.handle().clone(), &contracts::PROXY, vec![resource.into()])
    }

    /// A call of the provider's own API: `/custom/{path}`. The method is a text or a [`Method`].
    ///
    /// The path is plain text: each segment is encoded, and a query is given with [`query`](Request::query). A slash at the start
    /// makes no difference. A list of the provider is read with `.decode_as::<Page<T>>()`; how its next page is asked for is up to
    /// the provider. An answer that is not JSON is read with `.send().raw()` or `.stream()`.
    ///
    /// ```no_run
    /// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
    /// use truto_core::json;
    ///
    /// let call = account.custom("POST", "/v1/notes").query("notify", false).json(&json!({"text": "Hello"}));
    /// let note = call.header("X-Api-Version", "2024-01").send().await?;
    /// println!("{}", note["result"]);
    /// # Ok(()) }
    /// ```
    pub fn custom(&self, method: impl TryInto<Method, Error: Display>, path: impl Into<String>) -> Request<Custom> {
        let (method, unknown) = match method.try_into() {
            Ok(method) => (method, None),
            Err(error) => (Method::Get, Some(Failure::value("method", error.to_string()))),
        };
        let mut draft = Draft::new(self.handle().clone(), contracts::custom(method), vec![path.into()]);
        draft.failures.extend(unknown);
        Request::new(draft)
    }
}
