//! The ledger: the tables that are the truth about runs, accounts and rows. Each operation here is one transaction.
//!
//! `schema.rs` makes the tables, `adding.rs` fills them, `exchange.rs` is all that a worker does with them, `people.rs` what a person
//! does, `reading.rs` what both look at, and `tokens.rs` what processes with one API token share.

pub(crate) mod adding;
pub(crate) mod exchange;
pub(crate) mod people;
#[cfg(test)]
mod plans;
pub(crate) mod reading;
pub(crate) mod rows;
pub(crate) mod schema;
pub(crate) mod tokens;
pub(crate) mod workers;
