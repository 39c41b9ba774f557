//! What is known of a write, attempt by attempt. This decides that nothing is written twice.

use crate::contract::Method;
use crate::error::Outcome;

/// What makes it safe to send a request again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// It reads (RFC 9110 section 9.2.1).
    Read,
    /// The server recognizes it by its key.
    Keyed {
        /// The caller chose the key, and may have used it before.
        own: bool,
    },
    /// It is a `PUT` or a `DELETE` (RFC 9110 section 9.2.2).
    Idempotent,
    /// Nothing: it is not safe.
    Never,
}

impl Repeat {
    /// `key` is `None` without a key, and otherwise says whether the caller chose it.
    pub(crate) fn of(method: Method, key: Option<bool>) -> Self {
        match (method, key) {
            (method, _) if method.is_safe() => Self::Read,
            (_, Some(own)) => Self::Keyed { own },
            (Method::Put | Method::Delete, None) => Self::Idempotent,
            _ => Self::Never,
        }
    }

    /// Whether it may be sent again even if it may have been carried out.
    pub(crate) fn is_safe(self) -> bool {
        self != Self::Never
    }

    /// The outcome of an attempt without an answer. It may have been sent unless the transport proves that it was not.
    pub(crate) fn unanswered(self, unsent: bool) -> Outcome {
        if unsent || self == Self::Read { Outcome::NotSent } else { Outcome::Unknown }
    }

    /// The outcome of an attempt with this status, which is not a success or whose body cannot be read.
    pub(crate) fn answered(self, status: u16) -> Outcome {
        let may_be_done = match status {
            // An earlier call of the caller may have used the same key.
            409 => self == Self::Keyed { own: true },
            // A gateway may have given up after the provider was done, or the answer points to the result.
            408 | 500.. | 100..=299 | 301..=303 => true,
            _ => false,
        };
        match (self, may_be_done) {
            (Self::Read, _) => Outcome::NotSent,
            (_, true) => Outcome::Unknown,
            (_, false) => Outcome::Rejected,
        }
    }

    /// The outcome of a call after its last attempt. `status` is set if the API itself refused it.
    pub(crate) fn call_outcome(self, before: Option<Outcome>, last: Outcome, status: Option<u16>) -> Outcome {
        if before != Some(Outcome::Unknown) {
            return last;
        }
        // Under a key the server repeats its first answer, so a verdict about the request holds for the first attempt as well.
        // That is not true of a refusal that may come before the key is looked up, or of the provider's: it may refuse the second
        // request because the first succeeded.
        let judged = matches!(status, Some(400 | 405 | 411..=415 | 422));
        match (self, last) {
            (Self::Keyed { .. }, Outcome::Rejected) if judged => Outcome::Rejected,
            _ => Outcome::Unknown,
        }
    }
}

/// Whether the answer to a `DELETE` says that the record is gone, after an attempt that may have deleted it.
pub(crate) fn is_already_deleted(method: Method, before: Option<Outcome>, status: u16) -> bool {
    method == Method::Delete && before == Some(Outcome::Unknown) && matches!(status, 404 | 410)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_sent_again_is_what_cannot_happen_twice() {
        for (method, key, repeat) in [
            (Method::Get, None, Repeat::Read),
            (Method::Post, Some(false), Repeat::Keyed { own: false }),
            (Method::Post, None, Repeat::Never),
            (Method::Patch, None, Repeat::Never),
            (Method::Put, None, Repeat::Idempotent),
            (Method::Delete, None, Repeat::Idempotent),
            (Method::Delete, Some(true), Repeat::Keyed { own: true }),
        ] {
            assert_eq!(Repeat::of(method, key), repeat);
        }
    }

    #[test]
    fn a_status_says_what_became_of_a_write() {
        let fresh = Repeat::Keyed { own: false };
        for status in [400, 401, 403, 404, 409, 422, 429, 307, 308] {
            assert_eq!(fresh.answered(status), Outcome::Rejected, "{status}");
        }
        for status in [200, 204, 301, 303, 408, 500, 502, 503, 504] {
            assert_eq!(fresh.answered(status), Outcome::Unknown, "{status}");
            assert_eq!(Repeat::Read.answered(status), Outcome::NotSent, "{status}");
        }
        assert_eq!(Repeat::Keyed { own: true }.answered(409), Outcome::Unknown);
    }

    #[test]
    fn what_may_have_happened_stays_unknown_unless_the_key_says_otherwise() {
        let keyed = Repeat::Keyed { own: false };
        let unknown = Some(Outcome::Unknown);
        assert_eq!(keyed.call_outcome(None, Outcome::Rejected, Some(429)), Outcome::Rejected);
        assert_eq!(keyed.call_outcome(unknown, Outcome::Rejected, Some(422)), Outcome::Rejected);
        for (repeat, last, status) in [
            (keyed, Outcome::Rejected, Some(429)),
            (keyed, Outcome::Rejected, Some(401)),
            (keyed, Outcome::Rejected, Some(409)),
            (keyed, Outcome::NotSent, None),
            (Repeat::Idempotent, Outcome::Rejected, Some(422)),
            (Repeat::Idempotent, Outcome::NotSent, None),
        ] {
            assert_eq!(repeat.call_outcome(unknown, last, status), Outcome::Unknown, "{repeat:?} {last:?} {status:?}");
        }
    }

    #[test]
    fn gone_is_deleted_only_after_an_attempt_that_may_have_done_it() {
        assert!(is_already_deleted(Method::Delete, Some(Outcome::Unknown), 404));
        assert!(is_already_deleted(Method::Delete, Some(Outcome::Unknown), 410));
        assert!(!is_already_deleted(Method::Delete, None, 404));
        assert!(!is_already_deleted(Method::Delete, Some(Outcome::NotSent), 404));
        assert!(!is_already_deleted(Method::Delete, Some(Outcome::Unknown), 403));
        assert!(!is_already_deleted(Method::Patch, Some(Outcome::Unknown), 404));
    }
}
