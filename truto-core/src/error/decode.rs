//! 2xx answers that could not be decoded.

use bytes::Bytes;

use crate::error::context::{Context, call_error};
use crate::error::debug::debug_with_sentence;
use crate::meta::Meta;
use crate::redact::{Redactor, digest};
use crate::util::escaped::Escaped;

/// What is wrong with a 2xx answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodeKind {
    /// The content type is not JSON: a captive portal, a firewall or a proxy answered.
    ContentType {
        /// The content type of the answer; empty if it has no content type.
        found: String,
    },
    /// The body is empty, but the caller's type needs a value.
    Empty,
    /// The body cannot be decompressed, or it is compressed in a way that the request did not accept.
    Compression {
        /// What is wrong.
        reason: String,
    },
    /// The body is not JSON, or it is cut off.
    Syntax {
        /// The error of the parser, with line and column.
        reason: String,
    },
    /// The body is JSON, but does not fit the caller's type.
    Shape {
        /// JSON path of the value that does not fit: `associations.accounts[0].id`. `.` is the whole body. In a stream of
        /// records the path starts with the record's number, from 1: `record 7 id`.
        path: String,
        /// What was expected there.
        reason: String,
    },
    /// The stream ended before the records that were read from the stream before it
    /// ([`RecordStream::after`](crate::response::RecordStream::after)), so the two differ.
    Short {
        /// Records in this stream.
        found: u64,
        /// Records that were read before.
        expected: u64,
    },
}

call_error! {
    /// A 2xx answer that could not be decoded. A write may or may not have happened: the server agreed, but in a body that could not
    /// be read ([`outcome`](Self::outcome)).
    ///
    /// ```no_run
    /// # use truto_core::{Account, Endpoint, crm::CreateAssociation, error::{DecodeKind, Error}};
    /// # async fn example(link: CreateAssociation, account: &Account) {
    /// let Err(Error::Decode(error)) = link.send(account).await else { return };
    /// match error.kind() {
    ///     DecodeKind::ContentType { found } => println!("a proxy answered with {found}"),
    ///     DecodeKind::Shape { path, reason } => println!("{path}: {reason}"),
    ///     _ => println!("{error}; kept for the support request: {} bytes", error.body().len()),
    /// }
    /// # }
    /// ```
    pub struct DecodeError {
        /// Status, headers, request id and rate limit of the answer.
        meta: Meta as &Meta,
        /// The kind of the failure.
        kind: DecodeKind as &DecodeKind,
        /// The first 1 KiB of the body, without secrets.
        excerpt: String as &str,
        /// The bytes of the answer, unchanged. Never included in `Display` or `Debug`.
        body: Bytes as &Bytes,
    }
}

debug_with_sentence!(DecodeError { context, status(), kind, excerpt, .. });

impl DecodeError {
    pub(crate) fn new(context: Context, meta: Meta, body: Bytes, kind: DecodeKind, redactor: &Redactor) -> Self {
        let clean = |text: String| redactor.excerpt(text);
        let kind = match kind {
            DecodeKind::ContentType { found } => DecodeKind::ContentType { found: clean(found) },
            DecodeKind::Compression { reason } => DecodeKind::Compression { reason: clean(reason) },
            DecodeKind::Syntax { reason } => DecodeKind::Syntax { reason: clean(reason) },
            DecodeKind::Shape { path, reason } => DecodeKind::Shape { path: clean(path), reason: clean(reason) },
            kind @ (DecodeKind::Empty | DecodeKind::Short { .. }) => kind,
        };
        let excerpt = redactor.excerpt(&body);
        Self { context, meta, kind, excerpt, body }
    }

    /// HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.meta.status()
    }

    /// The same error with only the beginning of the answer.
    pub(crate) fn digest(&self) -> Self {
        Self { meta: self.meta.digest(), excerpt: digest(&self.excerpt), body: Bytes::new(), ..self.clone() }
    }
}

impl core::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}: could not decode the {} response: ", self.context.endpoint, self.status())?;
        match &self.kind {
            DecodeKind::ContentType { found } if found.is_empty() => {
                f.write_str("expected JSON, found no content type")?;
            }
            DecodeKind::ContentType { found } => write!(f, "expected JSON, found `{}`", Escaped(found))?,
            DecodeKind::Empty => f.write_str("expected JSON, found an empty body")?,
            DecodeKind::Compression { reason } | DecodeKind::Syntax { reason } => Escaped(reason).fmt(f)?,
            DecodeKind::Shape { path, reason } if path == "." => Escaped(reason).fmt(f)?,
            DecodeKind::Shape { path, reason } => write!(f, "at `{}`: {}", Escaped(path), Escaped(reason))?,
            DecodeKind::Short { found, expected } => {
                write!(
                    f,
                    "it ends after {found} records, but {expected} were read before; start again without `after`"
                )?;
            }
        }
        self.context.say(f)?;
        if !self.excerpt.is_empty() {
            let start: String = self.excerpt.chars().take(120).collect();
            let dots = if start.len() < self.excerpt.len() { "…" } else { "" };
            write!(f, "; the body starts with {start:?}{dots}")?;
        }
        Ok(())
    }
}
