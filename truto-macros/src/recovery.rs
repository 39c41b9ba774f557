//! Error recovery: each pass reports slips in the struct as written, and replaces them with what was meant.
//!
//! A declaration without mistakes stays unchanged, with an empty [`Recovered`].

mod attributes;
mod misplaced;
mod parameters;
mod recovered;
mod rustc;
mod structure;
pub(crate) mod types;

use syn::DeriveInput;

use crate::diag::Sink;
use crate::grammar::StructKeys;

pub(crate) use attributes::{
    check_entities as entity_attributes, check_names as names_attributes, check_record as record_attributes,
};
pub(crate) use recovered::Recovered;
pub(crate) use rustc::take_duplicates;
pub(crate) use structure::{readable_struct, refuse_other_item};

/// Runs every pass over an endpoint's struct.
pub(crate) fn recover(item: &mut DeriveInput, sink: &mut Sink) -> Recovered {
    let mut recovered = Recovered::default();
    misplaced::adopt(item, &mut recovered, sink);
    attributes::check(item, sink);
    let krate = StructKeys::parse(&item.attrs, "field", &mut Sink::muted()).crate_path();
    parameters::check(item, &krate, sink);
    types::check(item, &krate, &mut recovered, sink);
    recovered
}
