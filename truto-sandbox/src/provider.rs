//! The providers behind the accounts: the entities that they can link, and their formats of answers and errors.
//!
//! The four formats differ on purpose, so that a client that mixes them up is caught.

mod id;
mod quirks;
mod remote;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
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

impl Provider {
    pub(crate) const ALL: [Self; 4] = [Self::Salesforce, Self::Attio, Self::Close, Self::Pipedrive];

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

    /// The name of its integration.
    pub(crate) fn slug(self) -> String {
        self.name().to_ascii_lowercase()
    }

    /// The id of its integration.
    pub(crate) fn integration_id(self) -> &'static str {
        match self {
            Self::Salesforce => "1b6f0c52-9a34-4e1d-8c77-20d5e3f9b841",
            Self::Attio => "2c7a1d63-0b45-4f2e-9d88-31e6f40ac952",
            Self::Close => "3d8b2e74-1c56-4a3f-8e99-42f7a51bda63",
            Self::Pipedrive => "4e9c3f85-2d67-4b40-9faa-53a8b62ceb74",
        }
    }

    /// The provider of the integration with this name or id.
    pub(crate) fn of_integration(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|provider| provider.slug() == name || provider.integration_id() == name)
    }

    /// The id of its integration's installation in the environment.
    pub(crate) fn installation_id(self) -> &'static str {
        match self {
            Self::Salesforce => "51ad4096-3e78-4c51-80bb-64b9c73dfc85",
            Self::Attio => "62be51a7-4f89-4d62-91cc-75cad84e0d96",
            Self::Close => "73cf62b8-509a-4e73-a2dd-86dbe95f1ea7",
            Self::Pipedrive => "84d073c9-61ab-4f84-b3ee-97ecfa602fb8",
        }
    }

    /// How its accounts prove who they are.
    pub(crate) fn authentication(self) -> &'static str {
        match self {
            Self::Close => "api_key",
            _ => "oauth2",
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

    /// Converts a record and its links, each with kind and id, to the provider's format, without the envelope.
    pub(crate) fn record(self, entity: &str, id: &str, links: &[(&str, &str)]) -> Map<String, Value> {
        let mut by_kind: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (kind, id) in links {
            by_kind.entry(kind).or_default().push(id);
        }
        let mut record = match self {
            Self::Salesforce => self.sobject(entity, id),
            Self::Attio => {
                let workspace = "14beef7a-99f7-4534-a87e-70b564330a4c";
                let id = json!({ "workspace_id": workspace, "object_id": self.noun(entity), "record_id": id });
                json!({ "id": id, "values": {} })
            }
            Self::Close => json!({ "id": id, "object_type": self.noun(entity) }),
            Self::Pipedrive => json!({ "id": id }),
        };
        for (kind, ids) in by_kind {
            let noun = self.noun(kind);
            match self {
                Self::Salesforce => {
                    let mut name = kind.to_owned();
                    if let Some(first) = name.get_mut(..1) {
                        first.make_ascii_uppercase();
                    }
                    let records: Vec<Value> = ids.into_iter().map(|id| self.sobject(kind, id)).collect();
                    record[name] = json!({ "totalSize": records.len(), "done": true, "records": records });
                }
                Self::Attio => {
                    let references = ids.into_iter().map(|id| json!({ "target_object": noun, "target_record_id": id }));
                    record["values"][format!("associated_{kind}")] = references.collect();
                }
                Self::Close => record[format!("{noun}_ids")] = json!(ids),
                // Two kinds may have the same name.
                Self::Pipedrive => match &mut record[noun] {
                    Value::Array(known) => known.extend(ids.into_iter().map(Value::from)),
                    new => *new = json!(ids),
                },
            }
        }
        match record {
            Value::Object(fields) => fields,
            _ => Map::new(),
        }
    }

    /// A record of Salesforce, without its links.
    fn sobject(self, kind: &str, id: &str) -> Value {
        let noun = self.noun(kind);
        let url = format!("/services/data/v62.0/sobjects/{noun}/{id}");
        json!({ "attributes": { "type": noun, "url": url }, "Id": id })
    }

    /// The provider's name of a kind of record.
    fn noun(self, kind: &str) -> &str {
        match (self, kind) {
            (Self::Salesforce, "accounts" | "organizations") => "Account",
            (Self::Salesforce, "contacts") => "Contact",
            (Self::Salesforce, "leads") => "Lead",
            (Self::Salesforce, "opportunities") => "Opportunity",
            (Self::Salesforce, "users") => "User",
            (Self::Salesforce, "tasks") => "Task",
            (Self::Salesforce, "notes") => "Note",
            (Self::Salesforce, "engagements") => "Event",
            (Self::Salesforce, "stages") => "OpportunityStage",
            (Self::Salesforce, "pipelines") => "Pipeline__c",
            (Self::Salesforce, "projects") => "Project__c",
            (Self::Salesforce, "fields") => "FieldDefinition",
            (Self::Salesforce, "engagement_types") => "RecordType",
            (Self::Salesforce, "views") => "ListView",
            (Self::Salesforce, "workspaces") => "Organization",
            (Self::Attio, "accounts" | "organizations") => "companies",
            (Self::Attio, "contacts") => "people",
            (Self::Attio, "opportunities") => "deals",
            (Self::Close, "opportunities") => "opportunity",
            (Self::Close, other) => other.strip_suffix('s').unwrap_or(other),
            (Self::Pipedrive, "accounts" | "organizations") => "org_ids",
            (Self::Pipedrive, "contacts") => "person_ids",
            (Self::Pipedrive, "leads") => "lead_ids",
            (Self::Pipedrive, "opportunities") => "deal_ids",
            (_, other) => other,
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
            Self::Attio => json!({ "data": record }),
            Self::Pipedrive => json!({ "success": true, "data": record, "additional_data": null }),
        }
    }

    /// Makes a refusal in the provider's format.
    pub(crate) fn error(self, field: &str, message: &str) -> Value {
        match self {
            Self::Salesforce => {
                json!([{ "message": message, "errorCode": "FIELD_INTEGRITY_EXCEPTION", "fields": [field] }])
            }
            Self::Attio => json!({
                "status_code": 400, "type": "invalid_request_error", "code": "validation_type", "message": message,
            }),
            Self::Close => json!({ "errors": [], "field-errors": { (field): message } }),
            Self::Pipedrive => json!({
                "success": false,
                "error": message,
                "error_info": "Please check developers.pipedrive.com for more information about Pipedrive API.",
                "data": null,
                "additional_data": null,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Provider;

    #[test]
    fn every_format_names_the_record_and_its_links() {
        let links = [("accounts", "acc-1"), ("leads", "lead-1"), ("accounts", "acc-2")];
        for provider in Provider::ALL {
            let text = provider.envelope(provider.record("contacts", "con-1", &links)).to_string();
            for id in ["con-1", "acc-1", "acc-2", "lead-1"] {
                assert!(text.contains(id), "{provider:?}: {text}");
            }
        }
    }

    #[test]
    fn formats_differ() {
        let raw = Provider::ALL.map(|provider| provider.envelope(provider.record("contacts", "con-1", &[])));
        assert_eq!(raw[0]["attributes"]["type"], "Contact");
        assert_eq!(raw[1]["data"]["id"]["record_id"], "con-1");
        assert_eq!(raw[2]["id"], "con-1");
        assert_eq!(raw[3]["success"], true);
        assert_eq!(raw[3]["data"]["id"], "con-1");
    }

    #[test]
    fn extra_fields_do_not_overwrite_what_the_provider_wrote() {
        let extra = json!({ "Id": "forged", "Custom__c": 1 });
        let mut record = Provider::Salesforce.record("accounts", "001", &[]);
        Provider::Salesforce.merge(&mut record, extra.as_object().unwrap());
        assert_eq!(record["Id"], "001");
        assert_eq!(record["Custom__c"], 1);
    }
}
