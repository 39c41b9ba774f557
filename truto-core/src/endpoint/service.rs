//! The engine as a tower service: an account takes calls and gives answers, and any layer may stand before it.

use core::task::{Context, Poll};

use tower_service::Service;

use crate::client::account::Account;
use crate::endpoint::{Call, Endpoint};
use crate::engine::sending::Sending;
use crate::error::Error;

/// An account carries out the calls of any endpoint.
///
/// It and each of its clones are always ready: a call that has to wait waits in its future, at the limiter of its account. A layer
/// that repeats calls makes new ones, each with an idempotency key of its own, unless the account was given one: leave
/// repeating to the client. A single call is `account.oneshot(call)`.
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
impl<E: Endpoint, P> Service<Call<E>> for Account<P> {
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
