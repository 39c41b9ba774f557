//! The idempotency key of a write: one for each call, the same on all its attempts.

use bytes::Bytes;
use http::{HeaderName, HeaderValue};
use uuid::Builder;
use uuid::fmt::Hyphenated;

use crate::error::{ConfigError, Error};
use crate::util::random::Random;

pub(crate) const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
const LONGEST: usize = 255;
const SETTING: &str = "idempotency_key";

/// Which key a write has.
#[derive(Clone, Debug, Default)]
pub(crate) enum Key {
    /// A new one.
    #[default]
    Fresh,
    /// The caller's.
    Own(String),
    None,
}

impl Key {
    /// Whether the caller chose the key. `None` without a key.
    pub(crate) fn is_own(&self) -> Option<bool> {
        match self {
            Self::Fresh => Some(false),
            Self::Own(_) => Some(true),
            Self::None => None,
        }
    }

    /// The key as the header of a write.
    pub(crate) fn header(&self, random: Random) -> Result<Option<HeaderValue>, Error> {
        match self {
            Self::Fresh => fresh(random).map(Some),
            Self::Own(key) => own(key).map(Some),
            Self::None => Ok(None),
        }
    }
}

/// A fresh key: a random UUID (version 4).
fn fresh(random: Random) -> Result<HeaderValue, Error> {
    let mut bytes = [0; 16];
    random(&mut bytes)
        .map_err(|error| ConfigError::new(SETTING, format!("cannot be drawn ({error})"), "give a key of your own"))?;
    let mut text = [0; Hyphenated::LENGTH];
    Builder::from_random_bytes(bytes).into_uuid().hyphenated().encode_lower(&mut text);
    // Each attempt shares the text, which lies in the one allocation that counts its owners.
    let key = HeaderValue::from_maybe_shared(Bytes::from_owner(text));
    key.map_err(|_| refused("cannot be drawn"))
}

fn own(key: &str) -> Result<HeaderValue, Error> {
    if key.is_empty() {
        return Err(refused("is empty"));
    }
    if key.len() > LONGEST {
        return Err(refused("is too long"));
    }
    match key.chars().find(|letter| !letter.is_ascii_graphic()) {
        Some(' ') => Err(refused("holds a space")),
        Some(letter) => Err(refused(&format!("holds `{letter}`"))),
        None => HeaderValue::from_str(key).map_err(|_| refused("does not fit into a header")),
    }
}

fn refused(problem: &str) -> Error {
    ConfigError::new(SETTING, problem, "give 1 to 255 visible ASCII characters").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fresh_key_is_a_uuid_of_version_4() {
        let ones: Random = |bytes| {
            bytes.fill(0xff);
            Ok(())
        };
        assert_eq!(fresh(ones).unwrap(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_ne!(fresh(getrandom::fill).unwrap(), fresh(getrandom::fill).unwrap());
    }

    #[test]
    fn a_key_that_no_header_can_carry_is_refused() {
        assert_eq!(own("order-17/line-3").unwrap(), "order-17/line-3");
        for key in ["", "a b", "a\n", "é", &"k".repeat(256)] {
            assert!(own(key).is_err(), "{key:?}");
        }
    }
}
