//! Declarations for [`truto_core`] from the description of a model.
//!
//! A [`description::Model`] comes from our own [file](mod@file) of a model, or from what a connected [`account`] says of itself.
//! [`overrides`] say what a description cannot. [`write`](mod@write) turns the model into the text of a module, and [`output`]
//! brings the text into a folder or compares it with the files that are there.

pub mod account;
pub mod description;
pub mod error;
pub mod file;
mod keep;
mod names;
pub mod output;
pub mod overrides;
mod plan;
mod prose;
mod query;
mod routes;
pub mod schema;
pub mod tree;
pub mod write;
