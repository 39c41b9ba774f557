//! How a step fails.

use core::fmt;

use crate::contract::record::UnifiedEnum;
use crate::error::{Error, sentence_first};
use crate::platform::{IntegratedAccount, SyncJobRun};
use crate::transport::body::BoxError;
use crate::types::Open;
use crate::util::escaped::Escaped;

/// Why an account is not connected.
#[derive(Clone)]
#[non_exhaustive]
pub enum ConnectError {
    /// A call failed.
    Call(Error),
    /// The answer holds no link token.
    NoToken,
    /// The request names neither a tenant nor an account, so nobody could tell which account is connected.
    NoOwner,
    /// The connection failed, with the state of the account. Its `last_error` says why.
    Failed(Box<IntegratedAccount>),
    /// The deadline passed. If the customer has begun, the account is here.
    Deadline(Option<Box<IntegratedAccount>>),
}

/// Why a run of a sync job did not complete.
#[derive(Clone)]
#[non_exhaustive]
pub enum RunError {
    /// A call failed.
    Call(Error),
    /// The run failed.
    Failed(Box<SyncJobRun>),
    /// Somebody stopped the run.
    Stopped(Box<SyncJobRun>),
    /// The deadline passed. The run goes on.
    Deadline(Box<SyncJobRun>),
}

/// Why a token was not replaced.
#[non_exhaustive]
pub enum RotateError {
    /// The new token could not be made. The old token is in use.
    Create(Error),
    /// The new token was not taken over. It is removed again, unless `cleanup` says why not. The old token is in use.
    HandOver {
        /// Why it was not taken over.
        cause: BoxError,
        /// Why the new token could not be removed.
        cleanup: Option<Error>,
    },
    /// The new token is in use, but the old token could not be removed, so both are valid.
    Delete(Error),
}

impl From<Error> for ConnectError {
    fn from(error: Error) -> Self {
        Self::Call(error)
    }
}

impl From<Error> for RunError {
    fn from(error: Error) -> Self {
        Self::Call(error)
    }
}

/// The name of a status, if there is one.
fn shown<E: UnifiedEnum>(status: Option<&Open<E>>) -> String {
    status.map_or_else(|| "unknown".to_owned(), |status| Escaped(status.wire_name()).to_string())
}

impl fmt::Display for ConnectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Call(error) => error.fmt(f),
            Self::NoToken => f.write_str("the answer to `POST /link-token` holds no token"),
            Self::NoOwner => {
                f.write_str("a link token needs an owner: set `tenant_id`, or `integrated_account_id` to connect again")
            }
            Self::Failed(account) => {
                write!(
                    f,
                    "the connection of account {} failed with status `{}`",
                    account.id,
                    shown(account.status.as_ref())
                )?;
                match &account.last_error {
                    Some(reason) => write!(f, ": {}", Escaped(reason)),
                    None => Ok(()),
                }
            }
            Self::Deadline(None) => f.write_str("the customer has not begun to connect before the deadline"),
            Self::Deadline(Some(account)) => {
                write!(
                    f,
                    "account {} is not active before the deadline; its status is `{}`",
                    account.id,
                    shown(account.status.as_ref())
                )
            }
        }
    }
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Call(error) => error.fmt(f),
            Self::Failed(run) => write!(f, "the sync job run {} failed", run.id),
            Self::Stopped(run) => write!(f, "the sync job run {} was stopped", run.id),
            Self::Deadline(run) => {
                write!(
                    f,
                    "the sync job run {} is not over before the deadline; its status is `{}`",
                    run.id,
                    shown(run.status.as_ref())
                )
            }
        }
    }
}

impl fmt::Display for RotateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Create(error) => write!(f, "the new token could not be made, and the old token is in use: {error}"),
            Self::HandOver { cause, cleanup: None } => {
                write!(f, "the new token was not taken over and is removed, and the old token is in use: {cause}")
            }
            Self::HandOver { cause, cleanup: Some(error) } => {
                write!(f, "the new token was not taken over, and could not be removed: {cause}; {error}")
            }
            Self::Delete(error) => {
                write!(f, "the new token is in use, but the old token could not be removed: {error}")
            }
        }
    }
}

impl fmt::Debug for ConnectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let variant = match self {
            Self::Call(error) => return fmt::Debug::fmt(error, f),
            Self::NoToken => "NoToken",
            Self::NoOwner => "NoOwner",
            Self::Failed(_) => "Failed",
            Self::Deadline(_) => "Deadline",
        };
        sentence_first(f, self, |f| f.write_str(variant))
    }
}

impl fmt::Debug for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let variant = match self {
            Self::Call(error) => return fmt::Debug::fmt(error, f),
            Self::Failed(_) => "Failed",
            Self::Stopped(_) => "Stopped",
            Self::Deadline(_) => "Deadline",
        };
        sentence_first(f, self, |f| f.write_str(variant))
    }
}

impl fmt::Debug for RotateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let variant = match self {
            Self::Create(_) => "Create",
            Self::HandOver { .. } => "HandOver",
            Self::Delete(_) => "Delete",
        };
        sentence_first(f, self, |f| f.write_str(variant))
    }
}

impl core::error::Error for ConnectError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        if let Self::Call(error) = self { Some(error) } else { None }
    }
}

impl core::error::Error for RunError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        if let Self::Call(error) = self { Some(error) } else { None }
    }
}

impl core::error::Error for RotateError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Create(error) | Self::Delete(error) => Some(error),
            Self::HandOver { cause, .. } => Some(&**cause),
        }
    }
}
