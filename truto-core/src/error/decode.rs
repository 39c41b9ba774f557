//! 2xx answers that are not what the caller asked for.

use bytes::Bytes;

use crate::error::context::{Context, context_accessors};
use crate::error::debug::sentence_first;
use crate::meta::Meta;
use crate::redact::{Redactor, digest};
use crate::util::escaped::Escaped;

/// What is wrong with a 2xx answer.
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, crm::CreateAssociation, error::{DecodeKind, Error}};
/// # async fn example(link: CreateAssociation, account: &Account) {
/// let Err(Error::Decode(error)) = link.send(account).await else { return };
/// match error.kind() {
///     DecodeKind::ContentType { found } => println!("a proxy answered with {found}"),
///     DecodeKind::Shape { path, reason } => println!("{path}: {reason}"),
///     _ => println!("{error}"),
/// }
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodeKind {
    /// The body is not JSON by its content type: a captive portal, a firewall, a proxy.
    ContentType {
        /// What the answer says it is; empty where it says nothing.
        found: String,
    },
    /// There is no body, and the caller's type needs one.
    Empty,
    /// The body cannot be unpacked, or is packed in a way that was not asked for.
    Compression {
        /// What is wrong with it.
        reason: String,
    },
    /// The body is not JSON, or it is cut off.
    Syntax {
        /// What the parser met, with line and column.
        reason: String,
    },
    /// The body is JSON of another shape.
    Shape {
        /// JSON path of the value that does not fit: `associations.accounts[0].id`; `.` is the whole. In a stream of
        /// records it starts with the record's number, from 1: `record 7 id`.
        path: String,
        /// What was expected there.
        reason: String,
    },
    /// The stream of records ended before those that were to be passed over
    /// ([`RecordStream::after`](crate::response::RecordStream::after)): it is not the answer that they came in.
    Short {
        /// Records that it has.
        found: u64,
        /// Records that were to be passed over.
        expected: u64,
    },
}

/// A 2xx answer that could not be decoded. Of a write it does not prove that it was carried out: the server said yes, but not to
/// what ([`outcome`](Self::outcome)).
///
/// ```no_run
/// # use truto_core::{Account, crm::{CreateAssociation, crm_entity}, error::{DecodeKind, Error}};
/// # async fn example(account: &Account) {
/// # #[derive(serde::Deserialize)]
/// # struct Wrong { #[serde(rename = "associations")] _associations: Vec<u8> }
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// let Err(Error::Decode(error)) = link.send(account).normalized().decode_as::<Wrong>().await else { return };
/// assert!(matches!(error.kind(), DecodeKind::Shape { path, .. } if path == "associations"));
/// assert_eq!(error.status(), 201);
/// println!("kept for the support request: {} bytes", error.body().len());
/// # }
/// ```
#[derive(Clone)]
pub struct DecodeError {
    pub(crate) context: Context,
    meta: Meta,
    kind: DecodeKind,
    excerpt: String,
    body: Bytes,
}

context_accessors!(DecodeError);

impl DecodeError {
    pub(crate) fn new(context: Context, meta: Meta, body: Bytes, kind: DecodeKind, redactor: &Redactor) -> Self {
        let kind = match kind {
            DecodeKind::ContentType { found } => DecodeKind::ContentType { found: redactor.excerpt(found.as_bytes()) },
            DecodeKind::Empty => DecodeKind::Empty,
            DecodeKind::Compression { reason } => {
                DecodeKind::Compression { reason: redactor.excerpt(reason.as_bytes()) }
            }
            DecodeKind::Syntax { reason } => DecodeKind::Syntax { reason: redactor.excerpt(reason.as_bytes()) },
            DecodeKind::Shape { path, reason } => DecodeKind::Shape {
                path: redactor.excerpt(path.as_bytes()),
                reason: redactor.excerpt(reason.as_bytes()),
            },
            kind @ DecodeKind::Short { .. } => kind,
        };
        let excerpt = redactor.excerpt(&body);
        Self { context, meta, kind, excerpt, body }
    }

    /// HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.meta.status()
    }

    /// Status, headers, request id and rate-limit state of the answer.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> &DecodeKind {
        &self.kind
    }

    /// The beginning of the body without secrets, at most 1 KiB.
    #[must_use]
    pub fn excerpt(&self) -> &str {
        &self.excerpt
    }

    /// The same without the answer's bytes, but for a few.
    pub(crate) fn digest(&self) -> Self {
        let (context, kind) = (self.context.clone(), self.kind.clone());
        Self { context, meta: self.meta.digest(), kind, excerpt: digest(&self.excerpt), body: Bytes::new() }
    }

    /// The answer's bytes, as they came. Never included in `Display` or `Debug`.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }
}

impl core::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}: {} with a body that cannot be used: ", self.context.endpoint, self.status())?;
        match &self.kind {
            DecodeKind::ContentType { found } if found.is_empty() => {
                f.write_str("it has no content type, expected JSON")?;
            }
            DecodeKind::ContentType { found } => write!(f, "expected JSON, found `{}`", Escaped(found))?,
            DecodeKind::Empty => f.write_str("it is empty, expected JSON")?,
            DecodeKind::Compression { reason } | DecodeKind::Syntax { reason } => Escaped(reason).fmt(f)?,
            DecodeKind::Shape { path, reason } if path == "." => Escaped(reason).fmt(f)?,
            DecodeKind::Shape { path, reason } => write!(f, "at `{}`: {}", Escaped(path), Escaped(reason))?,
            DecodeKind::Short { found, expected } => {
                write!(f, "it ends after {found} records, and {expected} had come before: it is another answer")?;
            }
        }
        self.context.say(f)?;
        if !self.excerpt.is_empty() {
            let start: String = self.excerpt.chars().take(120).collect();
            let dots = if start.len() < self.excerpt.len() { "…" } else { "" };
            write!(f, "; it starts with {start:?}{dots}")?;
        }
        Ok(())
    }
}

impl core::fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        sentence_first(f, self, |f| {
            f.debug_struct("DecodeError")
                .field("context", &self.context)
                .field("status", &self.status())
                .field("kind", &self.kind)
                .field("excerpt", &self.excerpt)
                .finish_non_exhaustive()
        })
    }
}

impl core::error::Error for DecodeError {}
