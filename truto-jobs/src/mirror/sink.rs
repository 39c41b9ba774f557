//! Where else records can go: a warehouse, a search index, a queue.

use core::pin::Pin;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::error::BoxError;

/// Takes the records of mirrors whose table names a [`sink`](crate::Table::sink). A worker is given it with
/// [`Worker::sink`](crate::Worker::sink).
///
/// Each record comes at least once: a page that was taken, and whose confirmation was lost, comes again. So write by key.
///
/// ```
/// use std::sync::Mutex;
/// use truto_jobs::{Batch, Sink};
///
/// #[derive(Default)]
/// struct Warehouse(Mutex<std::collections::BTreeMap<(String, String), String>>);
///
/// impl Sink for Warehouse {
///     async fn upsert(&self, batch: &Batch) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
///         let mut rows = self.0.lock().map_err(|_| "the warehouse is closed")?;
///         for record in &batch.records {
///             rows.insert((batch.account.clone(), record.key.clone()), record.json.clone());
///         }
///         Ok(())
///     }
/// }
/// ```
pub trait Sink: Send + Sync + 'static {
    /// Writes the records of a page. The mirror goes on once this returns.
    ///
    /// # Errors
    /// Why they could not be written. The page is read again after a pause, and people see the text.
    fn upsert(&self, batch: &Batch) -> impl Future<Output = Result<(), BoxError>> + Send;

    /// Hears that a full walk found all records of the account: each came in a batch with this number of the walk. What the sink has
    /// of the account under another number was deleted. It does nothing unless you write it.
    ///
    /// # Errors
    /// Why it could not be noted. The last page then comes again, and this call after it.
    fn walked(&self, walk: &Walked) -> impl Future<Output = Result<(), BoxError>> + Send {
        let _ = walk;
        async { Ok(()) }
    }
}

/// The records of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Batch {
    /// The run.
    pub run: String,
    /// The name of the [`Table`](crate::Table).
    pub table: String,
    /// The integrated account.
    pub account: String,
    /// The number of the full walk that is under way, or of the last one. It rises.
    pub walk: i64,
    /// The records, each key once.
    pub records: Vec<MirroredRecord>,
}

/// A record of a mirror.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MirroredRecord {
    /// What names it within its account.
    pub key: String,
    /// The record as it came.
    pub json: String,
}

/// A full walk that found all records of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Walked {
    /// The run.
    pub run: String,
    /// The name of the [`Table`](crate::Table).
    pub table: String,
    /// The integrated account.
    pub account: String,
    /// The number of the walk.
    pub walk: i64,
}

type Ended<'a> = Pin<Box<dyn Future<Output = Result<(), BoxError>> + Send + 'a>>;

/// A sink of any type.
pub(crate) trait AnySink: Send + Sync {
    fn upsert<'a>(&'a self, batch: &'a Batch) -> Ended<'a>;
    fn walked<'a>(&'a self, walk: &'a Walked) -> Ended<'a>;
}

impl<S: Sink> AnySink for S {
    fn upsert<'a>(&'a self, batch: &'a Batch) -> Ended<'a> {
        Box::pin(Sink::upsert(self, batch))
    }

    fn walked<'a>(&'a self, walk: &'a Walked) -> Ended<'a> {
        Box::pin(Sink::walked(self, walk))
    }
}

/// The sinks of a worker by name.
pub(crate) type Sinks = Arc<BTreeMap<String, Arc<dyn AnySink>>>;
