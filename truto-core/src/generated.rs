//! Called by code that the macros write; no stability promise.
//!
//! The expansion of the attribute and of the derives reaches everything here by its path. It has everything that generated code
//! names, also of other modules and of the standard library: the compiler pays for each segment of a path, in each declaration.
//! The macros are pinned to this release of the crate, so any release may change these items. Names that rustc prints in messages
//! to users stand in [`builder`](crate::builder) and [`entity`](crate::entity) too, and rustc prints those paths.

pub use core::clone::Clone;
pub use core::cmp::{Eq, PartialEq};
pub use core::convert::{From, Into};
pub use core::default::Default;
pub use core::fmt::{Debug, Display, Formatter, Result as FmtResult};
pub use core::hash::{Hash, Hasher};
pub use core::iter::{Extend, IntoIterator};
pub use core::marker::{Copy, PhantomData, Sized};
pub use core::ops::FnOnce;
pub use core::option::Option::{self, None, Some};
pub use core::primitive::{bool, str, u32, usize};
pub use core::result::Result::{self, Err, Ok};
pub use core::str::FromStr;
pub use std::string::String;
pub use std::vec::Vec;

pub use serde::de::MapAccess;
pub use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use crate::client::scope::{AccountHandle, AccountScope, ClientHandle, ClientScope};
pub use crate::contract::builder::setter::*;
pub use crate::contract::builder::state::{Given, Missing, State};
pub use crate::contract::builder::value::{
    FieldValue, extend, extend_list, extend_plain, extend_references, extend_texts, maybe,
};
pub use crate::contract::common::Common;
pub use crate::contract::entity::codec::{deserialize_entity, serialize_entity};
pub use crate::contract::entity::{
    AnyEntity, EntityChoice, EntityGiven, EntityId, EntityInfo, EntityMarker, EntityName, EntityUnset, UnifiedEntity,
    UnknownEntity,
};
pub use crate::contract::provider::{Any, Provider};
pub use crate::contract::record::{Record, RecordContract, RecordField, RecordRef, UnifiedEnum, deserialize_enum};
pub use crate::contract::shape::probe::{Probe, Unshaped};
pub use crate::contract::shape::{Shape, Shaped};
pub use crate::contract::{BodyForm, Contract, Field, Kind, Method, Scope, Style, Support};
pub use crate::endpoint::access::{
    Access, Files, Identity, Member, debug_request, defaulted, entity, file, identity, list, optional, patch, required,
};
pub use crate::endpoint::call::Call;
pub use crate::endpoint::document::{deserialize_request, serialize_request};
pub use crate::endpoint::{Endpoint, PagesOf, Paginated, Writes};
pub use crate::engine::sending::Sending;
pub use crate::error::Hidden;
pub use crate::paging::{Items, Pages};
pub use crate::request::decode::RequestReader;
pub use crate::request::encode::field_ref::FieldRef;
pub use crate::response::page::Page;
#[cfg(feature = "server")]
pub use crate::server::registry::refuse_duplicates;
pub use crate::types::file::File;
pub use crate::types::members::{
    Members, ReadRecord, UNKNOWN, debug_record, deserialize_record, given, serialize_record,
};
pub use crate::types::patch::Patch;
pub use crate::util::encode::Encode;
pub use serde_json::Value as Json;

#[cfg(feature = "macros")]
pub use truto_macros::ConditionalEndpoint;
