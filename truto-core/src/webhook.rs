//! Checks the signature of webhook deliveries, and reads their events
//! (<https://truto.one/docs/guides/webhooks/overview>).
//!
//! ```
//! use truto_core::webhook::{EventKind, Webhook, WebhookError};
//!
//! # fn main() -> Result<(), WebhookError> {
//! // The API shows the secret when the webhook is created. While you replace it, the old and the new secret are in use.
//! let webhook = Webhook::new("d5fac1cb-1820-4da7-bfd8-a6b758bcf8ff")?.or("05daecaf-4365-42e8-8370-8127de5dd717")?;
//!
//! // From the request: its `X-Truto-Signature` header, and its body before anything has parsed it.
//! let signature = "format=sha256,v=5b19751a67284c3f09989b8353d93e47bbc0e35d17e9ccb87fb41ccc3e47117f";
//! let body = br#"{"id": "1", "event": "integrated_account:active", "payload": {"id": "7"}}"#;
//! let event = webhook.read(Some(signature), body)?;
//! assert_eq!((event.id.as_str(), event.kind), ("1", EventKind::IntegratedAccountActive));
//!
//! // Answer a wrong signature with 401, and other errors with 400.
//! assert!(matches!(webhook.read(Some(signature), b"{}"), Err(WebhookError::WrongSignature)));
//! # Ok(()) }
//! ```
//!
//! # Replays
//!
//! The header has no time and no nonce, and the signature covers the body only. So whoever has seen a delivery can send it again. What
//! the API offers against that is in the body: an [`id`](Event::id), which stays the same when a delivery is repeated, and
//! [`created_at`](Event::created_at). Refuse an event whose [`age`](Event::age) is more than a day or so, and remember the ids of that day:
//! insert the id under a unique key in the transaction that does the work, and answer 200 without the work if it is there already. Truto
//! itself repeats a delivery up to three times if the answer is not 200, with waits of up to ten seconds, and then switches the webhook
//! off. So answer at once, and do long work later.
//!
//! # With features
//!
//! With `axum`, an [`Event`] is the argument of a handler, verified before it is parsed. With `platform`, `Event::details` reads the
//! payload as a type.

mod error;
mod event;
#[cfg(feature = "axum")]
mod extract;
#[cfg(feature = "platform")]
mod payload;
mod signature;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

pub use self::error::WebhookError;
pub use self::event::{Event, EventKind};
#[cfg(feature = "axum")]
pub use self::extract::Rejection;
#[cfg(feature = "platform")]
pub use self::payload::{Payload, RecordErrors, SyncedRecords};

/// Checks deliveries with the secrets of a webhook. `Debug` does not show the secrets.
#[derive(Clone)]
pub struct Webhook {
    keys: Vec<Hmac<Sha256>>,
}

impl Webhook {
    /// A webhook with the secret that the API showed when the webhook was created.
    ///
    /// # Errors
    /// [`WebhookError::EmptySecret`], because anybody could sign with an empty secret.
    pub fn new(secret: impl AsRef<[u8]>) -> Result<Self, WebhookError> {
        Self { keys: Vec::new() }.or(secret)
    }

    /// Accepts another secret too. While you replace a secret, both are in use.
    ///
    /// # Errors
    /// [`WebhookError::EmptySecret`].
    pub fn or(mut self, secret: impl AsRef<[u8]>) -> Result<Self, WebhookError> {
        let secret = secret.as_ref();
        if secret.is_empty() {
            return Err(WebhookError::EmptySecret);
        }
        self.keys.push(Hmac::new_from_slice(secret).map_err(|_| WebhookError::EmptySecret)?);
        Ok(self)
    }

    /// Checks the signature of `body`, in constant time (HMAC with SHA-256, RFC 2104).
    ///
    /// `signature` is the value of the `X-Truto-Signature` header. Its digest may be hex, base64 or base64url.
    ///
    /// # Errors
    /// [`WebhookError::MissingSignature`], [`WebhookError::MalformedSignature`], [`WebhookError::WrongSignature`].
    pub fn verify(&self, signature: Option<&str>, body: &[u8]) -> Result<(), WebhookError> {
        let digests = signature::digests(signature.ok_or(WebhookError::MissingSignature)?)?;
        let signed = |key: &Hmac<Sha256>| {
            let mac = key.clone().chain_update(body);
            digests.iter().any(|digest| mac.clone().verify_slice(digest).is_ok())
        };
        if self.keys.iter().any(signed) { Ok(()) } else { Err(WebhookError::WrongSignature) }
    }

    /// Checks the signature of a delivery, and reads its event.
    ///
    /// # Errors
    /// Those of [`verify`](Self::verify), and [`WebhookError::Body`] if the signed body is not an event.
    pub fn read(&self, signature: Option<&str>, body: &[u8]) -> Result<Event, WebhookError> {
        self.verify(signature, body)?;
        serde_json::from_slice(body).map_err(|error| WebhookError::Body(error.to_string()))
    }
}

impl core::fmt::Debug for Webhook {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Webhook").field("keys", &self.keys.len()).finish()
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
    use hmac::{Hmac, KeyInit, Mac};
    use sha2::Sha256;

    use super::*;

    const SECRET: &str = "d5fac1cb-1820-4da7-bfd8-a6b758bcf8ff";
    const BODY: &[u8] = br#"{"id": "1", "event": "test", "payload": {"foo": "bar"}}"#;

    fn digest(secret: &str, body: &[u8]) -> Vec<u8> {
        Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap().chain_update(body).finalize().into_bytes().to_vec()
    }

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
    }

    #[test]
    fn every_spelling_of_the_right_digest_is_accepted() {
        let webhook = Webhook::new(SECRET).unwrap();
        let digest = digest(SECRET, BODY);
        for signature in [
            format!("format=sha256,v={}", hex(&digest)),
            format!("v={}", hex(&digest).to_uppercase()),
            format!("format=sha256, v={}", STANDARD.encode(&digest)),
            format!("v={},format=sha256", URL_SAFE_NO_PAD.encode(&digest)),
            format!("v={},v={}", hex(&[0; 32]), hex(&digest)),
        ] {
            let event = webhook.read(Some(&signature), BODY).unwrap();
            assert_eq!((event.id.as_str(), event.kind), ("1", EventKind::Test), "{signature}");
        }
    }

    #[test]
    fn a_known_answer_is_reproduced() {
        // RFC 4231, test case 2.
        let webhook = Webhook::new("Jefe").unwrap();
        let signature = "v=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        webhook.verify(Some(signature), b"what do ya want for nothing?").unwrap();
        assert!(webhook.verify(Some(signature), b"what do ya want for nothing!").is_err());
    }

    #[test]
    fn either_secret_is_accepted_while_both_are_in_use() {
        let both = Webhook::new("new").unwrap().or("old").unwrap();
        for secret in ["new", "old"] {
            both.verify(Some(&format!("v={}", hex(&digest(secret, BODY)))), BODY).unwrap();
        }
        let other = format!("v={}", hex(&digest("other", BODY)));
        assert!(matches!(both.verify(Some(&other), BODY), Err(WebhookError::WrongSignature)));
    }

    #[test]
    fn what_is_not_signed_is_not_read() {
        let webhook = Webhook::new(SECRET).unwrap();
        assert!(!format!("{webhook:?}").contains(SECRET));
        let good = digest(SECRET, BODY);
        let mut flipped = good.clone();
        flipped[31] ^= 1;
        assert!(matches!(webhook.read(None, BODY), Err(WebhookError::MissingSignature)));
        for wrong in [hex(&flipped), hex(&digest("", BODY)), STANDARD.encode(&flipped)] {
            let refused = webhook.read(Some(&format!("format=sha256,v={wrong}")), BODY);
            assert!(matches!(refused, Err(WebhookError::WrongSignature)), "{wrong}");
        }
        let right = format!("v={}", hex(&good));
        let longer = [BODY, b" "].concat();
        assert!(matches!(webhook.read(Some(&right), &longer), Err(WebhookError::WrongSignature)));
        assert!(matches!(Webhook::new(""), Err(WebhookError::EmptySecret)));
        // The signature is right, but the body is not an event.
        let signed = format!("v={}", hex(&digest(SECRET, b"[]")));
        assert!(matches!(webhook.read(Some(&signed), b"[]"), Err(WebhookError::Body(_))));
    }
}
