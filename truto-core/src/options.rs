//! Settings of a single call, which win over the client's.

use core::time::Duration;

use http::HeaderValue;

use crate::error::Error;
use crate::idempotency;
use crate::random::Random;
use crate::settings::{Backoff, MinThroughput, OnLimit, Overrides, RetryBudget, Settings, for_each_setting};

/// Whether a write carries an idempotency key, and which.
#[derive(Clone, Debug, Default)]
pub(crate) enum Key {
    #[default]
    Fresh,
    Own(String),
    None,
}

/// Settings of a single call, given with [`Account::with`](crate::Account::with).
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), truto_core::Error> {
/// # use std::time::Duration;
/// # use truto_core::{CallOptions, Client, Error, crm::{CreateAssociation, crm_entity}};
/// # let account = Client::builder().token("t").build()?.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
/// let options = CallOptions::new().deadline(Duration::from_secs(5)).idempotency_key("order 17");
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// // A key that no header can carry is found before anything is sent.
/// let error = link.send(&account.with(options)).await.unwrap_err();
/// assert!(matches!(&error, Error::Config(error) if error.setting() == "idempotency_key"), "{error}");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Default)]
pub struct CallOptions {
    overrides: Overrides,
    key: Key,
}

impl CallOptions {
    /// Options that change nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The `Idempotency-Key` of the write: the server answers a repetition under the same key without running it again.
    ///
    /// A key names one write: give each write a handle of its own. It is for callers that repeat a write across
    /// restarts; without one, each call draws its own. How long the server remembers a key is not documented.
    #[must_use]
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.key = Key::Own(key.into());
        self
    }

    /// Sends the write without an `Idempotency-Key`. A `POST` or a `PATCH` is then sent again only when it certainly did not
    /// leave.
    #[must_use]
    pub fn without_idempotency_key(mut self) -> Self {
        self.key = Key::None;
        self
    }

    /// These options, and of what they leave open, what `earlier` ones say.
    pub(crate) fn or(self, earlier: &Self) -> Self {
        let key = match self.key {
            Key::Fresh => earlier.key.clone(),
            key => key,
        };
        Self { overrides: self.overrides.or(&earlier.overrides), key }
    }

    /// `settings`, with what these options say instead.
    pub(crate) fn over(&self, settings: &Settings) -> Settings {
        self.overrides.over(settings)
    }

    /// Whether the key of the write is the caller's own.
    pub(crate) fn has_own_key(&self) -> bool {
        matches!(self.key, Key::Own(_))
    }

    /// The key of one write.
    pub(crate) fn key(&self, random: Random) -> Result<Option<HeaderValue>, Error> {
        match &self.key {
            Key::Fresh => idempotency::fresh(random).map(Some),
            Key::Own(key) => idempotency::own(key).map(Some),
            Key::None => Ok(None),
        }
    }
}

macro_rules! setters {
    ($($(#[$docs:meta])+ $name:ident: $type:ty = $default:expr,)+) => {
        impl CallOptions {
            $($(#[$docs])+
            #[must_use]
            pub fn $name(mut self, $name: $type) -> Self {
                self.overrides.$name = Some($name);
                self
            })+
        }
    };
}
for_each_setting!(setters);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_options_leave_the_earlier_ones_where_they_say_nothing() {
        let second = Duration::from_secs(1);
        let earlier = CallOptions::new().deadline(second).max_attempts(7).idempotency_key("order-17");
        let both = CallOptions::new().max_attempts(2).or(&earlier);
        let settings = both.over(&Settings::default());
        assert_eq!((settings.deadline, settings.max_attempts), (second, 2));
        assert!(matches!(&both.key, Key::Own(key) if key == "order-17"), "{both:?}");
        let keyless = CallOptions::new().without_idempotency_key().or(&earlier);
        assert!(matches!(keyless.key, Key::None), "{keyless:?}");
    }
}
