//! What contradicts itself: one rule per file. Each reports, and takes out of the model what it reported, so that what
//! reaches the expander is sound whatever the user wrote.

mod body;
mod common;
mod dates;
mod entity;
mod headers;
mod lists;
mod pages;
mod path;
mod places;
mod providers;
mod setters;
mod upload;
mod wire_names;

use crate::diag::Sink;
use crate::model::Endpoint;
use crate::recovery::types;

/// A sound endpoint. Only this module makes one.
pub(crate) struct Checked(Endpoint);

impl core::ops::Deref for Checked {
    type Target = Endpoint;

    fn deref(&self) -> &Endpoint {
        &self.0
    }
}

/// Checks a declaration.
pub(crate) fn endpoint(mut endpoint: Endpoint, sink: &mut Sink) -> Checked {
    if let Some(response) = &mut endpoint.response {
        types::response(response, &endpoint.krate.path, sink);
    }
    path::check(&mut endpoint, sink);
    dates::check(&mut endpoint, sink);
    places::check(&mut endpoint, sink);
    body::check(&mut endpoint, sink);
    pages::check(&mut endpoint, sink);
    upload::check(&mut endpoint, sink);
    headers::check(&mut endpoint, sink);
    entity::check(&mut endpoint, sink);
    providers::check(&mut endpoint, sink);
    lists::check(&endpoint, sink);
    common::check(&endpoint, sink);
    wire_names::check(&endpoint, sink);
    setters::check(&mut endpoint, sink);
    Checked(endpoint)
}
