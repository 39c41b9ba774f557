//! The answer to a delete.

use serde::Serialize;
use serde::de::IgnoredAny;

use crate::types::id::Id;
use crate::util::visit::deserialize_object;

/// The answer to a `DELETE`: the id of the record, if the server sends it.
///
/// An empty object, an empty body and a 204 are read too. Further members are skipped.
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

deserialize_object!(Deleted, "an object, with or without an `id`", |members| {
    let mut deleted = Deleted::default();
    while let Some(key) = members.next_key::<std::borrow::Cow<'_, str>>()? {
        if key == "id" {
            deleted.id = members.next_value::<Option<Id<Deleted>>>()?.map(Id::into_string);
        } else {
            members.next_value::<IgnoredAny>()?;
        }
    }
    Ok(deleted)
});
