//! An entity in a document: its name on the wire.

use core::marker::PhantomData;

use crate::contract::entity::{UnifiedEntity, UnknownEntity};

/// Serializes an entity as its name on the wire.
///
/// # Errors
/// The error of `serializer`.
pub fn serialize_entity<E: UnifiedEntity, S: serde::Serializer>(entity: E, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(entity.wire_name())
}

/// Deserializes an entity from its name on the wire.
///
/// # Errors
/// Anything but the name of an entity.
pub fn deserialize_entity<'de, E: UnifiedEntity, D: serde::Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    struct Name<E>(PhantomData<E>);

    impl<E: UnifiedEntity> serde::de::Visitor<'_> for Name<E> {
        type Value = E;

        fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
            f.write_str("the name of an entity")
        }

        fn visit_str<X: serde::de::Error>(self, name: &str) -> Result<E, X> {
            E::from_wire_name(name).ok_or_else(|| X::custom(UnknownEntity::new(name, E::NAMES)))
        }
    }

    deserializer.deserialize_str(Name(PhantomData))
}
