//! Durable bulk work over [Truto's unified API](truto_core): writes and mirrors that outlive their process and their machine.
//!
//! Rows are added to a ledger, an SQLite file or a PostgreSQL database, and workers send them. A kill at any moment loses nothing and
//! writes nothing twice, because each row has an idempotency key that is the same in every process.
//!
//! ```no_run
//! # async fn example(client: truto_core::Client) -> Result<(), Box<dyn std::error::Error>> {
//! use truto_core::crm::{CreateAssociation, ListContacts, crm_entity};
//! use truto_jobs::{Jobs, Table};
//!
//! let jobs = Jobs::open("sqlite://import.db").await?; // or postgres://…
//!
//! let run = jobs.run("import-7").writes::<CreateAssociation>().await?;
//! let link = CreateAssociation::builder().entity_id("003Ux").entity(crm_entity::Contacts).accounts(["001Ux"]).build();
//! run.add([("62f44730-dd91-461e-bd6a-aedd9e0ad79d", "line 1", link)]).await?; // any iterator, or a stream
//!
//! let contacts = ListContacts::builder().build();
//! let mirror = jobs.run("contacts").mirror(contacts, Table::new("contacts").key("id")).await?;
//! mirror.accounts(["62f44730-dd91-461e-bd6a-aedd9e0ad79d"]).await?;
//!
//! jobs.worker(client).shutdown(tokio::signal::ctrl_c()).await?; // any number of processes on PostgreSQL
//! println!("{} done, {} rejected", run.progress().await?.done, run.progress().await?.rejected);
//! # Ok(()) }
//! ```
//!
//! | to | see |
//! |---|---|
//! | decide between this and `Bulk`, and know what happens to a row | the [guide] |
//! | add rows and watch them | [`Jobs`], [`Run`], [`Progress`] |
//! | keep a table equal to a list | [`Mirror`], [`Table`], [`Sink`] |
//! | set how a worker works | [`Worker`], [`Settings`] |
//! | look, retry, skip, pause, forget | [`people`], and the program `truto-jobs` |
//! | keep secrets and files | [`Cipher`] |
//! | understand the decisions | [`row`] and [`owned`], which are pure functions |
//!
//! # Features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `postgres` | yes | a ledger on PostgreSQL |
//! | `program` | yes | the program `truto-jobs` |

// With one database, what chooses between two has one branch, and waits for nothing.
#![cfg_attr(not(feature = "postgres"), allow(irrefutable_let_patterns, clippy::unused_async))]

// The helpers of the tests name the crate as users do.
#[cfg(test)]
extern crate self as truto_jobs;

// Floors, top to bottom. A room imports from lower floors only, and `a > b` lets `a` import from `b` of the same floor.
//
//   program
//   run  worker
//   jobs
//   ledger
//   people
//   mirror
//   cipher  stored
//   account_id  budget  db  owned  row
//   error  key  moment  point  view_time
//
// `tests/floors.rs` holds the crate to this list.

mod account_id;
mod budget;
mod cipher;
mod db;
pub mod error;
mod jobs;
mod key;
mod ledger;
mod mirror;
pub mod moment;
pub mod owned;
pub mod people;
mod point;
pub mod row;
mod run;
mod stored;
mod view_time;
mod worker;

#[cfg(test)]
#[path = "../tests/jobs/support/mod.rs"]
mod support;

pub use cipher::Cipher;
pub use error::Error;
pub use jobs::Jobs;
pub use ledger::adding::Added;
pub use mirror::list::List;
pub use mirror::progress::{AccountMirror, MirrorProgress};
pub use mirror::sink::{Batch, MirroredRecord, Sink, Walked};
pub use mirror::table::Table;
pub use people::progress::Progress;
#[doc(hidden)]
pub use point::Point;
pub use run::mirror::Mirror;
pub use run::{Calls, Run, RunBuilder};
pub use worker::{Report, Settings, Worker};

#[doc = include_str!("guide/work.md")]
#[doc = include_str!("guide/growth.md")]
#[doc = include_str!("guide/growth/size.md")]
#[doc = include_str!("guide/growth/accounts.md")]
#[doc = include_str!("guide/growth/workers.md")]
#[doc = include_str!("guide/growth/memory.md")]
pub mod guide {}
