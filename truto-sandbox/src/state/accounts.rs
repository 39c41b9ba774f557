//! The integrated accounts: one for each provider of the associations endpoint, one read-only, and one blocked.
//!
//! Their ids never change, so that tests and shell commands can name them.

use serde::Serialize;
use uuid::Uuid;

use crate::provider::Provider;

/// The query parameter that names the account of a call.
pub(crate) const ACCOUNT: &str = "integrated_account_id";

/// Ids of the accounts that every sandbox has.
///
/// ```
/// let sandbox = truto_sandbox::Sandbox::builder().in_process();
/// assert_eq!(sandbox.accounts().salesforce, "62f44730-dd91-461e-bd6a-aedd9e0ad79d");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Accounts {
    /// A Salesforce account: links accounts and opportunities.
    pub salesforce: &'static str,
    /// An Attio account: links accounts, opportunities and contacts.
    pub attio: &'static str,
    /// A Close account: links opportunities and contacts.
    pub close: &'static str,
    /// A Pipedrive account: links leads and contacts.
    pub pipedrive: &'static str,
    /// A read-only Salesforce account: it answers 405 to every write.
    #[serde(skip)]
    pub read_only: &'static str,
    /// A blocked Salesforce account: it answers 503 to every call.
    #[serde(skip)]
    pub blocked: &'static str,
}

impl Accounts {
    pub(crate) const WELL_KNOWN: Self = Self {
        salesforce: "62f44730-dd91-461e-bd6a-aedd9e0ad79d",
        attio: "0b2d8f6e-51c4-4f0a-9d37-6a1e84c2b5f1",
        close: "c7a913d4-2e68-4b95-8f12-3d70e5a9c604",
        pipedrive: "9e4f60b7-8a3d-4c21-b5e6-17f2d8093ac5",
        read_only: "3f81c5a2-647e-4d09-a8b3-5c92e0f7146d",
        blocked: "d5607e19-b3f8-4a72-93c1-82e64f0da95b",
    };

    pub(crate) fn all(&self) -> [Account; 6] {
        [
            Account::new(self.salesforce, Provider::Salesforce),
            Account::new(self.attio, Provider::Attio),
            Account::new(self.close, Provider::Close),
            Account::new(self.pipedrive, Provider::Pipedrive),
            Account::new(self.read_only, Provider::Salesforce).read_only(),
            Account::new(self.blocked, Provider::Salesforce).blocked(),
        ]
    }
}

/// An integrated account.
///
/// ```
/// use truto_sandbox::{Account, Provider, Sandbox};
///
/// let extra = Account::new("11111111-2222-4333-8444-555555555555", Provider::Close).read_only();
/// let sandbox = Sandbox::builder().account(extra).in_process();
/// assert!(sandbox.all_accounts().any(|account| account.is_read_only() && account.provider() == Provider::Close));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Account {
    id: String,
    provider: Provider,
    read_only: bool,
    blocked: bool,
}

impl Account {
    /// Creates an account that is connected to this provider. The id must be a UUID, as the API requires.
    #[must_use]
    pub fn new(id: impl Into<String>, provider: Provider) -> Self {
        Self { id: id.into().to_ascii_lowercase(), provider, read_only: false, blocked: false }
    }

    /// Makes the account answer 405 to every write.
    #[must_use]
    pub fn read_only(mut self) -> Self {
        self.read_only = true;
        self
    }

    /// Makes the account answer 503 to every call.
    #[must_use]
    pub fn blocked(mut self) -> Self {
        self.blocked = true;
        self
    }

    /// Id of the account.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The provider behind the account.
    #[must_use]
    pub fn provider(&self) -> Provider {
        self.provider
    }

    /// Whether the account refuses every write.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Whether the account refuses every call.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        self.blocked
    }
}

/// Whether `text` is a UUID with hyphens, in either case.
pub(crate) fn is_uuid(text: &str) -> bool {
    // The length rules out the spellings with braces, with `urn:uuid:` and without hyphens.
    text.len() == 36 && Uuid::try_parse(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{Accounts, is_uuid};

    #[test]
    fn the_well_known_accounts_have_distinct_uuids() {
        let mut ids: Vec<String> = Accounts::WELL_KNOWN.all().iter().map(|account| account.id.clone()).collect();
        assert!(ids.iter().all(|id| is_uuid(id)));
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 6);
    }

    #[test]
    fn only_uuids_with_hyphens_are_accepted() {
        for text in [
            "",
            "abc",
            "62f44730dd91461ebd6aaedd9e0ad79d",
            "62f44730-dd91-461e-bd6a-aedd9e0ad79g",
            "{62f44730-dd91-461e-bd6a-aedd9e0ad79d}",
            "62f44730dd91-461e-bd6a-aedd9e0ad79d-123",
        ] {
            assert!(!is_uuid(text), "{text}");
        }
    }
}
