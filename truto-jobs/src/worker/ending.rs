//! What the end of a call means for its row and for its account: a pure function.

use core::time::Duration;
use std::time::SystemTime;

use truto_core::Error;
use truto_core::error::{ApiErrorKind, Outcome};
use truto_core::response::Response;
use truto_core::types::RawJson;

use crate::ledger::rows::Facts;
use crate::owned::Hold;
use crate::row::Ending;
use crate::worker::finished::OnAccount;

/// A call that ended, as its row and its account see it.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    pub(crate) ending: Ending,
    /// How long to wait before the row is sent again, if the server said so.
    pub(crate) wait: Option<Duration>,
    /// How long the account takes no calls.
    pub(crate) park: Option<Duration>,
    /// Why the account takes no calls until a person releases it.
    pub(crate) hold: Option<Hold>,
    pub(crate) facts: Facts,
}

impl Verdict {
    fn of(ending: Ending, facts: Facts) -> Self {
        Self { ending, wait: None, park: None, hold: None, facts }
    }

    /// The row cannot be sent as it is.
    pub(crate) fn refused(reason: String) -> Self {
        Self::of(Ending::Refused, Facts { error: Some(reason), ..Facts::default() })
    }

    /// A mirror was read for a while, and nothing is wrong.
    pub(crate) fn fine() -> Self {
        Self::of(Ending::Written, Facts::default())
    }

    /// The row waited for its turn until its time was over.
    pub(crate) fn too_late() -> Self {
        Self { wait: Some(Duration::ZERO), ..Self::of(Ending::NotSent, Facts::default()) }
    }

    /// The call was dropped while it may have been on the wire.
    pub(crate) fn dropped() -> Self {
        Self::of(Ending::Unknown, Facts::default())
    }

    /// What it means to the account.
    pub(crate) fn on_account(&self) -> OnAccount {
        let Self { park, hold, .. } = *self;
        let is_closed = park.is_some() || hold.is_some();
        OnAccount { park, hold, error: self.facts.error.clone().filter(|_| is_closed) }
    }
}

/// The verdict on a call. `now` is the time of the process, like the times of the error.
pub(crate) fn verdict(result: Result<Response<RawJson>, Error>, keeps_answer: bool, now: SystemTime) -> Verdict {
    match result {
        Ok(response) => {
            let facts = Facts {
                status: Some(response.meta.status()),
                request_id: response.meta.request_id().map(str::to_owned),
                answer: keeps_answer.then(|| response.body.as_str().to_owned()),
                error: None,
            };
            Verdict::of(Ending::Written, facts)
        }
        Err(error) => failure(&error, now),
    }
}

/// The verdict on a call that failed.
pub(crate) fn failure(error: &Error, now: SystemTime) -> Verdict {
    let wait = error.retry_at().map(|at| at.duration_since(now).unwrap_or_default());
    let hold = hold_of(error);
    let is_limit = error.is_rate_limited() || matches!(error, Error::Unavailable(_));
    let ending = match error.outcome() {
        // It cannot be sent as it is, now or later.
        Outcome::NotSent if matches!(error, Error::Config(_) | Error::Invalid(_)) => Ending::Refused,
        Outcome::NotSent => Ending::NotSent,
        // Nothing was written, and the same request can succeed later.
        Outcome::Rejected if wait.is_some() || hold.is_some() || is_limit => Ending::NotSent,
        Outcome::Rejected => Ending::Refused,
        // `Unknown`, or an outcome of a later version of the client.
        _ => Ending::Unknown,
    };
    let facts = Facts {
        status: error.status(),
        request_id: error.request_id().map(str::to_owned),
        answer: None,
        // The client hides what is secret.
        error: Some(error.to_string()),
    };
    Verdict { ending, wait, park: wait.filter(|_| is_limit), hold, facts }
}

fn hold_of(error: &Error) -> Option<Hold> {
    match error {
        Error::Api(api) => match api.kind() {
            ApiErrorKind::Blocked => Some(Hold::Blocked),
            ApiErrorKind::Connection => Some(Hold::NeedsReauth),
            ApiErrorKind::Token => Some(Hold::TokenRefused),
            _ => None,
        },
        // Calls of the account are not sent because of the answer to another call.
        Error::Unavailable(error) => hold_of(error.cause()),
        _ => None,
    }
}
