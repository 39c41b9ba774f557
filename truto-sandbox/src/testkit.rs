//! A server that misbehaves on the level of bytes, to test how a client reacts.
//!
//! [`Fault`](crate::Fault) spoils answers within HTTP. The faults of this module are those of the connection: the server
//! refuses, resets or closes it at any point of a request or an answer, falls silent, drips, lies about lengths, or does not
//! speak HTTP. [`FaultServer`] listens, [`Reply`] describes the answer to a request or its fault, and [`Received`] is a request.
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
//! // The write happens, and the connection ends without an answer. The client cannot know.
//! server.otherwise(Reply::close_after_request().after_handling());
//! assert_eq!(link().await.unwrap_err().outcome(), Outcome::Unknown);
//!
//! // The client may try again under the same key. The next answer is cut off, then an answer arrives.
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
//! # The reply to a request
//!
//! Each request takes a reply of [`script`](FaultServer::script). When the script is empty, requests meet
//! [`otherwise`](FaultServer::otherwise) or [`handle`](FaultServer::handle).
//!
//! [`Reply::close`] and [`Reply::reset`] end a connection before anything is read: a new connection when it is accepted, an
//! open connection when the next request arrives on it. This reproduces a race that every connection pool loses now and then:
//! the server hangs up, and the client learns of it after it has sent a request.
//!
//! # The wire
//!
//! The server speaks HTTP/1.1 with keep-alive. There is no TLS, no pipelining and no automatic `100 Continue`.
//!
//! A reset drops the bytes that the client has not read, so [`Reply::reset_at`] is exact for the first 64 KiB of a body only.
//! For later points, add a [`drip`](Reply::drip), which gives the client time to read.
//!
//! All waits are on tokio's time. A paused clock advances when its runtime is idle, even while bytes are on their way.
//! So client and server must share the runtime if the order of events matters.

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
