//! Called by code that the macros write; no stability promise.
//!
//! The expansion of the attribute and of the derives reaches everything here by its path. The macros are
//! pinned to this release of the crate, so any release may change these items. Names that rustc prints in messages to users
//! are elsewhere, in [`builder`](crate::builder) and [`entity`](crate::entity).

pub use crate::contract::builder::value::{extend, maybe};
pub use crate::contract::common::Common;
pub use crate::contract::entity::codec::{deserialize_entity, serialize_entity};
pub use crate::contract::record::deserialize_enum;
pub use crate::contract::shape::probe::{Probe, Unshaped};
pub use crate::endpoint::access::{
    Access, Identity, defaulted, entity, file, identity, list, optional, patch, required,
};
pub use crate::endpoint::document::{deserialize_request, serialize_request};
pub use crate::error::Hidden;
pub use crate::request::decode::RequestReader;
pub use crate::request::encode::field_ref::FieldRef;
#[cfg(feature = "server")]
pub use crate::server::registry::refuse_duplicates;
pub use crate::types::members::{
    Members, ReadRecord, UNKNOWN, debug_record, deserialize_record, given, serialize_record,
};
pub use crate::util::encode::Encode;

#[cfg(feature = "macros")]
pub use truto_macros::ConditionalEndpoint;
