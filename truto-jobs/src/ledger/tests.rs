//! Tests of the whole ledger, rather than of one of its files.

mod depth;
mod plans;

use crate::ledger::adding::{NewRow, NewRun};

/// A run as it is created.
pub(super) fn new_run(name: &str, kind: &'static str) -> NewRun {
    NewRun { name: name.to_owned(), kind, endpoint: "POST /x".to_owned(), spec: None, keeps_answers: false }
}

/// A row as it is added.
pub(super) fn new_row(account: &str, row_key: &impl ToString) -> NewRow {
    let (account, row_key) = (account.to_owned(), row_key.to_string());
    NewRow { account, row_key, identity: "x".to_owned(), body: "{}".to_owned() }
}
