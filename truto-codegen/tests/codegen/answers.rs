//! Calls of the platform: what is sent, and answers in each form that the sources show.

use std::sync::{Arc, Mutex};

use http_body_util::BodyExt;
use truto_core::platform::{
    CallMcp, CreateIntegratedAccountToken, CreateLinkToken, CreateStaticGate, DeleteDaemonJobRun, DeleteIntegration,
    GetEnvironmentIntegration, GetIntegratedAccount, GetIntegratedAccountCapabilities, ListIntegratedAccountTools,
    ListIntegrationTools, ListIntegrations, ListLogs, ListSyncJobRuns, ProcessIntegratedAccountWebhook,
    RefreshIntegratedAccountCredentials, UpdateIntegration, values::SyncNode,
};
use truto_core::transport::Body;
use truto_core::types::Open;
use truto_core::{Client, DateFilter, Endpoint as _, File, Json, json};

/// What a client sent: the line of the request, its content type and its body.
type Sent = Arc<Mutex<Vec<(String, String, String)>>>;

/// A client whose server answers this to everything.
fn client(answer: &'static str) -> (Client, Sent) {
    let sent = Sent::default();
    let seen = sent.clone();
    let transport = tower::service_fn(move |request: http::Request<Body>| {
        let seen = seen.clone();
        async move {
            let line = format!("{} {}", request.method(), request.uri().path_and_query().unwrap());
            let form = request.headers().get("content-type").map(|form| form.to_str().unwrap().to_owned());
            let body = request.into_body().collect().await?.to_bytes();
            let body = String::from_utf8(body.to_vec()).unwrap();
            seen.lock().unwrap().push((line, form.unwrap_or_default(), body));
            http::Response::builder()
                .header("content-type", "application/json")
                .body(Body::from(answer.to_owned()))
                .map_err(Into::<Box<dyn std::error::Error + Send + Sync>>::into)
        }
    });
    let client = Client::builder().token("t").base_url("http://localhost").transport(transport).build().unwrap();
    (client, sent)
}

fn only(sent: &Sent) -> (String, String, String) {
    let mut sent = sent.lock().unwrap();
    assert_eq!(sent.len(), 1);
    let (line, form, body) = sent.pop().unwrap();
    (line.trim_end_matches('?').to_owned(), form, body)
}

#[tokio::test]
async fn a_list_is_read_from_either_key_and_without_one() {
    for answer in [
        r#"{"result": [{"id": "1", "name": "salesforce"}], "next_cursor": null, "limit": 25}"#,
        r#"{"results": [{"id": "1", "name": "salesforce"}], "next_cursor": null}"#,
        r#"{"results": [], "result": [{"id": "1", "name": "salesforce"}]}"#,
        r#"[{"id": "1", "name": "salesforce"}]"#,
    ] {
        let (client, sent) = client(answer);
        let list = ListIntegrations::builder().sharing("allow").limit(25).items(&client).all(10).await.unwrap();
        assert_eq!((list.len(), list[0].name.as_deref()), (1, Some("salesforce")), "{answer}");
        assert_eq!(only(&sent).0, "GET /integration?limit=25&sharing=allow");
        let tools = ListIntegrationTools::builder().slug_or_id("salesforce").items(&client).all(10).await.unwrap();
        assert_eq!(tools[0].name.as_deref(), Some("salesforce"), "{answer}");
    }
}

#[tokio::test]
async fn either_form_of_the_capabilities_is_read() {
    for answer in [
        r#"{"integration": {"name": "hubspot", "label": "HubSpot"}, "unified": [{"model": "crm", "resource": "contacts", "methods": ["list"]}]}"#,
        r#"{"integration": {"slug": "hubspot", "name": "HubSpot"}, "unified": {"resources": [{"api_name": "crm/contacts", "methods": [{"method": "list"}]}]}}"#,
    ] {
        let (client, sent) = client(answer);
        let ask = GetIntegratedAccountCapabilities::builder().id("7").methods(["list", "get"]).has_description(false);
        let can = ask.send(&client).await.unwrap();
        assert!(can.resource("crm", "contacts").unwrap().has("list"), "{answer}");
        assert_eq!(can.integration.slug.as_deref(), Some("hubspot"));
        let expected = "GET /integrated-account/7/capabilities?methods=list,get&has_description=false";
        assert_eq!(only(&sent).0.replace("%2C", ","), expected);
    }
}

#[tokio::test]
async fn either_spelling_of_a_switch_is_read() {
    for (answer, expected) in [
        (r#"{"id": "1", "is_enabled": false}"#, Some(false)),
        (r#"{"id": "1", "is_active": true}"#, Some(true)),
        (r#"{"id": "1", "is_active": true, "is_enabled": false}"#, Some(false)),
        (r#"{"id": "1"}"#, None),
    ] {
        let (client, _) = client(answer);
        let installed = GetEnvironmentIntegration::builder().id("1").send(&client).await.unwrap();
        assert_eq!(installed.is_enabled(), expected, "{answer}");
    }
}

#[tokio::test]
async fn a_record_keeps_what_no_source_names() {
    let answer = r#"{"id": "7", "status": "blocked", "is_new": 1, "created_at": "2024-09-01 10:00:00",
        "integration": {"id": "1", "name": "hubspot", "config": {"label": "HubSpot"}}, "last_error": null}"#;
    let (client, _) = client(answer);
    let account = GetIntegratedAccount::builder().id("7").send(&client).await.unwrap();
    assert_eq!(account.status, Some(Open::from("blocked")));
    assert_eq!(account.unknown.get::<u8>("is_new").unwrap(), Some(1));
    assert!(account.created_at.is_some());
    assert_eq!(account.integration.unwrap().config.unwrap().label.as_deref(), Some("HubSpot"));
}

#[tokio::test]
async fn a_delete_answers_an_id_and_some_the_whole_record() {
    let (first, _) = client(r#"{"id": "1"}"#);
    let deleted = DeleteIntegration::builder().id("1").send(&first).await.unwrap();
    assert_eq!(deleted.id.as_deref(), Some("1"));
    let (second, _) = client(r#"{"id": "1", "status": "stopped"}"#);
    let stopped = DeleteDaemonJobRun::builder().id("1").send(&second).await.unwrap();
    assert_eq!(stopped.status, Some(Open::from("stopped")));
}

#[tokio::test]
async fn tokens_and_secrets_are_hidden() {
    let (tokens, _) =
        client(r#"{"integrated_account_token": "SECRET", "link_token": "SECRET", "id": "1", "api_token": "SECRET"}"#);
    let one = CreateIntegratedAccountToken::builder().integrated_account_id("7").send(&tokens).await.unwrap();
    let two = CreateLinkToken::builder().tenant_id("acme").context(json!({"key": "SECRET"}));
    let three = CreateStaticGate::builder().name("n").domain("d").environment_id("e").send(&tokens).await.unwrap();
    assert_eq!(one.integrated_account_token.as_deref(), Some("SECRET"));
    assert_eq!(three.secret(), Some("SECRET"));
    let shown = format!("{one:?} {two:?} {:?} {three:?}", two.clone().send(&tokens).await.unwrap());
    assert!(!shown.contains("SECRET"), "{shown}");
}

#[tokio::test]
async fn what_is_sent_has_the_names_of_the_platform() {
    let (client, sent) = client(r#"{"id": "1", "success": true, "result": []}"#);
    let done = RefreshIntegratedAccountCredentials::builder().id("7").send(&client).await.unwrap();
    assert_eq!(done.success, Some(true));
    assert_eq!(only(&sent).2, r#"{"id":"7"}"#);

    UpdateIntegration::builder().id("1").version(3).clear_category().send(&client).await.unwrap();
    let (line, _, body) = only(&sent);
    assert_eq!(line, "PATCH /integration/1");
    assert_eq!(serde_json::from_str::<Json>(&body).unwrap(), json!({"version": 3, "category": null}));

    ListSyncJobRuns::builder().integrated_account_id("7").sort("-created_at").send(&client).await.unwrap();
    assert_eq!(only(&sent).0, "GET /sync-job-run?integrated_account_id=7&sort=-created_at");

    ListIntegratedAccountTools::builder().id("7").tags(["a", "b"]).send(&client).await.unwrap();
    assert_eq!(only(&sent).0.replace("%2C", ","), "GET /integrated-account/7/tools?tags=a,b");

    let since = DateFilter::gt("2024-01-01T00:00:00Z");
    let logs = ListLogs::builder().kind("rapid_bridge").created_at(since).filter(json!({"sync_job_run_id": "9"}));
    logs.send(&client).await.unwrap();
    let line = only(&sent).0.replace("%5B", "[").replace("%5D", "]").replace("%3A", ":");
    assert!(line.starts_with("GET /log?log_type=rapid_bridge&created_at[gt]=2024-01-01T00:00:00"), "{line}");
    assert!(line.ends_with("&log_type_filter[sync_job_run_id]=9"), "{line}");

    let event = File::new(r#"{"a": 1}"#.as_bytes()).content_type("application/json");
    let relay = ProcessIntegratedAccountWebhook::builder().integrated_account_id("7").event(event);
    relay.send(&client).await.unwrap();
    let expected = ("POST /integrated-account-webhook/7", "application/json", r#"{"a": 1}"#);
    assert_eq!(only(&sent), (expected.0.to_owned(), expected.1.to_owned(), expected.2.to_owned()));
}

#[tokio::test]
async fn a_call_of_a_tool_is_json_rpc() {
    let (client, sent) = client(r#"{"jsonrpc": "2.0", "id": 2, "result": {"content": []}}"#);
    let answer = CallMcp::call_tool("7f3c", "list_contacts", json!({"limit": 1})).send(&client).await.unwrap();
    assert_eq!(answer.result.unwrap().as_str(), r#"{"content": []}"#);
    let (line, _, body) = only(&sent);
    let params = json!({"name": "list_contacts", "arguments": {"limit": 1}});
    let expected = json!({"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": params});
    assert_eq!((line.as_str(), serde_json::from_str::<Json>(&body).unwrap()), ("POST /mcp/7f3c", expected));
}

#[test]
fn steps_of_both_runtimes_are_read() {
    let steps = r#"[
        {"name": "a", "type": "request", "resource": "crm/contacts", "method": "list", "depends_on": "b"},
        {"resource": "crm/contacts", "method": "list", "depends_on": ["b"], "query": "$x", "persist": true},
        {"type": "transform", "config": {"expression": "$"}}
    ]"#;
    let steps: Vec<SyncNode> = serde_json::from_str(steps).unwrap();
    assert_eq!(steps[0].depends_on.as_ref().unwrap().as_str(), r#""b""#);
    assert_eq!((steps[1].persist, &steps[2].kind), (Some(true), &Some(Open::from("transform"))));
}
