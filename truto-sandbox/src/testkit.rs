//! A server that misbehaves as told, byte by byte, for tests of what a client does about it.
//!
//! [`Fault`](crate::Fault) spoils answers within HTTP. Here the faults are those of the connection: it is refused, reset
//! or closed at any point of a request or of its answer, falls silent, drips, lies about lengths, or speaks no HTTP at
//! all. [`FaultServer`] listens, [`Reply`] says what a request meets, [`Received`] is what came in.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use truto_core::crm::{CreateAssociation, crm_entity};
//! use truto_core::{Client, error::Outcome};
//! use truto_sandbox::Sandbox;
//! use truto_sandbox::testkit::{FaultServer, Reply};
//!
//! let sandbox = Sandbox::builder().in_process();
//! let server = FaultServer::in_front_of(&sandbox).await?;
//! let client = Client::builder().token(sandbox.token()).base_url(server.url()).build()?;
//! let account = client.account(sandbox.accounts().salesforce)?;
//! let link = || {
//!     let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
//!     link.opportunities(["006Ux000002KdPq"]).send(&account).idempotency_key("row-1")
//! };
//!
//! // The write happens, and the connection ends instead of telling: nobody can know from here.
//! server.otherwise(Reply::close_after_request().after_handling());
//! assert_eq!(link().await.unwrap_err().outcome(), Outcome::Unknown);
//!
//! // Under the same key it may be asked again. Once more the answer breaks off, and then it comes.
//! server.script([Reply::real().cut_at(10)]);
//! server.otherwise(Reply::real());
//! while link().await.is_err() {}
//! assert_eq!(sandbox.links(account.id()).len(), 1);
//!
//! let keys: Vec<_> = server.received().into_iter().map(|request| request.headers["idempotency-key"].clone()).collect();
//! assert!(keys.len() >= 3 && keys.iter().all(|key| key == "row-1"));
//! # Ok(()) }
//! ```
//!
//! # What a request meets
//!
//! First the replies of [`script`](FaultServer::script), one for each request; then, for all others, what
//! [`otherwise`](FaultServer::otherwise) or [`handle`](FaultServer::handle) says. A reply that ends the connection before
//! anything is read, [`Reply::close`] or [`Reply::reset`], does so when a connection is accepted; one that is open
//! already it ends when the next request arrives on it. So this is the race that every pool of connections loses now and
//! then, without any luck: the server has hung up, and the client learns of it after it has sent.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use truto_sandbox::testkit::{FaultServer, Reply};
//!
//! let server = FaultServer::start().await?;
//! let client = reqwest::Client::new();
//! client.get(server.url()).send().await?.bytes().await?;
//! server.script([Reply::close()]);
//! client.get(server.url()).send().await.unwrap_err();
//! assert_eq!(server.connections(), 1);
//! # Ok(()) }
//! ```
//!
//! # What the wire allows
//!
//! HTTP/1.1 with connections that are kept alive; no TLS, no pipelining, and no `100 Continue` of its own accord.
//!
//! A reset throws away what the client had no room for, so [`Reply::reset_at`] is exact for the first 64 KiB of a body.
//! Farther in it wants a [`drip`](Reply::drip), which gives the client time to read.
//!
//! All waits are on tokio's time. A paused clock moves whenever nothing in its runtime is left to run, also while bytes
//! are on their way from somewhere else: client and server must share the runtime for the order of events to hold.

mod answer;
mod connection;
mod observed;
mod plan;
mod received;
mod reply;
mod request;
mod server;
mod socket;

pub use self::received::Received;
pub use self::reply::Reply;
pub use self::server::FaultServer;
