//! Unexpected responses: each becomes a typed error with the status and a bounded, redacted excerpt.

use bytes::Bytes;
use http::Response;
use serde::Deserialize;
use truto_core::crm::{Association, CreateAssociation, crm_entity};
use truto_core::error::{DecodeKind, Error, NetworkKind};
use truto_core::{CallOptions, Json};
use truto_sandbox::{Fault, Sandbox};

use crate::support::{TOKEN, answering, client, response};

/// Sends one request without retries to a server with this answer.
async fn answered(answer: impl Fn() -> Response<Bytes> + Clone + Send + 'static) -> Result<Association, Error> {
    let (account, _) = answering(answer);
    let once = account.with(CallOptions::new().max_attempts(1));
    CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads).send(&once).await
}

async fn kind(status: u16, content_type: &'static str, body: &'static str) -> DecodeKind {
    match answered(move || response(status, content_type, body)).await {
        Err(Error::Decode(error)) => {
            assert_eq!(error.status(), status);
            assert!(error.excerpt().len() <= 1024);
            assert_eq!(error.body().as_ref(), body.as_bytes());
            error.kind().clone()
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_body_that_is_not_json_is_named() {
    let html = DecodeKind::ContentType { found: "text/html; charset=utf-8".to_owned() };
    assert_eq!(kind(200, "text/html; charset=utf-8", "<h1>Sign in</h1>").await, html);
    assert_eq!(kind(200, "text/plain", "{}").await, DecodeKind::ContentType { found: "text/plain".to_owned() });
    assert_eq!(kind(200, "application/json", "").await, DecodeKind::Empty);
    assert_eq!(kind(200, "application/json", " \n").await, DecodeKind::Empty);
    assert_eq!(kind(204, "application/json", "").await, DecodeKind::Empty);
    assert!(matches!(kind(200, "application/json", r#"{"entity_id": "1"#).await, DecodeKind::Syntax { .. }));
    assert!(matches!(kind(200, "application/json", "{} trailing").await, DecodeKind::Syntax { .. }));
    assert!(matches!(kind(200, "application/json", "<html>").await, DecodeKind::Syntax { .. }));
}

#[tokio::test]
async fn a_wrong_shape_is_named_with_its_path() {
    for body in ["[]", "\"ok\"", "7", r#"{"unrelated": true}"#, r#"{"result": {"entity_id": "1"}}"#] {
        assert!(matches!(kind(200, "application/json", body).await, DecodeKind::Shape { .. }), "{body}");
    }
    let DecodeKind::Shape { path, reason } =
        kind(200, "application/json", r#"{"associations": {"leads": [{"id": "1"}, {"id": {}}]}}"#).await
    else {
        panic!("an error is expected");
    };
    assert_eq!(path, "associations.leads[1].id");
    assert!(reason.contains("expected an id"), "{reason}");
}

#[tokio::test]
async fn unusual_but_valid_json_is_accepted() {
    for content_type in ["application/json; charset=utf-8", "Application/JSON", "text/json", "application/hal+json"] {
        let link = answered(move || response(201, content_type, r#"{"entity_id": "1"}"#)).await.unwrap();
        assert_eq!(link.entity_id.as_deref(), Some("1"));
    }
    let bare = || Response::builder().body(Bytes::from_static(b"\xef\xbb\xbf{\"entity_id\": \"1\"}")).unwrap();
    assert_eq!(answered(bare).await.unwrap().entity_id.as_deref(), Some("1"));
}

#[tokio::test]
async fn no_content_is_null() {
    let (account, _) = answering(|| response(204, "application/json", ""));
    let request = || CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads);
    assert_eq!(request().send(&account).normalized().decode_as::<Json>().await.unwrap(), Json::Null);
    assert_eq!(request().send(&account).normalized().decode_as::<Option<Association>>().await.unwrap(), None);
    request().send(&account).normalized().decode_as::<()>().await.unwrap();
    let raw = request().send(&account).raw().await.unwrap();
    assert_eq!((raw.status(), raw.bytes().len()), (204, 0));
}

#[tokio::test]
async fn an_error_envelope_with_status_200_is_an_error() {
    let envelope =
        r#"{"statusCode": 422, "error": "Unprocessable Entity", "message": "no", "truto_is_remote_error": true}"#;
    let Err(Error::Api(error)) = answered(move || response(200, "application/json", envelope)).await else {
        panic!("decoded as an association");
    };
    assert_eq!((error.status(), error.message(), error.is_remote()), (422, "no", true));
}

#[tokio::test]
async fn errors_without_an_envelope_are_readable() {
    let Err(error) = answered(|| response(502, "text/html", "<html>\n<b>Bad  gateway</b></html>")).await else {
        panic!("502 is not a success");
    };
    assert_eq!(
        error.to_string(),
        "POST /unified/crm/associations: 502 Bad Gateway: <html> <b>Bad gateway</b></html>; \
         the server may have carried it out"
    );
    let Err(error) = answered(|| response(500, "application/json", "")).await else { panic!("500") };
    assert_eq!(
        error.to_string(),
        "POST /unified/crm/associations: 500 Internal Server Error; the server may have carried it out"
    );
}

#[tokio::test]
async fn a_large_error_shows_an_excerpt_and_keeps_its_bytes() {
    let body = "é".repeat(100_000);
    let bytes = body.len();
    let Err(error) = answered(move || response(400, "text/plain", body.clone())).await else { panic!("400") };
    assert!(error.to_string().len() < 2048 && format!("{error:?}").len() < 8192);
    let Error::Api(api) = error else { panic!("an answer") };
    assert_eq!(api.body().len(), bytes);
}

#[tokio::test]
async fn a_body_over_the_cap_is_refused() {
    let (account, _) = answering(|| response(200, "application/json", format!("\"{}\"", "x".repeat(5000))));
    let small = account.with(CallOptions::new().max_body_bytes(4096));
    let request = || CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads);
    let error = request().send(&small).normalized().decode_as::<String>().await.unwrap_err();
    assert!(matches!(error, Error::TooLarge(_)), "{error:?}");
    assert_eq!(request().send(&account).normalized().decode_as::<String>().await.unwrap().len(), 5000);
}

#[tokio::test]
async fn a_body_that_breaks_off_reports_the_bytes_read() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().salesforce).unwrap();
    let account = account.with(CallOptions::new().max_attempts(1));
    let request = || CreateAssociation::builder().entity_id("1").entity(crm_entity::Accounts);
    sandbox.script(Fault::cut_at(9));
    let Err(Error::Network(error)) = request().send(&account).await else { panic!("cut") };
    assert_eq!(error.kind(), NetworkKind::BodyInterrupted);
    assert_eq!(error.received(), 9);
    assert!(error.request_id().is_some(), "the head had arrived");
    sandbox.script(Fault::close());
    let Err(Error::Network(error)) = request().send(&account).await else { panic!("closed") };
    assert_eq!(error.kind(), NetworkKind::Exchange);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().salesforce).unwrap();
    for status in [301, 302, 303, 307, 308] {
        let status = http::StatusCode::from_u16(status).unwrap();
        let location = http::HeaderValue::from_str(&format!("{}/ping", sandbox.url())).unwrap();
        sandbox.script(Fault::status(status).header(http::header::LOCATION, location));
        let error =
            CreateAssociation::builder().entity_id("1").entity(crm_entity::Accounts).send(&account).await.unwrap_err();
        assert_eq!(error.status(), Some(status.as_u16()), "{error}");
    }
    assert!(sandbox.requests().iter().all(|request| request.path != "/ping"));
}

#[tokio::test]
async fn the_excerpt_shows_no_token() {
    let body = format!("<p>{TOKEN}</p> Bearer {TOKEN} {{\"access_token\": \"other\"}}");
    let Err(error) = answered(move || response(200, "text/html", body.clone())).await else { panic!("html") };
    let shown = format!("{error} {error:?}");
    assert!(!shown.contains(TOKEN) && !shown.contains("other"), "{shown}");
}

#[derive(Debug, Deserialize)]
struct Deep {
    #[allow(dead_code, reason = "only its shape matters")]
    inner: Vec<u8>,
}

#[tokio::test]
async fn messages_of_serde_are_redacted() {
    let (account, _) = answering(|| response(200, "application/json", format!(r#"{{"inner": ["{TOKEN}"]}}"#)));
    let error = CreateAssociation::builder()
        .entity_id("1")
        .entity(crm_entity::Leads)
        .send(&account)
        .normalized()
        .decode_as::<Deep>()
        .await
        .unwrap_err();
    assert!(!format!("{error} {error:?}").contains(TOKEN), "{error}");
    assert!(error.to_string().contains("inner[0]"), "{error}");
}
