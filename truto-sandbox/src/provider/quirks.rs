//! Where the providers differ from the unified CRM model. The sandbox does it too if it has CRM data.
//!
//! The [page of the crate](crate#crm-data) lists these quirks.

use serde_json::{Map, Value};

use super::Provider;

/// The parents of a note. It needs one of them.
const PARENTS: [&str; 3] = ["contact", "account", "opportunity"];

impl Provider {
    /// The members that the rows of a list lack. Only `get` fills them.
    pub(crate) fn thin_members(self, resource: &str) -> &'static [&'static str] {
        match (self, resource) {
            (Self::Salesforce | Self::Attio, "fields") => &[
                "description",
                "field_groups",
                "is_editable",
                "is_required",
                "is_unique",
                "options",
                "reference_entity",
            ],
            (Self::Close, "contacts") => &["addresses", "custom_fields", "last_activity_at", "tags", "urls"],
            _ => &[],
        }
    }

    /// The filters that the provider ignores without a word.
    pub(crate) fn ignored_filters(self, resource: &str) -> &'static [&'static str] {
        match (self, resource) {
            (Self::Pipedrive, "contacts") => &["email_addresses", "phone_numbers"],
            _ => &[],
        }
    }

    /// The members that a new record needs at this provider and lacks.
    pub(crate) fn missing_members(self, resource: &str, fields: &Map<String, Value>) -> Vec<&'static str> {
        let is_given = |member: &&str| match fields.get(*member) {
            None | Some(Value::Null) => false,
            Some(Value::String(text)) => !text.is_empty(),
            Some(Value::Array(items)) => !items.is_empty(),
            Some(Value::Object(members)) => !members.is_empty(),
            Some(_) => true,
        };
        if resource == "notes" {
            return if PARENTS.iter().any(is_given) { Vec::new() } else { PARENTS.to_vec() };
        }
        self.required_members(resource).iter().copied().filter(|member| !is_given(member)).collect()
    }

    /// The members that every new record needs at this provider.
    fn required_members(self, resource: &str) -> &'static [&'static str] {
        match (self, resource) {
            (Self::Close, "contacts") => &["account"],
            (Self::Close, "tasks") => &["account", "owner", "content"],
            (Self::Pipedrive, "stages") => &["name", "pipeline"],
            (Self::Salesforce | Self::Close | Self::Pipedrive, "accounts")
            | (Self::Salesforce | Self::Attio | Self::Pipedrive, "opportunities")
            | (Self::Close | Self::Pipedrive, "pipelines")
            | (Self::Close, "stages")
            | (_, "projects") => &["name"],
            _ => &[],
        }
    }
}
