//! Answers that are larger than allowed.

use core::fmt;

use crate::error::context::{Context, Outcome, context_accessors};
use crate::error::debug::debug_with_sentence;

/// What is too large about an answer.
///
/// ```
/// use truto_core::error::Size;
///
/// assert_eq!(Size::Body.to_string(), "the answer is larger than");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Size {
    /// The body, unpacked, in bytes (`max_body_bytes`).
    Body,
    /// One record of a stream, in bytes (`max_body_bytes`).
    Record,
    /// What comes out of a packed body for each byte of it: nothing that somebody wrote packs that well.
    Ratio,
    /// The items of one page.
    Items,
    /// The items of a list, over all its pages (the cap of [`Items::all`](crate::paging::Items::all)).
    List,
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Body => "the answer is larger than",
            Self::Record => "a record is larger than",
            Self::Ratio => "each byte of the answer unpacks to more than",
            Self::Items => "a page has more items than",
            Self::List => "the list has more items than",
        })
    }
}

/// An answer larger than the caller's cap. What had arrived is dropped, except the items of a list ([`Size::List`]).
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, crm::CreateAssociation, error::Error};
/// # async fn example(link: CreateAssociation, account: &Account) {
/// let Err(Error::TooLarge(error)) = link.send(account).max_body_bytes(16).await else { return };
/// assert_eq!(error.limit(), 16);
/// # }
/// ```
#[derive(Clone)]
pub struct TooLargeError {
    pub(crate) context: Context,
    pub(crate) size: Size,
    pub(crate) limit: u64,
}

context_accessors!(TooLargeError);

impl TooLargeError {
    /// A list of which more items are left than the caller wants at once. What had come of it is kept.
    pub(crate) fn list(endpoint: &str, max: usize) -> Self {
        let endpoint = endpoint.to_owned();
        let context = Context { endpoint, outcome: Outcome::NotSent, attempts: 0, request_id: None, records: None };
        Self { context, size: Size::List, limit: max as u64 }
    }

    /// What is too large.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    /// The cap.
    #[must_use]
    pub fn limit(&self) -> u64 {
        self.limit
    }
}

impl fmt::Display for TooLargeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { context, size, limit } = self;
        let unit = if matches!(size, Size::Items | Size::List) { "" } else { " bytes" };
        write!(f, "{}: {size} {limit}{unit}", context.endpoint)?;
        context.say(f)?;
        f.write_str(match size {
            Size::Body => "; raise `max_body_bytes`, or stream the answer with `.stream()`",
            Size::Record => "; raise `max_body_bytes`",
            Size::Ratio => "",
            Size::Items => "; ask for fewer with `limit`",
            Size::List => "; allow more, or read them one by one with `try_next`: those that had come are still there",
        })
    }
}

debug_with_sentence!(TooLargeError { context, size, limit });

impl core::error::Error for TooLargeError {}
