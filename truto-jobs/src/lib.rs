//! Durable bulk work over [Truto's unified API](truto_core): writes and mirrors that outlive their process and their machine.
//!
//! Rows are added to a ledger, an SQLite file or a PostgreSQL database, and workers send them. A kill at any moment loses nothing and
//! writes nothing twice, because each row has an idempotency key that is the same in every process.

// The helpers of the tests name the crate as users do.
#[cfg(test)]
extern crate self as truto_jobs;

mod budget;
mod cipher;
mod db;
pub mod error;
mod jobs;
mod key;
mod ledger;
pub mod moment;
pub mod owned;
pub mod row;
mod run;
mod worker;

#[cfg(test)]
#[path = "../tests/support/mod.rs"]
mod support;

pub use cipher::Cipher;
pub use error::Error;
pub use jobs::Jobs;
pub use ledger::adding::Added;
pub use run::{Calls, NewRunOf, Progress, Run};
pub use worker::{Report, Settings, Worker};
