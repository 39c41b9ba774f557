//! Tests of the whole ledger, rather than of one of its files.

mod depth;
mod plans;
