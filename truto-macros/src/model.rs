//! The meaning of a declaration: an endpoint with its fields, or an enum with its entities.

mod common;
mod endpoint;
mod entity;
mod krate;
mod names;
mod presence;
mod record;

pub(crate) use common::Takes;
pub(crate) use endpoint::{Endpoint, Field, Place};
pub(crate) use entity::{Entity, Variant};
pub(crate) use krate::Krate;
pub(crate) use names::Names;
pub(crate) use presence::{FileType, Kind, Presence, Value};
pub(crate) use record::{Member, Record};
