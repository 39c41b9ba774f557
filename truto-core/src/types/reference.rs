//! A reference to a record by its id: `{"id": "003Ux000004TbQd"}`.

use serde::Serialize;
use serde::de::{Error as _, IgnoredAny};

use crate::contract::shape::{Shape, Shaped};
use crate::types::id::Id;
use crate::util::visit::{Key, deserialize_object};

/// A record, by its id.
///
/// Ids are strings for all providers. An integer in an answer is read as its digits. [`ReferenceTo`](crate::types::ReferenceTo) is a
/// reference to a record of a known type.
///
/// ```
/// use truto_core::Reference;
///
/// let link: Reference = serde_json::from_str(r#"{"id": 9007199254740993}"#).unwrap();
/// assert_eq!(link, Reference::from("9007199254740993"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Reference {
    /// Id of the record.
    pub id: String,
}

impl Reference {
    /// Refers to the record of this id.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

impl From<&Self> for Reference {
    fn from(reference: &Self) -> Self {
        reference.clone()
    }
}

impl<T: Into<String>> From<T> for Reference {
    fn from(id: T) -> Self {
        Self { id: id.into() }
    }
}

impl Shaped for Reference {
    const SHAPE: Shape = Shape::Reference;
}

// As a struct, so that it can be flattened beside the rest of a record.
deserialize_object!(Reference, deserialize_struct("Reference", &["id"]), "an object with an `id`", |members| {
    let mut id = None;
    while let Some(Key(key)) = members.next_key()? {
        if key != "id" {
            members.next_value::<IgnoredAny>()?;
        } else if id.replace(members.next_value()?).is_some() {
            return Err(A::Error::duplicate_field("id"));
        }
    }
    let id: Id<Reference> = id.ok_or_else(|| A::Error::missing_field("id"))?;
    Ok(id.into())
});

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Reference;

    #[test]
    fn a_flattened_reference_takes_its_id_only() {
        #[derive(serde::Deserialize)]
        struct Record {
            #[serde(flatten)]
            link: Reference,
            #[serde(flatten)]
            rest: BTreeMap<String, u8>,
        }

        let record: Record = serde_json::from_str(r#"{"id": 17, "rank": 1}"#).unwrap();
        assert_eq!((record.link.id.as_str(), record.rest), ("17", BTreeMap::from([("rank".to_owned(), 1)])));
    }
}
