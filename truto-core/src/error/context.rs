//! What every error of a call says beside its cause: which call, how often it was sent, what is known of its write.

use core::fmt;

use crate::util::escaped::Escaped;

/// What is known of a write that got no usable answer.
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, Error, crm::CreateAssociation, error::Outcome};
/// # async fn example(link: CreateAssociation, account: &Account) -> Result<(), Error> {
/// let mut answer = link.send(account).idempotency_key("import-7/row-12").await;
/// if answer.as_ref().is_err_and(|error| error.outcome() == Outcome::Unknown) {
///     // Under the same key it is not carried out twice.
///     answer = link.send(account).idempotency_key("import-7/row-12").await;
/// }
/// # answer.map(drop) }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// Nothing was written: no byte of the request left, or it was a `GET`, whatever became of it. It can be repeated without
    /// a second thought.
    NotSent,
    /// The server answered that it did not do it.
    Rejected,
    /// The request may have been carried out. Repeat it only under the same idempotency key.
    Unknown,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotSent => "nothing was sent",
            Self::Rejected => "the server refused it",
            Self::Unknown => "whether the server carried it out is unknown",
        })
    }
}

/// Which call failed, and how far it had come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Context {
    /// Method and path template.
    pub(crate) endpoint: String,
    pub(crate) outcome: Outcome,
    /// How often the request was sent, or begun to be sent.
    pub(crate) attempts: u32,
    /// The server's id of the last request, where it gave one.
    pub(crate) request_id: Option<String>,
    /// Records of a stream that had come whole before.
    pub(crate) records: Option<u64>,
}

impl Context {
    /// Names the request as the server knows it, how often it was sent, and what is known of its write.
    pub(crate) fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.say_request_id(f)?;
        self.say_attempts(f)
    }

    pub(crate) fn say_request_id(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.request_id {
            Some(id) => write!(f, " (request {})", Escaped(id)),
            None => Ok(()),
        }
    }

    pub(crate) fn say_attempts(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(records) = self.records {
            write!(f, "; {records} records had come")?;
        }
        if self.attempts > 1 {
            write!(f, "; tried {} times", self.attempts)?;
        }
        if self.outcome == Outcome::Unknown { write!(f, "; {}", self.outcome) } else { Ok(()) }
    }
}

/// Writes the accessors of an error that holds its context in `self.context`.
macro_rules! context_accessors {
    ($error:ty) => {
        impl $error {
            /// Method and path template of the endpoint.
            #[must_use]
            pub fn endpoint(&self) -> &str {
                &self.context.endpoint
            }

            /// What is known of the write, over all attempts.
            #[must_use]
            pub fn outcome(&self) -> crate::error::Outcome {
                self.context.outcome
            }

            /// How often the request was sent, or begun to be sent.
            #[must_use]
            pub fn attempts(&self) -> u32 {
                self.context.attempts
            }

            /// The server's id of the last request, where the head of an answer had come with one.
            #[must_use]
            pub fn request_id(&self) -> Option<&str> {
                self.context.request_id.as_deref()
            }
        }
    };
}

pub(crate) use context_accessors;
