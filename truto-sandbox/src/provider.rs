//! The providers behind the accounts: the entities that they can link, and their formats of answers and errors.
//!
//! The four formats differ on purpose, so that a client that mixes them up is caught.

mod attio;
mod close;
mod pipedrive;
mod salesforce;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use truto_core::Endpoint;
use truto_core::contract::{Contract, Support};
use truto_core::crm::CreateAssociation;

/// The provider behind an account.
///
/// ```
/// use truto_sandbox::Provider;
///
/// assert_eq!(Provider::Close.associable(), ["opportunities", "contacts"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Provider {
    /// Salesforce.
    Salesforce,
    /// Attio.
    Attio,
    /// Close.
    Close,
    /// Pipedrive.
    Pipedrive,
}

/// A record and its links, before they are converted to a provider's format.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LinkedRecord<'a> {
    pub(crate) entity: &'a str,
    pub(crate) id: &'a str,
    /// Kind and id of each linked record.
    pub(crate) links: &'a [(&'a str, &'a str)],
}

impl Provider {
    /// Display name of the provider.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Salesforce => "Salesforce",
            Self::Attio => "Attio",
            Self::Close => "Close",
            Self::Pipedrive => "Pipedrive",
        }
    }

    /// Kinds of record that the associations endpoint can link at this provider.
    #[must_use]
    pub fn associable(self) -> Vec<&'static str> {
        self.supported(CreateAssociation::CONTRACT)
    }

    /// Wire names of the entities that the provider supports at an endpoint.
    pub(crate) fn supported(self, contract: &Contract) -> Vec<&'static str> {
        let support = contract.support_of(&self.name().to_ascii_lowercase());
        let ids = support.and_then(Support::entities).unwrap_or_default();
        ids.iter().filter_map(|id| contract.entity_wire_name(*id)).collect()
    }

    /// Converts a record to the provider's format, without the envelope.
    pub(crate) fn record(self, linked: LinkedRecord<'_>) -> Map<String, Value> {
        match self {
            Self::Salesforce => salesforce::record(linked),
            Self::Attio => attio::record(linked),
            Self::Close => close::record(linked),
            Self::Pipedrive => pipedrive::record(linked),
        }
    }

    /// Adds the caller's `remote_data` to a record, without replacing members.
    pub(crate) fn merge(self, record: &mut Map<String, Value>, extra: &Map<String, Value>) {
        let fields = match (self, record.contains_key("values")) {
            (Self::Attio, true) => record.get_mut("values").and_then(Value::as_object_mut),
            _ => Some(record),
        };
        let Some(fields) = fields else { return };
        for (key, value) in extra {
            fields.entry(key.as_str()).or_insert_with(|| value.clone());
        }
    }

    /// Wraps a record in the provider's envelope, for `raw` and `stream`.
    pub(crate) fn envelope(self, record: Map<String, Value>) -> Value {
        match self {
            Self::Salesforce | Self::Close => Value::Object(record),
            Self::Attio => attio::envelope(&record),
            Self::Pipedrive => pipedrive::envelope(&record),
        }
    }

    /// Makes a refusal in the provider's format.
    pub(crate) fn error(self, field: &str, message: &str) -> Value {
        match self {
            Self::Salesforce => salesforce::error(field, message),
            Self::Attio => attio::error(message),
            Self::Close => close::error(field, message),
            Self::Pipedrive => pipedrive::error(message),
        }
    }
}

/// The ids of the links of a kind, in their order.
fn ids<'a>(linked: LinkedRecord<'a>, kind: &str) -> Vec<&'a str> {
    linked.links.iter().filter(|(of, _)| *of == kind).map(|(_, id)| *id).collect()
}

/// The kinds of the links, in their order, without duplicates.
fn kinds(linked: LinkedRecord<'_>) -> Vec<&str> {
    let mut kinds: Vec<&str> = Vec::new();
    for (kind, _) in linked.links {
        if !kinds.contains(kind) {
            kinds.push(kind);
        }
    }
    kinds
}

/// The members of a JSON literal.
fn fields(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{LinkedRecord, Provider};

    const ALL: [Provider; 4] = [Provider::Salesforce, Provider::Attio, Provider::Close, Provider::Pipedrive];

    #[test]
    fn every_format_names_the_record_and_its_links() {
        let links = [("accounts", "acc-1"), ("leads", "lead-1"), ("accounts", "acc-2")];
        for provider in ALL {
            let linked = LinkedRecord { entity: "contacts", id: "con-1", links: &links };
            let text = provider.envelope(provider.record(linked)).to_string();
            for id in ["con-1", "acc-1", "acc-2", "lead-1"] {
                assert!(text.contains(id), "{provider:?}: {text}");
            }
        }
    }

    #[test]
    fn formats_differ() {
        let linked = LinkedRecord { entity: "contacts", id: "con-1", links: &[] };
        let raw = ALL.map(|provider| provider.envelope(provider.record(linked)));
        assert_eq!(raw[0]["attributes"]["type"], "Contact");
        assert_eq!(raw[1]["data"]["id"]["record_id"], "con-1");
        assert_eq!(raw[2]["id"], "con-1");
        assert_eq!(raw[3]["success"], true);
        assert_eq!(raw[3]["data"]["id"], "con-1");
    }

    #[test]
    fn extra_fields_do_not_overwrite_what_the_provider_wrote() {
        let extra = json!({ "Id": "forged", "Custom__c": 1 });
        let mut record = Provider::Salesforce.record(LinkedRecord { entity: "accounts", id: "001", links: &[] });
        Provider::Salesforce.merge(&mut record, extra.as_object().unwrap());
        assert_eq!(record["Id"], "001");
        assert_eq!(record["Custom__c"], 1);
    }
}
