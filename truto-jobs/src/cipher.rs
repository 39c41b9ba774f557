//! How requests with secrets are kept: only through a cipher that the user gives.

use std::sync::Arc;

use crate::error::Error;

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Encrypts and decrypts the requests of a ledger. Implement it over the keys of your platform.
///
/// What `encrypt` returns must not be readable without the key, and must be refused by `decrypt` if it was changed: use an
/// authenticated cipher, such as AES-GCM, with a new nonce each time.
pub trait Cipher: Send + Sync + 'static {
    /// The text to store.
    ///
    /// # Errors
    /// Why it cannot be encrypted. The row is then not added.
    fn encrypt(&self, clear: &str) -> Result<String, BoxError>;

    /// The text that was encrypted.
    ///
    /// # Errors
    /// Why it cannot be decrypted. The row is then rejected with this text.
    fn decrypt(&self, stored: &str) -> Result<String, BoxError>;
}

/// Marks an encrypted request. A request in clear text begins with `{`.
const MARK: &str = "sealed:";

/// Whether a stored request is encrypted.
pub(crate) fn is_sealed(stored: &str) -> bool {
    stored.starts_with(MARK)
}

/// The cipher of a ledger, if it has one.
#[derive(Clone, Default)]
pub(crate) struct Keeper(Option<Arc<dyn Cipher>>);

impl Keeper {
    pub(crate) fn new(cipher: impl Cipher) -> Self {
        Self(Some(Arc::new(cipher)))
    }

    /// The text to store. With a cipher, every request is encrypted: each holds people's data.
    pub(crate) fn seal(&self, clear: String, is_sensitive: bool, endpoint: &str) -> Result<String, Error> {
        match &self.0 {
            None if is_sensitive => Err(Error::NeedsCipher { endpoint: endpoint.to_owned() }),
            None => Ok(clear),
            Some(cipher) => match cipher.encrypt(&clear) {
                Ok(sealed) => Ok(format!("{MARK}{sealed}")),
                Err(error) => Err(Error::Cipher { reason: error.to_string() }),
            },
        }
    }

    /// The request.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub(crate) fn open(&self, stored: &str) -> Result<String, String> {
        let Some(sealed) = stored.strip_prefix(MARK) else { return Ok(stored.to_owned()) };
        let Some(cipher) = &self.0 else {
            return Err(
                "the request is encrypted, and this worker has no cipher: give it with `Jobs::cipher`".to_owned()
            );
        };
        cipher.decrypt(sealed).map_err(|error| format!("the request cannot be decrypted: {error}"))
    }
}
