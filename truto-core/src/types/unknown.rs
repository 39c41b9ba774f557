//! The members of a record that its struct does not declare.

use core::fmt;

use serde::de::{DeserializeOwned, MapAccess};

use crate::types::raw_json::RawJson;

/// What an answer holds beside the declared fields of a record, unparsed and in the order of the answer.
///
/// A record keeps it in its field with `#[truto(unknown)]`, and writes it back. `Debug` shows the names and sizes only.
///
/// ```
/// use truto_core::UnifiedRecord;
/// use truto_core::types::Unknown;
///
/// /// A person.
/// #[derive(UnifiedRecord)]
/// pub struct Contact {
///     /// Id of the record.
///     pub id: String,
///     /// Everything else.
///     #[truto(unknown)]
///     pub unknown: Unknown,
/// }
///
/// let contact: Contact = serde_json::from_str(r#"{"score": 97, "id": "1", "tier": "gold"}"#).unwrap();
/// assert_eq!(contact.unknown.get::<u8>("score").unwrap(), Some(97));
/// assert_eq!(contact.unknown.get::<String>("colour").unwrap(), None);
/// assert_eq!(contact.unknown.raw("tier").unwrap().as_str(), "\"gold\"");
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Unknown {
    members: Vec<(String, RawJson)>,
}

impl Unknown {
    /// Parses the member of this name into a type. `None` if there is no such member.
    ///
    /// # Errors
    /// If the member has another shape.
    pub fn get<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, serde_json::Error> {
        self.raw(name).map(RawJson::parse).transpose()
    }

    /// The member of this name.
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        self.iter().find_map(|(known, value)| (known == name).then_some(value))
    }

    /// The members, in the order of the answer.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &RawJson)> {
        self.members.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// The number of members.
    #[must_use]
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Returns `true` if there are no members.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Takes the value of the key that was read last.
    pub(crate) fn take<'de, A: MapAccess<'de>>(&mut self, name: String, object: &mut A) -> Result<(), A::Error> {
        self.members.push((name, object.next_value()?));
        Ok(())
    }
}

impl fmt::Debug for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
