//! The errors of a delivery.

use crate::util::escaped::Escaped;

/// Why a delivery was not accepted.
///
/// ```
/// use truto_core::webhook::{Webhook, WebhookError};
///
/// let error = Webhook::new("secret")?.verify(Some("md5=1"), b"{}").unwrap_err();
/// assert_eq!(error.to_string(), "invalid `X-Truto-Signature` header: expected `format=sha256,v=<digest>`");
/// # Ok::<(), WebhookError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum WebhookError {
    /// The secret is empty, so anybody could sign with it.
    EmptySecret,
    /// The delivery has no `X-Truto-Signature` header, so it is not from Truto. Answer 401.
    MissingSignature,
    /// The header is not in the form that Truto writes. Answer 400.
    MalformedSignature,
    /// The signature does not match the body under any of the secrets. Answer 401.
    WrongSignature,
    /// The signature is valid, but the body is not an event. Holds serde's reason.
    Body(String),
}

impl core::fmt::Display for WebhookError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::EmptySecret => {
                "the webhook secret is empty: use the secret that the API showed when the webhook was created"
            }
            Self::MissingSignature => "the delivery has no `X-Truto-Signature` header, so it is not from Truto",
            Self::MalformedSignature => "invalid `X-Truto-Signature` header: expected `format=sha256,v=<digest>`",
            Self::WrongSignature => "the signature does not match the body under any secret of this webhook",
            Self::Body(_) => "the signature is valid, but the body is not an event: ",
        })?;
        if let Self::Body(reason) = self { Escaped(reason).fmt(f) } else { Ok(()) }
    }
}

impl core::fmt::Debug for WebhookError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let variant = match self {
            Self::EmptySecret => "EmptySecret",
            Self::MissingSignature => "MissingSignature",
            Self::MalformedSignature => "MalformedSignature",
            Self::WrongSignature => "WrongSignature",
            Self::Body(_) => "Body",
        };
        crate::error::sentence_first(f, self, |f| f.write_str(variant))
    }
}

impl core::error::Error for WebhookError {}

#[cfg(test)]
mod tests {
    use super::WebhookError;
    use crate::webhook::EventKind;

    #[test]
    fn neither_error_nor_event_shows_what_a_terminal_obeys() {
        let hostile = "a\u{1b}\u{202e}\nb";
        let error = WebhookError::Body(hostile.to_owned());
        assert_eq!(error.to_string(), r"the signature is valid, but the body is not an event: a\u{1b}\u{202e}\nb");
        let kind = EventKind::from(hostile);
        assert_eq!((kind.to_string().as_str(), kind.as_str()), (r"a\u{1b}\u{202e}\nb", hostile));
    }
}
