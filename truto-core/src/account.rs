//! An integrated account: the handle that calls are sent with.

use std::sync::Arc;

use crate::engine::{Engine, Exchange};
use crate::error::{ConfigError, Error};
use crate::options::CallOptions;
use crate::random::Random;
use crate::request::Parts;

/// A handle for the calls of one integrated account: the customer's connection to one provider.
///
/// ```
/// # fn main() -> Result<(), truto_core::Error> {
/// use std::time::Duration;
/// use truto_core::{CallOptions, Client};
///
/// let account = Client::builder().token("t").build()?.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
/// let patient = account.with(CallOptions::new().deadline(Duration::from_secs(600)));
/// assert_eq!(patient.id(), account.id());
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Account {
    engine: Arc<Engine>,
    id: Arc<str>,
    options: Option<Arc<CallOptions>>,
}

impl Account {
    pub(crate) fn new(engine: Arc<Engine>, id: &str) -> Result<Self, Error> {
        if !is_uuid(id) {
            let found: String = id.chars().take(64).collect();
            return Err(ConfigError::new(
                "integrated_account_id",
                format!("is not a UUID, found `{}`", found.escape_debug()),
                "give the id of an integrated account, such as `62f44730-dd91-461e-bd6a-aedd9e0ad79d`",
            )
            .into());
        }
        Ok(Self { engine, id: id.into(), options: None })
    }

    /// The `integrated_account_id`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The same account with settings for a single call. They replace those of an earlier `with`.
    #[must_use]
    pub fn with(&self, options: CallOptions) -> Self {
        Self { engine: Arc::clone(&self.engine), id: Arc::clone(&self.id), options: Some(Arc::new(options)) }
    }

    /// Where random bytes come from.
    pub(crate) fn random(&self) -> Random {
        self.engine.random
    }

    /// One exchange with the server, not begun yet.
    pub(crate) fn execute(&self, parts: Result<Parts, Error>) -> Exchange {
        Exchange::new(Arc::clone(&self.engine), parts, self.options.as_deref())
    }
}

impl core::fmt::Debug for Account {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let mut debug = f.debug_struct("Account");
        debug.field("id", &self.id).field("engine", &self.engine);
        if let Some(options) = &self.options {
            debug.field("options", options);
        }
        debug.finish()
    }
}

/// Whether `text` is a UUID in its usual form (RFC 9562 section 4): 8-4-4-4-12 hexadecimal digits.
fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests {
    use super::is_uuid;

    #[test]
    fn only_the_usual_form_is_a_uuid() {
        assert!(is_uuid("62f44730-dd91-461e-bd6a-aedd9e0ad79d"));
        assert!(is_uuid("62F44730-DD91-461E-BD6A-AEDD9E0AD79D"));
        for text in [
            "",
            "62f44730dd91461ebd6aaedd9e0ad79d",
            "62f44730-dd91-461e-bd6a-aedd9e0ad79g",
            "../../../../../../../../../../../..",
        ] {
            assert!(!is_uuid(text), "{text}");
        }
    }
}
