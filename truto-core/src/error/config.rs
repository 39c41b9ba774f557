//! Settings that cannot be used: found while a client or an account is built.

use crate::error::debug::debug_with_sentence;

/// A setting of the client, the account or the call that cannot be used. Nothing was sent.
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
}

impl ConfigError {
    pub(crate) fn new(setting: &'static str, problem: impl Into<String>, fix: &'static str) -> Self {
        Self { setting, problem: problem.into(), fix }
    }

    /// The setting: `base_url`, `token`, `integrated_account_id` …
    #[must_use]
    pub fn setting(&self) -> &str {
        self.setting
    }
}

impl core::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "`{}` {}: {}", self.setting, self.problem, self.fix)
    }
}

debug_with_sentence!(ConfigError { setting, problem, fix });

impl core::error::Error for ConfigError {}
