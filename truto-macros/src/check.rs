//! Contradictions in a declaration: one rule per file. Each reports a contradiction and removes it from the model, so that
//! the expander gets a sound model whatever the user wrote.

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
mod records;
mod scope;
mod setters;
mod upload;
mod wire_names;

pub(crate) use records::check as record;

use crate::diag::Sink;
use crate::model::{Endpoint, Field, Presence};
use crate::recovery::{Recovered, types};

/// An endpoint without contradictions. Only this module can create it.
pub(crate) struct Checked {
    endpoint: Endpoint,
    pub(crate) recovered: Recovered,
}

impl Checked {
    /// The fields that the builder requires.
    pub(crate) fn required(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| self.is_required(field))
    }

    pub(crate) fn is_required(&self, field: &Field) -> bool {
        field.presence == Presence::Required && !self.recovered.without_setter.contains(&field.name)
    }

    /// True if, after a mistake, builder and struct differ: code that makes the struct from the builder is left out.
    pub(crate) fn is_hollow(&self) -> bool {
        self.recovered.is_struct_different()
            || self.fields.iter().any(|field| field.presence == Presence::Required && !self.is_required(field))
    }
}

impl core::ops::Deref for Checked {
    type Target = Endpoint;

    fn deref(&self) -> &Endpoint {
        &self.endpoint
    }
}

pub(crate) fn endpoint(mut endpoint: Endpoint, mut recovered: Recovered, sink: &mut Sink) -> Checked {
    if let Some(response) = &mut endpoint.response {
        types::response(response, &endpoint.krate.path, sink);
    }
    path::check(&mut endpoint, &mut recovered, sink);
    scope::check(&mut endpoint, sink);
    dates::check(&mut endpoint, &mut recovered, sink);
    places::check(&mut endpoint, &mut recovered, sink);
    body::check(&mut endpoint, &recovered, sink);
    pages::check(&mut endpoint, &mut recovered, sink);
    upload::check(&mut endpoint, &mut recovered, sink);
    headers::check(&mut endpoint, sink);
    entity::check(&mut endpoint, &mut recovered, sink);
    providers::check(&mut endpoint, sink);
    lists::check(&endpoint, &recovered, sink);
    common::check(&endpoint, sink);
    wire_names::check(&endpoint, &recovered, sink);
    setters::check(&endpoint, &mut recovered, sink);
    Checked { endpoint, recovered }
}
