//! What the endpoints do: the list of those that the sandbox serves, and the shape of a handler.
//!
//! A handler sees only requests that its contract has let through. It changes the store and says what the provider
//! holds now; formats, pass-through, limits and idempotency are the same for all and live elsewhere.

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

/// Every endpoint that a sandbox serves from the start.
pub(crate) const SERVED: Registry = endpoints![CreateAssociation];

/// What an endpoint does: one line for each whose behaviour is more than to keep what it is sent.
pub(crate) fn handler(contract: &Contract) -> Handler {
    let known: [(&Contract, Handler); 1] = [(CreateAssociation::CONTRACT, associations::create)];
    known.into_iter().find(|(known, _)| *known == contract).map_or(generic, |(_, handler)| handler)
}

/// A request that its contract has let through.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Call<'a> {
    pub(crate) contract: &'static Contract,
    pub(crate) account: &'a Account,
    /// The values of the path by placeholder.
    pub(crate) path: &'a Map<String, Value>,
    /// The body as the contract understands it, without `remote_data`.
    pub(crate) body: &'a Map<String, Value>,
}

/// A record in the unified form, and as its provider holds it.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) unified: Map<String, Value>,
    pub(crate) remote: Map<String, Value>,
}

/// What came of a call.
#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    One(StatusCode, Item),
    List(Vec<Item>),
}

/// The behaviour of an endpoint.
pub(crate) type Handler = fn(Call<'_>, &mut Store) -> Result<Outcome, Refusal>;
