//! Lists that cannot go on.

use core::fmt;

use crate::error::context::{Cause, Context, call_error};
use crate::error::debug::{debug_with_sentence, sentence_first};
use crate::redact::Redactor;
use crate::util::escaped::Escaped;

/// The server repeated a cursor, so the list would yield the same pages again and never end.
///
/// Every page before it was yielded once.
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

call_error!(CursorCycleError);
debug_with_sentence!(CursorCycleError { context, pages });

impl CursorCycleError {
    /// How many pages were yielded.
    #[must_use]
    pub fn pages(&self) -> u64 {
        self.pages
    }
}

impl fmt::Display for CursorCycleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { context, pages } = self;
        write!(f, "{}: the server repeated a cursor after {pages} pages", context.endpoint)?;
        context.say_request_id(f)?;
        f.write_str("; the list would never end")
    }
}

/// A checkpoint that cannot be resumed from: it belongs to another list or to another version, it is not a checkpoint at all, or
/// the list has already started.
///
/// ```
/// use truto_core::{Checkpoint, Error};
///
/// let Err(Error::Checkpoint(error)) = "page 7".parse::<Checkpoint>() else { panic!("it is not a checkpoint") };
/// assert_eq!(error.to_string(), "expected a checkpoint, found `page 7`: expected value at line 1 column 1");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct CheckpointError(Unfit);

/// Why a checkpoint cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Unfit {
    Unreadable { found: String, reason: String },
    Version { found: u32, expected: u32 },
    OfAnother { what: &'static str, expected: String, found: String },
    OfAnotherRequest,
    Begun,
}

impl CheckpointError {
    /// The text is not a checkpoint.
    pub(crate) fn unreadable(text: &str, reason: String) -> Self {
        let start: String = text.chars().take(SHOWN_START).collect();
        let dots = if start.len() < text.len() { "…" } else { "" };
        Self(Unfit::Unreadable { found: shown(&start) + dots, reason })
    }

    /// The checkpoint has another version than the one that this crate reads.
    pub(crate) fn version(found: u32, expected: u32) -> Self {
        Self(Unfit::Version { found, expected })
    }

    /// The checkpoint belongs to another endpoint or account.
    pub(crate) fn of_another(what: &'static str, expected: &str, found: &str) -> Self {
        Self(Unfit::OfAnother { what, expected: shown(expected), found: shown(found) })
    }

    /// The checkpoint belongs to another request of the same endpoint.
    pub(crate) fn of_another_request() -> Self {
        Self(Unfit::OfAnotherRequest)
    }

    /// The list has already started.
    pub(crate) fn begun() -> Self {
        Self(Unfit::Begun)
    }
}

/// How much of a text that is not a checkpoint is shown, in characters.
const SHOWN_START: usize = 40;

/// `text` without secrets.
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
                    "the checkpoint has version {found}, written by {age} version of `truto-core`, but this one reads \
                     version {expected}: start the list again, without the checkpoint"
                )
            }
            Unfit::OfAnother { what, expected, found } => {
                let found = Escaped(found);
                write!(f, "the checkpoint belongs to another list: expected the {what} `{expected}`, found `{found}`")
            }
            Unfit::OfAnotherRequest => f.write_str(
                "the checkpoint belongs to another list: its filters, order, `limit` or headers differ; resume the request \
                 that it was taken from",
            ),
            Unfit::Begun => f.write_str("the list has already started: call `resume` before you read the first page or item"),
        }
    }
}

impl fmt::Debug for CheckpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        sentence_first(f, self, |f| f.debug_tuple("CheckpointError").field(&self.0).finish())
    }
}

impl core::error::Error for CheckpointError {}

impl Cause for CheckpointError {}
