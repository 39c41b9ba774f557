//! The header `X-Truto-Signature`: `format=sha256,v=<digest>`.
//!
//! Truto's documents disagree on the encoding of the digest, and `format` may be missing. So every encoding is accepted, if it
//! holds a digest of 32 bytes.

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use crate::webhook::WebhookError;

/// Bytes of a SHA-256 digest.
const DIGEST: usize = 32;
/// The longest header that is parsed, in bytes.
const MAX_LENGTH: usize = 1024;

const LENIENT: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, LENIENT);

/// The digests in a header, at least one.
pub(super) fn digests(header: &str) -> Result<Vec<[u8; DIGEST]>, WebhookError> {
    if header.len() > MAX_LENGTH {
        return Err(WebhookError::MalformedSignature);
    }
    let mut digests = Vec::new();
    for part in header.split(',') {
        match part.trim().split_once('=') {
            Some(("v", digest)) => digests.push(decode(digest).ok_or(WebhookError::MalformedSignature)?),
            Some(("format", "sha256")) => {}
            _ => return Err(WebhookError::MalformedSignature),
        }
    }
    if digests.is_empty() { Err(WebhookError::MalformedSignature) } else { Ok(digests) }
}

fn decode(text: &str) -> Option<[u8; DIGEST]> {
    // Base64 of a digest is shorter.
    if text.len() == 2 * DIGEST {
        let mut digest = [0; DIGEST];
        for (byte, pair) in digest.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            let digit = |at: usize| char::from(pair[at]).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
            *byte = digit(0)? << 4 | digit(1)?;
        }
        return Some(digest);
    }
    let bytes = STANDARD.decode(text).or_else(|_| URL_SAFE.decode(text)).ok()?;
    bytes.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_no_digest_is_refused() {
        for header in [
            "",
            ",",
            "v",
            "v=",
            "v=12",
            "format=sha256",
            "format=sha512,v=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            "v=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec38zz",
            "v=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843,x",
            "v=\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\
             \u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}",
            &format!("v={}", "a".repeat(2000)),
        ] {
            assert_eq!(digests(header), Err(WebhookError::MalformedSignature), "{header}");
        }
    }
}
