//! Redirects that were not followed.

use core::fmt;

use bytes::Bytes;

use crate::error::context::{Context, context_accessors};
use crate::error::debug::sentence_first;
use crate::meta::Meta;

/// Why a redirect was not followed.
///
/// ```
/// use truto_core::error::RedirectReason;
///
/// // A server cannot make a client show its token to somebody else.
/// assert_eq!(RedirectReason::OtherOrigin.to_string(), "it leads to another origin");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RedirectReason {
    /// The request writes: where it leads to, it might be carried out once more, or turned into a read.
    Write,
    /// It leads to another scheme, host or port, which must not see the token.
    OtherOrigin,
    /// It has no `Location`, or one that is no URL.
    NoLocation,
    /// There were as many as `max_redirects` allows.
    TooMany,
}

impl fmt::Display for RedirectReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Write => "a write is not redirected",
            Self::OtherOrigin => "it leads to another origin",
            Self::NoLocation => "it does not say where to",
            Self::TooMany => "there were too many",
        })
    }
}

/// A redirect that was not followed. The server that it leads to saw nothing of the request.
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, Error, crm::CreateAssociation};
/// # async fn example(link: CreateAssociation, account: &Account) {
/// if let Err(Error::Redirect(redirect)) = link.send(account).await {
///     println!("check the base URL: {} sends calls elsewhere ({})", redirect.status(), redirect.reason());
/// }
/// # }
/// ```
#[derive(Clone)]
pub struct RedirectError {
    pub(crate) context: Context,
    pub(crate) meta: Meta,
    pub(crate) body: Bytes,
    pub(crate) reason: RedirectReason,
    pub(crate) followed: u32,
}

context_accessors!(RedirectError);

impl RedirectError {
    /// HTTP status of the redirect.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.meta.status()
    }

    /// Status and headers of the redirect; its `location` says where it leads to.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// The answer's bytes, as they came. Never included in `Display` or `Debug`.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Why it was not followed.
    #[must_use]
    pub fn reason(&self) -> RedirectReason {
        self.reason
    }

    /// How many redirects were followed before it.
    #[must_use]
    pub fn followed(&self) -> u32 {
        self.followed
    }
}

impl fmt::Display for RedirectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { context, reason, .. } = self;
        write!(f, "{}: {}, a redirect that was not followed: {reason}", context.endpoint, self.status())?;
        context.say(f)?;
        f.write_str("; check the base URL")
    }
}

impl fmt::Debug for RedirectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        sentence_first(f, self, |f| {
            f.debug_struct("RedirectError")
                .field("context", &self.context)
                .field("meta", &self.meta)
                .field("reason", &self.reason)
                .field("followed", &self.followed)
                .finish_non_exhaustive()
        })
    }
}

impl core::error::Error for RedirectError {}
