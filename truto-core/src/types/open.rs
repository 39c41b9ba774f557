//! An entity in an answer. The server may add entities at any time.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::contract::entity::UnifiedEntity;

/// An entity in an answer: a known entity, or the name of an entity that was added later.
///
/// ```
/// use truto_core::types::Open;
/// use truto_core::crm::CrmEntity;
///
/// let known: Open<CrmEntity> = serde_json::from_str("\"leads\"").unwrap();
/// assert_eq!(known, Open::Known(CrmEntity::Leads));
/// let later: Open<CrmEntity> = serde_json::from_str("\"deals\"").unwrap();
/// assert_eq!(later, Open::Unknown("deals".to_owned()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Open<E> {
    /// An entity that this version knows.
    Known(E),
    /// The name of an entity that this version does not know.
    Unknown(String),
}

impl<E: UnifiedEntity> Open<E> {
    /// Wire name.
    #[must_use]
    pub fn wire_name(&self) -> &str {
        match self {
            Self::Known(entity) => entity.clone().wire_name(),
            Self::Unknown(name) => name,
        }
    }

    /// The entity, if this version knows it.
    #[must_use]
    pub fn known(&self) -> Option<E> {
        match self {
            Self::Known(entity) => Some(entity.clone()),
            Self::Unknown(_) => None,
        }
    }
}

impl<E: UnifiedEntity> Serialize for Open<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.wire_name())
    }
}

impl<'de, E: UnifiedEntity> Deserialize<'de> for Open<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Ok(E::from_wire_name(&name).map_or_else(|| Self::Unknown(name), Self::Known))
    }
}
