//! Typed, safe calls of [Truto's unified API](https://truto.one/docs/api-reference/overview/introduction): declare an
//! endpoint as a struct, and a request that the API would refuse does not compile.
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
//! # Where to look
//!
//! | to | see |
//! |---|---|
//! | declare an endpoint | [`unified_endpoint`], [`UnifiedEntity`]; [`types`] for its fields, [`dates`] for points in time |
//! | declare what it answers | [`record`], with [`UnifiedRecord`] and [`UnifiedEnum`](record::UnifiedEnum); [`types`] for its fields |
//! | call it | [`Client`] and [`Account`]; `send` on a builder, on a struct ([`Endpoint`]) and on a [`Call`] returns a [`Sending`] |
//! | call what is not declared, by its name, with JSON | [`dynamic`]: `account.unified("hris", "employees").list()` |
//! | read a list | [`Paginated`], [`paging`]; [`Checkpoint`] resumes it in another process |
//! | make many calls | [`Bulk`]; as one request, [`batch`] |
//! | keep a call in a database or a queue, and send it from another process | [`saved`](https://docs.rs/truto-core/latest/truto_core/saved/); the crate `truto-jobs` does it for you |
//! | ask what an account can do, and how it describes a method | [`describe`], [`capabilities`] |
//! | read status, headers, raw bytes or a stream | [`response`] |
//! | set deadlines, retries and limits | [`ClientBuilder`](settings::ClientBuilder) and [`CallOptions`], with the types of [`settings`] |
//! | handle a failure | [`Error`] and [`error`]; [`faults`] lists what the client survives, and how |
//! | know what it costs beside the same work by hand | [`cost`] |
//! | understand a message of the compiler | [`diagnostics`]; the names in it are those of [`builder`] and [`entity`] |
//! | name a provider | [`provider`] |
//! | make a call cost less, or send it through another client | [`transport`] |
//! | replace HTTP, or the whole client, in a test | [`transport`], [`mock`], and the crate `truto-sandbox` |
//! | use an endpoint that is declared already | [`crm`], and [`platform`](https://docs.rs/truto-core/latest/truto_core/platform/) |
//!
//! [`contract`] and [`shape`] hold an endpoint as data, [`record`] what it answers.
//!
//! # Features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `rustls` | yes | TLS by rustls, with the system's certificates; https needs this feature or `native-tls` |
//! | `native-tls` | | TLS by the operating system |
//! | `direct` | | [`Direct`](https://docs.rs/truto-core/latest/truto_core/transport/struct.Direct.html): a transport that costs less than reqwest; [`transport`] compares them |
//! | `macros` | yes | `unified_endpoint`, `UnifiedEntity`, `UnifiedRecord` and `UnifiedEnum` |
//! | `crm` | yes | [`crm`], the CRM model |
//! | `platform` | | [`platform`](https://docs.rs/truto-core/latest/truto_core/platform/): what a client does with accounts, integrations, syncs, webhooks and tokens; [`steps`](https://docs.rs/truto-core/latest/truto_core/steps/) for what takes several calls |
//! | `saved` | | [`saved`](https://docs.rs/truto-core/latest/truto_core/saved/): calls that are kept in a database, and sent by another process |
//! | `blocking` | | [`blocking::Client`](https://docs.rs/truto-core/latest/truto_core/blocking/), for programs without `async` |
//! | `webhook` | | [`webhook`](https://docs.rs/truto-core/latest/truto_core/webhook/): signatures and events of webhooks; with `platform`, their payloads as types |
//! | `axum` | | an event of a webhook as the argument of a handler of axum, verified before it is parsed |
//! | `server` | | [`server`](https://docs.rs/truto-core/latest/truto_core/server/), `Registry` and `endpoints!`: an endpoint as a server sees it. `truto-sandbox` turns it on |
//! | `jiff`, `chrono`, `time` | | conversions between [`Timestamp`] and the types of these crates: [`dates`] |
//!
//! # Spans and events
//!
//! Spans and events of [`tracing`](https://docs.rs/tracing) have the target `truto_core::telemetry`. Fields have the names of
//! OpenTelemetry's conventions for HTTP clients, if there is one. They hold the template of a URL and never its values.
//!
//! | | level | fields |
//! |---|---|---|
//! | span `truto.call`: from the first wait to the last attempt, or to the head of the answer of a `stream` | info | `otel.name`, `otel.kind` (`internal`), `http.request.method`, `url.template`, `truto.account.id`; if the call fails, `otel.status_code` (`ERROR`), `error.type`, `truto.outcome` (`not_sent`, `rejected`, `unknown`) |
//! | span `truto.attempt`: each time that the request is sent, inside `truto.call` | info | `otel.name`, `otel.kind` (`client`), `http.request.method`, `http.request.resend_count`, `http.response.status_code`, `url.template`, `server.address`, `server.port`; if the attempt fails, `otel.status_code`, `error.type` |
//! | event: the request is about to be sent again | info | `http.request.method`, `url.template`, `http.request.resend_count`, `error.type`, `truto.retry.wait_ms` |
//! | event `the call failed`: once for each call that returns an error, and for a list whose cursors form a cycle; for a `stream`, only up to the head of its answer; never if the future is dropped | warn | `http.request.method`, `url.template`, `error.type`, `truto.account.id`, `truto.outcome`, `truto.attempts` (how often the request was sent) |
//! | event: a refusal closed the account's rate-limit window | warn | `truto.account.id`, `truto.limit.wait_ms` |
//! | event: the account is blocked | warn | `truto.account.id` |
//! | event: an option or a format was set after the first poll of its call | warn | `truto.option`, `http.request.method`, `url.template` |
//! | event: an idempotency key was used for two requests | error | `truto.account.id`, `endpoint` |
//!
//! `error.type` is a status, or a word such as `connect`, `first_byte_timeout`, `shape` or `rate_limited`.

// docs.rs shows the feature that each item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

// The expansion of our own declarations names this crate from outside.
#[cfg(any(feature = "crm", feature = "platform"))]
extern crate self as truto_core;

// Floors, top to bottom. A room imports from lower floors only, and `a > b` lets `a` import from `b` of the same floor.
//
//   blocking  crm  fuzz > webhook  generated  mock  steps
//   platform
//   batch  describe  saved
//   dynamic  server
//   endpoint > paging
//   client
//   engine
//   request  response
//   capabilities  policy  transport
//   types > contract
//   error
//   meta > redact > util
//
// `tests/floors.rs` holds the crate to this list.

#[cfg(feature = "blocking")]
pub mod blocking;
#[cfg(feature = "crm")]
pub mod crm;
#[cfg(test)]
mod fuzz;
#[doc(hidden)]
pub mod generated;
pub mod mock;
#[cfg(feature = "platform")]
pub mod platform;
#[cfg(feature = "platform")]
pub mod steps;
#[cfg(feature = "webhook")]
pub mod webhook;

pub mod batch;
pub mod describe;
#[cfg(feature = "saved")]
pub mod saved;

pub mod dynamic;
#[cfg(feature = "server")]
pub mod server;

mod endpoint;
pub mod paging;

mod client;

mod engine;

mod request;
pub mod response;

pub mod capabilities;
mod policy;
pub mod transport;

pub mod contract;
pub mod types;

pub mod error;

mod meta;
mod redact;
mod util;

// The chapters of the documentation, which hold no code.

#[doc = include_str!("guide/cost.md")]
#[doc = include_str!("guide/cost/concurrency.md")]
#[doc = include_str!("guide/cost/accounts.md")]
#[doc = include_str!("guide/cost/records.md")]
#[doc = include_str!("guide/cost/declarations.md")]
pub mod cost {}

#[doc = include_str!("guide/dates.md")]
#[cfg_attr(feature = "jiff", doc = include_str!("guide/dates/jiff.md"))]
#[cfg_attr(feature = "chrono", doc = include_str!("guide/dates/chrono.md"))]
#[cfg_attr(feature = "time", doc = include_str!("guide/dates/time.md"))]
pub mod dates {}

#[cfg(feature = "macros")]
pub mod diagnostics {
    #![doc = include_str!("guide/diagnostics.md")]
    #![doc = include_str!("guide/diagnostics/codes.md")]

    #[doc = include_str!("guide/diagnostics/rustc.md")]
    pub mod rustc {}
}

pub mod faults {
    #![doc = include_str!("guide/faults.md")]

    #[doc = include_str!("guide/faults/compared.md")]
    pub mod compared {}
}

/// What a generated builder is made of: the states of its required fields, and the traits of its setters.
///
/// rustc prints these names in its messages about a builder. You name them in functions that take or return a builder, and
/// you never implement them.
pub mod builder {
    pub use crate::contract::builder::setter::*;
    pub use crate::contract::builder::state::{Given, Missing, State};
    pub use crate::contract::builder::value::FieldValue;
    pub use crate::endpoint::access::Files;
    pub use crate::endpoint::{PagesOf, Writes};
}

/// The builder of a client, the values of its settings, the events that hooks receive, and the state of the limits.
///
/// [`ClientBuilder`](settings::ClientBuilder) has a method for each setting. So do [`CallOptions`] and [`Sending`], for the settings of a call.
pub mod settings {
    pub use crate::client::ClientBuilder;
    pub use crate::policy::hooks::{RateLimited, Retry};
    pub use crate::policy::limit::LimitState;
    pub use crate::policy::settings::{Backoff, MinThroughput, OnLimit, RetryBudget};
}

#[doc(inline)]
pub use client::scope;
#[doc(inline)]
pub use contract::{entity, provider, record, shape};

// The names that a user types every day, at most 25: `tests/front_door.rs` counts them. All others stand in a module.
pub use client::Client;
pub use client::account::Account;
pub use client::bulk::Bulk;
#[doc(inline)]
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
#[doc(inline)]
pub use truto_macros::{UnifiedEntity, UnifiedRecord, unified_endpoint};

/// A JSON tree: `serde_json::Value`. The response of an endpoint that is declared without `response`.
pub use serde_json::Value as Json;
/// A JSON literal, from `serde_json`, for `remote_query` and `remote_data`.
pub use serde_json::json;

/// Crates whose types are part of this crate's interface.
pub use {bytes, futures_core, http, http_body, reqwest, serde, tower_service};

#[cfg(not(feature = "server"))]
#[doc(hidden)]
#[macro_export]
macro_rules! endpoints {
    ($($endpoint:tt)*) => {
        ::core::compile_error!("`endpoints!` needs the feature `server` of `truto-core`; `truto-sandbox` turns it on")
    };
}
