//! The answer to a delete.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

use crate::types::id::Id;
use crate::util::visit::{Key, deserialize_object};

/// The answer to a `DELETE`: the id of the record, if the server sends it.
///
/// An empty object, `null`, an empty body and a 204 are read too. Further members are skipped.
///
/// ```
/// use truto_core::types::Deleted;
///
/// let deleted: Deleted = serde_json::from_str(r#"{"id": 17}"#).unwrap();
/// assert_eq!(deleted.id.as_deref(), Some("17"));
/// assert_eq!(serde_json::from_str::<Deleted>("{}").unwrap().id, None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Deleted {
    /// Id of the deleted record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

impl<'de> Deserialize<'de> for Deleted {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let found = Option::<Found>::deserialize(deserializer)?;
        Ok(Self { id: found.and_then(|Found(id)| id) })
    }
}

/// The id in an object.
struct Found(Option<String>);

deserialize_object!(Found, "an object, with or without an `id`", |members| {
    let mut id = None;
    while let Some(Key(key)) = members.next_key()? {
        if key == "id" {
            id = members.next_value::<Option<Id<Deleted>>>()?.map(Id::into_string);
        } else {
            members.next_value::<IgnoredAny>()?;
        }
    }
    Ok(Found(id))
});

#[cfg(test)]
mod tests {
    use super::Deleted;

    #[test]
    fn a_delete_that_answers_nothing_is_not_an_error() {
        for json in ["null", "{}", r#"{"id": null}"#, r#"{"deleted": true}"#] {
            assert_eq!(serde_json::from_str::<Deleted>(json).unwrap(), Deleted::default(), "{json}");
        }
        let error = serde_json::from_str::<Deleted>("[1]").unwrap_err().to_string();
        assert!(error.contains("an object, with or without an `id`"), "{error}");
    }
}
