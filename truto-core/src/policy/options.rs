//! Settings of a single call, which win over the client's.

use core::time::Duration;
use std::sync::Arc;

use http::HeaderValue;

use crate::error::Error;
use crate::policy::idempotency;
use crate::policy::settings::{Backoff, MinThroughput, OnLimit, Overrides, RetryBudget, Settings, for_each_setting};
use crate::util::random::Random;

/// Whether a write carries an idempotency key, and which.
#[derive(Clone, Debug, Default)]
pub(crate) enum Key {
    #[default]
    Fresh,
    Own(String),
    None,
}

/// Settings of calls. Each is also a method of the future that `send` returns, which is the place for those of a single call;
/// [`Account::with`](crate::Account::with) takes those that many calls share.
///
/// What the future is given wins over what the account was given, and that over the client's.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), truto_core::Error> {
/// # use std::time::Duration;
/// # use truto_core::{CallOptions, Client, Error, crm::{CreateAssociation, crm_entity}};
/// # let account = Client::builder().token("t").build()?.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
/// let patient = account.with(CallOptions::new().deadline(Duration::from_secs(600)));
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// // A key that no header can carry is found before anything is sent.
/// let error = link.send(&patient).idempotency_key("order 17").await.unwrap_err();
/// assert!(matches!(&error, Error::Config(error) if error.setting() == "idempotency_key"), "{error}");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "options change nothing until a call or an account takes them"]
pub struct CallOptions {
    pub(crate) overrides: Overrides,
    pub(crate) key: Key,
}

impl CallOptions {
    /// Options that change nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// The options that may be changed: of a value that is not shared, always.
    #[expect(clippy::unnecessary_wraps, reason = "a call on its way has none")]
    fn options_mut(&mut self, _: &'static str) -> Option<&mut Self> {
        Some(self)
    }

    /// The options behind a pointer, to be changed: others that hold it keep theirs.
    pub(crate) fn make_mut(shared: &mut Option<Arc<Self>>) -> &mut Self {
        Arc::make_mut(shared.get_or_insert_default())
    }

    /// These options, and of what they leave open, what `earlier` ones say.
    pub(crate) fn with_fallback(self, earlier: &Self) -> Self {
        let key = match self.key {
            Key::Fresh => earlier.key.clone(),
            key => key,
        };
        Self { overrides: self.overrides.with_fallback(&earlier.overrides), key }
    }

    /// `settings`, with what these options say instead.
    pub(crate) fn apply_to(&self, settings: &Settings) -> Settings {
        self.overrides.apply_to(settings)
    }

    /// Whether the key of the write is the caller's own; `None` if it has no key.
    pub(crate) fn has_own_key(&self) -> Option<bool> {
        match self.key {
            Key::Fresh => Some(false),
            Key::Own(_) => Some(true),
            Key::None => None,
        }
    }

    /// The key of one write.
    pub(crate) fn new_key(&self, random: Random) -> Result<Option<HeaderValue>, Error> {
        match &self.key {
            Key::Fresh => idempotency::fresh(random).map(Some),
            Key::Own(key) => idempotency::own(key).map(Some),
            Key::None => Ok(None),
        }
    }
}

/// Writes a method for each setting of a call, and `options` for many. The type gives the options that may be changed with
/// `options_mut`, which is told the name of the method.
macro_rules! setting_methods {
    ({ $($target:tt)+ } $($(#[$docs:meta])+ $name:ident: $type:ty = $default:expr,)+) => {
        $($target)+ {
            /// Takes each option that is set in `options`. What they leave open stays as it is.
            pub fn options(mut self, options: $crate::CallOptions) -> Self {
                if let Some(earlier) = self.options_mut("options") {
                    *earlier = options.with_fallback(earlier);
                }
                self
            }

            $($(#[$docs])+
            pub fn $name(mut self, $name: $type) -> Self {
                if let Some(options) = self.options_mut(stringify!($name)) {
                    options.overrides.$name = Some($name);
                }
                self
            })+
        }
    };
}
pub(crate) use setting_methods;

/// Writes the methods of the idempotency key, as [`setting_methods`] does those of the settings.
macro_rules! key_methods {
    ($($target:tt)+) => {
        $($target)+ {
            /// The `Idempotency-Key` of the write: the server answers a repetition under the same key without running it again.
            ///
            /// It is for callers that repeat a write across restarts; without one, each call draws its own. A key names one
            /// write: a second write under the same key is answered as the first one was, and not carried out. How long the
            /// server remembers a key is not documented. Reads carry no key.
            pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
                if let Some(options) = self.options_mut("idempotency_key") {
                    options.key = $crate::policy::options::Key::Own(key.into());
                }
                self
            }

            /// Sends the write without an `Idempotency-Key`. A `POST` or a `PATCH` is then sent again only if it certainly did
            /// not leave.
            pub fn without_idempotency_key(mut self) -> Self {
                if let Some(options) = self.options_mut("without_idempotency_key") {
                    options.key = $crate::policy::options::Key::None;
                }
                self
            }
        }
    };
}
pub(crate) use key_methods;

for_each_setting!(setting_methods for impl CallOptions);
key_methods!(impl CallOptions);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_options_leave_the_earlier_ones_where_they_say_nothing() {
        let second = Duration::from_secs(1);
        let earlier = CallOptions::new().deadline(second).max_attempts(7).idempotency_key("order-17");
        let both = CallOptions::new().max_attempts(2).with_fallback(&earlier);
        let settings = both.apply_to(&Settings::default());
        assert_eq!((settings.deadline, settings.max_attempts), (second, 2));
        assert!(matches!(&both.key, Key::Own(key) if key == "order-17"), "{both:?}");
        let keyless = CallOptions::new().without_idempotency_key().with_fallback(&earlier);
        assert!(matches!(keyless.key, Key::None), "{keyless:?}");
    }
}
