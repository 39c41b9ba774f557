//! The signature of a delivery: `format=sha256,v=<hex>`, HMAC with SHA-256 over the body, keyed with the secret of the webhook.

use std::fmt::Write;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The value of the `X-Truto-Signature` header. `None` for a secret that cannot be a key, which no secret is.
pub(crate) fn signature(secret: &str, body: &[u8]) -> Option<String> {
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).ok()?;
    let mut signature = "format=sha256,v=".to_owned();
    for byte in mac.chain_update(body).finalize().into_bytes() {
        write!(signature, "{byte:02x}").ok()?;
    }
    Some(signature)
}

#[cfg(test)]
mod tests {
    use truto_core::webhook::Webhook;

    use super::signature;

    #[test]
    fn the_client_accepts_the_signature() {
        let webhook = Webhook::new("d5fac1cb-1820-4da7-bfd8-a6b758bcf8ff").unwrap();
        let signed = signature("d5fac1cb-1820-4da7-bfd8-a6b758bcf8ff", b"{}").unwrap();
        webhook.verify(Some(&signed), b"{}").unwrap();
        assert!(webhook.verify(Some(&signed), b"[]").is_err());
    }
}
