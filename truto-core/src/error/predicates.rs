//! What a program asks of an error without a match: what kind it is, and whether to try again later.

use crate::error::{ApiErrorKind, Clock, DecodeKind, Error, NetworkKind};

/// What kind of failure it is, in one word. Each looks at this call alone: where it was not sent because of what another call
/// was answered ([`RateLimited`](Error::RateLimited), [`Unavailable`](Error::Unavailable)), the kind of that answer is not the
/// kind of this error.
///
/// | | which errors |
/// |---|---|
/// | `is_invalid` | [`Invalid`](Error::Invalid): nothing was sent; [`Api`](Error::Api) with 400 or 422, but for a reused idempotency key |
/// | `is_unauthorized` | `Api` with 401: of the API token, or of the account's connection |
/// | `is_forbidden` | `Api` with 403, but where that is a rate limit |
/// | `is_not_found` | `Api` with 404 or 410 |
/// | `is_conflict` | `Api` with 409 |
/// | `is_rate_limited` | `RateLimited`; `Api` with 429, and with 403 where that is a rate limit |
/// | `is_timeout` | [`Timeout`](Error::Timeout), whichever clock ran out |
/// | `is_connect` | [`Network`](Error::Network) and `Timeout` before there was a connection: the request did not leave |
/// | `is_decode` | [`Decode`](Error::Decode) |
/// | `is_retryable` | what may pass: see there |
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
    /// Whether the request as it is will not be taken: it breaks its own contract, or the API or the provider refused what it
    /// says (400, 422).
    #[must_use]
    pub fn is_invalid(&self) -> bool {
        match self {
            Self::Invalid(_) => true,
            Self::Api(error) => error.kind() == ApiErrorKind::Refused && matches!(error.status(), 400 | 422),
            _ => false,
        }
    }

    /// Whether the token is not valid, or the account has to be connected again (401). Which of the two, says
    /// [`ApiError::kind`](crate::error::ApiError::kind).
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.is_kind(&[ApiErrorKind::Token, ApiErrorKind::Connection])
    }

    /// Whether a scope is missing, or the token may not do this (403).
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        self.is_kind(&[ApiErrorKind::Forbidden])
    }

    /// Whether there is no such record, account or path (404, 410).
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.is_kind(&[ApiErrorKind::NotFound])
    }

    /// Whether it is in conflict with what is there (409).
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.is_kind(&[ApiErrorKind::Conflict])
    }

    /// Whether there were too many calls: the server said so, or the account's limits did not let this one through.
    /// [`retry_at`](Self::retry_at) says when to come back.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        matches!(self, Self::RateLimited(_)) || self.is_kind(&[ApiErrorKind::RateLimit])
    }

    /// Whether a clock of the client ran out. A server that says that another one was too slow (408, 504) is none of them.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(self, Self::Timeout(_))
    }

    /// Whether there was no connection: no such host, nobody there, a certificate that is not trusted, a proxy that refused, or
    /// all of it in time. A transport of the caller's does not tell that apart from a connection that broke, which is not one.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        match self {
            Self::Network(error) => {
                let before = [NetworkKind::Dns, NetworkKind::Connect, NetworkKind::Tls, NetworkKind::Proxy];
                before.contains(&error.kind())
            }
            Self::Timeout(error) => error.clock() == Clock::Connect,
            _ => false,
        }
    }

    /// Whether a 2xx answer could not be decoded.
    #[must_use]
    pub fn is_decode(&self) -> bool {
        matches!(self, Self::Decode(_))
    }

    /// Whether the same call may succeed later, although nobody mends anything: the network, a clock, an overloaded server, a
    /// rate limit, an answer of another type than JSON, a token source that failed. What the client could repeat by itself, it
    /// has repeated already. An answer that came whole and breaks its own form is not retryable: it would come again.
    ///
    /// Whether a *write* may be repeated, says [`outcome`](Self::outcome): where that is `Unknown`, only under the same
    /// idempotency key. [`retry_at`](Self::retry_at) says when, where anybody knows.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Token(_) | Self::RateLimited(_) | Self::Unavailable(_) | Self::Timeout(_) => true,
            Self::Network(error) => !matches!(error.kind(), NetworkKind::Tls | NetworkKind::Proxy),
            Self::Api(error) => matches!(error.kind(), ApiErrorKind::RateLimit | ApiErrorKind::Transient),
            // A portal or a firewall that answered in place of the API. An answer that breaks its own form would come again.
            Self::Decode(error) => matches!(error.kind(), DecodeKind::ContentType { .. }),
            Self::Config(_)
            | Self::Invalid(_)
            | Self::Redirect(_)
            | Self::TooLarge(_)
            | Self::CursorCycle(_)
            | Self::Checkpoint(_) => false,
        }
    }

    fn is_kind(&self, kinds: &[ApiErrorKind]) -> bool {
        matches!(self, Self::Api(error) if kinds.contains(&error.kind()))
    }
}
