//! Typed, safe calls of [Truto's unified API](https://truto.one/docs/api-reference/overview/introduction): declare an
//! endpoint on a struct, and what the API would refuse does not compile.
//!
//! ```
//! use truto_core::{Reference, UnifiedEntity, unified_endpoint};
//!
//! /// Kinds of record that can be linked.
//! #[derive(UnifiedEntity)]
//! pub enum CrmEntity { Accounts, Opportunities, Contacts, Leads }
//!
//! /// Links a record to other records.
//! #[unified_endpoint(POST, "/unified/crm/associations")]
//! pub struct LinkRecords {
//!     /// Record that the links start from.
//!     pub entity_id: String,
//!     /// Kind of that record.
//!     #[truto(entity)]
//!     pub entity: CrmEntity,
//!     /// Accounts to link.
//!     #[truto(within = "associations", only_for(Leads, Contacts))]
//!     pub accounts: Vec<Reference>,
//! }
//!
//! # async fn example() -> Result<(), truto_core::Error> {
//! let client = truto_core::Client::from_env()?; // TRUTO_API_TOKEN, TRUTO_BASE_URL
//! let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
//! let answer = LinkRecords::builder()
//!     .entity_id("003Ux000004TbQd")
//!     .entity(crm_entity::Contacts) // from here on only what contacts allow compiles
//!     .accounts(["001Ux000003GhNt"])
//!     .send(&account)
//!     .await?;
//! # Ok(()) }
//! ```
//!
//! - Declaring: [`unified_endpoint`], [`UnifiedEntity`], [`Reference`], [`Patch`]; what to write for [`dates`].
//! - Calling: [`Client`], [`Account`], [`provider`]; `send` on a builder, on a struct ([`Endpoint`]) and on a [`Call`]. The future
//!   [`Sending`] takes the format of the answer and every option of [`CallOptions`].
//! - Lists: [`Items`], [`Pages`], and [`Checkpoint`] to go on where a process stopped; what has no pages: [`RecordStream`].
//! - Many calls at once: [`Bulk`].
//! - Serving and describing: [`endpoints!`], [`Registry`], [`server`].
//! - Failing: [`Error`]; in mocks of your own: [`mock`]; while compiling: the index of [`diagnostics`].
//! - Surviving: the settings of [`ClientBuilder`] for clocks, retries and limits; the [`faults`] that the client was tried
//!   with, and what it does about each.
//! - Ready-made endpoints: [`crm`].
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `rustls` | yes | TLS from rustls, with the system's certificate store; https needs this one or the next |
//! | `native-tls` | | TLS from the operating system |
//! | `macros` | yes | the attribute and the derive |
//! | `crm` | yes | the CRM model, declared with them |
//! | `server` | | [`Registry`], [`endpoints!`] and the module `server`: an endpoint as a server sees it. `truto-sandbox` turns it on |
//! | `webhook` | | signatures and events of webhooks |
//! | `blocking` | | [`blocking::Client`](https://docs.rs/truto-core/latest/truto_core/blocking/), for programs without `async` |
//! | `jiff`, `chrono`, `time` | | [`Timestamp`] from the types of these crates, and back: [`dates`] |
//!
//! # Spans and events
//!
//! What a subscriber of [`tracing`](https://docs.rs/tracing) is told, under the target `truto_core::telemetry`. Names are those
//! of OpenTelemetry's conventions for HTTP clients where it has one. Of a URL there is the template and nothing else.
//!
//! | | level | fields |
//! |---|---|---|
//! | span `truto.call`: from the first wait to the last attempt; of a `stream`, to the head of its answer | info | `otel.name`, `otel.kind` (`internal`), `http.request.method`, `url.template`, `truto.account.id`; of a call that failed `otel.status_code` (`ERROR`), `error.type`, `truto.outcome` (`not_sent`, `rejected`, `unknown`) |
//! | span `truto.attempt`: in it, one for each time that the request is sent | info | `otel.name`, `otel.kind` (`client`), `http.request.method`, `http.request.resend_count`, `http.response.status_code`, `url.template`, `server.address`, `server.port`; of an attempt that failed `otel.status_code`, `error.type` |
//! | event: the request is going to be sent again | info | `http.request.method`, `url.template`, `http.request.resend_count`, `error.type`, `truto.retry.wait_ms` |
//! | event `the call failed`: one for each call that gives its caller an error, and for a list whose cursors go in a circle; of a `stream`, up to the head of its answer; none where the future was dropped | warn | `http.request.method`, `url.template`, `error.type`, `truto.account.id`, `truto.outcome`, `truto.attempts` (how often it was sent) |
//! | event: a refusal closed the account's window | warn | `truto.account.id`, `truto.limit.wait_ms` |
//! | event: the account is blocked | warn | `truto.account.id` |
//! | event: an option or a format was chosen after the first poll of its call | warn | `truto.option`, `http.request.method`, `url.template` |
//! | event: an idempotency key was used for two requests | error | `truto.account.id`, `endpoint` |
//!
//! `error.type` is a status, or one of a few words such as `connect`, `first_byte_timeout`, `shape`, `rate_limited`.

// docs.rs shows the feature that an item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

// The expansion of our own declarations names this crate from outside.
#[cfg(feature = "crm")]
extern crate self as truto_core;

// Floors, top to bottom. A room imports from lower floors only, and `a > b` lets `a` import from `b` of the same floor.
//
//   blocking  crm  dates  diagnostics  faults  fuzz  generated  mock > webhook
//   server
//   endpoint > paging
//   client
//   engine
//   request  response
//   policy  transport
//   types > contract
//   error
//   meta > redact > util
//
// `tests/floors.rs` holds the crate to this list.

#[cfg(feature = "blocking")]
pub mod blocking;
#[cfg(feature = "crm")]
pub mod crm;
pub mod dates;
#[cfg(feature = "macros")]
pub mod diagnostics;
pub mod faults;
#[cfg(test)]
mod fuzz;
#[doc(hidden)]
pub mod generated;
pub mod mock;
#[cfg(feature = "webhook")]
pub mod webhook;

#[cfg(feature = "server")]
pub mod server;

mod endpoint;
pub mod paging;

mod client;

mod engine;

mod request;
pub mod response;

mod policy;
pub mod transport;

pub mod contract;
pub mod types;

pub mod error;

mod meta;
mod redact;
mod util;

/// What a generated builder is made of: the state of its required fields, and what its setters take.
///
/// These are the names that rustc prints where a builder is not used as its endpoint is declared. Nothing here has to be
/// implemented, and only functions that take or return a builder name any of it.
pub mod builder {
    pub use crate::contract::builder::setter::*;
    pub use crate::contract::builder::state::{Given, Missing, State};
    pub use crate::contract::builder::value::FieldValue;
    pub use crate::endpoint::PagesOf;
    pub use crate::endpoint::access::Files;
}

/// Settings of a client, of a handle and of a call, and what the hooks are told.
///
/// The setters are methods of [`ClientBuilder`], [`CallOptions`] and [`Sending`].
pub mod settings {
    pub use crate::policy::hooks::{RateLimited, Retry};
    pub use crate::policy::settings::{Backoff, MinThroughput, OnLimit, RetryBudget};
}

pub use contract::{entity, provider, shape};

// The front door: at most 25 names, which `tests/front_door.rs` counts. Everything else has its place in a module.
pub use client::account::Account;
pub use client::bulk::Bulk;
pub use client::{Client, ClientBuilder};
pub use contract::entity::UnifiedEntity;
pub use endpoint::call::Call;
pub use endpoint::{Endpoint, Paginated};
pub use engine::sending::Sending;
#[doc(inline)]
pub use error::Error;
pub use paging::checkpoint::Checkpoint;
pub use policy::options::CallOptions;
pub use response::page::Page;
#[cfg(feature = "server")]
pub use server::registry::Registry;
pub use types::file::File;
pub use types::filter::{DateFilter, Filter};
pub use types::patch::Patch;
pub use types::reference::Reference;
pub use types::sort_by::SortBy;
pub use types::timestamp::Timestamp;

#[cfg(feature = "macros")]
pub use truto_macros::{UnifiedEntity, unified_endpoint};

/// A JSON tree: `serde_json::Value`. What an endpoint without `response` answers.
pub use serde_json::Value as Json;
/// The JSON literal of `serde_json`, for `remote_query` and `remote_data`.
pub use serde_json::json;

/// Crates whose types stand in this crate's interface.
pub use {bytes, futures_core, http, http_body, reqwest, serde, tower_service};
