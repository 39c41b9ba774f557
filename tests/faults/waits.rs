//! Slow servers: each timeout fires when it must, and only then.

use std::time::Duration;

use futures_util::FutureExt;
use truto_core::CallOptions;
use truto_core::error::{Clock, Error, Outcome};
use truto_core::settings::MinThroughput;
use truto_sandbox::testkit::Reply;

use crate::support::{
    GetContact, Kind, ListContacts, MILLISECOND, SECOND, Scene, TOKEN, answered, contact, failed, fine, json_answer,
    quick, timed,
};

crate::faults! {
    "waits";
    "the server accepts and never answers" => "`first_byte_timeout` for each attempt; retried; never past the deadline":
        a_server_that_never_answers on socket;
    "the same, for a write without a key" => "unknown outcome after one attempt": an_unanswered_write_without_a_key on socket;
    "the head arrives, the body never" => "`stall_timeout`; a read is retried": a_body_that_never_comes on socket;
    "the head itself stalls" => "`first_byte_timeout`": a_head_that_stalls on socket;
    "one byte per second for ever" => "`min_throughput`, at the end of its window": a_trickle on socket;
    "a slow but steady body" => "the body is read to its end": a_slow_but_steady_body on socket;
    "a fast server and a slow reader of a stream" => "no timeout runs, and the server is slowed down":
        a_slow_reader on socket;
    "one response in ten takes a hundred times as long" => "`attempt_timeout` bounds it, and the next attempt is fast":
        a_brown_out on paused_clock;
    "the deadline expires while the server is busy" => "the call ends, even if attempts are left":
        a_deadline_over_all_attempts on paused_clock;
    "the deadline would expire between two attempts" => "the last failure is returned at once":
        no_pause_past_the_deadline on paused_clock;
    "a list takes longer than the deadline" => "the deadline applies to each page":
        a_deadline_for_each_page on paused_clock;
}

async fn a_server_that_never_answers() {
    let scene = Scene::new().await;
    let options = quick().first_byte_timeout(200 * MILLISECOND).max_attempts(3);
    scene.server.script([Reply::silence(), Reply::silence()]);
    Kind::Write.call(&scene.account.with(options.clone()), "late").await.unwrap();
    assert_eq!(scene.written("late"), 1);

    scene.server.otherwise(Reply::silence());
    let error = scene.failed(Kind::Read.call(&scene.account.with(options.clone()), "").await);
    let Error::Timeout(timeout) = &error else { panic!("{error}") };
    assert_eq!((timeout.clock(), error.attempts()), (Clock::FirstByte, 3));

    let hurried = options.first_byte_timeout(5 * SECOND).deadline(100 * MILLISECOND);
    let error = scene.failed(Kind::Read.call(&scene.account.with(hurried), "").await);
    assert!(matches!(&error, Error::Timeout(timeout) if timeout.clock() == Clock::Deadline), "{error}");
}

async fn an_unanswered_write_without_a_key() {
    let scene = Scene::new().await;
    scene.server.otherwise(Reply::silence());
    let bare = scene.account.with(quick().without_idempotency_key().first_byte_timeout(50 * MILLISECOND));
    let call = crate::support::CreateContact::builder().name("bare").send(&bare);
    let error = scene.failed(call.await);
    assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 1));
    assert_eq!(scene.server.received().len(), 1);
}

async fn a_body_that_never_comes() {
    let scene = Scene::new().await;
    let options = quick().stall_timeout(50 * MILLISECOND);
    for at in [0, 5] {
        scene.server.script([Reply::real().stall_at(at)]);
        Kind::Read.call(&scene.account.with(options.clone()), "").await.unwrap();
    }
    scene.server.script([Reply::real().stall_at(5)]);
    let once = scene.account.with(options.max_attempts(1));
    let error = scene.failed(Kind::Read.call(&once, "").await);
    assert!(matches!(&error, Error::Timeout(timeout) if timeout.clock() == Clock::Stall), "{error}");
}

async fn a_head_that_stalls() {
    let scene = Scene::new().await;
    scene.server.script([Reply::real().stall_in_head()]);
    let options = quick().first_byte_timeout(50 * MILLISECOND);
    Kind::Write.call(&scene.account.with(options), "head").await.unwrap();
    assert_eq!(scene.written("head"), 1);
}

async fn a_trickle() {
    let scene = Scene::new().await;
    let least = MinThroughput::new(1000, 200 * MILLISECOND);
    scene.server.otherwise(fine().drip(1, 20 * MILLISECOND));
    let once = quick().min_throughput(least).max_attempts(1);
    let error = scene.failed(Kind::Read.call(&scene.account.with(once), "").await);
    assert!(matches!(&error, Error::Timeout(timeout) if timeout.clock() == Clock::Throughput), "{error}");
    // By default throughput is measured over twenty seconds, and this small body arrives before.
    Kind::Read.call(&scene.account, "").await.unwrap();
}

async fn a_slow_but_steady_body() {
    let scene = Scene::new().await;
    let least = MinThroughput::new(1000, 100 * MILLISECOND);
    let large = serde_json::json!({ "id": "1", "name": "x".repeat(20_000) });
    scene.server.otherwise(Reply::json(200, &large).drip(400, 10 * MILLISECOND));
    let answer = Kind::Read.call(&scene.account.with(quick().min_throughput(least)), "").await.unwrap();
    assert_eq!(answer.name.map(|name| name.len()), Some(20_000));
}

async fn a_slow_reader() {
    let scene = Scene::new().await;
    let size = 64 << 20;
    scene.server.otherwise(Reply::status(200).header("content-type", "application/json").body(vec![b'7'; size]));
    let options = quick().stall_timeout(50 * MILLISECOND).deadline(100 * MILLISECOND);
    let mut bytes = GetContact::builder().id("1").send(&scene.account.with(options)).stream().await.unwrap();
    bytes.try_next().await.unwrap();
    tokio::time::sleep(300 * MILLISECOND).await;
    // The client does not read ahead without limit: the socket holds the rest back.
    let mut at_once = bytes.received();
    while let Some(Some(piece)) = bytes.try_next().now_or_never().map(Result::unwrap) {
        at_once += piece.len() as u64;
        assert!(at_once < 16 << 20, "{at_once} bytes were read ahead");
        if at_once > 8 << 20 {
            break;
        }
    }
    while bytes.try_next().await.unwrap().is_some() {}
    assert_eq!(bytes.received(), size as u64);
}

async fn a_brown_out() {
    let slow = std::sync::Arc::new(std::sync::atomic::AtomicU32::new(0));
    let account = answered(move |_| {
        let slow = slow.fetch_add(1, std::sync::atomic::Ordering::Relaxed).is_multiple_of(10);
        async move {
            tokio::time::sleep(if slow { 100 * SECOND } else { SECOND }).await;
            json_answer(200, &contact())
        }
    });
    let bounded = account.with(CallOptions::new().attempt_timeout(5 * SECOND).first_byte_timeout(90 * SECOND));
    for _ in 0..30 {
        let (result, elapsed) = timed(Kind::Read.call(&bounded, "")).await;
        result.unwrap();
        assert!(elapsed <= 7 * SECOND, "{elapsed:?}");
    }
}

async fn a_deadline_over_all_attempts() {
    let account = answered(|_| async {
        tokio::time::sleep(30 * SECOND).await;
        json_answer(503, &serde_json::json!({}))
    });
    let bounded = account.with(CallOptions::new().deadline(100 * SECOND).max_attempts(100));
    let (result, elapsed) = timed(Kind::Write.call(&bounded, "")).await;
    let error = failed(result, TOKEN);
    assert!(elapsed <= 100 * SECOND, "{elapsed:?}");
    assert_eq!((error.attempts(), error.outcome()), (4, Outcome::Unknown), "{error}");
    let instant = account.with(CallOptions::new().deadline(Duration::ZERO));
    let error = failed(Kind::Write.call(&instant, "").await, TOKEN);
    assert_eq!((error.attempts(), error.outcome()), (0, Outcome::NotSent), "{error}");
}

async fn no_pause_past_the_deadline() {
    let account = answered(|_| async {
        let mut answer = json_answer(503, &serde_json::json!({}));
        answer.headers_mut().insert("retry-after", 90.into());
        answer
    });
    let bounded = account.with(CallOptions::new().deadline(60 * SECOND));
    let (result, elapsed) = timed(Kind::Read.call(&bounded, "")).await;
    let error = failed(result, TOKEN);
    assert_eq!((error.status(), error.attempts(), elapsed), (Some(503), 1, Duration::ZERO), "{error}");
    assert!(error.retry_at().is_some(), "the error says when to retry");
}

async fn a_deadline_for_each_page() {
    let pages = std::sync::Arc::new(std::sync::atomic::AtomicU32::new(0));
    let account = answered(move |_| {
        let page = pages.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        async move {
            tokio::time::sleep(9 * SECOND).await;
            let cursor = (page < 50).then(|| page.to_string());
            json_answer(200, &serde_json::json!({ "result": [contact()], "next_cursor": cursor }))
        }
    });
    let bounded = account.with(CallOptions::new().deadline(10 * SECOND));
    let mut items = ListContacts::builder().items(&bounded);
    let mut count = 0;
    while items.try_next().await.unwrap().is_some() {
        count += 1;
    }
    assert_eq!(count, 51);
}
