//! Questions about an error that need no match: what kind it is, and whether to retry later.

use crate::error::{ApiErrorKind, Clock, DecodeKind, Error, NetworkKind};

/// The kind of an error. Each method looks at this call alone. If a call was not sent because of the answer to another call
/// ([`RateLimited`](Error::RateLimited), [`Unavailable`](Error::Unavailable)), the kind of that answer does not count.
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, Error, crm::CreateAssociation};
/// # async fn example(link: CreateAssociation, account: &Account) -> Result<(), Error> {
/// match link.send(account).await {
///     Err(error) if error.is_not_found() => println!("the record is gone"),
///     Err(error) if error.is_retryable() => println!("back into the queue, until {:?}", error.retry_at()),
///     answer => println!("{:?}", answer?.entity_id),
/// }
/// # Ok(()) }
/// ```
impl Error {
    /// The request is not accepted as it is: [`Invalid`](Error::Invalid), which was not sent, or [`Api`](Error::Api) with 400 or
    /// 422, except for a reused idempotency key.
    #[must_use]
    pub fn is_invalid(&self) -> bool {
        match self {
            Self::Invalid(_) => true,
            Self::Api(error) => error.kind() == ApiErrorKind::Refused && matches!(error.status(), 400 | 422),
            _ => false,
        }
    }

    /// The token is not valid, or the account must be connected again (`Api` with 401).
    /// [`ApiError::kind`](crate::error::ApiError::kind) tells them apart.
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.is_kind(&[ApiErrorKind::Token, ApiErrorKind::Connection])
    }

    /// A scope is missing, or the token is not allowed to do this (`Api` with 403, unless that is a rate limit).
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        self.is_kind(&[ApiErrorKind::Forbidden])
    }

    /// The record, the account or the path does not exist (`Api` with 404 or 410).
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.is_kind(&[ApiErrorKind::NotFound])
    }

    /// The request conflicts with the present state (`Api` with 409).
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.is_kind(&[ApiErrorKind::Conflict])
    }

    /// Too many calls: the server said so (`Api` with 429, or with 403 if that is a rate limit), or the account's limits did not
    /// let this call through ([`RateLimited`](Error::RateLimited)). [`retry_at`](Self::retry_at) says when to retry.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        matches!(self, Self::RateLimited(_)) || self.is_kind(&[ApiErrorKind::RateLimit])
    }

    /// A clock of the client ran out ([`Timeout`](Error::Timeout)). The statuses 408 and 504 do not count.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(self, Self::Timeout(_))
    }

    /// No connection was established, so the request did not leave: [`Network`](Error::Network) before the exchange, or a
    /// `Timeout` of `connect_timeout`. A transport of the caller does not tell this apart from a lost connection, which does not
    /// count.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        match self {
            Self::Network(error) => !matches!(error.kind(), NetworkKind::Exchange | NetworkKind::BodyInterrupted),
            Self::Timeout(error) => error.clock() == Clock::Connect,
            _ => false,
        }
    }

    /// A 2xx answer could not be decoded ([`Decode`](Error::Decode)).
    #[must_use]
    pub fn is_decode(&self) -> bool {
        matches!(self, Self::Decode(_))
    }

    /// The same call may succeed later without any change: after a failure of the network or of the token source, a timeout, an
    /// overloaded server, a rate limit, or an answer that is not JSON. The client has already retried what it may. A complete
    /// answer that cannot be decoded is not retryable, because the next answer would be the same.
    ///
    /// Whether a *write* may be repeated is a matter of [`outcome`](Self::outcome): if that is `Unknown`, only under the same
    /// idempotency key. [`retry_at`](Self::retry_at) says when, if that is known.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Token(_) | Self::RateLimited(_) | Self::Unavailable(_) | Self::Timeout(_) => true,
            Self::Network(error) => !matches!(error.kind(), NetworkKind::Tls | NetworkKind::Proxy),
            Self::Api(error) => matches!(error.kind(), ApiErrorKind::RateLimit | ApiErrorKind::Transient),
            // A portal or a firewall answered in place of the API.
            Self::Decode(error) => matches!(error.kind(), DecodeKind::ContentType { .. }),
            Self::Config(_)
            | Self::Invalid(_)
            | Self::Redirect(_)
            | Self::TooLarge(_)
            | Self::CursorCycle(_)
            | Self::Checkpoint(_)
            | Self::Batch(_) => false,
        }
    }

    fn is_kind(&self, kinds: &[ApiErrorKind]) -> bool {
        matches!(self, Self::Api(error) if kinds.contains(&error.kind()))
    }
}
