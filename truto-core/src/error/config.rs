//! Settings that cannot be used: found when a client or an account is built, or before a call is sent.

use crate::error::debug::debug_with_sentence;
use crate::error::{Cause, Context, Error, Outcome};
use crate::util::escaped::Escaped;

/// A setting of the client, the account or the call that cannot be used. Nothing was sent because of it.
///
/// Choosing a format after the call was first polled is such an error, too. It ends that call, which may have been sent before:
/// [`Error::outcome`](crate::Error::outcome) says so. The same holds if a runtime is shut down before its calls end.
///
/// ```
/// # fn main() -> Result<(), truto_core::Error> {
/// use truto_core::{Client, Error};
///
/// let client = Client::builder().token("an-api-token").build()?;
/// let Err(Error::Config(error)) = client.account("salesforce") else { panic!("the id is not a UUID") };
/// assert_eq!(error.setting(), "integrated_account_id");
/// assert!(error.to_string().starts_with("`integrated_account_id` is not a UUID, found `salesforce`"));
/// # Ok(()) }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ConfigError {
    setting: &'static str,
    problem: String,
    fix: &'static str,
    /// The call that had started.
    context: Option<Box<Context>>,
}

impl ConfigError {
    pub(crate) fn new(setting: &'static str, problem: impl Into<String>, fix: &'static str) -> Self {
        Self { setting, problem: problem.into(), fix, context: None }
    }

    /// A format that was chosen after the call had started. Without a context the call had no request to send.
    pub(crate) fn late_format(method: &'static str, context: Option<Context>) -> Self {
        let problem = "was called after the first poll of the call, which ended the call";
        let error = Self::new(method, problem, "choose the format before you await the call");
        Self { context: context.map(Box::new), ..error }
    }

    /// The setting: `base_url`, `token`, `integrated_account_id` …
    #[must_use]
    pub fn setting(&self) -> &str {
        self.setting
    }
}

impl Error {
    /// The runtime that carried out a call was shut down before the call ended. The endpoint is not known anymore.
    pub(crate) fn runtime_ended() -> Self {
        let outcome = Outcome::Unknown;
        let context = Context { endpoint: String::new().into(), outcome, attempts: 0, request_id: None, records: None };
        let error =
            ConfigError::new("runtime", "was shut down before the call ended", "keep it until its calls are done");
        ConfigError { context: Some(Box::new(context)), ..error }.into()
    }
}

impl core::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "`{}` {}: {}", self.setting, Escaped(&self.problem), self.fix)?;
        self.context.as_ref().map_or(Ok(()), |context| context.say_attempts(f))
    }
}

debug_with_sentence!(ConfigError { setting, problem, fix, context });

impl core::error::Error for ConfigError {}

impl Cause for ConfigError {
    fn context(&self) -> Option<&Context> {
        self.context.as_deref()
    }

    fn context_mut(&mut self) -> Option<&mut Context> {
        self.context.as_deref_mut()
    }
}
