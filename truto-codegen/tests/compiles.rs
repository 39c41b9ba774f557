//! What is written from the schemas in `tests/schemas/` compiles, without a warning, and every item of it is documented.

#![deny(missing_docs, warnings)]

#[path = "declared/mod.rs"]
pub mod declared;
