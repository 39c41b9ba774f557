//! An endpoint without its type.

use serde_json::{Map, Value};

use crate::contract::Contract;
use crate::contract::common::Common;
use crate::endpoint::Endpoint;
use crate::endpoint::call::{Call, with_view};
use crate::endpoint::document::{finish, object};
use crate::error::InvalidRequest;
use crate::request::decode::RequestReader;
use crate::request::decode::received::Received;

/// An endpoint as a server sees it: its contract, and a check of incoming requests against it.
///
/// ```
/// use truto_core::server::Registration;
/// use truto_core::crm::CreateAssociation;
///
/// const ASSOCIATIONS: Registration = Registration::of::<CreateAssociation>();
/// let body = serde_json::json!({"entity_id": "1", "entity": "leads", "associations": {"leads": [{"id": "2"}]}});
/// let refused = ASSOCIATIONS.validate(&body).unwrap_err();
/// assert_eq!(refused.failures()[0].path(), "associations.leads");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Registration {
    contract: &'static Contract,
    validate: fn(&Value) -> Result<(), InvalidRequest>,
    receive: fn(Received<'_>) -> Result<Map<String, Value>, InvalidRequest>,
}

impl Registration {
    /// The registration of an endpoint.
    #[must_use]
    pub const fn of<E: Endpoint>() -> Self {
        Self { contract: E::CONTRACT, validate: validate::<E>, receive: receive::<E> }
    }

    /// The endpoint as data.
    #[must_use]
    pub const fn contract(&self) -> &'static Contract {
        self.contract
    }

    /// Checks a request in its JSON form: path, query and header fields at top level, body fields as in the body.
    ///
    /// # Errors
    /// Every failure at once.
    pub fn validate(&self, document: &Value) -> Result<(), InvalidRequest> {
        (self.validate)(document)
    }

    /// Checks a request as it was received, each field in its place, and gives its body as the endpoint understands it: what
    /// came as text is what the fields' types make of it, and files are in their JSON form.
    ///
    /// Query parameters and headers that the endpoint does not declare are left alone, as the API leaves them. The common
    /// parameters are the server's business; of `remote_data` it is checked that it is an object.
    ///
    /// # Errors
    /// Every failure at once. What the client would not send is one: a date that does not exist.
    pub fn receive(&self, received: Received<'_>) -> Result<Map<String, Value>, InvalidRequest> {
        (self.receive)(received)
    }
}

impl Received<'_> {
    /// The request that was sent.
    ///
    /// # Errors
    /// Everything that is wrong with it, as for [`Registration::receive`].
    pub fn read<E: Endpoint>(self) -> Result<E, InvalidRequest> {
        finish(RequestReader::received(E::CONTRACT, self))
    }
}

#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method is not generic over the lifetime of the view"
)]
fn receive<E: Endpoint>(received: Received<'_>) -> Result<Map<String, Value>, InvalidRequest> {
    let request: E = received.read()?;
    with_view(&request, &Common::default(), |view| view.body_as_json())
}

fn validate<E: Endpoint>(document: &Value) -> Result<(), InvalidRequest> {
    Call::<E>::from_document(object(E::CONTRACT, document.clone())?).map(drop)
}
