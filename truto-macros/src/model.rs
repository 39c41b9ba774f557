//! What a declaration means: an endpoint with its fields, an enum with its entities.

mod endpoint;
mod entity;
mod file;
mod krate;
mod shape;

pub(crate) use endpoint::{Endpoint, Field, Place};
pub(crate) use entity::{Entity, Variant};
pub(crate) use file::Spelling;
pub(crate) use krate::Krate;
pub(crate) use shape::{Kind, Shape, Value};
