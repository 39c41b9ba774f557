//! What is known of a write, attempt by attempt: the pure part of never writing twice.

use crate::contract::Method;
use crate::error::Outcome;

/// What makes it safe to send a request again, if anything does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// It reads (RFC 9110 section 9.2.1).
    Read,
    /// The server knows it again by its key.
    Keyed {
        /// The key is one of the caller's, who may have used it before.
        own: bool,
    },
    /// HTTP promises that twice is once: `PUT` and `DELETE` (RFC 9110 section 9.2.2).
    Idempotent,
    /// Nothing does.
    Never,
}

impl Repeat {
    /// What makes it safe, by the method, and by whether there is a key and whether it is the caller's own.
    pub(crate) fn of(method: Method, key: Option<bool>) -> Self {
        match (method, key) {
            (method, _) if method.is_safe() => Self::Read,
            (_, Some(own)) => Self::Keyed { own },
            (Method::Put | Method::Delete, None) => Self::Idempotent,
            _ => Self::Never,
        }
    }

    /// Whether it may be sent again although it may have been carried out.
    pub(crate) fn is_safe(self) -> bool {
        self != Self::Never
    }

    /// The outcome of an attempt that got no answer. A part of it may have left unless the transport proves otherwise.
    pub(crate) fn unanswered(self, unsent: bool) -> Outcome {
        if unsent || self == Self::Read { Outcome::NotSent } else { Outcome::Unknown }
    }

    /// The outcome of an attempt that was answered with this status, which is no success or not to be read.
    pub(crate) fn answered(self, status: u16) -> Outcome {
        let may_be_done = match status {
            // Under a key of the caller's, the first request may have been another call of theirs.
            409 => self == Self::Keyed { own: true },
            // The provider may have done it before a gateway gave up, or sends us to see what it did.
            408 | 500.. | 100..=299 | 301..=303 => true,
            _ => false,
        };
        match (self, may_be_done) {
            (Self::Read, _) => Outcome::NotSent,
            (_, true) => Outcome::Unknown,
            (_, false) => Outcome::Rejected,
        }
    }

    /// The outcome of a call: of its last attempt, and of those before. `status` is that of a refusal by the API itself.
    pub(crate) fn call_outcome(self, before: Option<Outcome>, last: Outcome, status: Option<u16>) -> Outcome {
        if before != Some(Outcome::Unknown) {
            return last;
        }
        // Under a key the server answers what it answered before, so what it says of the request itself holds for the first
        // attempt as well. Refusals that may come from before it looks the key up do not, nor do those of the provider: it may
        // refuse the second for being there already.
        let judged = matches!(status, Some(400 | 405 | 411..=415 | 422));
        match (self, last) {
            (Self::Keyed { .. }, Outcome::Rejected) if judged => Outcome::Rejected,
            _ => Outcome::Unknown,
        }
    }
}

/// Whether an answer to a `DELETE` says that what it was to delete is gone, after an attempt that may have done it.
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
