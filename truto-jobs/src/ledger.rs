//! The ledger: the tables that are the truth about runs, accounts and rows. Each operation here is one transaction, or a series of
//! short ones.
//!
//! `schema.rs` makes the tables, `adding.rs` fills them, and `exchange.rs` is all that a worker does with them. What a person does stands
//! in `people.rs` (rows), `holding.rs` (accounts), `forgetting.rs` and `pruning.rs`, and what people look at in `reading.rs`,
//! `listing.rs`, `errors.rs` and `checking.rs`. Mirrors need `mirroring.rs` and `mirror_table.rs`, and
//! `tokens.rs` is what processes with one API token share.

pub(crate) mod accounts;
pub(crate) mod adding;
pub(crate) mod checking;
pub(crate) mod errors;
pub(crate) mod exchange;
pub(crate) mod forgetting;
pub(crate) mod holding;
pub(crate) mod listing;
pub(crate) mod mirror_table;
pub(crate) mod mirroring;
pub(crate) mod people;
pub(crate) mod picking;
pub(crate) mod pruning;
pub(crate) mod reading;
pub(crate) mod rows;
pub(crate) mod schema;
pub(crate) mod tokens;
pub(crate) mod workers;

#[cfg(test)]
mod tests;
