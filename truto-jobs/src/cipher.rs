//! How requests with secrets are kept: only through a cipher that the user gives.

use std::borrow::Cow;
use std::sync::Arc;

use truto_core::saved::SavedCall;

use crate::error::{BoxError, Error};
use crate::key::hex;

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

/// A request as the ledger keeps it.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    /// A hash of the request, by which another request is told from it.
    pub(crate) identity: String,
    pub(crate) text: String,
}

/// The cipher of a ledger, if it has one.
#[derive(Clone, Default)]
pub(crate) struct Keeper(Option<Arc<dyn Cipher>>);

impl Keeper {
    pub(crate) fn new(cipher: impl Cipher) -> Self {
        Self(Some(Arc::new(cipher)))
    }

    /// The request as the ledger keeps it.
    pub(crate) fn keep(&self, call: &SavedCall) -> Result<Kept, Error> {
        let clear = serde_json::to_string(call).map_err(|error| Error::refused(error.to_string()))?;
        let text = self.seal(clear, call.is_sensitive(), call.endpoint())?;
        Ok(Kept { identity: hex(&call.identity()), text })
    }

    /// The request that the ledger keeps.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub(crate) fn call(&self, stored: &str) -> Result<SavedCall, String> {
        let text = self.open(stored)?;
        serde_json::from_str(&text).map_err(|error| format!("the request in the ledger cannot be read: {error}"))
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

    fn open<'a>(&self, stored: &'a str) -> Result<Cow<'a, str>, String> {
        let Some(sealed) = stored.strip_prefix(MARK) else { return Ok(Cow::Borrowed(stored)) };
        let Some(cipher) = &self.0 else {
            return Err(
                "the request is encrypted, and this worker has no cipher: give it with `Jobs::cipher`".to_owned()
            );
        };
        cipher.decrypt(sealed).map(Cow::Owned).map_err(|error| format!("the request cannot be decrypted: {error}"))
    }
}
