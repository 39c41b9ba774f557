//! The life cycle of an account, and what the provider's answers do to it.

use std::time::Duration;

use http::{HeaderValue, Method, StatusCode};
use serde_json::{Value, json};
use truto_sandbox::{AccountStatus, Fault, Outcome, Provider, Sandbox};

use crate::caller::{delete, get, link_token, patch, post, text};
use crate::receiver::Receiver;

/// All events.
const EVENTS: [&str; 0] = [];

/// Lists contacts of an account through the proxy, which every sandbox serves.
async fn call(sandbox: &Sandbox, account: &str) -> StatusCode {
    get(sandbox, &format!("/proxy/contacts?integrated_account_id={account}")).await.status
}

/// A refusal of the provider.
fn refused(status: StatusCode) -> Fault {
    Fault::remote(status, "no").path("/proxy/*")
}

#[tokio::test]
async fn a_link_connects_an_account_that_can_be_called() {
    let sandbox = Sandbox::builder().in_process();
    let receiver = Receiver::start().await;
    receiver.register(&sandbox, &EVENTS).await;
    let link = json!({ "tenant_id": "acme", "context": { "color": "blue" }, "region": "eu" });
    let token = text(&post(&sandbox, "/link-token", link).await.ok(), "link_token");
    let id = sandbox.connect_to(&token, Provider::Attio, Outcome::Active).unwrap();
    assert_eq!(sandbox.connect(&token, Outcome::Active), None, "a link token is used once");

    let account = get(&sandbox, &format!("/integrated-account/{id}")).await.ok();
    let shown = ["status", "tenant_id", "region"].map(|name| text(&account, name));
    assert_eq!(shown, ["active", "acme", "eu"]);
    assert_eq!((&account["integration"]["name"], &account["context"]["color"]), (&json!("attio"), &json!("blue")));
    assert_eq!(account["context"]["oauth"]["token"]["access_token"], "********");
    assert_eq!(call(&sandbox, &id).await, StatusCode::OK);
    assert_eq!(get(&sandbox, "/integrated-account?tenant_id=acme").await.rows().len(), 1);

    sandbox.settled().await;
    assert_eq!(receiver.events(), ["integrated_account:created", "integrated_account:active"]);
    let payload = &receiver.payloads("integrated_account:active")[0];
    assert_eq!((&payload["id"], &payload["context"]), (&json!(id), &json!({ "color": "blue" })), "no credentials");

    delete(&sandbox, &format!("/integrated-account/{id}")).await.ok();
    assert_eq!(call(&sandbox, &id).await, StatusCode::NOT_FOUND);
    sandbox.settled().await;
    assert_eq!(receiver.payloads("integrated_account:deleted"), [json!({ "id": id })]);
}

#[tokio::test(start_paused = true)]
async fn a_connection_takes_its_time() {
    let sandbox = Sandbox::builder().step_time(Duration::from_secs(30)).in_process();
    let id = sandbox.connect(&link_token(&sandbox).await, Outcome::Active).unwrap();
    assert_eq!(sandbox.account_status(&id), Some(AccountStatus::Connecting));
    tokio::time::sleep(Duration::from_secs(29)).await;
    assert_eq!(sandbox.account_status(&id), Some(AccountStatus::Connecting));
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(sandbox.account_status(&id), Some(AccountStatus::Active));
}

#[tokio::test]
async fn the_page_of_the_user_ends_a_connection_in_every_way() {
    let sandbox = Sandbox::builder().in_process();
    let receiver = Receiver::start().await;
    receiver.register(&sandbox, &EVENTS).await;
    for (outcome, event) in [
        ("validation_error", "integrated_account:validation_error"),
        ("post_install_error", "integrated_account:post_install_error"),
    ] {
        let token = link_token(&sandbox).await;
        let target = format!("/connect-account?link_token={token}&outcome={outcome}&integration=close");
        let page = get(&sandbox, &target).await.ok();
        assert_eq!((text(&page, "status").as_str(), &page["result"]), (outcome, &json!("error")));
        let target = format!("/integrated-account/{}", text(&page, "integrated_account_id"));
        assert!(get(&sandbox, &target).await.ok()["last_error"].is_string());
        sandbox.settled().await;
        assert_eq!(receiver.events().last().unwrap(), event);
        let run = json!({ "id": page["integrated_account_id"] });
        post(&sandbox, "/integrated-account/run-post-install-actions", run).await.ok();
        assert_eq!(get(&sandbox, &target).await.ok()["status"], "active");
    }
    let token = link_token(&sandbox).await;
    let page = get(&sandbox, &format!("/connect-account?link_token={token}&outcome=connection_error")).await.ok();
    assert_eq!(page["integrated_account_id"], Value::Null);
    sandbox.settled().await;
    assert_eq!(receiver.events().last().unwrap(), "link_token:connection_error");
    assert_eq!(get(&sandbox, &format!("/connect-account?link_token={token}")).await.status, StatusCode::NOT_FOUND);

    let link = json!({ "tenant_id": "acme", "redirect_uri": "https://acme.example/done?x=1" });
    let token = text(&post(&sandbox, "/link-token", link).await.ok(), "link_token");
    let page = get(&sandbox, &format!("/connect-account?link_token={token}")).await;
    let location = page.headers["location"].to_str().unwrap();
    assert_eq!(page.status, StatusCode::FOUND);
    assert!(location.starts_with("https://acme.example/done?x=1&result=success&integrated_account_id="), "{location}");
}

#[tokio::test]
async fn a_401_of_the_provider_asks_for_a_new_authorization_until_a_call_succeeds() {
    let sandbox = Sandbox::builder().in_process();
    let receiver = Receiver::start().await;
    receiver.register(&sandbox, &EVENTS).await;
    let account = sandbox.accounts().attio;
    sandbox.script(refused(StatusCode::UNAUTHORIZED).times(2));
    assert_eq!(call(&sandbox, account).await, StatusCode::UNAUTHORIZED);
    assert_eq!(call(&sandbox, account).await, StatusCode::UNAUTHORIZED);
    let row = get(&sandbox, &format!("/integrated-account/{account}")).await.ok();
    assert_eq!((text(&row, "status"), text(&row, "last_error")), ("needs_reauth".to_owned(), "no".to_owned()));
    let capabilities = get(&sandbox, &format!("/integrated-account/{account}/capabilities")).await.ok();
    assert_eq!(capabilities["account"]["status"], "needs_reauth");

    assert_eq!(call(&sandbox, account).await, StatusCode::OK);
    assert_eq!(sandbox.account_status(account), Some(AccountStatus::Active));
    sandbox.settled().await;
    let events = ["integrated_account:authentication_error", "integrated_account:reactivated"];
    assert_eq!(receiver.events(), events, "a second 401 is no news");

    sandbox.script(Fault::status(StatusCode::UNAUTHORIZED).path("/proxy/*"));
    assert_eq!(call(&sandbox, account).await, StatusCode::UNAUTHORIZED);
    assert_eq!(sandbox.account_status(account), Some(AccountStatus::Active), "this 401 is not the provider's");
}

#[tokio::test]
async fn a_refusal_inside_of_a_batch_counts_too() {
    let sandbox = Sandbox::builder().in_process();
    let account = sandbox.accounts().close;
    sandbox.set_account_status(account, AccountStatus::NeedsReauth);
    let entry = json!({ "resource": "contacts", "method": "list", "persist": true });
    let batch = json!({ "integrated_account_id": account, "resources": [entry] });
    let answer = post(&sandbox, "/batch-request", batch.clone()).await.ok();
    assert_eq!(answer["errors"]["contacts"][0]["truto_is_remote_error"], true);
    patch(&sandbox, &format!("/integrated-account/{account}"), json!({ "status": "active" })).await.ok();
    assert_eq!(post(&sandbox, "/batch-request", batch).await.ok()["errors"]["contacts"], json!([]));
}

#[tokio::test]
async fn a_403_of_the_provider_is_remembered_and_changes_no_status() {
    let sandbox = Sandbox::builder().in_process();
    let account = sandbox.accounts().close;
    sandbox.script(refused(StatusCode::FORBIDDEN));
    assert_eq!(call(&sandbox, account).await, StatusCode::FORBIDDEN);
    let row = get(&sandbox, &format!("/integrated-account/{account}")).await.ok();
    let error = &row["last_forbidden_error"];
    assert_eq!((&error["resource"], &error["method"]), (&json!("contacts"), &json!("list")));
    assert_eq!(row["status"], "active");
}

#[tokio::test]
async fn revoked_credentials_last_until_the_account_is_connected_again() {
    let sandbox = Sandbox::builder().in_process();
    let receiver = Receiver::start().await;
    receiver.register(&sandbox, &EVENTS).await;
    let account = sandbox.accounts().salesforce;
    assert!(sandbox.set_account_status(account, AccountStatus::NeedsReauth));
    for _ in 0..2 {
        let answer = get(&sandbox, &format!("/proxy/contacts?integrated_account_id={account}")).await;
        assert_eq!((answer.status, &answer.json()["truto_is_remote_error"]), (StatusCode::UNAUTHORIZED, &json!(true)));
    }
    for action in ["refresh-credentials", "run-post-install-actions"] {
        let answer = post(&sandbox, &format!("/integrated-account/{action}"), json!({ "id": account })).await.ok();
        assert_eq!(answer, json!({ "success": false }), "{action}");
    }

    let link = json!({ "integrated_account_id": account, "persist_previous_context": true });
    let token = text(&post(&sandbox, "/link-token", link).await.ok(), "link_token");
    assert_eq!(sandbox.connect(&token, Outcome::Active).unwrap(), account);
    assert_eq!(call(&sandbox, account).await, StatusCode::OK);
    sandbox.settled().await;
    assert!(!receiver.events().contains(&"integrated_account:reactivated".to_owned()), "{:?}", receiver.events());
    assert_eq!(receiver.events().last().unwrap(), "integrated_account:active");

    sandbox.set_account_status(account, AccountStatus::NeedsReauth);
    let context = json!({ "context": { "api_key": "new" } });
    let changed = patch(&sandbox, &format!("/integrated-account/{account}/credentials"), context).await.ok();
    assert_eq!((&changed["status"], &changed["context"]["api_key"]), (&json!("active"), &json!("********")));
    assert_eq!(call(&sandbox, account).await, StatusCode::OK);
    assert!(!sandbox.set_account_status("nobody", AccountStatus::Active));
}

#[tokio::test]
async fn an_import_connects_and_a_sandbox_account_can_only_be_read() {
    let sandbox = Sandbox::builder().in_process();
    let installed = get(&sandbox, "/environment-integration?integration.name=pipedrive").await.rows().remove(0);
    let new = json!({
        "tenant_id": "acme", "environment_integration_id": installed["id"], "context": { "api_key": "a" },
        "authentication_method": "api_key",
    });
    let account = post(&sandbox, "/integrated-account", new).await;
    assert_eq!((account.status, &account.json()["status"]), (StatusCode::CREATED, &json!("active")));
    let id = text(&account.json(), "id");
    assert_eq!(call(&sandbox, &id).await, StatusCode::OK);

    let copy = post(&sandbox, "/sandbox-integrated-account", json!({ "id": id })).await.ok();
    assert_eq!(copy["integrated_account"]["tenant_id"], "acme");
    let copy = text(&copy, "id");
    assert_ne!(copy, id);
    let written = post(&sandbox, &format!("/proxy/contacts?integrated_account_id={copy}"), json!({})).await;
    assert_eq!(
        (written.status, &written.headers["allow"]),
        (StatusCode::METHOD_NOT_ALLOWED, &HeaderValue::from_static("GET"))
    );

    delete(&sandbox, &format!("/environment-integration/{}", text(&installed, "id"))).await.ok();
    assert_eq!(call(&sandbox, &id).await, StatusCode::NOT_FOUND, "the accounts of an installation go with it");
    assert_eq!(sandbox.account_status(sandbox.accounts().pipedrive), None);
}

#[tokio::test]
async fn a_bulk_delete_tells_its_result() {
    let sandbox = Sandbox::builder().in_process();
    let receiver = Receiver::start().await;
    receiver.register(&sandbox, &["batch_job:completed", "batch_job:dry_run_completed"]).await;
    for _ in 0..2 {
        sandbox.connect(&link_token(&sandbox).await, Outcome::Active).unwrap();
    }
    let query = json!({ "tenant_id": "acme", "status": { "ne": "needs_reauth" } });
    let bulk = async |dry_run: bool| {
        let body = json!({ "query": query, "dry_run": dry_run });
        assert_eq!(post(&sandbox, "/integrated-account/bulk-delete", body).await.ok(), json!({ "success": true }));
        sandbox.settled().await;
        get(&sandbox, "/integrated-account?tenant_id=acme").await.rows().len()
    };
    assert_eq!((bulk(true).await, bulk(false).await), (2, 0));
    assert_eq!(receiver.events(), ["batch_job:dry_run_completed", "batch_job:completed"]);
    assert_eq!(receiver.payloads("batch_job:completed")[0]["results"].as_array().unwrap().len(), 2);
    let wrong = json!({ "query": { "tenent_id": "acme" } });
    assert_eq!(post(&sandbox, "/integrated-account/bulk-delete", wrong).await.failures(), ["tenent_id"]);
}

#[tokio::test]
async fn tests_in_other_languages_set_a_status_by_a_control_route() {
    let sandbox = Sandbox::builder().in_process();
    let account = sandbox.accounts().attio;
    let body = json!({ "account": account, "status": "needs_reauth" });
    crate::caller::send(&sandbox, Method::POST, "/_sandbox/status", "", body.to_string().into()).await.ok();
    assert_eq!(call(&sandbox, account).await, StatusCode::UNAUTHORIZED);
}
