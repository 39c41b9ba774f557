//! What Truto knows about the cause of an error.

use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// No insight of the API's is half as long, in bytes. It is kept as a tree.
const LONGEST: usize = 64 * 1024;

/// `truto_error_insight`: what Truto knows about the cause of an error. Any subset of the documented keys may be there.
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
    /// The insight that `text` is, if it is one.
    pub(super) fn read(text: &RawValue) -> Option<Self> {
        let text = Some(text.get()).filter(|text| text.len() <= LONGEST)?;
        serde_json::from_str(text).ok().map(Self)
    }

    /// Query parameters that the provider requires and the request lacks.
    #[must_use]
    pub fn missing_query_parameters(&self) -> Vec<&str> {
        self.names("missing_required_query_parameters")
    }

    /// Body fields that the provider requires and the request lacks.
    #[must_use]
    pub fn missing_body_fields(&self) -> Vec<&str> {
        self.names("missing_required_body_fields")
    }

    /// Scopes that the account's connection lacks.
    #[must_use]
    pub fn missing_scopes(&self) -> Vec<&str> {
        let scopes = self.value("forbidden_error").and_then(|value| value.get("missing_scopes"));
        scopes.and_then(Value::as_array).map(|scopes| strings(scopes)).unwrap_or_default()
    }

    /// Whether the cause is a rate limit, of Truto's or of the provider's.
    #[must_use]
    pub fn is_rate_limit(&self) -> bool {
        self.0.contains_key("rate_limit_error")
    }

    /// The insight as it came. Never included in `Display` or `Debug`.
    #[must_use]
    pub fn raw(&self) -> &Map<String, Value> {
        &self.0
    }

    fn value(&self, key: &str) -> Option<&Value> {
        self.0.get(key).and_then(|entry| entry.get("value"))
    }

    fn names(&self, key: &str) -> Vec<&str> {
        self.value(key).and_then(Value::as_array).map(|names| strings(names)).unwrap_or_default()
    }
}

/// The keys that are known, without their values.
impl core::fmt::Debug for Insight {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        // A key of the server's may be anything.
        f.debug_set().entries(self.0.keys().filter(|key| KNOWN.contains(&key.as_str()))).finish()
    }
}

fn strings(values: &[Value]) -> Vec<&str> {
    values.iter().filter_map(Value::as_str).collect()
}
