//! An endpoint as a value, without its type.

use serde_json::{Map, Value};

use crate::contract::Contract;
use crate::contract::common::Common;
use crate::endpoint::Endpoint;
use crate::endpoint::call::{Call, with_view};
use crate::endpoint::document::{finish, object};
use crate::error::InvalidRequest;
use crate::request::decode::RequestReader;
use crate::request::decode::received::Received;

/// An endpoint as a value: its contract, and the check of requests against it.
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
    /// Registers the endpoint `E`.
    #[must_use]
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "`body_as_json` is not generic over the lifetime of the view"
    )]
    pub const fn of<E: Endpoint>() -> Self {
        Self {
            contract: E::CONTRACT,
            validate: |document| Call::<E>::from_document(object(E::CONTRACT, document.clone())?).map(drop),
            receive: |received| with_view(&received.read::<E>()?, &Common::default(), |view| view.body_as_json()),
        }
    }

    /// Returns the contract of the endpoint.
    #[must_use]
    pub const fn contract(&self) -> &'static Contract {
        self.contract
    }

    /// Checks a request in its JSON form: path, query and header fields at top level, body fields as in the body.
    ///
    /// # Errors
    /// Every failure of the document.
    pub fn validate(&self, document: &Value) -> Result<(), InvalidRequest> {
        (self.validate)(document)
    }

    /// Checks a received request, and returns its body: text is converted by the types of the fields, and files are in their JSON
    /// form.
    ///
    /// Query parameters and headers that the endpoint does not declare are ignored, as the API does. The server handles the common
    /// parameters itself; only `remote_data` has to be an object.
    ///
    /// # Errors
    /// Every failure of the request. A value that the client would not send is a failure, such as a date that does not exist.
    pub fn receive(&self, received: Received<'_>) -> Result<Map<String, Value>, InvalidRequest> {
        (self.receive)(received)
    }
}

impl Received<'_> {
    /// Decodes the request.
    ///
    /// # Errors
    /// Every failure of the request, as [`Registration::receive`] returns them.
    pub fn read<E: Endpoint>(self) -> Result<E, InvalidRequest> {
        finish(RequestReader::received(E::CONTRACT, self))
    }
}
