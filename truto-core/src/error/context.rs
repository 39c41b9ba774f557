//! The context of an error, beside its cause: the call, how often it was sent, and the outcome of its write.

use core::fmt;

use crate::error::endpoint_name::EndpointName;
use crate::util::escaped::Escaped;

/// The outcome of a write whose call failed.
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, Error, crm::CreateAssociation, error::Outcome};
/// # async fn example(link: CreateAssociation, account: &Account) -> Result<(), Error> {
/// let mut answer = link.send(account).idempotency_key("import-7/row-12").await;
/// if answer.as_ref().is_err_and(|error| error.outcome() == Outcome::Unknown) {
///     // Under the same key the write cannot happen twice.
///     answer = link.send(account).idempotency_key("import-7/row-12").await;
/// }
/// # answer.map(drop) }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// Nothing was written: no byte of the request left, or the request was a `GET`. It can be repeated.
    NotSent,
    /// The server answered that it did not carry out the write.
    Rejected,
    /// The write may have been carried out. Repeat it only under the same idempotency key.
    Unknown,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotSent => "nothing was sent",
            Self::Rejected => "the server rejected it",
            Self::Unknown => "the server may have carried it out",
        })
    }
}

/// Which call failed, and how far it had come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Context {
    pub(crate) endpoint: EndpointName,
    pub(crate) outcome: Outcome,
    /// How often the request was sent or started to be sent.
    pub(crate) attempts: u32,
    /// The server's id of the last request.
    pub(crate) request_id: Option<String>,
    /// How many records of a stream were complete.
    pub(crate) records: Option<u64>,
}

impl Context {
    /// Writes the request id, the attempts, and the outcome of the write.
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
            write!(f, "; {records} records were read before")?;
        }
        if self.attempts > 1 {
            write!(f, "; tried {} times", self.attempts)?;
        }
        if self.outcome == Outcome::Unknown { write!(f, "; {}", self.outcome) } else { Ok(()) }
    }
}

/// An error that [`Error`](crate::Error) can hold.
pub(crate) trait Cause: core::error::Error {
    /// The call that failed, if there was one.
    fn context(&self) -> Option<&Context> {
        None
    }

    fn context_mut(&mut self) -> Option<&mut Context> {
        None
    }
}

/// Declares the error of a call with its accessors, and makes a [`Cause`] of it: `with_accessors!` with one more field,
/// `context: Context`. `source` returns the error that led to it.
///
/// `thiserror` would save less: most sentences are more than a format string. It also needs another version of `syn` than our macros.
macro_rules! call_error {
    ($(#[$attribute:meta])* pub struct $error:ident { $($fields:tt)* } $(source: $source:expr)?) => {
        crate::error::accessors::with_accessors! {
            $(#[$attribute])*
            #[derive(Clone)]
            pub struct $error with (pub(crate) context: crate::error::Context) { $($fields)* }
        }

        impl $error {
            /// Method and path template of the endpoint.
            #[must_use]
            pub fn endpoint(&self) -> &str {
                &self.context.endpoint.template
            }

            /// The outcome of the write, over all attempts.
            #[must_use]
            pub fn outcome(&self) -> crate::error::Outcome {
                self.context.outcome
            }

            /// How often the request was sent or started to be sent.
            #[must_use]
            pub fn attempts(&self) -> u32 {
                self.context.attempts
            }

            /// The server's id of the last request, if the head of an answer had one.
            #[must_use]
            pub fn request_id(&self) -> Option<&str> {
                self.context.request_id.as_deref()
            }
        }

        impl crate::error::Cause for $error {
            fn context(&self) -> Option<&crate::error::Context> {
                Some(&self.context)
            }

            fn context_mut(&mut self) -> Option<&mut crate::error::Context> {
                Some(&mut self.context)
            }
        }

        impl core::error::Error for $error {
            $(fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
                let source: fn(&Self) -> Option<&crate::error::Error> = $source;
                source(self).map(|source| source as _)
            })?
        }
    };
}

pub(super) use call_error;
