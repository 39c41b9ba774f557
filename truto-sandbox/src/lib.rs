//! Truto's unified API on loopback, for development and tests: no account, no token, no network.
//!
//! [`Sandbox`] runs in the process, on a socket or without one; the program `truto-sandbox` serves the same to clients
//! in any language. It validates requests with the very contracts that the typed client is made from
//! ([`truto_core::contract`]), keeps what it is sent, and shows it: a test asserts what the server holds, and not only
//! what it answered.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use http::StatusCode;
//! use truto_sandbox::{Fault, Sandbox};
//!
//! let sandbox = Sandbox::start().await?;
//! let account = sandbox.accounts().salesforce;
//! let url = format!("{}/unified/crm/associations?integrated_account_id={account}", sandbox.url());
//! let body = serde_json::json!({
//!     "entity": "accounts",
//!     "entity_id": "001Ux000003GhNt",
//!     "associations": { "opportunities": [{ "id": "006Ux000002KdPq" }] },
//! });
//! let client = reqwest::Client::new();
//! let link = || client.post(&url).bearer_auth(sandbox.token()).header("idempotency-key", "1").json(&body).send();
//!
//! // The write happens, and its answer is lost: a client cannot know. Under the same key it may ask again.
//! sandbox.script(Fault::status(StatusCode::BAD_GATEWAY).after_handling());
//! assert_eq!(link().await?.status(), 502);
//! assert_eq!(link().await?.headers()["idempotency-replayed"], "true");
//! assert_eq!(sandbox.links(account).len(), 1);
//! assert_eq!(sandbox.remote_calls(account).len(), 1);
//! # Ok(()) }
//! ```
//!
//! # A model of your own
//!
//! The sandbox serves every endpoint that you declare: it keeps what it is sent and answers what it keeps.
//! [`Sandbox::client`] makes the client, [`Sandbox::keep`] puts records there, [`SandboxBuilder::answer`] says what a custom
//! method answers, and [`Sandbox::script`] what goes wrong.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use serde_json::json;
//! use truto_core::{Filter, SortBy, endpoints, unified_endpoint};
//! use truto_sandbox::{Answer, Sandbox};
//!
//! #[unified_endpoint(GET, "/unified/ticketing/tickets", paginated)]
//! pub struct ListTickets {
//!     pub status: Option<Filter<String>>,
//!     pub sort_by: Option<SortBy>,
//! }
//!
//! #[unified_endpoint(POST, "/unified/ticketing/tickets/merge")]
//! pub struct MergeTickets {
//!     pub ids: Vec<String>,
//! }
//!
//! let sandbox = Sandbox::builder()
//!     .endpoints(endpoints![ListTickets])
//!     .answer::<MergeTickets>(|call| Answer::ok(json!({ "result": { "merged": call.request().ids.len() } })))
//!     .in_process();
//! let account = sandbox.client().build()?.account(sandbox.accounts().close)?;
//! for (title, status) in [("The printer is on fire", "open"), ("Coffee is out", "open"), ("Late again", "closed")] {
//!     sandbox.keep(account.id(), "ticketing/tickets", json!({ "title": title, "status": status }));
//! }
//!
//! let open = ListTickets::builder().status("open").sort_by(SortBy::asc("title")).send(&account).await?;
//! assert_eq!(open.items()[0]["title"], "Coffee is out");
//! assert_eq!(open.items().len(), 2);
//! let merged = MergeTickets::builder().ids(["rec_000001", "rec_000002"]).send(&account).await?;
//! assert_eq!(merged["result"]["merged"], 2);
//! # Ok(()) }
//! ```
//!
//! # Filters
//!
//! A list holds the records that its query asks for. Each of its parameters is a condition or an order, but for those that
//! every endpoint takes:
//!
//! | in the query | which records |
//! |---|---|
//! | `status=open`, `status[eq]=open` | those that have it; of a member that is a list, in any of its items |
//! | `status[ne]=open`, `status[nin]=open,won` | all others, also those without the member |
//! | `status[in]=open,won`, `kinds[]=a&kinds[]=b` | those that have one of the values |
//! | `amount[gt]=10`, `gte`, `lt`, `lte` | numbers as numbers, moments as moments, and text by its letters |
//! | `status[exists]=true` | those that have the member; `null` and an empty list are none |
//! | `name[like]=Ada%` | those whose text is like the pattern, whatever its case: `%` and `*` stand for anything, and a pattern without them may stand anywhere |
//! | `owner[id]=7`, `contacts[id]=7` | by a member of an object, or of any object of a list |
//! | `search=fire`, `search_term`, `q`, `query` | those with the text anywhere, whatever its case, where they have no member of this name |
//! | `sort_by[name]=asc&sort_by[id]=desc` | all, in this order; those without the member last, whichever the direction |
//!
//! A moment is a date (its first moment), a time with its zone or in UTC, or seconds or milliseconds since 1970. A number may
//! be text in a record, where the field of the endpoint is declared as a number.
//!
//! What cannot be judged is refused with 400 and the reason: a condition on a member that no record has and no registered
//! endpoint of the resource writes, an operator that is none of these, an order of what has none. Otherwise a test that looks
//! for nothing would pass for that reason alone. [`SandboxBuilder::strict_filters`] turns that off: such a condition is then
//! ignored without a word, as the API does it. The program ignores it unless it is started with `--strict-filters`. A list of a
//! resource without a record is empty, whatever it is asked for.
//!
//! # What is served
//!
//! Every registered endpoint ([`SandboxBuilder::endpoints`] adds more), wherever its path is: outside of `/unified` too, and in
//! place of the sandbox's own routes. A custom method without an answer of the test's own answers what it is sent. The
//! sandbox's own routes are `GET /unified/{model}/{resource}/meta/{method}`,
//! `GET /integrated-account/{id}/capabilities`, and `GET /ping`.
//!
//! Where the API's documentation leaves something open the sandbox takes a stand, and a client must not rely on it:
//! a create answers 201; a page has 25 items unless `limit` says otherwise, and a cursor whose item is gone is 410;
//! `normalized` is `unified` without `remote_data`; `raw` and `stream` are the provider's answer, from which
//! `truto_exclude_fields` takes nothing away; an idempotency key that comes with another method, query or body is 422
//! (what query and body say counts, not their order or spelling), one whose first request is still running is 409, and a
//! request that is refused before it runs leaves its key free; 429 carries the length of the window as `Retry-After`,
//! and the window's rest as `ratelimit-reset`.
//!
//! Without `sort_by` a list is in the order of its ids. What is not done: the clock is the machine's, but for the one of the rate limits, which a test may move
//! ([`Sandbox::advance`]).
//!
//! # Control routes
//!
//! | route | what it does |
//! |---|---|
//! | `GET /_sandbox/links?account=<id>` | the links that are held |
//! | `GET /_sandbox/records?account=<id>` | the records of endpoints without a behaviour of their own |
//! | `GET /_sandbox/remote-calls?account=<id>` | what reached the providers: `remote_query` and `remote_data` as sent |
//! | `GET /_sandbox/requests` | every request as it arrived, without the token |
//! | `GET /_sandbox/accounts` | every account, also the read-only and the blocked one |
//! | `GET /_sandbox/openapi.json` | the endpoints, as an `OpenAPI` 3.1 document |
//! | `GET /_sandbox/state` | all of the above but the requests, in one |
//! | `POST /_sandbox/faults` | scripts a fault, see below; `GET` shows those that wait, `DELETE` drops them |
//! | `POST /_sandbox/stream` `{"bytes": n}` | makes `stream` answers at least `n` bytes long |
//! | `POST /_sandbox/clock` `{"advance_ms": n}` | moves the clock of the rate limits |
//! | `POST /_sandbox/reset` | forgets everything |
//!
//! A fault is the JSON form of [`Fault`], every key optional: `method`, `path` (a `*` at the end stands for anything),
//! `account`, `times`, `delay_ms`, `after_handling`, `status`, `headers`, `body`, `cut_at`, `close`.
//!
//! On loopback the control routes need no token, and only a `Host` that is `localhost` or a loopback address gets in. On
//! any other host they need the same token as the API. Nowhere do they take requests from web pages.
//!
//! # Faults below HTTP
//!
//! [`testkit`] is a server that speaks raw TCP, by itself or in front of a sandbox: it resets and closes connections at
//! any point of a request or of its answer, falls silent, drips, and lies.
//!
//! # Bounds
//!
//! A body is at most 1 MiB ([`SandboxBuilder::max_body_bytes`]); on a socket, the first line and the headers of a
//! request are at most 64 KiB and 100 headers. The log of requests, the calls that reached the providers, and the
//! answers under idempotency keys are at most 10,000 and about 64 MiB each, and the oldest are forgotten first. Links
//! and records are kept until the reset.

// Floors, top to bottom. A room imports from lower floors only, and `a > b` lets `a` import from `b` of the same floor.
//
//   sandbox  testkit
//   app > control
//   api  http
//   state
//   fault  provider
//   answer
//   bounded  lock
//
// `tests/floors.rs` holds the crate to this list.

mod sandbox;
pub mod testkit;

mod app;
mod control;

mod api;
mod http;

mod state;

mod fault;
mod provider;

mod answer;

mod bounded;
mod lock;

pub use self::answer::Answer;
pub use self::fault::Fault;
pub use self::http::service::{Disconnected, SandboxService};
pub use self::provider::Provider;
pub use self::sandbox::{Sandbox, SandboxBuilder};
pub use self::state::accounts::{Account, Accounts};
pub use self::state::clock::Clock;
pub use self::state::custom::CustomCall;
pub use self::state::limits::RateLimits;
pub use self::state::request_log::SeenRequest;
pub use self::state::store::{Link, Record, RemoteCall};

/// The endpoints of a program as one value, and the macro that lists them, from [`truto_core`].
pub use truto_core::{Registry, endpoints};
