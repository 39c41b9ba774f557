//! 2xx answers that are not what the caller asked for.

use bytes::Bytes;

use crate::error::network::say_request_id;
use crate::error::redact::Redactor;
use crate::meta::Meta;

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
}

/// A 2xx answer that could not be decoded. The write, if it was one, was accepted.
///
/// ```no_run
/// # use truto_core::{Account, crm::{CreateAssociation, crm_entity}, error::{DecodeKind, Error}};
/// # async fn example(account: &Account) {
/// # #[derive(serde::Deserialize)]
/// # struct Wrong { #[serde(rename = "associations")] _associations: Vec<u8> }
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// let Err(Error::Decode(error)) = link.normalized_as::<Wrong>(account).await else { return };
/// assert!(matches!(error.kind(), DecodeKind::Shape { path, .. } if path == "associations"));
/// assert_eq!(error.status(), 201);
/// println!("kept for the support request: {} bytes", error.body().len());
/// # }
/// ```
#[derive(Clone)]
pub struct DecodeError {
    endpoint: String,
    meta: Meta,
    kind: DecodeKind,
    excerpt: String,
    body: Bytes,
}

impl DecodeError {
    pub(crate) fn new(endpoint: &str, meta: Meta, body: Bytes, kind: DecodeKind, redactor: &Redactor) -> Self {
        let kind = match kind {
            DecodeKind::ContentType { found } => DecodeKind::ContentType { found: redactor.excerpt(found.as_bytes()) },
            DecodeKind::Empty => DecodeKind::Empty,
            DecodeKind::Syntax { reason } => DecodeKind::Syntax { reason: redactor.excerpt(reason.as_bytes()) },
            DecodeKind::Shape { path, reason } => DecodeKind::Shape {
                path: redactor.excerpt(path.as_bytes()),
                reason: redactor.excerpt(reason.as_bytes()),
            },
        };
        let excerpt = redactor.excerpt(&body);
        Self { endpoint: endpoint.to_owned(), meta, kind, excerpt, body }
    }

    /// Method and path template of the endpoint.
    #[must_use]
    pub fn endpoint(&self) -> &str {
        &self.endpoint
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

    /// The answer's bytes, as they came. Shown by nothing of ours.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }
}

impl core::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}: {} with a body that cannot be used: ", self.endpoint, self.status())?;
        match &self.kind {
            DecodeKind::ContentType { found } if found.is_empty() => {
                f.write_str("it has no content type, expected JSON")?;
            }
            DecodeKind::ContentType { found } => write!(f, "expected JSON, found `{}`", found.escape_debug())?,
            DecodeKind::Empty => f.write_str("it is empty, expected JSON")?,
            DecodeKind::Syntax { reason } => f.write_str(reason)?,
            DecodeKind::Shape { path, reason } if path == "." => f.write_str(reason)?,
            DecodeKind::Shape { path, reason } => write!(f, "at `{path}`: {reason}")?,
        }
        say_request_id(f, self.meta.request_id())?;
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
        f.debug_struct("DecodeError")
            .field("endpoint", &self.endpoint)
            .field("status", &self.status())
            .field("kind", &self.kind)
            .field("request_id", &self.meta.request_id())
            .field("excerpt", &self.excerpt)
            .finish_non_exhaustive()
    }
}

impl core::error::Error for DecodeError {}

/// An answer larger than the caller's cap. What had arrived is dropped.
///
/// The cap is `max_body_bytes`, of the client or of the call. In a stream of records it is that of one record.
///
/// ```no_run
/// # use truto_core::{Account, CallOptions, Endpoint, crm::CreateAssociation, error::Error};
/// # async fn example(link: CreateAssociation, account: &Account) {
/// let small = account.with(CallOptions::new().max_body_bytes(16));
/// let Err(Error::TooLarge(error)) = link.send(&small).await else { return };
/// assert_eq!(error.limit(), 16);
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct TooLargeError {
    pub(crate) endpoint: String,
    pub(crate) limit: u64,
    pub(crate) request_id: Option<String>,
}

impl TooLargeError {
    /// The server's id of the request, where it gave one.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// Method and path template of the endpoint.
    #[must_use]
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// The cap, in bytes.
    #[must_use]
    pub fn limit(&self) -> u64 {
        self.limit
    }
}

impl core::fmt::Display for TooLargeError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let Self { endpoint, limit, .. } = self;
        write!(f, "{endpoint}: the answer is larger than {limit} bytes")?;
        say_request_id(f, self.request_id())?;
        f.write_str("; raise `max_body_bytes`, or use `stream`")
    }
}

impl core::error::Error for TooLargeError {}
