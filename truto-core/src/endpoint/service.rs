//! An account and a client as tower services of calls.

use core::task::{Context, Poll};

use tower_service::Service;

use crate::client::Client;
use crate::client::account::Account;
use crate::client::scope::{AccountScope, ClientScope};
use crate::endpoint::{Call, Endpoint};
use crate::engine::sending::Sending;
use crate::error::Error;

/// An account is a service that carries out the calls of any endpoint.
///
/// It is always ready, and so are its clones: a call waits for the account's limits inside its future. Leave retries to the
/// client: a layer that retries makes new calls, each with its own idempotency key unless the account was given one. A single
/// call is `account.oneshot(call)`.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use tower::{Service, ServiceExt};
/// use truto_core::crm::{CreateAssociation, crm_entity};
/// # let transport = tower::service_fn(|_| async {
/// #     let answer = http::Response::builder().header("content-type", "application/json");
/// #     answer.body(truto_core::transport::Body::from(r#"{"entity_id": "001Ux000003GhNt"}"#.to_owned()))
/// # });
/// # let client = truto_core::Client::builder().token("t").base_url("http://localhost").transport(transport).build()?;
/// # let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
/// let mut ids = account.map_request(|id: &str| {
///     CreateAssociation::builder().entity_id(id).entity(crm_entity::Accounts).call()
/// });
/// let link = ids.ready().await?.call("001Ux000003GhNt").await?;
/// assert_eq!(link.entity_id.as_deref(), Some("001Ux000003GhNt"));
/// # Ok(()) }
/// ```
impl<E: Endpoint<Scope = AccountScope>, P> Service<Call<E>> for Account<P> {
    type Response = E::Response;
    type Error = Error;
    type Future = Sending<E::Response>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, call: Call<E>) -> Self::Future {
        call.send(self)
    }
}

/// A client is a service that carries out the calls of the platform's endpoints, as an account does for its own.
impl<E: Endpoint<Scope = ClientScope>> Service<Call<E>> for Client {
    type Response = E::Response;
    type Error = Error;
    type Future = Sending<E::Response>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, call: Call<E>) -> Self::Future {
        call.send(self)
    }
}
