//! Listings that cannot go on.

use core::fmt;

use crate::error::context::{Context, context_accessors};
use crate::redact::Redactor;

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
#[derive(Clone, Debug)]
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

impl core::error::Error for CursorCycleError {}

/// A checkpoint that cannot be resumed from: it is of another listing, or it is none.
///
/// ```
/// use truto_core::{Checkpoint, Error};
///
/// let Err(Error::Checkpoint(error)) = "{}".parse::<Checkpoint>() else { panic!("it is empty") };
/// assert!(error.to_string().starts_with("expected a checkpoint, found `"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckpointError {
    what: &'static str,
    expected: String,
    found: String,
}

impl CheckpointError {
    pub(crate) fn new(what: &'static str, expected: &str, found: &str) -> Self {
        let shown = |text: &str| Redactor::default().excerpt(text.as_bytes());
        Self { what, expected: shown(expected), found: shown(found) }
    }
}

impl fmt::Display for CheckpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, expected, found } = self;
        let found = found.escape_debug();
        if *what == "text" {
            return write!(f, "expected {expected}, found `{found}`");
        }
        write!(f, "the checkpoint is of another listing: expected the {what} `{expected}`, found `{found}`")
    }
}

impl core::error::Error for CheckpointError {}
