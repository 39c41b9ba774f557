//! Responses with an error status.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde_json::json;
use truto_core::Account;
use truto_core::error::{ApiErrorKind, Error, Outcome};
use truto_core::transport::Token;
use truto_sandbox::testkit::Reply;

use crate::support::{
    Kind, MILLISECOND, SECOND, Scene, TOKEN, answered, failed, json_answer, quick_client, timed, wired_client,
};
use crate::wiring::Wiring;

crate::faults! {
    "refusals";
    "401 with a fixed token" => "`Token`, at once": a_token_that_is_not_valid on socket;
    "401 after the token was rotated" => "one refresh for all waiting calls, one more attempt": a_token_that_was_rotated on socket;
    "401 again after a refresh" => "an error, and no further refresh": a_token_that_stays_invalid on socket;
    "401 from the provider" => "`Connection`: no refresh, not retried": a_connection_that_needs_authorisation on socket;
    "the token source fails" => "`Token`, nothing sent; the next call asks again": a_token_source_that_fails on socket;
    "the token source fails between two attempts of a write" => "`Token`, and the outcome of the write stays unknown":
        a_token_source_that_fails_later on socket;
    "403" => "not retried": a_403 on socket;
    "403 with the headers of a rate limit" => "treated as a rate limit": a_403_that_is_a_rate_limit on socket;
    "408 and 425" => "reads and keyed writes are retried; a write without a key is not": early_and_late on socket;
    "409" => "`Conflict`, never retried": a_conflict on socket;
    "409 to the second attempt of a write" => "unknown outcome: it may conflict with the first attempt": a_conflict_with_ourselves on socket;
    "422 because the key belongs to another request" => "`IdempotencyMismatch`, not retried":
        a_key_of_another_request on socket;
    "422 to the second attempt of a write" => "rejected: with the same key this is also the result of the first attempt":
        a_refusal_after_an_unknown_attempt on socket;
    "proxy authentication (407)" => "an error with the status, not retried": a_proxy_that_asks_who_we_are on socket;
    "the account is blocked (503)" => "not retried, and further calls fail fast": a_blocked_account on paused_clock;
    "503 with `Retry-After`" => "the call waits; a write without a key is not retried": a_503_with_a_time on paused_clock;
}

fn envelope(status: u16, remote: bool) -> Reply {
    Reply::json(
        status,
        &json!({ "statusCode": status, "error": "No", "message": "no", "truto_is_remote_error": remote }),
    )
}

async fn a_token_that_is_not_valid() {
    let scene = Scene::new().await;
    let account = quick_client(&scene.server.url()).build().unwrap().account(scene.account.id()).unwrap();
    let error = failed(Kind::Read.call(&account, "").await, TOKEN);
    assert!(matches!(&error, Error::Api(api) if api.kind() == ApiErrorKind::Token), "{error}");
    assert_eq!((error.attempts(), scene.server.received().len()), (1, 1));
}

/// Returns an account whose first token has expired, and the number of tokens fetched. `is_renewed` says whether the next
/// token is valid.
fn rotating(scene: &Scene, is_renewed: bool) -> (Account, Arc<AtomicU32>) {
    let asked = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&asked);
    let token = scene.sandbox.token().to_owned();
    let client = quick_client(&scene.server.url()).token_source(move || {
        let first = counter.fetch_add(1, Ordering::SeqCst) == 0;
        let token = token.clone();
        async move {
            tokio::time::sleep(20 * MILLISECOND).await;
            let is_valid = is_renewed && !first;
            Ok::<_, std::io::Error>(if is_valid { Token::new(token) } else { Token::new("rotated-away") })
        }
    });
    (client.build().unwrap().account(scene.account.id()).unwrap(), asked)
}

async fn a_token_that_was_rotated() {
    let scene = Scene::new().await;
    let (account, asked) = rotating(&scene, true);
    let calls: Vec<_> = (0..50)
        .map(|number| {
            let kind = Kind::ALL[number % 3];
            tokio::spawn(kind.call(&account, &format!("name {number}")))
        })
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(asked.load(Ordering::SeqCst), 2, "one refresh for all");
    for number in (0..50).filter(|number| number % 3 != 0) {
        assert_eq!(scene.written(&format!("name {number}")), 1);
    }
}

async fn a_token_that_stays_invalid() {
    let scene = Scene::new().await;
    let (account, asked) = rotating(&scene, false);
    let error = failed(Kind::Write.call(&account, "x").await, "rotated-away");
    assert_eq!((error.status(), error.attempts(), asked.load(Ordering::SeqCst)), (Some(401), 2, 2));
}

async fn a_connection_that_needs_authorisation() {
    let scene = Scene::new().await;
    let (account, asked) = rotating(&scene, true);
    Kind::Read.call(&account, "").await.unwrap();
    let before = asked.load(Ordering::SeqCst);
    scene.server.script([envelope(401, true)]);
    let error = scene.failed(Kind::Read.call(&account, "").await);
    assert!(matches!(&error, Error::Api(api) if api.kind() == ApiErrorKind::Connection), "{error}");
    assert_eq!((error.attempts(), asked.load(Ordering::SeqCst)), (1, before));
}

async fn a_token_source_that_fails() {
    let scene = Scene::new().await;
    let sealed = Arc::new(AtomicU32::new(0));
    let asked = Arc::clone(&sealed);
    let token = scene.sandbox.token().to_owned();
    let client = quick_client(&scene.server.url()).token_source(move || {
        let first = asked.fetch_add(1, Ordering::SeqCst) == 0;
        let token = token.clone();
        async move { if first { Err("the vault is sealed, token=abcdefgh") } else { Ok(Token::new(token)) } }
    });
    let account = client.build().unwrap().account(scene.account.id()).unwrap();
    let error = failed(Kind::Write.call(&account, "x").await, "abcdefgh");
    assert!(matches!(error, Error::Token(_)), "{error}");
    assert_eq!((error.outcome(), scene.server.received().len()), (Outcome::NotSent, 0));
    Kind::Write.call(&account, "x").await.unwrap();
}

async fn a_token_source_that_fails_later() {
    let scene = Scene::new().await;
    let asked = AtomicU32::new(0);
    let token = scene.sandbox.token().to_owned();
    let client = quick_client(&scene.server.url()).token_source(move || {
        let first = asked.fetch_add(1, Ordering::SeqCst) == 0;
        let short = Token::new(token.clone()).expires_in(Duration::ZERO);
        async move { if first { Ok(short) } else { Err("the vault is sealed") } }
    });
    let account = client.build().unwrap().account(scene.account.id()).unwrap();
    scene.server.script([Reply::close_after_request().after_handling()]);
    let error = failed(Kind::Write.call(&account, "x").await, scene.sandbox.token());
    assert!(matches!(error, Error::Token(_)), "{error}");
    assert_eq!((error.outcome(), error.attempts(), scene.written("x")), (Outcome::Unknown, 1, 1));
}

async fn a_403() {
    let scene = Scene::new().await;
    for remote in [false, true] {
        scene.server.script([envelope(403, remote)]);
        let error = scene.failed(Kind::Write.call(&scene.account, "x").await);
        assert_eq!((error.status(), error.attempts(), error.outcome()), (Some(403), 1, Outcome::Rejected));
    }
}

async fn a_403_that_is_a_rate_limit() {
    let scene = Scene::new().await;
    let insight =
        json!({ "statusCode": 403, "truto_error_insight": { "rate_limit_error": { "description": "slow" } } });
    for refusal in [
        Reply::json(403, &insight).header("retry-after", "0"),
        envelope(403, true).header("x-ratelimit-remaining", "0").header("x-ratelimit-reset", "0"),
    ] {
        scene.server.script([refusal]);
        Kind::Write.call(&scene.account, "github").await.unwrap();
    }
    assert_eq!(scene.written("github"), 2);
}

async fn early_and_late() {
    let scene = Scene::new().await;
    for status in [408, 425] {
        scene.server.script([envelope(status, false)]);
        Kind::Read.call(&scene.account, "").await.unwrap();
        scene.server.script([envelope(status, false)]);
        Kind::Write.call(&scene.account, &status.to_string()).await.unwrap();
        assert_eq!(scene.written(&status.to_string()), 1);
        scene.server.script([envelope(status, false)]);
        let error = scene.failed(Kind::Bare.call(&scene.account, "bare").await);
        assert_eq!((error.status(), error.attempts()), (Some(status), 1));
    }
    assert_eq!(scene.written("bare"), 0);
}

async fn a_conflict() {
    let scene = Scene::new().await;
    scene.server.script([envelope(409, true).header("retry-after", "0")]);
    let error = scene.failed(Kind::Write.call(&scene.account, "x").await);
    assert!(matches!(&error, Error::Api(api) if api.kind() == ApiErrorKind::Conflict), "{error}");
    assert_eq!((error.attempts(), error.outcome()), (1, Outcome::Rejected));
    // If the key comes from the caller, the conflict may be with an earlier call.
    scene.server.script([envelope(409, false)]);
    let error = scene.failed(Kind::Write.call(&scene.account, "x").idempotency_key("row-7").await);
    assert_eq!(error.outcome(), Outcome::Unknown);
}

async fn a_conflict_with_ourselves() {
    let scene = Scene::new().await;
    scene.server.script([Reply::close_after_request(), envelope(409, false)]);
    let error = scene.failed(Kind::Write.call(&scene.account, "x").await);
    assert_eq!((error.status(), error.attempts(), error.outcome()), (Some(409), 2, Outcome::Unknown));
}

async fn a_key_of_another_request() {
    let scene = Scene::new().await;
    let call = |name| Kind::Write.call(&scene.account, name).idempotency_key("row-8");
    call("one").await.unwrap();
    let error = scene.failed(call("other").await);
    assert!(matches!(&error, Error::Api(api) if api.kind() == ApiErrorKind::IdempotencyMismatch), "{error}");
    assert_eq!((error.attempts(), scene.written("one"), scene.written("other")), (1, 1, 0));
}

async fn a_refusal_after_an_unknown_attempt() {
    let scene = Scene::new().await;
    // The provider may refuse the second attempt because the first created the record.
    for (status, remote, outcome) in [
        (422, false, Outcome::Rejected),
        (400, false, Outcome::Rejected),
        (403, false, Outcome::Unknown),
        (422, true, Outcome::Unknown),
        (400, true, Outcome::Unknown),
    ] {
        scene.server.script([Reply::close_after_request(), envelope(status, remote)]);
        let error = scene.failed(Kind::Write.call(&scene.account, "x").await);
        assert_eq!((error.status(), error.attempts(), error.outcome()), (Some(status), 2, outcome));
    }
}

async fn a_proxy_that_asks_who_we_are() {
    let scene = Scene::new().await;
    scene.server.otherwise(Reply::status(407).header("proxy-authenticate", "Basic").body("who are you?"));
    let proxy = scene.server.url();
    let build = |url: &str| {
        let wiring = Wiring { proxy: Some(proxy.clone()), ..Wiring::default() };
        wired_client(url, wiring).allow_plain_http(true).build().unwrap().account(scene.account.id()).unwrap()
    };
    let error = failed(Kind::Write.call(&build("http://crm.invalid"), "x").await, TOKEN);
    assert_eq!((error.status(), error.attempts()), (Some(407), 1), "{error}");
    let error = failed(Kind::Write.call(&build("https://crm.invalid"), "x").await, TOKEN);
    let Error::Network(network) = &error else { panic!("{error}") };
    assert_eq!(network.kind(), truto_core::error::NetworkKind::Proxy, "{error}");
    assert_eq!((error.attempts(), error.outcome()), (1, Outcome::NotSent));
    let through: Vec<String> = scene.server.received().into_iter().map(|request| request.target).collect();
    assert!(through.iter().any(|target| target == "crm.invalid:443"), "{through:?}");
}

async fn a_blocked_account() {
    let sent = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&sent);
    let account = answered(move |_| {
        counter.fetch_add(1, Ordering::SeqCst);
        async {
            let message = "The integrated account is blocked";
            json_answer(503, &json!({ "statusCode": 503, "error": "Service Unavailable", "message": message }))
        }
    });
    let error = failed(Kind::Write.call(&account, "x").await, TOKEN);
    assert!(matches!(&error, Error::Api(api) if api.kind() == ApiErrorKind::Blocked), "{error}");
    assert_eq!((error.attempts(), error.outcome()), (1, Outcome::Rejected));
    for _ in 0..1000 {
        let (result, elapsed) = timed(Kind::Write.call(&account, "x")).await;
        let error = failed(result, TOKEN);
        assert!(matches!(error, Error::Unavailable(_)), "{error}");
        assert_eq!((error.status(), error.outcome(), elapsed.as_millis()), (Some(503), Outcome::NotSent, 0));
        assert!(error.retry_at().is_some());
    }
    assert_eq!(sent.load(Ordering::SeqCst), 1, "no further request is sent");
}

async fn a_503_with_a_time() {
    let sent = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&sent);
    let account = answered(move |_| {
        let busy = counter.fetch_add(1, Ordering::SeqCst).is_multiple_of(2);
        async move {
            let mut answer = json_answer(if busy { 503 } else { 200 }, &crate::support::contact());
            if busy {
                answer.headers_mut().insert("retry-after", 7.into());
            }
            answer
        }
    });
    let (result, elapsed) = timed(Kind::Write.call(&account, "x")).await;
    result.unwrap();
    assert_eq!(elapsed, 7 * SECOND);
    let error = failed(Kind::Bare.call(&account, "x").await, TOKEN);
    assert_eq!((error.status(), error.attempts(), error.outcome()), (Some(503), 1, Outcome::Unknown));
    assert!(error.retry_at().is_some());
}
