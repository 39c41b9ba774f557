//! An integrated account: the handle for its calls.

use core::marker::PhantomData;
use std::sync::Arc;

use tokio::time::Instant;
use uuid::fmt::Hyphenated;

use crate::contract::provider::{Any, Provider};
use crate::engine::{Caller, Engine, PreparedCall};
use crate::error::{ConfigError, Error};
use crate::policy::limit::LimitState;
use crate::policy::options::CallOptions;
use crate::request::encode::encoded::EncodedRequest;

/// A handle for the calls of one integrated account: the customer's connection to one provider.
///
/// ```
/// # fn main() -> Result<(), truto_core::Error> {
/// use std::time::Duration;
/// use truto_core::provider::Close;
/// use truto_core::{Account, CallOptions, Client};
///
/// let account = Client::builder().token("t").build()?.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
/// let patient = account.with(CallOptions::new().deadline(Duration::from_secs(600)));
/// assert_eq!(patient.id(), account.id());
///
/// // With a provider type, calls that the provider does not support do not compile.
/// let close: Account<Close> = account.provider();
/// # let _ = close;
/// # Ok(()) }
/// ```
pub struct Account<P = Any> {
    handle: Handle,
    provider: PhantomData<fn() -> P>,
}

/// Who calls, and with which options: an [`Account`] without its type parameter, or a client.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "no caller can get a value of it")]
pub struct Handle {
    pub(crate) caller: Caller,
    options: Option<Arc<CallOptions>>,
    pub(crate) provider: Option<&'static str>,
}

impl Account {
    pub(crate) fn new(engine: Arc<Engine>, id: &str) -> Result<Self, Error> {
        // Only the hyphenated form, because the API uses no other.
        let Ok(uuid) = id.parse::<Hyphenated>() else {
            // A longer text may be anything, such as a token.
            let found = match id.len() {
                0..=40 => format!("`{}`", engine.tokens.redactor().clean(id)),
                length => format!("{length} bytes"),
            };
            return Err(ConfigError::new(
                "integrated_account_id",
                format!("is not a UUID, found {found}"),
                "use the id of an integrated account, such as `62f44730-dd91-461e-bd6a-aedd9e0ad79d`",
            )
            .into());
        };
        let limiter = engine.limiters.get(uuid.into_uuid().as_u128());
        Ok(Self::new_for(Handle::new(Caller { engine, limiter, account: Some(id.into()) })))
    }
}

impl<P> Account<P> {
    fn new_for(handle: Handle) -> Self {
        Self { handle, provider: PhantomData }
    }

    /// The `integrated_account_id`.
    #[must_use]
    pub fn id(&self) -> &str {
        self.handle.id().unwrap_or_default()
    }

    /// The same account with a provider type. The server is not asked whether that is its provider.
    #[must_use]
    pub fn provider<Q: Provider>(self) -> Account<Q> {
        Account::new_for(Handle { provider: Some(Q::NAME), ..self.handle })
    }

    /// Name of the provider, if the account has a provider type.
    #[must_use]
    pub fn provider_name(&self) -> Option<&'static str> {
        self.handle.provider
    }

    /// The same account with settings for all its calls. Settings of an earlier `with` stay unless they are set again. Set the
    /// options of a single call after its [`send`](crate::Call::send).
    ///
    /// Do not set an [`idempotency_key`](CallOptions::idempotency_key) here: every write of this handle would carry it, and the
    /// second write would get the answer of the first without being carried out. Set it on the call:
    /// `request.send(&account).idempotency_key(key)`.
    #[must_use]
    pub fn with(&self, options: CallOptions) -> Self {
        let options = match &self.handle.options {
            Some(earlier) => options.with_fallback(earlier),
            None => options,
        };
        Self::new_for(Handle { options: Some(Arc::new(options)), ..self.handle.clone() })
    }

    /// What the limiter of this account knows at this moment, as [`Client::limits`](crate::Client::limits) tells it of all accounts. It
    /// sends nothing.
    ///
    /// ```
    /// # fn main() -> Result<(), truto_core::Error> {
    /// let client = truto_core::Client::builder().token("t").build()?;
    /// let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
    /// let limits = account.limit_state();
    /// assert_eq!(limits.account.as_deref(), Some(account.id()));
    /// assert_eq!((limits.on_the_wire, limits.waiting, limits.opens_in), (0, 0, None));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn limit_state(&self) -> LimitState {
        self.handle.caller.limiter.limit_state(Some(self.id().to_ascii_lowercase()), Instant::now())
    }

    pub(crate) fn handle(&self) -> &Handle {
        &self.handle
    }
}

impl Handle {
    pub(crate) fn new(caller: Caller) -> Self {
        Self { caller, options: None, provider: None }
    }

    /// The `integrated_account_id`. `None` for a client.
    pub(crate) fn id(&self) -> Option<&str> {
        self.caller.account.as_deref()
    }

    pub(crate) fn options_mut(&mut self) -> &mut CallOptions {
        Arc::make_mut(self.options.get_or_insert_default())
    }

    /// A call that has not begun.
    pub(crate) fn prepare(&self, request: Result<EncodedRequest, Error>) -> PreparedCall {
        PreparedCall::new(self.caller.clone(), request, self.options.clone())
    }
}

impl<P> Clone for Account<P> {
    fn clone(&self) -> Self {
        Self::new_for(self.handle.clone())
    }
}

impl<P> core::fmt::Debug for Account<P> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let Handle { caller, options, provider } = &self.handle;
        f.debug_struct("Account")
            .field("id", &self.id())
            .field("provider", provider)
            .field("engine", &caller.engine)
            .field("options", options)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use crate::Client;

    #[test]
    fn only_the_usual_form_is_a_uuid() {
        let client = Client::builder().token("t").build().unwrap();
        for id in ["62f44730-dd91-461e-bd6a-aedd9e0ad79d", "62F44730-DD91-461E-BD6A-AEDD9E0AD79D"] {
            assert_eq!(client.account(id).unwrap().id(), id);
        }
        for id in [
            "",
            "62f44730dd91461ebd6aaedd9e0ad79d",
            "{62f44730-dd91-461e-bd6a-aedd9e0ad79d}",
            "urn:uuid:62f44730-dd91-461e-bd6a-aedd9e0ad79d",
            "62f44730-dd91-461e-bd6a-aedd9e0ad79g",
            "../../../../../../../../../../../..",
        ] {
            assert!(client.account(id).is_err(), "{id}");
        }
    }
}
