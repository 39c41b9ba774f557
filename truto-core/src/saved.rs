//! Calls that can be kept: saved in one process, and sent by another, days later and without their Rust type.
//!
//! [`Call::save`], [`dynamic::Request::save`](crate::dynamic::Request::save) and [`dynamic::List::save`](crate::dynamic::List::save)
//! check a call as `send` does, and return a [`SavedCall`]. It belongs to no account: one saved call can be sent to many.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use truto_core::Endpoint;
//! use truto_core::crm::{CreateAssociation, crm_entity};
//! use truto_core::saved::SavedCall;
//! # let transport = tower::service_fn(|_| async {
//! #     let answer = http::Response::builder().header("content-type", "application/json");
//! #     answer.body(truto_core::transport::Body::from(r#"{"entity_id": "001Ux"}"#.to_owned()))
//! # });
//! # let client = truto_core::Client::builder().token("t").base_url("http://localhost").transport(transport).build()?;
//! # let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
//!
//! let link = CreateAssociation::builder().entity_id("001Ux").entity(crm_entity::Accounts).build();
//! let row: String = serde_json::to_string(&link.into_call().save()?)?;
//! assert_eq!(row, concat!(
//!     r#"{"version":1,"endpoint":"POST /unified/crm/associations","path":"/unified/crm/associations","#,
//!     r#""providers":["attio","salesforce"],"body":{"entity_id":"001Ux","entity":"accounts"}}"#,
//! ));
//!
//! // In another process:
//! let saved: SavedCall = serde_json::from_str(&row)?;
//! let answer = saved.send(&account).idempotency_key("import-7/row-3").await?;
//! assert_eq!(answer.as_str(), r#"{"entity_id": "001Ux"}"#);
//! # Ok(()) }
//! ```
//!
//! # The text
//!
//! The form with serde is one JSON object. It is stable: later versions of this crate read it, or refuse it with an error. Keep it as
//! text: a column that changes the spelling of JSON, such as `jsonb` of Postgres, changes the bytes of the body that are sent. The
//! [identity](SavedCall::identity) of the call survives that, as long as the column keeps its numbers.
//!
//! The text is not encrypted, and holds everything that is sent, values of `secret` fields too: see [`SavedCall::is_sensitive`].
//!
//! A text that somebody changed is checked when it is read. Its path must be below `/unified/`, `/proxy/` or `/custom/`, it cannot name
//! an account, and it cannot set a header that the client sets.
//!
//! # What stays, and what does not
//!
//! A saved call is sent with the same bytes, and its answer is read by the same rules. What its Rust type knew beyond that is gone:
//! [`send`](SavedCall::send) answers JSON, unless [`decode_as`](crate::Sending::decode_as) names a type. Errors say the endpoint that was
//! saved. [`Error::endpoint`], hooks, spans and checkpoints have a template, such as `POST /unified/{path}`, so that programs can count
//! by it.

mod contracts;
mod form;
mod identity;
mod query;
mod refusal;
mod sending;

use core::fmt;
use std::borrow::Cow;

use http::{HeaderName, HeaderValue};

use crate::client::scope::AccountScope;
use crate::contract::{Contract, Method};
use crate::dynamic;
use crate::endpoint::Endpoint;
use crate::endpoint::call::Call;
use crate::error::{Error, Failure, InvalidRequest};
use crate::policy::idempotency::IDEMPOTENCY_KEY;
use crate::request::encode::content::Content;
use crate::request::encode::multipart::PartValue;
use crate::request::encode::unaddressed::UnaddressedRequest;

/// A call without its Rust type, to keep in a database and to send later. The [module's page](self) has an example.
///
/// `Debug` shows the endpoint and names, and no values.
#[derive(Clone, PartialEq)]
pub struct SavedCall {
    contract: &'static Contract,
    /// What errors call the endpoint.
    endpoint: String,
    path: String,
    /// Pairs, encoded, without the account and the cursor.
    query: String,
    headers: Vec<(HeaderName, HeaderValue)>,
    content: Content,
    secrets: Vec<String>,
    cursor: Option<String>,
    /// The providers that support the call. `None` if the endpoint has no provider rules.
    providers: Option<Vec<Cow<'static, str>>>,
}

impl SavedCall {
    /// # Errors
    /// Why the request cannot be saved.
    fn new(request: UnaddressedRequest) -> Result<Self, Error> {
        let UnaddressedRequest { contract, endpoint, path, query, headers, content, secrets, cursor, providers } =
            request;
        let providers = providers.map(|names| names.into_iter().map(Cow::Borrowed).collect());
        let known = contracts::of(contract.method(), &path, contract.is_paginated());
        let saved = known.map(|contract| Self {
            contract,
            endpoint,
            path,
            query,
            headers,
            content,
            secrets,
            cursor,
            providers,
        });
        let checked = saved.map_err(str::to_owned).and_then(|saved| saved.refusal().map_or(Ok(saved), Err));
        checked.map_err(|reason| {
            InvalidRequest::new(contract.to_string(), vec![Failure::value("", format!("cannot be saved: {reason}"))])
                .into()
        })
    }

    /// What errors call the endpoint: `POST /unified/crm/associations`. The id of a dynamic call is a placeholder.
    ///
    /// ```
    /// # fn main() -> Result<(), truto_core::Error> {
    /// # let account = truto_core::Client::builder().token("t").build()?.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
    /// let saved = account.unified("hris", "employees").get("7").save()?;
    /// assert_eq!(saved.endpoint(), "GET /unified/hris/employees/{id}");
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// The method of the request.
    #[must_use]
    pub fn method(&self) -> Method {
        self.contract.method()
    }

    /// A number that two calls share exactly if their values are equal: of endpoint, path, query, headers, body and cursor.
    ///
    /// It is the same in every process and every version of this crate. Order does not count where it has no meaning: in maps and
    /// objects, in a `HashSet`, in [`Filter::one_of`](crate::Filter::one_of), and among parameters and headers of different names. It
    /// counts in a list and in a [`SortBy`](crate::SortBy). A file counts with its bytes, its name and its content type.
    ///
    /// It is half of a SHA-256, so nobody can make two different calls with one identity. It does not hide the values: a call whose
    /// values can be guessed can be found by its identity.
    ///
    /// ```
    /// # fn main() -> Result<(), truto_core::Error> {
    /// # let account = truto_core::Client::builder().token("t").build()?.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
    /// # use truto_core::json;
    /// let employees = account.unified("hris", "employees");
    /// let save = |name: &str| employees.create(&json!({"first_name": name})).save();
    /// assert_eq!(save("Ada")?.identity(), save("Ada")?.identity());
    /// assert_ne!(save("Ada")?.identity(), save("Grace")?.identity());
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn identity(&self) -> [u8; 16] {
        identity::of_call(self)
    }

    /// Whether the call holds a file, or a value of a field that is declared `secret`. Encrypt such a call before you store it.
    ///
    /// A call by name has no `secret` fields, so only its files count, and not its headers and its JSON.
    #[must_use]
    pub fn is_sensitive(&self) -> bool {
        let has_file = match &self.content {
            Content::None | Content::Json(_) => false,
            Content::File(_) => true,
            Content::Parts(parts) => parts.iter().any(|part| matches!(part.value, PartValue::File(_))),
        };
        has_file || !self.secrets.is_empty()
    }

    /// Whether the call is a write that carries the `Idempotency-Key` of the client, so that it can be repeated under a key of yours.
    #[must_use]
    pub fn takes_key(&self) -> bool {
        !self.method().is_safe() && !self.headers.iter().any(|(name, _)| name == IDEMPOTENCY_KEY)
    }

    /// Whether the call is a list, so that [`pages`](Self::pages) reads it.
    #[must_use]
    pub fn is_paginated(&self) -> bool {
        self.contract.is_paginated()
    }
}

impl<E: Endpoint<Scope = AccountScope>> Call<E> {
    /// Saves the call, to send it later without its type: see [`saved`](crate::saved).
    ///
    /// # Errors
    /// [`Error::Invalid`] as `send` has it, except for the rules of the account's provider, which are checked when the saved call is
    /// sent. A call whose path is not below `/unified/`, `/proxy/` or `/custom/` cannot be saved.
    pub fn save(&self) -> Result<SavedCall, Error> {
        self.view(|view| SavedCall::new(view.encode_unaddressed()?))
    }
}

impl<A, T> dynamic::Request<A, T> {
    /// Saves the call, to send it later, to this account or another: see [`saved`](crate::saved).
    ///
    /// # Errors
    /// [`Error::Invalid`] as `send` has it.
    pub fn save(&self) -> Result<SavedCall, Error> {
        self.encode_unaddressed().and_then(SavedCall::new)
    }
}

impl<A, T> dynamic::List<A, T> {
    /// Saves the list, to read it later, from this account or another: see [`saved`](crate::saved).
    ///
    /// # Errors
    /// [`Error::Invalid`] as `send` has it.
    pub fn save(&self) -> Result<SavedCall, Error> {
        self.encode_unaddressed().and_then(SavedCall::new)
    }
}

impl fmt::Debug for SavedCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys = self.query.split('&').filter_map(|pair| pair.split('=').next()).filter(|key| !key.is_empty());
        let content = match &self.content {
            Content::None => "none".to_owned(),
            Content::Json(text) => format!("JSON, {} bytes", text.len()),
            Content::File(file) => format!("{} bytes", file.bytes().len()),
            Content::Parts(parts) => format!("{} parts", parts.len()),
        };
        f.debug_struct("SavedCall")
            .field("endpoint", &self.endpoint)
            .field("query", &keys.map(identity::decoded).collect::<Vec<_>>())
            .field("headers", &self.headers.iter().map(|(name, _)| name).collect::<Vec<_>>())
            .field("body", &format_args!("{content}"))
            .finish_non_exhaustive()
    }
}
