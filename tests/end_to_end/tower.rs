//! Tower: an account is a service under any layer, and any service can be the transport.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use http::{HeaderValue, Request, Response};
use tower::util::MapRequestLayer;
use tower::{ServiceBuilder, ServiceExt, service_fn};
use truto_core::crm::{CreateAssociation, crm_entity};
use truto_core::error::Error;
use truto_core::transport::Body;
use truto_core::{Call, Client, reqwest};
use truto_sandbox::testkit::{FaultServer, Reply};
use truto_sandbox::{Fault, Sandbox};

use crate::support::client;

fn link(id: &str) -> Call<CreateAssociation> {
    CreateAssociation::builder().entity_id(id).entity(crm_entity::Accounts).call()
}

#[tokio::test]
async fn an_account_is_a_service_of_calls() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().salesforce).unwrap();
    let answer = account.clone().oneshot(link("1")).await.unwrap();
    assert_eq!(answer.entity_id.as_deref(), Some("1"));

    // Each worker has a clone of the stack of layers.
    let stack = ServiceBuilder::new().concurrency_limit(2).map_request(|id: &'static str| link(id)).service(account);
    let workers = ["2", "3", "4", "5"].map(|id| tokio::spawn(stack.clone().oneshot(id)));
    for worker in workers {
        worker.await.unwrap().unwrap();
    }
    assert_eq!(sandbox.requests().len(), 5);
}

#[tokio::test]
async fn a_layer_that_repeats_a_call_sends_a_new_call() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().salesforce).unwrap();
    let call = link("1");
    for _ in 0..2 {
        account.clone().oneshot(call.clone()).await.unwrap();
    }
    let requests = sandbox.requests();
    let keys: Vec<_> = requests.iter().map(|request| request.header("idempotency-key")).collect();
    assert!(keys.len() == 2 && keys[0].is_some() && keys[0] != keys[1], "{keys:?}");
}

#[tokio::test]
async fn any_layer_can_wrap_reqwest() {
    let sandbox = Sandbox::builder().in_process();
    let server = FaultServer::in_front_of(&sandbox).await.unwrap();
    let client = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let wire = service_fn(move |request: Request<Body>| {
        let client = client.clone();
        async move {
            let request = reqwest::Request::try_from(request.map(reqwest::Body::wrap))?;
            client.execute(request).await.map(Response::from)
        }
    });
    let passed = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&passed);
    let layer = MapRequestLayer::new(move |mut request: Request<Body>| {
        counter.fetch_add(1, Ordering::Relaxed);
        request.headers_mut().insert("x-served-by", HeaderValue::from_static("imports"));
        request
    });
    let wire = ServiceBuilder::new().layer(layer).service(wire);
    let client = Client::builder().token(sandbox.token()).base_url(server.url()).transport(wire).build().unwrap();
    let account = client.account(sandbox.accounts().salesforce).unwrap();

    // The response to the write is lost. The layer sends the call again under the same key.
    server.script([Reply::reset_after_request().after_handling()]);
    link("1").send(&account).await.unwrap();
    let received = server.received();
    assert_eq!((received.len(), passed.load(Ordering::Relaxed)), (2, 2));
    assert!(received.iter().all(|request| request.header("x-served-by") == Some("imports")));
    assert_eq!(received[0].header("idempotency-key"), received[1].header("idempotency-key"));
    assert_eq!(sandbox.remote_calls(account.id()).len(), 1);

    // Errors of reqwest are recognised through a layer.
    server.shutdown().await;
    let error = link("2").send(&account).await.unwrap_err();
    assert!(
        matches!(&error, Error::Network(error) if error.outcome() == truto_core::error::Outcome::NotSent),
        "{error}"
    );
}

#[tokio::test]
async fn a_transport_can_be_any_service() {
    let sandbox = Sandbox::builder().in_process();
    let client = sandbox.client();
    let account = client.build().unwrap().account(sandbox.accounts().close).unwrap();
    sandbox.script(Fault::status(http::StatusCode::UNPROCESSABLE_ENTITY));
    let error = account.oneshot(link("1")).await.unwrap_err();
    assert_eq!(error.status(), Some(422));
}

#[tokio::test]
async fn an_error_of_a_layer_is_shown_without_the_query() {
    type Says = fn(&http::Uri) -> String;
    for says in [
        (|uri| uri.to_string()) as Says,
        |uri| format!("{:?}", uri.path_and_query()),
        |uri| uri.query().unwrap().to_owned(),
    ] {
        let layer = service_fn(move |request: Request<Body>| {
            let said = std::io::Error::other(format!("no route to {}", says(request.uri())));
            async move { Err::<Response<Body>, _>(said) }
        });
        let client = Client::builder().token("t").base_url("https://api.example").transport(layer).max_attempts(1);
        let account = client.build().unwrap().account(crate::support::ACCOUNT).unwrap();
        let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Accounts);
        let error = link.remote_query("email", "ada@hidden.example").send(&account).await.unwrap_err();
        let shown = format!("{error} {error:?}");
        assert!(shown.contains("no route to ") && !shown.contains("hidden"), "{shown}");
    }
}
