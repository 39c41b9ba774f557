//! The results of a batch, by resource.

use core::fmt;
use core::marker::PhantomData;
use std::collections::BTreeMap;

use bytes::Bytes;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::batch::entry::Entry;
use crate::error::{BatchError, BatchErrorKind, DecodeKind, Error, Outcome};
use crate::meta::Meta;
use crate::response::page::Page;
use crate::response::{Answer, ResponseValue, explain};
use crate::util::no_content;

/// What a row of a request's results is: the response itself, or an item of a list.
pub trait Rows: 'static {
    /// The row.
    type Row: DeserializeOwned;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned + 'static> Rows for T {
    type Row = T;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned + 'static> Rows for Page<T> {
    type Row = T;
}

/// The results of a [`Batch`](crate::batch::Batch). They stay unparsed until an entry asks for its rows.
///
/// ```
/// # fn example(results: &truto_core::batch::BatchResults, contacts: &truto_core::batch::Entry<truto_core::Page<truto_core::Json>>) {
/// match results.rows(contacts) {
///     Ok(contacts) => println!("{} contacts", contacts.len()),
///     Err(error) => println!("{error}; {} came before", results.rows_before_failure(contacts).map_or(0, |rows| rows.len())),
/// }
/// # }
/// ```
pub struct BatchResults {
    answer: Answer,
    rows: BTreeMap<String, Bytes>,
    errors: BTreeMap<String, Bytes>,
}

/// The members of an object, as parts of the body.
type Parts<'a> = BTreeMap<String, &'a RawValue>;

impl BatchResults {
    /// The rows of a request: the items of a list over all its pages, or the record that another method answers with.
    ///
    /// # Errors
    /// [`Error::Batch`] if the API says that the request failed, or says nothing of it. [`Error::Decode`] if a row does not fit.
    pub fn rows<T: Rows>(&self, entry: &Entry<T>) -> Result<Vec<T::Row>, Error> {
        let resource = entry.resource();
        if let Some(errors) = self.errors.get(resource) {
            let context = self.answer.attempt.context(self.outcome_of(entry, errors), self.answer.meta.request_id());
            return Err(BatchError::failed(context, resource, errors, &self.answer.redactor).into());
        }
        if !self.rows.contains_key(resource) {
            return Err(self.error(entry, BatchErrorKind::NotAnswered));
        }
        self.rows_before_failure(entry)
    }

    /// The first row of a request that answers with one record.
    ///
    /// # Errors
    /// Those of [`rows`](Self::rows), and [`Error::Batch`] if there is no row.
    pub fn row<T: Rows>(&self, entry: &Entry<T>) -> Result<T::Row, Error> {
        self.rows(entry)?.into_iter().next().ok_or_else(|| self.error(entry, BatchErrorKind::NoRow))
    }

    /// The rows that a request answered, even if it failed after them; empty if the answer says nothing of it.
    ///
    /// # Errors
    /// [`Error::Decode`] if a row does not fit.
    pub fn rows_before_failure<T: Rows>(&self, entry: &Entry<T>) -> Result<Vec<T::Row>, Error> {
        let Some(text) = self.rows.get(entry.resource()) else { return Ok(Vec::new()) };
        let rows: Vec<&RawValue> = match text.first() {
            Some(b'[') => serde_json::from_slice(text).unwrap_or_default(),
            _ if **text == *b"null" => Vec::new(),
            _ => serde_json::from_slice(text).into_iter().collect(),
        };
        let read = |(index, row): (usize, &&RawValue)| {
            let row = row.get().as_bytes();
            no_content::from_slice(row).map_err(|error| self.undecodable(entry, index, row, &error))
        };
        rows.iter().enumerate().map(read).collect()
    }

    /// The resources that failed, in alphabetical order.
    pub fn failed(&self) -> impl Iterator<Item = &str> {
        self.errors.keys().map(String::as_str)
    }

    /// Status, headers, request id, rate-limit state, attempts.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.answer.meta
    }

    /// The bytes of the answer, unchanged.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.answer.body
    }

    fn error<T>(&self, entry: &Entry<T>, kind: BatchErrorKind) -> Error {
        let outcome = if entry.writes() { Outcome::Unknown } else { Outcome::NotSent };
        let context = self.answer.attempt.context(outcome, self.answer.meta.request_id());
        BatchError::new(context, entry.resource(), kind).into()
    }

    /// The outcome of a request that failed. A write was rejected if each of its errors has a status that says so.
    fn outcome_of<T>(&self, entry: &Entry<T>, errors: &Bytes) -> Outcome {
        let repeat = self.answer.attempt.repeat;
        let is_rejected = |statuses: &[u16]| {
            !statuses.is_empty() && statuses.iter().all(|status| repeat.answered(*status) == Outcome::Rejected)
        };
        match (entry.writes(), BatchError::statuses(errors)) {
            (false, _) => Outcome::NotSent,
            (true, Some(statuses)) if is_rejected(&statuses) => Outcome::Rejected,
            (true, _) => Outcome::Unknown,
        }
    }

    /// The error of a row that does not fit.
    fn undecodable<T: Rows>(&self, entry: &Entry<T>, index: usize, row: &[u8], error: &serde_json::Error) -> Error {
        let kind = match explain(row, PhantomData::<T::Row>, error) {
            DecodeKind::Shape { path, reason } => {
                let member = if path == "." { String::new() } else { format!(".{path}") };
                DecodeKind::Shape { path: format!("result[{:?}][{index}]{member}", entry.resource()), reason }
            }
            other => other,
        };
        let outcome = if entry.writes() { Outcome::Unknown } else { Outcome::NotSent };
        self.answer.undecodable(kind).with_outcome(outcome)
    }
}

impl ResponseValue for BatchResults {
    fn from_answer(answer: &Answer) -> Result<Self, Error> {
        let members: Parts<'_> = answer.decode_borrowed()?;
        let object = |name: &str| {
            let text = members.get(name).map_or("{}", |value| value.get());
            // Where nothing is listed by name, some servers write an empty list.
            if !BatchError::says_something(text.as_bytes()) {
                return Ok(Parts::new());
            }
            serde_json::from_str(text).map_err(|error| {
                answer.undecodable(DecodeKind::Shape { path: name.to_owned(), reason: error.to_string() })
            })
        };
        let part = |(resource, text): (String, &RawValue)| (resource, answer.body.slice_ref(text.get().as_bytes()));
        let result = object(if members.contains_key("result") { "result" } else { "results" })?;
        let errors = object("errors")?.into_iter().map(part);
        Ok(Self {
            answer: answer.clone(),
            rows: result.into_iter().map(part).collect(),
            errors: errors.filter(|(_, errors)| BatchError::says_something(errors)).collect(),
        })
    }
}

impl fmt::Debug for BatchResults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BatchResults")
            .field("answered", &self.rows.keys())
            .field("failed", &self.errors.keys())
            .field("meta", &self.answer.meta)
            .finish_non_exhaustive()
    }
}
