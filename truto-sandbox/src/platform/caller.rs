//! Who calls: the holder of the API token, the holder of the token of one account, or anybody.

use super::route::DATA_PLANE;
use crate::answer::refusal::Refusal;
use crate::state::Shared;
use crate::state::platform::tables::{ENDS, text};

/// The rows of the tokens of accounts.
pub(super) const ACCOUNT_TOKENS: &str = "account-token";

/// The caller of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Caller {
    /// The holder of the API token.
    Api,
    /// The holder of the token of this account.
    Account(String),
    /// Anybody. Some routes have a secret in their path instead of a token.
    Anybody,
}

impl Caller {
    /// The account behind a token. `None` if there is no such token, or if its time is over.
    pub(crate) fn of_account_token(shared: &Shared, token: &str) -> Option<Self> {
        shared.platform.if_used(|tables| {
            let row = tables.get(ACCOUNT_TOKENS, token)?;
            let ends = row.get(ENDS).and_then(serde_json::Value::as_i64)?;
            let account = text(row, "integrated_account_id")?;
            (tables.millis() < ends).then(|| Self::Account(account.to_owned()))
        })?
    }

    /// Refuses the token of an account outside of its reach.
    pub(crate) fn check_reach(&self, method: &http::Method, path: &str) -> Result<(), Refusal> {
        let Self::Account(_) = self else { return Ok(()) };
        let is_data = DATA_PLANE.iter().any(|prefix| path.starts_with(prefix));
        let is_own = match *method {
            http::Method::GET | http::Method::PATCH => path == "/integrated-account/me",
            http::Method::POST => path == "/link-token/post-connect-form",
            _ => false,
        };
        if (is_data && !path.starts_with("/unified/meta/")) || is_own {
            return Ok(());
        }
        let message =
            "The token of an integrated account reaches /unified, /proxy, /custom and /integrated-account/me only";
        Err(Refusal::new(http::StatusCode::FORBIDDEN, message))
    }
}

/// Whether a route takes requests without a token.
pub(crate) fn is_open(method: &http::Method, path: &str) -> bool {
    let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| path.starts_with(prefix));
    path == super::connect::PATH
        || (*method == http::Method::GET && starts(&[super::files::PREFIX]))
        || starts(&["/mcp/", "/integrated-account-webhook/", "/environment-integration-webhook/"])
}
