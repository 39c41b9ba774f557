//! Calls of the platform, which are sent to the client and whose writes no key protects.

use std::sync::{Arc, Mutex};

use serde_json::json;
use truto_core::error::{Error, Outcome};
use truto_core::{Checkpoint, Client, unified_endpoint};
use truto_sandbox::testkit::{FaultServer, Reply};

use crate::support::{
    ACCOUNT, Kind, MILLISECOND, SECOND, TOKEN, builder_answered, contact, failed, fine, json_answer, quick_client,
};

crate::faults! {
    "platform";
    "the answer to a `POST` or a `PATCH` is lost" => "unknown outcome, never sent again, with or without a key of the caller's":
        writes_whose_answer_is_lost on socket;
    "the answer to a `GET`, a `PUT` or a `DELETE` is lost" => "retried; a `DELETE` that happened is a success":
        what_http_makes_safe on socket;
    "a write meets 429, or no connection" => "429 is an error, not retried; without a connection the write was not sent, and is retried":
        writes_that_were_not_carried_out on socket;
    "the token's 500 calls in 10 s are used up" => "calls of the platform wait, calls of accounts go on":
        the_window_of_the_token on paused_clock;
    "a list is resumed with another token" => "an error, nothing sent": a_checkpoint_of_another_token on socket;
}

#[unified_endpoint(GET, "/environment/{id}")]
struct GetEnvironment {
    id: String,
}

#[unified_endpoint(POST, "/webhook")]
struct CreateWebhook {
    target_url: String,
}

#[unified_endpoint(PATCH, "/webhook/{id}")]
struct UpdateWebhook {
    id: String,
    target_url: String,
}

#[unified_endpoint(PUT, "/webhook/{id}")]
struct ReplaceWebhook {
    id: String,
    target_url: String,
}

#[unified_endpoint(DELETE, "/webhook/{id}", response = Option<truto_core::Json>)]
struct DeleteWebhook {
    id: String,
}

#[unified_endpoint(GET, "/log", paginated)]
struct ListLogs {}

async fn server_and_client() -> (FaultServer, Client) {
    let server = FaultServer::start().await.unwrap();
    server.otherwise(fine());
    let client = quick_client(&server.url()).build().unwrap();
    (server, client)
}

/// The faults after which nobody knows whether a write happened.
fn lost_answers() -> [Reply; 5] {
    [
        Reply::close_after_request(),
        Reply::reset_after_request(),
        fine().cut_in_head(),
        Reply::status(502),
        Reply::json(200, &contact()).cut_at(4),
    ]
}

async fn writes_whose_answer_is_lost() {
    for (number, lost) in lost_answers().into_iter().enumerate() {
        let (server, client) = server_and_client().await;
        server.script([lost.clone(), lost.clone(), lost.clone()]);
        let calls = [
            CreateWebhook::builder().target_url("u").send(&client),
            UpdateWebhook::builder().id("1").target_url("u").send(&client),
            CreateWebhook::builder().target_url("u").send(&client).idempotency_key("own"),
        ];
        for (sent, call) in (1..).zip(calls) {
            let error = failed(call.await, TOKEN);
            assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 1), "{number}: {error}");
            assert_eq!(server.received().len(), sent, "{number}: {error}");
        }
        let keys: Vec<Option<String>> =
            server.received().iter().map(|request| request.header("idempotency-key").map(str::to_owned)).collect();
        assert_eq!(keys, [None, None, Some("own".to_owned())], "a key that the caller gave is sent");
    }
}

async fn what_http_makes_safe() {
    for lost in lost_answers() {
        let (server, client) = server_and_client().await;
        server.script([
            lost.clone(),
            fine(),
            lost.clone(),
            fine(),
            lost,
            Reply::json(404, &json!({ "message": "gone" })),
        ]);
        GetEnvironment::builder().id("1").send(&client).await.unwrap();
        ReplaceWebhook::builder().id("1").target_url("u").send(&client).await.unwrap();
        DeleteWebhook::builder().id("1").send(&client).await.unwrap();
        assert_eq!(server.received().len(), 6);
        for request in server.received() {
            assert!(!request.target.contains('?'), "{}", request.target);
            assert_eq!(request.header("idempotency-key"), None);
        }
    }
}

async fn writes_that_were_not_carried_out() {
    let (server, client) = server_and_client().await;
    server.script([Reply::status(429).header("retry-after", "1")]);
    let error = failed(CreateWebhook::builder().target_url("u").send(&client).await, TOKEN);
    assert_eq!((error.outcome(), error.attempts()), (Outcome::Rejected, 1), "{error}");
    assert_eq!(server.received().len(), 1);
    let client = quick_client(&FaultServer::refused_url().await.unwrap()).build().unwrap();
    let error = failed(CreateWebhook::builder().target_url("u").send(&client).await, TOKEN);
    assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 4));
}

async fn the_window_of_the_token() {
    const LIMIT: usize = 500;
    // Answers until the limit is reached, and says how much is left.
    let answered: Arc<Mutex<(usize, Option<tokio::time::Instant>)>> = Arc::default();
    let refused: Arc<Mutex<Vec<Option<String>>>> = Arc::default();
    let told = Arc::clone(&refused);
    let builder = builder_answered(move |request| {
        let mut state = answered.lock().unwrap();
        let of_account = request.uri().query().is_some_and(|query| query.contains("integrated_account_id"));
        let now = tokio::time::Instant::now();
        let end = *state.1.get_or_insert(now + 10 * SECOND);
        if now >= end {
            *state = (0, Some(now + 10 * SECOND));
        }
        let is_free = of_account || state.0 < LIMIT;
        state.0 += usize::from(is_free && !of_account);
        let answer = if is_free {
            json_answer(200, &contact())
        } else {
            let mut answer = json_answer(429, &json!({}));
            answer.headers_mut().insert("retry-after", "10".parse().unwrap());
            answer
        };
        async move {
            tokio::time::sleep(MILLISECOND).await;
            answer
        }
    });
    let client = builder
        .on_rate_limit(move |limit| told.lock().unwrap().push(limit.account().map(str::to_owned)))
        .deadline(60 * SECOND)
        .build()
        .unwrap();
    let account = client.account(ACCOUNT).unwrap();
    let start = tokio::time::Instant::now();
    let calls: Vec<_> = (0..=LIMIT).map(|_| tokio::spawn(GetEnvironment::builder().id("1").send(&client))).collect();
    tokio::time::sleep(SECOND).await;
    let elapsed = start.elapsed();
    let limits = client.limits();
    assert_eq!((limits[0].account.as_deref(), limits[0].waiting), (None, 1), "{limits:?}");
    assert!(limits[0].opens_in.is_some_and(|opens_in| opens_in > 8 * SECOND), "{limits:?}");
    assert_eq!((limits[1].account.as_deref(), limits[1].opens_in), (Some(ACCOUNT), None));
    Kind::Read.call(&account, "").await.unwrap();
    assert!(start.elapsed() < elapsed + SECOND, "the account does not wait for the token's window");
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert!((10 * SECOND..14 * SECOND).contains(&start.elapsed()), "{:?}", start.elapsed());
    assert_eq!(*refused.lock().unwrap(), [None], "one call learns it for all");
}

async fn a_checkpoint_of_another_token() {
    let (server, client) = server_and_client().await;
    server.otherwise(Reply::json(200, &json!({ "result": [{ "id": "1" }, { "id": "2" }], "next_cursor": null })));
    let mut logs = ListLogs::builder().items(&client);
    logs.try_next().await.unwrap().unwrap();
    let saved = logs.checkpoint().to_string();
    assert!(!saved.contains(TOKEN), "{saved}");
    let saved: Checkpoint = saved.parse().unwrap();
    let same = quick_client(&server.url()).build().unwrap();
    let rest: Vec<_> = ListLogs::builder().items(&same).resume(&saved).unwrap().try_collect().await.unwrap();
    assert_eq!(rest, [json!({ "id": "2" })]);
    let other = quick_client(&server.url()).token("another").build().unwrap();
    let error = ListLogs::builder().items(&other).resume(&saved).unwrap_err();
    assert!(matches!(error, Error::Checkpoint(_)) && error.to_string().contains("API token"), "{error}");
    assert_eq!(server.received().len(), 2);
}
