//! What is written from the schemas in `tests/schemas/` compiles, without a warning, and every item of it is documented.

#![deny(missing_docs, warnings)]

#[allow(dead_code, reason = "declarations of which the tests use a few")]
pub mod declared;
