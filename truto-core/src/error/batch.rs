//! A request of a batch that failed, while the batch itself was carried out.

use core::fmt;

use bytes::Bytes;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use crate::error::context::{Context, call_error};
use crate::error::debug::debug_with_sentence;
use crate::error::failure::ApiFailure;
use crate::error::unparsed::{Entries, Members};
use crate::redact::{Redactor, shown};

/// How many failures an error shows.
const SHOWN: usize = 16;

call_error! {
    /// A request of a [`Batch`](crate::batch::Batch) that failed. Other requests of the batch may have succeeded.
    ///
    /// ```no_run
    /// # use truto_core::{Json, batch::{BatchResults, Entry}, error::Error};
    /// # fn example(results: &BatchResults, contacts: &Entry<Json>) {
    /// if let Err(Error::Batch(failed)) = results.rows(contacts) {
    ///     println!("{}: {:?}", failed.resource(), failed.failures());
    /// }
    /// # }
    /// ```
    pub struct BatchError {
        /// The resource of the request: `crm/contacts`.
        resource: String as &str,
        /// What happened.
        kind: BatchErrorKind,
        /// What the API says of it: each error, followed by what the validation found. At most 100 errors are kept.
        failures: Vec<ApiFailure> as &[ApiFailure],
        /// How many failures were not kept in [`failures`](Self::failures).
        more_failures: usize,
    }
}

debug_with_sentence!(BatchError { context, resource, kind, failures });

/// What happened to a request of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BatchErrorKind {
    /// The API says that it failed. It may have answered some rows before.
    Failed,
    /// The answer says nothing of it.
    NotAnswered,
    /// It was expected to answer a row, and answered with an empty list.
    NoRow,
}

impl BatchError {
    pub(crate) fn new(context: Context, resource: &str, kind: BatchErrorKind) -> Self {
        Self { resource: resource.to_owned(), kind, failures: Vec::new(), more_failures: 0, context }
    }

    /// The error of a request whose `errors` are a part of the body of the answer.
    pub(crate) fn failed(context: Context, resource: &str, errors: &Bytes, redactor: &Redactor) -> Self {
        let text = serde_json::from_slice::<&RawValue>(errors).ok();
        let entries = serde_json::from_slice::<Entries<'_>>(errors)
            .unwrap_or_else(|_| Entries { first: text.into_iter().collect(), more: 0 });
        let mut failures = Vec::new();
        for entry in &entries.first {
            failures.push(ApiFailure::new(errors, entry, redactor));
            // An entry may be an error envelope, with the findings of the validation inside.
            let envelope = Members::read(entry.get().as_bytes(), &["details"]);
            let details = envelope.raw("details").map(|raw| Members::read(raw.get().as_bytes(), &["failures"]));
            let found: Option<Entries<'_>> = details.and_then(|details| details.get("failures"));
            let found = found.iter().flat_map(|found| &found.first);
            failures.extend(found.map(|failure| ApiFailure::new(errors, failure, redactor)));
        }
        let more_failures = entries.more;
        Self { failures, more_failures, ..Self::new(context, resource, BatchErrorKind::Failed) }
    }

    /// The statuses of the failures. `None` if a failure has no status.
    pub(crate) fn statuses(errors: &Bytes) -> Option<Vec<u16>> {
        const STATUS: &[&str] = &["statusCode", "status_code", "status"];
        let entries: Entries<'_> =
            serde_json::from_slice(errors).ok().filter(|entries: &Entries<'_>| entries.more == 0)?;
        let status = |entry: &&RawValue| {
            let members = Members::read(entry.get().as_bytes(), STATUS);
            STATUS.iter().find_map(|key| members.get::<u16>(key))
        };
        entries.first.iter().map(status).collect()
    }

    /// Whether the errors of a request say that something failed: they are neither missing nor an empty list or object.
    pub(crate) fn says_something(errors: &[u8]) -> bool {
        let is_empty_list = serde_json::from_slice::<[IgnoredAny; 0]>(errors).is_ok();
        let text = errors.trim_ascii();
        let is_empty_object = text.strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii() == b"}");
        !is_empty_list && !is_empty_object && text != b"null"
    }
}

impl fmt::Display for BatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let resource = shown(&self.resource, 200);
        write!(f, "{}: ", self.context.endpoint)?;
        match self.kind {
            BatchErrorKind::Failed => write!(f, "`{resource}` failed")?,
            BatchErrorKind::NotAnswered => write!(f, "the answer says nothing of `{resource}`")?,
            BatchErrorKind::NoRow => write!(f, "`{resource}` answered no row, and one was expected")?,
        }
        for failure in self.failures.iter().take(SHOWN) {
            write!(f, "; {failure}")?;
        }
        let hidden = self.failures.len().saturating_sub(SHOWN) + self.more_failures;
        if hidden > 0 {
            write!(f, "; and {hidden} more")?;
        }
        self.context.say(f)
    }
}
