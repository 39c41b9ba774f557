//! The endpoints of the sandbox.
//!
//! An endpoint gets only valid requests. It changes the store and returns the record as the provider has it now. Formats,
//! limits and idempotency are the same for all endpoints and live elsewhere.

mod associations;
mod crm;
mod generic;
mod proxy;
mod target;
mod view;

use http::StatusCode;
use serde_json::{Map, Value};
use truto_core::contract::Contract;
use truto_core::crm::CreateAssociation;
use truto_core::{Endpoint, Registry, endpoints};

pub(crate) use self::view::List;
use crate::answer::refusal::Refusal;
use crate::api::surface::Surface;
use crate::state::accounts::Account;
use crate::state::store::Store;

/// The endpoints of every sandbox.
pub(crate) const SERVED: Registry = endpoints![CreateAssociation];

/// Runs a call with the special behaviour of its endpoint, or else with the generic one.
pub(crate) fn run(call: Call<'_>, store: &mut Store) -> Result<Output, Refusal> {
    if call.contract == CreateAssociation::CONTRACT {
        associations::create(call, store)
    } else if Surface::of(call.contract) == Surface::Proxy {
        proxy::run(call, store)
    } else {
        generic::run(call, store)
    }
}

/// A valid request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Call<'a> {
    pub(crate) contract: &'static Contract,
    pub(crate) account: &'a Account,
    /// The values of the placeholders of the path.
    pub(crate) path: &'a Map<String, Value>,
    /// The checked body, without `remote_data`.
    pub(crate) body: &'a Map<String, Value>,
}

/// A record in the unified form and in the form of its provider.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) unified: Map<String, Value>,
    pub(crate) remote: Map<String, Value>,
}

/// The result of a call.
#[derive(Clone, Debug)]
pub(crate) enum Output {
    One(StatusCode, Item),
    List(List),
    /// The record with this id is gone.
    Deleted(String),
    /// The result of a custom method.
    Called(Value),
}
