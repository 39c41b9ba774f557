//! What people see. Each serializes with names that stay, and with times as RFC 3339.

use std::time::SystemTime;

use serde::Serialize;
use truto_core::Json;

use crate::mirror::progress::MirrorProgress;
use crate::owned::Hold;
use crate::people::filter::Place;
use crate::people::progress::Progress;
use crate::row::State;
use crate::view_time as time;

/// A run.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct RunView {
    /// Its name.
    pub name: String,
    /// What its rows are: `writes`, `calls` or `mirror`.
    pub kind: String,
    /// Method and path of its endpoint.
    pub endpoint: String,
    /// When it was created.
    #[serde(serialize_with = "time::text")]
    pub created_at: SystemTime,
    /// When it was cancelled.
    #[serde(serialize_with = "time::maybe")]
    pub cancelled_at: Option<SystemTime>,
    /// Since when a person lets it wait.
    #[serde(serialize_with = "time::maybe")]
    pub paused_at: Option<SystemTime>,
    /// How far it is.
    #[serde(flatten)]
    pub progress: Progress,
    /// How far it is, if it is a mirror. A mirror has no rows in the ledger.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mirror: Option<MirrorProgress>,
}

/// An account.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct AccountView {
    /// Its id.
    pub account: String,
    /// Why it waits for a person.
    pub hold: Option<Hold>,
    /// Until when its API takes no calls.
    #[serde(serialize_with = "time::maybe")]
    pub parked_until: Option<SystemTime>,
    /// What the API said when it was held or parked last.
    pub last_error: Option<String>,
    /// The worker that holds it.
    pub worker: Option<String>,
    /// When it has something to do.
    #[serde(serialize_with = "time::maybe")]
    pub due_at: Option<SystemTime>,
    /// Rows that a worker still has to do something about.
    pub open: u64,
    /// Those of them whose run is paused.
    pub paused: u64,
    /// Rows that were written.
    pub done: u64,
    /// Rows that the API refused for good.
    pub rejected: u64,
    /// Rows that a person has to look at.
    pub needs_review: u64,
    /// All its rows.
    pub total: u64,
}

/// A row.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct RowView {
    /// Its run.
    pub run: String,
    /// Its account.
    pub account: String,
    /// Its key within the account and the run.
    pub row_key: String,
    /// Where it stands.
    pub state: State,
    /// How often it was sent under its key.
    pub sends: u32,
    /// When it was last sent.
    #[serde(serialize_with = "time::maybe")]
    pub sent_at: Option<SystemTime>,
    /// When its last call ended, or when it came to its final state.
    #[serde(serialize_with = "time::maybe")]
    pub ended_at: Option<SystemTime>,
    /// When a worker may take it, if it is open.
    #[serde(serialize_with = "time::maybe")]
    pub due_at: Option<SystemTime>,
    /// The HTTP status of the last answer.
    pub status: Option<u16>,
    /// The id under which the API knows the last call.
    pub request_id: Option<String>,
    /// How the last call failed.
    pub error: Option<String>,
    /// The request, if it was asked for. A row that is done has no request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Body>,
    /// The kept answer, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<Body>,
    /// Where it is in the ledger.
    pub place: Place,
}

/// The request of a row, or the answer to it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// The saved call or the answer, as JSON.
    Clear(Json),
    /// It is encrypted, and is not shown.
    Encrypted,
}

/// Errors that differ only in ids and numbers.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct ErrorGroup {
    /// The error, with `#` in place of ids and numbers.
    pub error: String,
    /// The HTTP status of the answers.
    pub status: Option<u16>,
    /// The state of the rows.
    pub state: State,
    /// How many rows.
    pub rows: u64,
    /// One of them.
    pub example: RowView,
}

/// A worker.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct WorkerView {
    /// Host and process.
    pub name: String,
    /// When it began.
    #[serde(serialize_with = "time::text")]
    pub started_at: SystemTime,
    /// When the ledger last heard of it. A worker that works is heard of within a quarter of its lease.
    #[serde(serialize_with = "time::text")]
    pub seen_at: SystemTime,
    /// How many accounts it holds.
    pub accounts: u64,
    /// How many accounts it took over from a worker that did not answer.
    pub takeovers: u64,
}

/// Something that is wrong with the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// What was looked at: `counters`, `schedule`, `leases`, `workers`, `states`, `file_mode`, `integrity`.
    pub check: &'static str,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub to_do: String,
}
