//! Answers that are larger than allowed.

use core::fmt;

use crate::error::context::{Context, Outcome, call_error};
use crate::error::debug::debug_with_sentence;

/// What is too large.
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, crm::CreateAssociation, error::{Error, Size}};
/// # async fn example(link: CreateAssociation, account: &Account) {
/// let Err(Error::TooLarge(error)) = link.send(account).max_body_bytes(16).await else { return };
/// assert_eq!((error.size(), error.limit()), (Size::Body, 16));
/// let message = "POST /unified/crm/associations: the response body exceeds 16 bytes; raise `max_body_bytes`, \
///                or stream the response with `.stream()`";
/// assert_eq!(error.to_string(), message);
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Size {
    /// The body, decompressed, in bytes (`max_body_bytes`).
    Body,
    /// One record of a stream, in bytes (`max_body_bytes`).
    Record,
    /// The decompressed bytes for each compressed byte. No text that a person wrote compresses that well.
    Ratio,
    /// The items of one page.
    Items,
    /// The items of a list, over all its pages (the cap of [`Items::all`](crate::paging::Items::all)).
    List,
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Body => "the response body",
            Self::Record => "a record",
            Self::Ratio => "the compression ratio",
            Self::Items => "a page",
            Self::List => "the list",
        })
    }
}

call_error! {
    /// An answer larger than the caller's cap. The part that had arrived is dropped, except the items of a list ([`Size::List`]).
    pub struct TooLargeError {
        /// What is too large.
        pub(crate) size: Size,
        /// The cap.
        pub(crate) limit: u64,
    }
}

debug_with_sentence!(TooLargeError { context, size, limit });

impl TooLargeError {
    /// A list with more items than the caller wants at once. The items that had arrived are kept.
    pub(crate) fn list(endpoint: &str, max: usize) -> Self {
        let endpoint = endpoint.to_owned().into();
        let context = Context { endpoint, outcome: Outcome::NotSent, attempts: 0, request_id: None, records: None };
        Self { context, size: Size::List, limit: max as u64 }
    }
}

impl fmt::Display for TooLargeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { context, size, limit } = self;
        let (unit, fix) = match size {
            Size::Body => ("bytes", "; raise `max_body_bytes`, or stream the response with `.stream()`"),
            Size::Record => ("bytes", "; raise `max_body_bytes`"),
            Size::Ratio => ("to 1", ""),
            Size::Items => ("items", "; request fewer with `limit`"),
            Size::List => ("items", "; allow more, or read them one by one with `try_next`: no item is lost"),
        };
        write!(f, "{}: {size} exceeds {limit} {unit}", context.endpoint)?;
        context.say(f)?;
        f.write_str(fix)
    }
}
