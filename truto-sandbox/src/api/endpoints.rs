//! The endpoints of the sandbox, and the signature of their handlers.
//!
//! A handler gets only valid requests. It changes the store and returns the record as the provider has it now. Formats,
//! limits and idempotency are the same for all endpoints and live elsewhere.

mod associations;
mod generic;

use http::StatusCode;
use serde_json::{Map, Value};
use truto_core::contract::Contract;
use truto_core::crm::CreateAssociation;
use truto_core::{Endpoint, Registry, endpoints};

use self::generic::generic;
use crate::answer::refusal::Refusal;
use crate::state::accounts::Account;
use crate::state::store::Store;

/// The endpoints of every sandbox.
pub(crate) const SERVED: Registry = endpoints![CreateAssociation];

/// The behaviour of an endpoint: its own handler, or else the generic one.
pub(crate) fn handler(contract: &Contract) -> Handler {
    let known: [(&Contract, Handler); 1] = [(CreateAssociation::CONTRACT, associations::create)];
    known.into_iter().find(|(known, _)| *known == contract).map_or(generic, |(_, handler)| handler)
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
    List(Vec<Item>),
}

/// The behaviour of an endpoint.
pub(crate) type Handler = fn(Call<'_>, &mut Store) -> Result<Output, Refusal>;
