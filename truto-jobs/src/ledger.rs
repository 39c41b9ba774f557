//! The ledger: the tables that are the truth about runs, accounts and rows. Each operation here is one transaction.
//!
//! `schema.rs` makes the tables, `adding.rs` fills them, `exchange.rs` is all that a worker does with them, `mirroring.rs` and
//! `mirror_table.rs` what mirrors need, `people.rs` what a person does, and `reading.rs` what all look at.

pub(crate) mod adding;
pub(crate) mod exchange;
pub(crate) mod mirror_table;
pub(crate) mod mirroring;
pub(crate) mod people;
pub(crate) mod reading;
pub(crate) mod rows;
pub(crate) mod schema;
pub(crate) mod workers;
