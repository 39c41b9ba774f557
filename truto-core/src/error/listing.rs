//! Listings that cannot go on.

use core::fmt;

use crate::error::context::{Context, context_accessors};
use crate::error::debug::{debug_with_sentence, sentence_first};
use crate::redact::Redactor;
use crate::util::escaped::Escaped;

/// A cursor that came back: the listing would go round in a circle, and yield what it has yielded already.
///
/// Every page before was yielded, once.
///
/// ```no_run
/// # #[derive(serde::Deserialize)] pub struct Contact { pub name: Option<String> }
/// # #[truto_core::unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
/// # pub struct ListContacts {}
/// # async fn example(account: &truto_core::Account) {
/// use truto_core::Error;
///
/// let mut contacts = ListContacts::builder().items(account);
/// loop {
///     match contacts.try_next().await {
///         Ok(Some(contact)) => println!("{:?}", contact.name),
///         Ok(None) => break,
///         Err(Error::CursorCycle(cycle)) => return println!("after {} pages: {cycle}", cycle.pages()),
///         Err(error) => return println!("{error}; go on at {}", contacts.checkpoint()),
///     }
/// }
/// # }
/// ```
#[derive(Clone)]
pub struct CursorCycleError {
    pub(crate) context: Context,
    pub(crate) pages: u64,
}

context_accessors!(CursorCycleError);

impl CursorCycleError {
    /// How many pages were yielded before.
    #[must_use]
    pub fn pages(&self) -> u64 {
        self.pages
    }
}

impl fmt::Display for CursorCycleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { context, pages } = self;
        write!(f, "{}: the server gave a cursor for the second time after {pages} pages", context.endpoint)?;
        context.say_request_id(f)?;
        f.write_str("; the listing would go round in a circle")
    }
}

debug_with_sentence!(CursorCycleError { context, pages });

impl core::error::Error for CursorCycleError {}

/// A checkpoint that cannot be resumed from: it is of another listing, of another version, or none; or the listing has begun.
///
/// ```
/// use truto_core::{Checkpoint, Error};
///
/// let Err(Error::Checkpoint(error)) = "page 7".parse::<Checkpoint>() else { panic!("it is a note") };
/// assert_eq!(error.to_string(), "expected a checkpoint, found `page 7`: expected value at line 1 column 1");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct CheckpointError(Unfit);

/// Why a checkpoint is of no use.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Unfit {
    Unreadable { found: String, reason: String },
    Version { found: u32, expected: u32 },
    OfAnother { what: &'static str, expected: String, found: String },
    OfAnotherRequest,
    Begun,
}

impl CheckpointError {
    /// The text is no checkpoint.
    pub(crate) fn unreadable(text: &str, reason: String) -> Self {
        let start: String = text.chars().take(SHOWN_START).collect();
        let dots = if start.len() < text.len() { "…" } else { "" };
        Self(Unfit::Unreadable { found: shown(&start) + dots, reason })
    }

    /// It has a version that is not the one that is read here.
    pub(crate) fn version(found: u32, expected: u32) -> Self {
        Self(Unfit::Version { found, expected })
    }

    /// It belongs to a listing that differs in this.
    pub(crate) fn of_another(what: &'static str, expected: &str, found: &str) -> Self {
        Self(Unfit::OfAnother { what, expected: shown(expected), found: shown(found) })
    }

    /// It belongs to a listing of the same endpoint that was asked for otherwise.
    pub(crate) fn of_another_request() -> Self {
        Self(Unfit::OfAnotherRequest)
    }

    /// The listing has a place already.
    pub(crate) fn begun() -> Self {
        Self(Unfit::Begun)
    }
}

/// How much of a text is shown that is no checkpoint, in characters.
const SHOWN_START: usize = 40;

/// What may be shown of a text that may be anything.
fn shown(text: &str) -> String {
    Redactor::default().excerpt(text.as_bytes())
}

impl fmt::Display for CheckpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Unfit::Unreadable { found, reason } => {
                write!(f, "expected a checkpoint, found `{}`: {reason}", Escaped(found), reason = Escaped(reason))
            }
            Unfit::Version { found, expected } => {
                let age = if found < expected { "an earlier" } else { "a later" };
                write!(
                    f,
                    "the checkpoint has version {found}, written by {age} version of `truto-core`, and this one reads \
                     version {expected}: start the listing again, without the checkpoint"
                )
            }
            Unfit::OfAnother { what, expected, found } => {
                let found = Escaped(found);
                write!(f, "the checkpoint is of another listing: expected the {what} `{expected}`, found `{found}`")
            }
            Unfit::OfAnotherRequest => f.write_str(
                "the checkpoint is of another listing: it was made with other filters, another order, another `limit` or \
                 other headers; resume the request that it was taken from",
            ),
            Unfit::Begun => f.write_str("the listing has begun: resume it before its first page or item"),
        }
    }
}

impl fmt::Debug for CheckpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        sentence_first(f, self, |f| f.debug_tuple("CheckpointError").field(&self.0).finish())
    }
}

impl core::error::Error for CheckpointError {}
