//! Mirrors: the records of a list, of any number of accounts, in a table beside the ledger or in a sink of the user's.
//!
//! `place/` decides what is read next and what a walk proves; `record.rs` takes a record apart. `run/mirror.rs` opens a mirror,
//! `worker/reading.rs` reads pages, and `ledger/mirroring.rs` commits them.

pub(crate) mod columns;
pub(crate) mod list;
pub(crate) mod place;
pub(crate) mod progress;
pub(crate) mod record;
pub(crate) mod sink;
pub(crate) mod spec;
pub(crate) mod table;
