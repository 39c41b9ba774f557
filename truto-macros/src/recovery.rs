//! Error recovery: each pass reports a slip in the struct as written, and puts what was meant in its place.

mod attributes;
mod misplaced;
mod parameters;
mod structure;
pub(crate) mod types;

pub(crate) use attributes::{check as attributes, check_entities as entity_attributes};
pub(crate) use misplaced::adopt;
pub(crate) use parameters::check as parameters;
pub(crate) use structure::structure;
pub(crate) use types::{Mended, check as types};
