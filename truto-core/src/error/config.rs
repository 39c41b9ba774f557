//! Settings that cannot be used: found while a client or an account is built, or before a call is sent.

use crate::error::debug::debug_with_sentence;
use crate::error::{Context, Outcome};
use crate::util::escaped::Escaped;

/// A setting of the client, the account or the call that cannot be used. Nothing was sent for its sake.
///
/// A format that is chosen after the call was first polled is one, too. It ends that call, which may have been sent before:
/// [`Error::outcome`](crate::Error::outcome) says so. A runtime that is shut down before its calls end is another such setting.
///
/// ```
/// # fn main() -> Result<(), truto_core::Error> {
/// use truto_core::{Client, Error};
///
/// let client = Client::builder().token("an-api-token").build()?;
/// let Err(Error::Config(error)) = client.account("salesforce") else { panic!("that is no id") };
/// assert_eq!(error.setting(), "integrated_account_id");
/// assert!(error.to_string().starts_with("`integrated_account_id` is not a UUID, found `salesforce`"));
/// # Ok(()) }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ConfigError {
    setting: &'static str,
    problem: String,
    fix: &'static str,
    /// The call that was on its way.
    pub(crate) context: Option<Box<Context>>,
}

impl ConfigError {
    pub(crate) fn new(setting: &'static str, problem: impl Into<String>, fix: &'static str) -> Self {
        Self { setting, problem: problem.into(), fix, context: None }
    }

    /// A format that was chosen while the call was on its way; `None` if the call had no request to send.
    pub(crate) fn late_format(method: &'static str, context: Option<Context>) -> Self {
        let problem = "came after the first poll of the call, and ended it".to_owned();
        Self {
            setting: method,
            problem,
            fix: "choose the format before the call is polled",
            context: context.map(Box::new),
        }
    }

    /// The runtime that carried out a call was shut down before the call ended. The endpoint is not known anymore.
    pub(crate) fn runtime_ended() -> Self {
        let outcome = Outcome::Unknown;
        let context = Context { endpoint: String::new(), outcome, attempts: 0, request_id: None, records: None };
        Self {
            setting: "runtime",
            problem: "was shut down before the call ended".to_owned(),
            fix: "keep it until its calls are done",
            context: Some(Box::new(context)),
        }
    }

    /// The setting: `base_url`, `token`, `integrated_account_id` …
    #[must_use]
    pub fn setting(&self) -> &str {
        self.setting
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
