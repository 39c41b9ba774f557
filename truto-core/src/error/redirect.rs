//! Redirects that were not followed.

use core::fmt;

use bytes::Bytes;

use crate::error::context::call_error;
use crate::error::debug::debug_with_sentence;
use crate::meta::Meta;

/// Why a redirect was not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RedirectReason {
    /// The request writes. Behind the redirect it might be carried out twice, or turned into a read.
    Write,
    /// It leads to another scheme, host or port, which must not see the token.
    OtherOrigin,
    /// Its `Location` is missing, or not a URL.
    NoLocation,
    /// `max_redirects` were followed already.
    TooMany,
}

impl fmt::Display for RedirectReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Write => "writes are not redirected",
            Self::OtherOrigin => "it leads to another origin",
            Self::NoLocation => "its `Location` is missing or not a URL",
            Self::TooMany => "there were too many (`max_redirects`)",
        })
    }
}

call_error! {
    /// A redirect that was not followed. The request was not sent to the server that it leads to. Check the base URL.
    pub struct RedirectError {
        /// Status, headers, request id and rate limit of the answer.
        pub(crate) meta: Meta as &Meta,
        /// The bytes of the answer, unchanged. Never included in `Display` or `Debug`.
        pub(crate) body: Bytes as &Bytes,
        /// Why it was not followed.
        pub(crate) reason: RedirectReason,
        /// How many redirects were followed before it.
        pub(crate) followed: u32,
    }
}

debug_with_sentence!(RedirectError { context, meta, reason, followed, .. });

impl RedirectError {
    /// HTTP status of the redirect. The header `location` of [`meta`](Self::meta) says where it leads to.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.meta.status()
    }
}

impl fmt::Display for RedirectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { context, reason, .. } = self;
        write!(f, "{}: redirect {} was not followed: {reason}", context.endpoint, self.status())?;
        context.say(f)?;
        f.write_str("; check the base URL")
    }
}
