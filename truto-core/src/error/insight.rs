//! What Truto knows about the cause of an error.

use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// The longest insight that is read, in bytes: it is kept as a tree, and real insights are less than half as long.
const LONGEST: usize = 64 * 1024;

/// `truto_error_insight`: what Truto knows about the cause of an error. It has any of the documented keys.
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, crm::CreateAssociation, error::Error};
/// # async fn example(link: CreateAssociation, account: &Account) {
/// let Err(Error::Api(refused)) = link.send(account).await else { return };
/// if let Some(insight) = refused.insight() {
///     println!("ask the customer for the scopes {:?}", insight.missing_scopes());
///     println!("slow down: {}", insight.is_rate_limit());
/// }
/// # }
/// ```
#[derive(Clone, PartialEq)]
pub struct Insight(Map<String, Value>);

/// The keys that the API documents.
const KNOWN: &[&str] = &[
    "missing_required_query_parameters",
    "missing_required_body_fields",
    "forbidden_error",
    "rate_limit_error",
    "remote_error",
];

impl Insight {
    /// Reads an insight.
    pub(super) fn read(text: &RawValue) -> Option<Self> {
        let text = Some(text.get()).filter(|text| text.len() <= LONGEST)?;
        serde_json::from_str(text).ok().map(Self)
    }

    /// Query parameters that the provider requires and the request does not have.
    #[must_use]
    pub fn missing_query_parameters(&self) -> Vec<&str> {
        self.names("missing_required_query_parameters", "/value")
    }

    /// Body fields that the provider requires and the request does not have.
    #[must_use]
    pub fn missing_body_fields(&self) -> Vec<&str> {
        self.names("missing_required_body_fields", "/value")
    }

    /// Scopes that the account's connection does not have.
    #[must_use]
    pub fn missing_scopes(&self) -> Vec<&str> {
        self.names("forbidden_error", "/value/missing_scopes")
    }

    /// Whether the cause is a rate limit of Truto or of the provider.
    #[must_use]
    pub fn is_rate_limit(&self) -> bool {
        self.0.contains_key("rate_limit_error")
    }

    /// The insight, unchanged. Never included in `Display` or `Debug`.
    #[must_use]
    pub fn raw(&self) -> &Map<String, Value> {
        &self.0
    }

    fn names(&self, key: &str, pointer: &str) -> Vec<&str> {
        let names = self.0.get(key).and_then(|entry| entry.pointer(pointer)?.as_array());
        names.into_iter().flatten().filter_map(Value::as_str).collect()
    }
}

/// Shows the documented keys, without their values.
impl core::fmt::Debug for Insight {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        // Any other key is text of the server's choice.
        f.debug_set().entries(self.0.keys().filter(|key| KNOWN.contains(&key.as_str()))).finish()
    }
}
