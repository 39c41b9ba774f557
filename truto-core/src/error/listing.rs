//! Lists that cannot go on.

use core::fmt;

use crate::error::context::{Cause, call_error};
use crate::error::debug::{debug_with_sentence, sentence_first};
use crate::redact::Redactor;
use crate::util::escaped::Escaped;

call_error! {
    /// The server repeated a cursor, so the list would yield the same pages again and never end.
    ///
    /// Every page before it was yielded once.
    pub struct CursorCycleError {
        /// How many pages were yielded.
        pub(crate) pages: u64,
    }
}

debug_with_sentence!(CursorCycleError { context, pages });

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
pub struct CheckpointError(String);

impl CheckpointError {
    /// The text is not a checkpoint.
    pub(crate) fn unreadable(text: &str, reason: &str) -> Self {
        let start: String = text.chars().take(SHOWN_START).collect();
        let dots = if start.len() < text.len() { "…" } else { "" };
        Self(format!("expected a checkpoint, found `{}{dots}`: {}", shown(&start), Escaped(reason)))
    }

    /// The checkpoint does not have the version that this crate reads.
    pub(crate) fn version(found: u32, expected: u32) -> Self {
        let age = if found < expected { "an earlier" } else { "a later" };
        Self(format!(
            "the checkpoint has version {found}, written by {age} version of `truto-core`, but this one reads version \
             {expected}: start the list again, without the checkpoint"
        ))
    }

    /// The checkpoint belongs to another endpoint or account.
    pub(crate) fn of_another(what: &str, expected: &str, found: &str) -> Self {
        let (expected, found) = (shown(expected), shown(found));
        Self(format!("the checkpoint belongs to another list: expected the {what} `{expected}`, found `{found}`"))
    }

    /// The checkpoint belongs to another request of the same endpoint.
    pub(crate) fn of_another_request() -> Self {
        let problem = "the checkpoint belongs to another list: its filters, order, `limit` or headers differ; resume the \
                       request that it was taken from";
        Self(problem.to_owned())
    }

    /// The list has already started.
    pub(crate) fn begun() -> Self {
        Self("the list has already started: call `resume` before you read the first page or item".to_owned())
    }
}

/// How much of a text that is not a checkpoint is shown, in characters.
const SHOWN_START: usize = 40;

/// `text` without secrets, escaped.
fn shown(text: &str) -> String {
    Escaped(&Redactor::default().excerpt(text)).to_string()
}

impl fmt::Display for CheckpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for CheckpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        sentence_first(f, self, |f| f.write_str("CheckpointError"))
    }
}

impl core::error::Error for CheckpointError {}

impl Cause for CheckpointError {}
