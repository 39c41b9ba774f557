//! Webhooks: a handler verifies the header and body of a delivery before it parses anything.

use http::Request;
use truto_core::webhook::{Event, EventKind, Webhook, WebhookError};

const SECRET: &str = "d5fac1cb-1820-4da7-bfd8-a6b758bcf8ff";

/// A handler of deliveries.
fn receive(webhook: &Webhook, request: &Request<&[u8]>) -> Result<Event, WebhookError> {
    let signature = request.headers().get("X-Truto-Signature").and_then(|value| value.to_str().ok());
    webhook.read(signature, request.body())
}

#[test]
fn a_signed_delivery_is_parsed() {
    let webhook = Webhook::new(SECRET).unwrap();
    let body: &[u8] = br#"{"id":"1","event":"test","payload":{"foo":"bar"},"environment_id":"2","webhook_id":"3"}"#;
    // From `printf %s '<body>' | openssl dgst -sha256 -hmac <secret>`.
    let delivery = Request::post("/truto")
        .header("x-truto-signature", "format=sha256,v=7160745a6592be602bbd1ac1a693bfb3a86a8d5145dde3b5661a7e4acf3d0485")
        .body(body)
        .unwrap();
    let event = receive(&webhook, &delivery).unwrap();
    assert_eq!((event.kind, event.payload.as_str()), (EventKind::Test, r#"{"foo":"bar"}"#));
    let unsigned = Request::post("/truto").body(body).unwrap();
    assert_eq!(receive(&webhook, &unsigned).unwrap_err(), WebhookError::MissingSignature);
    let changed = delivery.map(|_| &br#"{"id":"1","event":"record:deleted","payload":{}}"#[..]);
    assert_eq!(receive(&webhook, &changed).unwrap_err(), WebhookError::WrongSignature);
}
