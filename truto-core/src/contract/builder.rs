//! The common parts of all builders: the traits of their setters, the states of their fields, and how they take a value.

pub(crate) mod setter;
pub(crate) mod state;
pub(crate) mod value;
