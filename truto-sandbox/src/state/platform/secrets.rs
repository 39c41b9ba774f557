//! The secrets in the context of an account: hidden in answers, and left out of events.

use serde_json::{Map, Value};

/// What stands for a secret in an answer.
pub(crate) const REDACTED: &str = "********";
/// The places of secrets.
pub(crate) const SECRETS: [&[&str]; 10] = [
    &["oauth", "token", "access_token"],
    &["oauth", "token", "refresh_token"],
    &["oauth", "token", "access_token_secret"],
    &["api_key"],
    &["api_token"],
    &["token"],
    &["password"],
    &["secret"],
    &["client_secret"],
    &["access_token"],
];

/// Hides all secrets.
pub(crate) fn redact(context: &mut Map<String, Value>) {
    for path in SECRETS {
        if let Some(secret) = at(context, path).filter(|secret| secret.is_string()) {
            *secret = Value::from(REDACTED);
        }
    }
}

/// Removes what holds a secret, and the variables of the environment.
pub(crate) fn remove(context: &mut Map<String, Value>) {
    context.remove("environment_variables");
    for path in SECRETS {
        context.remove(path[0]);
    }
}

/// The value at a path.
pub(crate) fn at<'a>(members: &'a mut Map<String, Value>, path: &[&str]) -> Option<&'a mut Value> {
    let (first, rest) = path.split_first()?;
    let value = members.get_mut(*first)?;
    if rest.is_empty() { Some(value) } else { at(value.as_object_mut()?, rest) }
}
