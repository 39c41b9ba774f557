//! An endpoint as a server sees it: registration, routing, requests read back, and schemas.

pub(crate) mod openapi;
pub(crate) mod registration;
pub(crate) mod registry;
pub(crate) mod schema;

pub use crate::request::decode::received::{QueryError, Received, ReceivedQuery};
pub use registration::Registration;
pub use registry::Found;
