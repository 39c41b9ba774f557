//! Settings of a call. They override the client's.

use core::time::Duration;

use crate::policy::idempotency::Key;
use crate::policy::settings::{Backoff, MinThroughput, OnLimit, Overrides, RetryBudget, for_each_setting};

/// Settings that calls share, for [`Account::with`](crate::Account::with). For a single call, each setting is also a method of the
/// future that `send` returns.
///
/// Settings of the future override those of the account, which override those of the client.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), truto_core::Error> {
/// # use std::time::Duration;
/// # use truto_core::settings::{Backoff, OnLimit, RetryBudget};
/// # use truto_core::{CallOptions, Client, Error, crm::{CreateAssociation, crm_entity}};
/// # let account = Client::builder().token("t").build()?.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
/// let backoff = Backoff::new(Duration::from_secs(1), Duration::from_secs(60));
/// let budget = RetryBudget::percent(10).reserve(3);
/// let patient = CallOptions::new().deadline(Duration::from_secs(600)).backoff(backoff).retry_budget(budget);
/// // For a job queue of your own: instead of waiting, the error says when to try again.
/// let patient = account.with(patient.on_limit(OnLimit::Fail));
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// // A key that does not fit into a header is refused before anything is sent.
/// let error = link.send(&patient).idempotency_key("order 17").await.unwrap_err();
/// assert!(matches!(&error, Error::Config(error) if error.setting() == "idempotency_key"), "{error}");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "options change nothing until they are passed to a call or an account"]
pub struct CallOptions {
    pub(crate) overrides: Overrides,
    pub(crate) key: Key,
}

impl CallOptions {
    /// Options that change nothing.
    pub fn new() -> Self {
        Self::default()
    }

    #[expect(
        clippy::unnecessary_wraps,
        reason = "`setting_methods` also serves calls that have begun, which return `None`"
    )]
    fn options_mut(&mut self, _: &'static str) -> Option<&mut Self> {
        Some(self)
    }

    /// Takes what these options leave open from `earlier`.
    pub(crate) fn with_fallback(self, earlier: &Self) -> Self {
        let key = match self.key {
            Key::Fresh => earlier.key.clone(),
            key => key,
        };
        Self { overrides: self.overrides.with_fallback(&earlier.overrides), key }
    }
}

/// Writes a method for each setting, and `options`. The type's `options_mut` gets the name of the method and returns the options, or
/// `None` if it is too late to change them.
macro_rules! setting_methods {
    ({ $($target:tt)+ } $($(#[$docs:meta])+ $name:ident: $type:ty = $default:expr,)+) => {
        $($target)+ {
            /// Applies each setting of `options`. What they leave open does not change.
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

/// Writes the methods of the idempotency key.
macro_rules! key_methods {
    ($($target:tt)+) => {
        $($target)+ {
            /// The `Idempotency-Key` of the write. The server answers a repetition under the same key and does not run it again.
            ///
            /// Set it to repeat a write across restarts. Without it, each call draws its own. A key names one write: a second
            /// write under the same key gets the answer of the first and is not carried out. How long the server remembers a
            /// key is not documented. Reads carry no key.
            pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
                if let Some(options) = self.options_mut("idempotency_key") {
                    options.key = $crate::policy::idempotency::Key::Own(key.into());
                }
                self
            }

            /// Sends the write without an `Idempotency-Key`. A `POST` or `PATCH` is then repeated only if it certainly was not
            /// sent.
            pub fn without_idempotency_key(mut self) -> Self {
                if let Some(options) = self.options_mut("without_idempotency_key") {
                    options.key = $crate::policy::idempotency::Key::None;
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
    use crate::policy::settings::Settings;

    #[test]
    fn later_options_leave_the_earlier_ones_where_they_say_nothing() {
        let second = Duration::from_secs(1);
        let earlier = CallOptions::new().deadline(second).max_attempts(7).idempotency_key("order-17");
        let both = CallOptions::new().max_attempts(2).with_fallback(&earlier);
        let settings = both.overrides.apply_to(&Settings::default());
        assert_eq!((settings.deadline, settings.max_attempts), (second, 2));
        assert!(matches!(&both.key, Key::Own(key) if key == "order-17"), "{both:?}");
        let keyless = CallOptions::new().without_idempotency_key().with_fallback(&earlier);
        assert!(matches!(keyless.key, Key::None), "{keyless:?}");
    }
}
