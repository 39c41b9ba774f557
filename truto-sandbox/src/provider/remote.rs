//! A CRM record as its provider keeps it, for `remote_data` and `raw`.
//!
//! The formats have the look of the real ones: their names, nesting, ids and moments. They do not have every field of them.

mod attio;
mod close;
mod pipedrive;
mod salesforce;

use serde_json::{Map, Value};

use super::Provider;

impl Provider {
    /// Converts a record of the unified CRM model, with the kind and the id of each record that is linked to it.
    pub(crate) fn remote(
        self,
        resource: &str,
        fields: &Map<String, Value>,
        links: &[(String, String)],
    ) -> Map<String, Value> {
        let links: Vec<(&str, &str)> = links.iter().map(|(kind, id)| (kind.as_str(), id.as_str())).collect();
        let mut record = self.record(resource, text(fields, "id"), &links);
        let write = match self {
            Self::Salesforce => salesforce::write,
            Self::Attio => attio::write,
            Self::Close => close::write,
            Self::Pipedrive => pipedrive::write,
        };
        write(&mut record, resource, fields);
        record
    }
}

/// A text member, or an empty text.
fn text<'a>(fields: &'a Map<String, Value>, name: &str) -> &'a str {
    fields.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The id of a reference, or of the first in a list.
fn id_of(value: &Value) -> Option<&str> {
    let one = value.as_array().map_or(Some(value), |items| items.first())?;
    one.get("id")?.as_str()
}

/// The objects of a list.
fn objects(value: &Value) -> impl Iterator<Item = &Map<String, Value>> {
    value.as_array().into_iter().flatten().filter_map(Value::as_object)
}

/// The day of a moment: `2024-09-01`.
fn day(value: &Value) -> Value {
    value.as_str().and_then(|moment| moment.get(..10)).map_or_else(|| value.clone(), Value::from)
}
