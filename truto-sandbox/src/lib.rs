//! Truto's unified API on loopback, for development and tests without an account, a token or a network.
//!
//! A [`Sandbox`] runs in the process, with or without a socket. The program `truto-sandbox` serves the same API to clients in
//! any language. The sandbox validates requests with the contracts of the typed client ([`truto_core::contract`]), and a test
//! can assert the state of the server, and not only its answers.
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
//! // The write happens and its answer is lost. The client may try again under the same key.
//! sandbox.script(Fault::status(StatusCode::BAD_GATEWAY).after_handling());
//! assert_eq!(link().await?.status(), 502);
//! assert_eq!(link().await?.headers()["idempotency-replayed"], "true");
//! assert_eq!(sandbox.links(account).len(), 1);
//! assert_eq!(sandbox.remote_calls(account).len(), 1);
//! # Ok(()) }
//! ```
//!
//! # Endpoints of your own
//!
//! The sandbox serves every endpoint that you declare: it keeps records and answers them. [`Sandbox::client`] makes a client,
//! [`Sandbox::keep`] stores records, [`SandboxBuilder::answer`] answers custom methods, and [`Sandbox::script`] adds faults.
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
//! assert_eq!(merged["merged"], 2);
//! # Ok(()) }
//! ```
//!
//! # Filters
//!
//! Every parameter of a list is a filter or an order, except the common parameters:
//!
//! | in the query | selects |
//! |---|---|
//! | `status=open`, `status[eq]=open` | records with this value; if the member is a list, in any item |
//! | `status[ne]=open`, `status[nin]=open,won` | all other records, including those without the member |
//! | `status[in]=open,won`, `kinds[]=a&kinds[]=b` | records with one of the values |
//! | `amount[gt]=10`, `gte`, `lt`, `lte` | by number, by moment, or by the letters of a text |
//! | `status[exists]=true` | records with the member; `null` and an empty list do not count |
//! | `name[like]=Ada%` | by a pattern, in any case: `%` and `*` match anything, and a pattern without them matches anywhere |
//! | `owner[id]=7`, `contacts[id]=7` | by a member of an object, or of any object in a list |
//! | `search=fire`, `search_term`, `q`, `query` | records that contain the text anywhere, if no record has a member with this name |
//! | `sort_by[name]=asc&sort_by[id]=desc` | all records in this order; those without the member come last |
//!
//! A moment is a date (its first moment), a time (UTC if it has no zone), or seconds or milliseconds since 1970. A number may
//! be text in the record if the endpoint declares the field as a number. Without `sort_by` the order is that of the ids.
//!
//! A filter that cannot be applied is refused with 400 and the reason: an unknown operator, or a member that no record has and
//! no registered endpoint of the resource writes. Otherwise a test could pass because its filter matches nothing.
//! [`SandboxBuilder::strict_filters`] turns this off, and the program does not do it without `--strict-filters`: the filter is
//! then ignored, as the API does it. A list of a resource without records is always empty.
//!
//! # Behaviour
//!
//! The sandbox serves every registered endpoint, also outside of `/unified`. Its own routes, which an endpoint can replace, are
//! those of the [shapes](crate#shapes) below and `GET /ping`. A declared endpoint of the [platform](crate#the-platform) is served by
//! the platform, unless the test answers it.
//!
//! The API's documentation leaves some points open. A client must not rely on these decisions of the sandbox:
//!
//! - A create answers 201. A page has 25 items without `limit`, and a cursor whose item is gone answers 410.
//! - `normalized` is `unified` without `remote_data`. `raw` and `stream` are the provider's answer, and
//!   `truto_exclude_fields` does not apply to them.
//! - An idempotency key that comes with another method, query or body answers 422. Order and spelling of query and body do not
//!   count. A key whose first request is still running answers 409. A request that is refused before it runs leaves its key
//!   free.
//! - 429 has the length of the window as `Retry-After`, and the rest of it as `ratelimit-reset`. A test moves the clock of the
//!   windows with [`Sandbox::advance`].
//!
//! # Shapes
//!
//! The answers have the documented shapes, for declared endpoints as for all others:
//!
//! | request | answer |
//! |---|---|
//! | `GET /unified/{model}/{resource}` | `{result, next_cursor, prev_cursor, result_count}` |
//! | `GET`, `POST`, `PATCH` of a record | the record with `remote_data` |
//! | `DELETE` of a record | `{id}` alone, whatever else is asked for |
//! | `POST /unified/{model}/{resource}/{method}` | `{result}`, which is the body unless a test answers; nothing is stored |
//! | `/proxy/{resource}[/{id}]` | a list in the envelope above, and otherwise the provider's body as it is |
//! | `POST /proxy/{resource}/{method}` | the body; nothing is stored |
//! | any method of `/custom/{path}` | `{result, next_cursor, prev_cursor}` for JSON, otherwise the provider's body as it is |
//! | `GET /unified/{model}/{resource}/meta/{method}` | schemas of query, body and answer; with `/{integration}` behind the resource also `response_schema` |
//! | `GET /integrated-account/{id}/capabilities` | integration, unified and proxy resources, auth, readiness, account |
//! | `GET /integration/{slug}/capabilities` | the same without what belongs to an account |
//! | `POST /batch-request` | `{result, errors}`, each by resource |
//!
//! Behind the name of a resource a `POST` names a method, and any other request an id.
//!
//! **Other models.** [`SandboxBuilder::any_model`] serves the resources that no endpoint declares, of any model, with records of
//! any form. The program does it always. Nothing but the common parameters is checked in their requests, and their schemas come
//! from their records.
//!
//! **The proxy** serves any resource. It has the records that were kept under `proxy/{resource}`, as they are, and those of every
//! model's resource with this name in the form of the provider. Parameters and bodies are the provider's: filters that it does
//! not know are ignored, and `remote_data` is a member like any other. A missing record is an error of the provider.
//!
//! **The custom API** echoes method, path, query and body, unless [`SandboxBuilder::answer_custom`] has an answer for the call. The
//! provider gets neither `integrated_account_id` nor the member `methodConfig`.
//!
//! **Capabilities** list the declared methods, and the standard methods of resources that have records. The documentation has two
//! shapes; [`SandboxBuilder::capabilities_shape`] selects one. The parameters are `type`, `methods` (names, and the groups `read`,
//! `write` and `custom`), `resource` (without its model) and `has_description`: `false` adds the custom methods of the proxy, which
//! have no description.
//!
//! **A batch** makes its calls as if each had come alone, in the order of `depends_on`, and counts as one call for the limits. A list
//! is read to its end. `{{args.name}}` and `{{resources.crm.contacts.id}}` are placeholders in `id`, `query` and `body`, and
//! `loop_on` repeats an entry for each item of a list. Rows of the proxy are shown with `"persist": true`. An entry whose dependency
//! failed is not called, and has the error 424.
//!
//! # The platform
//!
//! The sandbox serves the API beside the data plane too: accounts, installations, tokens, webhooks, sync jobs, logs and the rest,
//! 40 resources in all. They need no declaration. A platform has at its start one team, user, environment and token, the four
//! integrations with their installations, the CRM model, and the accounts of the sandbox.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use serde_json::{Value, json};
//! use truto_sandbox::{AccountStatus, Outcome, Sandbox};
//!
//! let sandbox = Sandbox::start().await?;
//! let client = reqwest::Client::new();
//! let post = async |path: &str, body: Value| {
//!     let request = client.post(format!("{}{path}", sandbox.url())).bearer_auth(sandbox.token()).json(&body);
//!     request.send().await?.error_for_status()?.json::<Value>().await
//! };
//!
//! let link = post("/link-token", json!({ "tenant_id": "acme" })).await?;
//! let account = sandbox.connect(link["link_token"].as_str().unwrap(), Outcome::Active).unwrap();
//! assert_eq!(sandbox.account_status(&account), Some(AccountStatus::Active));
//!
//! let job = json!({ "resources": [{ "resource": "crm/contacts", "method": "list" }] });
//! let job = post("/sync-job", job).await?;
//! let run = json!({ "sync_job_id": job["id"], "integrated_account_id": account });
//! assert_eq!(post("/sync-job-run", run).await?["status"], "created");
//! sandbox.settled().await; // The run has completed, and its events are delivered.
//! # Ok(()) }
//! ```
//!
//! **Lists** answer `{result, next_cursor, limit}`, or `results` with [`SandboxBuilder::list_key`]. Filters are `name=value` and
//! `name[operator]=value` with the operators above, `integration.name=attio` for a joined row, and `or[0][status]=active`. `sort`
//! is a name, with `-` for the other direction, and `select` is a list of names. A create answers 201, and an action 200. A body is
//! checked by the description of the API, and members that it does not describe are not stored. No idempotency key counts.
//!
//! **Accounts.** [`Sandbox::connect`], or `GET /connect-account?link_token=…&outcome=…&integration=…` in a browser, does what a user
//! does with a link. [`SandboxBuilder::step_time`] says how long an account is `connecting`. A 401 of the provider
//! ([`Fault::remote`]) takes an account to `needs_reauth` until a call succeeds; [`Sandbox::set_account_status`] takes it there until it
//! is connected again. The status does not keep other accounts from being called.
//!
//! **Webhooks** are really delivered, to `http://` URLs on loopback only, with the signature and the `User-Agent` of the API. A webhook
//! gets its events in their order. Anything but 2xx is repeated three times ([`SandboxBuilder::longest_webhook_wait`]), and then the
//! webhook is turned off. [`Sandbox::deliveries`] shows every attempt, and [`Sandbox::emit`] sends an event of the test. A Slack
//! destination gets a `text`, and an email is not sent.
//!
//! **Sync jobs.** A run fetches the `resource` of each entry as a list, and sends its records in batches of 100. Scripted faults and
//! limits hit it as they hit a call. `error_handling` is `ignore` if the run does not say it. A run sends its events to its own
//! webhook and to all that ask for them. There is no cron: [`Sandbox::fire_trigger`] starts the run of a trigger that was
//! scheduled. A workflow runs its jobs when an account becomes active.
//!
//! **Tokens.** That of an account lives for 15 minutes, a link token for 7 days and one connection, on the clock of the sandbox. An MCP
//! server offers the methods of the proxy as tools.
//!
//! **Logs.** `GET /log` has the calls of the log of requests, the runs, the deliveries, the triggers and the messages to MCP servers.
//!
//! Not served as at the API: bodies in YAML, placeholders and conditions in the entries of a run, expressions in workflows, and
//! `delete_state` and the like. What nobody documents is a guess: the page of the link, the payloads of `batch_job:*`,
//! `link_token:*` and `sync_job_cron_trigger:failed`, and the items of `/integration/{id}/unified-apis`.
//!
//! # CRM data
//!
//! [`SandboxBuilder::crm_data`] fills every account with generated, linked [`CrmData`]; the program does it with `--seed` or
//! `--records`. Then writes to `crm/…` set `created_at` and `updated_at`, and no two changes have the same moment: do not rely
//! on that at the API, and ask for `updated_at[gte]` there. Links show up on the linked records, a link to an unknown record is
//! a remote 404, and a removed record leaves the records that refer to it. A name beside an id is that of the time of writing.
//!
//! A cursor holds the place in the order, so a walk in the order of ids or by `sort_by[updated_at]=asc` loses no record that
//! changes meanwhile, but may show it twice. In another order, a record that moves to an earlier place is not shown again.
//!
//! The providers have their quirks:
//!
//! - Attio and Salesforce list `fields` without `options` and other details, and Close lists contacts without addresses, custom
//!   fields, tags, URLs and last activity. Only `get` fills them.
//! - Pipedrive ignores the filters `email_addresses` and `phone_numbers` of contacts. Strict filters refuse them.
//! - A new record needs members, or the provider answers 422: Close needs `account` for contacts, and `account`, `owner` and
//!   `content` for tasks; Pipedrive needs `pipeline` for stages; a note needs a parent; most need a `name`.
//!
//! # Control routes
//!
//! | route | function |
//! |---|---|
//! | `GET /_sandbox/links?account=<id>` | shows the links |
//! | `GET /_sandbox/records?account=<id>&resource=crm/contacts` | shows the records |
//! | `GET /_sandbox/data?account=<id>` | shows the number of records by resource, and the seed of generated data |
//! | `GET /_sandbox/remote-calls?account=<id>` | shows the calls that reached the providers, with `remote_query` and `remote_data` |
//! | `GET /_sandbox/requests` | shows every request as it arrived, with the token masked |
//! | `GET /_sandbox/accounts` | shows all accounts |
//! | `GET /_sandbox/deliveries` | shows the attempts to deliver events |
//! | `POST /_sandbox/events` `{"event": "record:created", "payload": {…}}` | sends an event to the webhooks |
//! | `POST /_sandbox/status` `{"account": id, "status": "needs_reauth"}` | gives an account a status |
//! | `POST /_sandbox/triggers` `{"trigger": id}` | starts the run of a cron trigger |
//! | `GET /_sandbox/openapi.json` | shows the endpoints as an `OpenAPI` 3.1 document |
//! | `GET /_sandbox/state` | shows links, records, remote calls and faults, and the number of requests |
//! | `POST /_sandbox/faults` | scripts a fault; `GET` shows the waiting faults, `DELETE` removes them |
//! | `POST /_sandbox/stream` `{"bytes": n}` | makes `stream` answers at least `n` bytes long |
//! | `POST /_sandbox/clock` `{"advance_ms": n}` | moves the clock of the rate limits |
//! | `POST /_sandbox/reset` | removes everything |
//!
//! A fault is the JSON form of [`Fault`]. All keys are optional: `method`, `path` (a `*` at the end matches anything),
//! `account`, `times`, `delay_ms`, `after_handling`, `status`, `headers`, `body`, `cut_at`, `close`.
//!
//! On loopback the control routes need no token, but the `Host` must be `localhost` or a loopback address. On other hosts they
//! need the token of the API. They never accept requests from web pages.
//!
//! # Faults below HTTP
//!
//! [`testkit`] is a server that speaks raw TCP, alone or in front of a sandbox: it resets and closes connections at any point
//! of a request or an answer, falls silent, drips, and lies.
//!
//! # Limits
//!
//! A body has at most 1 MiB ([`SandboxBuilder::max_body_bytes`]). On a socket, a head has at most 64 KiB and 100 headers. The
//! log of requests, the calls that reached the providers, the answers under idempotency keys, the deliveries, the log of the
//! platform and the uploaded files hold at most 10,000 entries and about 64 MiB each, and forget the oldest first. At most
//! 10,000 events wait for their delivery. Links, records and rows of the platform are kept until the reset.

// Floors, top to bottom. A room imports from lower floors only, and `a > b` lets `a` import from `b` of the same floor.
//
//   sandbox  testkit
//   app > control > platform
//   api  http
//   state
//   fault  seed > provider
//   answer  delivery
//   work
//   bounded_log  lock  random
//
// `tests/floors.rs` holds the crate to this list.

mod sandbox;
pub mod testkit;

mod app;
mod control;
mod platform;

mod api;
mod http;

mod state;

mod fault;
mod provider;
mod seed;

mod answer;
mod delivery;

mod work;

mod bounded_log;
mod lock;
mod random;

pub use self::answer::Answer;
pub use self::delivery::Delivery;
pub use self::fault::Fault;
pub use self::http::service::{Disconnected, SandboxService};
pub use self::platform::connect::Outcome;
pub use self::provider::Provider;
pub use self::sandbox::{Sandbox, SandboxBuilder};
pub use self::seed::CrmData;
pub use self::state::accounts::{Account, Accounts};
pub use self::state::capabilities_shape::CapabilitiesShape;
pub use self::state::clock::Clock;
pub use self::state::custom::CustomCall;
pub use self::state::forwarded::ForwardedCall;
pub use self::state::limits::RateLimits;
pub use self::state::platform::settings::ListKey;
pub use self::state::platform::status::AccountStatus;
pub use self::state::request_log::SeenRequest;
pub use self::state::store::{Link, Record, RemoteCall};

/// The endpoints of a program as one value, and the macro that lists them, from [`truto_core`].
pub use truto_core::{Registry, endpoints};
