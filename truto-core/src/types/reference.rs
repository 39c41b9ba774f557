//! A reference to a record by its id: `{"id": "003Ux000004TbQd"}`.

use serde::de::{Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use crate::contract::shape::{Shape, Shaped};

/// A record, by its id.
///
/// Ids are strings for all providers. An integer in an answer is read as its digits.
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

// By hand, because a derived implementation reads the list `["003Ux"]` as an object.
impl<'de> Deserialize<'de> for Reference {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Reference;

            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("an object with an `id`")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Reference, A::Error> {
                let mut id = None;
                while let Some(key) = members.next_key::<String>()? {
                    if key != "id" {
                        members.next_value::<IgnoredAny>()?;
                    } else if id.replace(members.next_value::<Id>()?).is_some() {
                        return Err(A::Error::duplicate_field("id"));
                    }
                }
                let Id(id) = id.ok_or_else(|| A::Error::missing_field("id"))?;
                Ok(Reference { id })
            }
        }

        struct Id(String);

        impl<'de> Deserialize<'de> for Id {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                id(deserializer).map(Self)
            }
        }

        deserializer.deserialize_struct("Reference", &["id"], Object)
    }
}

/// Reads an id: a string, or an integer as its digits.
pub(crate) fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    struct Id;

    impl Visitor<'_> for Id {
        type Value = String;

        fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
            f.write_str("an id")
        }

        fn visit_str<E: serde::de::Error>(self, id: &str) -> Result<String, E> {
            Ok(id.to_owned())
        }

        fn visit_string<E: serde::de::Error>(self, id: String) -> Result<String, E> {
            Ok(id)
        }

        fn visit_u64<E: serde::de::Error>(self, id: u64) -> Result<String, E> {
            Ok(id.to_string())
        }

        fn visit_i64<E: serde::de::Error>(self, id: i64) -> Result<String, E> {
            Ok(id.to_string())
        }

        fn visit_f64<E: serde::de::Error>(self, id: f64) -> Result<String, E> {
            // A fraction or a rounded integer is not an id.
            Err(E::custom(format_args!("invalid id `{id}`, expected a string or an integer")))
        }
    }

    deserializer.deserialize_any(Id)
}
