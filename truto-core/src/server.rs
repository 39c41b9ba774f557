//! An endpoint as a server sees it: registration, routing, and schemas.

pub(crate) mod openapi;
pub mod registry;
pub(crate) mod schema;
