//! Callers that change their mind, and runtimes that end.

use std::future::{Future, poll_fn};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::task::Poll;
use std::time::Duration;

use serde_json::json;
use tokio::time::Instant;
use truto_core::error::{Error, Outcome};
use truto_core::{Bulk, CallOptions, Endpoint};
use truto_sandbox::testkit::Reply;

use crate::support::{
    ACCOUNT, GetContact, Kind, ListContacts, MILLISECOND, SECOND, Scene, TOKEN, answered, client_answered, contact,
    failed, json_answer, quick,
};

crate::faults! {
    "calls";
    "a call is dropped at any of its waits" => "it leaves no place, permit or connection behind": dropped_at_every_wait on socket;
    "a call is dropped at any wait for a limit" => "it leaves no place behind": dropped_at_a_limit on paused_clock;
    "a call is dropped while it waits for its turn" => "the next in line gets it": dropped_in_line on paused_clock;
    "the runtime ends with 10,000 calls in line" => "it ends": a_runtime_that_ends on socket;
    "a listing is dropped" => "its task ends, and asks for nothing more": a_listing_that_is_dropped on socket;
    "one of many calls fails, hangs, is refused" => "its own result, and the others theirs": one_of_many on paused_clock;
    "many calls of an account that is refused, before those of another" => "the other account's calls are not held up":
        a_parked_account_among_many on paused_clock;
    "one of many waits for its next attempt behind slow ones" => "its deadline holds": a_deadline_among_many on paused_clock;
    "many calls are dropped" => "nothing goes on": many_that_are_dropped on socket;
    "nothing can be sent: a bad path value, a broken rule" => "`Invalid`, nothing sent, nothing counted":
        a_request_that_is_invalid on socket;
}

/// Polls a future so often, with pauses, and then drops it; whether it was ready before.
async fn poll_and_drop<F: Future>(future: F, polls: usize, pause: Duration) -> bool {
    let mut future = Box::pin(future);
    for _ in 0..polls {
        let ready = poll_fn(|cx| Poll::Ready(future.as_mut().poll(cx).is_ready())).await;
        if ready {
            return true;
        }
        // The other side goes on meanwhile.
        tokio::time::sleep(pause).await;
    }
    false
}

async fn dropped_at_every_wait() {
    let scene = Scene::new().await;
    let account = scene.account.with(quick().max_concurrency_per_account(1).deadline(5 * SECOND));
    for (number, fault) in [Reply::real(), Reply::real().drip(7, MILLISECOND), Reply::status(503), Reply::silence()]
        .into_iter()
        .enumerate()
    {
        for polls in 1..40 {
            scene.server.otherwise(fault.clone());
            let call = Kind::Write.call(&account, &format!("dropped {number} {polls}"));
            if poll_and_drop(call, polls, MILLISECOND / 4).await {
                break;
            }
            // There is one place, and it is free again.
            scene.server.otherwise(Reply::real());
            let next = tokio::time::timeout(2 * SECOND, Kind::Read.call(&account, "")).await;
            next.expect("the place is free").unwrap();
        }
    }
    // A stream that is left in the middle, too.
    scene.server.otherwise(Reply::status(200).header("content-type", "application/json").body(vec![b'7'; 1 << 20]));
    for _ in 0..20 {
        let mut bytes = GetContact::builder().id("1").stream(&account).await.unwrap();
        bytes.try_next().await.unwrap();
    }
    scene.server.otherwise(Reply::real());
    Kind::Read.call(&account, "").await.unwrap();
    drop(account);
    let Scene { server, account, .. } = scene;
    drop(account);
    // With the client go its connections.
    tokio::time::timeout(5 * SECOND, server.wait_until_closed()).await.expect("no connection is left");
}

async fn dropped_at_a_limit() {
    let refuses = Arc::new(AtomicBool::new(true));
    let shared = Arc::clone(&refuses);
    let account = answered(move |_| {
        let status = if shared.load(Ordering::SeqCst) { 429 } else { 200 };
        async move {
            tokio::time::sleep(MILLISECOND).await;
            json_answer(status, &contact())
        }
    });
    let one = account.with(CallOptions::new().max_concurrency_per_account(1).max_attempts(3));
    let mut given_up = false;
    for polls in 1..200 {
        refuses.store(true, Ordering::SeqCst);
        let call = Kind::Write.call(&one, "x");
        given_up = poll_and_drop(call, polls, 100 * MILLISECOND).await;
        refuses.store(false, Ordering::SeqCst);
        Kind::Read.call(&one, "").await.unwrap();
        if given_up {
            break;
        }
    }
    assert!(given_up, "it was dropped at all of its waits");
}

async fn dropped_in_line() {
    let account = answered(|_| async {
        tokio::time::sleep(SECOND).await;
        json_answer(200, &contact())
    });
    let one = account.with(CallOptions::new().max_concurrency_per_account(1));
    let first = tokio::spawn(Kind::Write.call(&one, "x"));
    tokio::time::sleep(MILLISECOND).await;
    let line: Vec<_> = (0..100).map(|_| tokio::spawn(Kind::Write.call(&one, "x"))).collect();
    let last = tokio::spawn(Kind::Write.call(&one, "x"));
    tokio::time::sleep(MILLISECOND).await;
    line.iter().for_each(tokio::task::JoinHandle::abort);
    let start = Instant::now();
    first.await.unwrap().unwrap();
    last.await.unwrap().unwrap();
    assert!(start.elapsed() <= 2 * SECOND + 10 * MILLISECOND, "{:?}", start.elapsed());
}

async fn a_runtime_that_ends() {
    let scene = Scene::new().await;
    scene.server.otherwise(Reply::silence());
    let account = scene.account.clone();
    let (ended, end) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        for _ in 0..10_000 {
            runtime.spawn(Kind::Write.call(&account, "x"));
        }
        std::thread::sleep(Duration::from_millis(300));
        drop(runtime);
        drop(account);
        ended.send(()).unwrap();
    });
    let ended = tokio::task::spawn_blocking(move || end.recv_timeout(Duration::from_secs(20)));
    ended.await.unwrap().expect("the runtime hangs");
    scene.server.otherwise(Reply::real());
    Kind::Read.call(&scene.account, "").await.unwrap();
}

async fn a_listing_that_is_dropped() {
    let scene = Scene::new().await;
    for number in 0..100 {
        scene.sandbox.keep(scene.account.id(), "crm/contacts", json!({ "name": number.to_string() }));
    }
    let mut items = ListContacts::builder().limit(5).items(&scene.account).prefetch(2);
    items.try_next().await.unwrap();
    scene.server.wait_for(3).await;
    drop(items);
    tokio::time::sleep(50 * MILLISECOND).await;
    assert_eq!(scene.server.received().len(), 3);
}

async fn one_of_many() {
    let sent = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&sent);
    let client = client_answered(move |request: http::Request<truto_core::Body>| {
        counter.fetch_add(1, Ordering::SeqCst);
        let path = request.uri().path().to_owned();
        async move {
            if path.ends_with("/slow") {
                tokio::time::sleep(100 * SECOND).await;
            }
            tokio::time::sleep(SECOND).await;
            json_answer(if path.ends_with("/missing") { 404 } else { 200 }, &contact())
        }
    });
    let accounts: Vec<_> = (0..10)
        .map(|number| client.account(format!("62f44730-dd91-461e-bd6a-aedd9e0ad7{number:02}")).unwrap())
        .collect();
    let ids = |number: usize| match number {
        13 => "missing",
        14 => "slow",
        15 => "../etc",
        _ => "1",
    };
    let calls = (0..200).map(|number| {
        let account = accounts[number % 10].with(CallOptions::new().deadline(20 * SECOND).max_attempts(1));
        (number, GetContact::builder().id(ids(number)).send(&account))
    });
    let start = Instant::now();
    let mut results = Bulk::new(calls).concurrency(10);
    let mut outcomes = std::collections::BTreeMap::new();
    while let Some((number, result)) = results.next().await {
        assert!(outcomes.insert(number, result).is_none(), "{number} came twice");
    }
    assert_eq!(outcomes.len(), 200);
    assert!(start.elapsed() <= 40 * SECOND, "{:?}", start.elapsed());
    assert!(start.elapsed() >= 19 * SECOND, "no more than ten at once: {:?}", start.elapsed());
    assert_eq!(outcomes[&13].as_ref().unwrap_err().status(), Some(404));
    assert!(matches!(outcomes[&14].as_ref().unwrap_err(), Error::Timeout(_)));
    assert!(matches!(outcomes[&15].as_ref().unwrap_err(), Error::Invalid(_)));
    assert_eq!(outcomes.values().filter(|result| result.is_ok()).count(), 197);
    assert_eq!(sent.load(Ordering::SeqCst), 199);
}

async fn a_parked_account_among_many() {
    let client = client_answered(|request: http::Request<truto_core::Body>| {
        let busy = request.uri().query().is_some_and(|query| query.contains(ACCOUNT));
        async move {
            tokio::time::sleep(100 * MILLISECOND).await;
            let mut answer = json_answer(if busy { 429 } else { 200 }, &contact());
            if busy {
                answer.headers_mut().insert("retry-after", 60.into());
            }
            answer
        }
    });
    let parked = client.account(ACCOUNT).unwrap().with(CallOptions::new().max_attempts(2));
    let other = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79e").unwrap();
    let calls = (0..600).map(|number| {
        let account = if number < 500 { &parked } else { &other };
        (number, Kind::Read.call(account, ""))
    });
    let start = Instant::now();
    let mut results = Bulk::new(calls).concurrency(8);
    let mut others = 0;
    while others < 100 {
        let (number, result) = results.next().await.unwrap();
        if number >= 500 {
            result.unwrap();
            others += 1;
        }
    }
    assert!(start.elapsed() < 5 * SECOND, "{:?}", start.elapsed());
}

async fn a_deadline_among_many() {
    let account = answered(|request: http::Request<truto_core::Body>| {
        let fails = request.uri().path().ends_with("/fails");
        async move {
            tokio::time::sleep(if fails { MILLISECOND } else { 50 * SECOND }).await;
            json_answer(if fails { 503 } else { 200 }, &contact())
        }
    });
    let bounded = account.with(quick().deadline(10 * SECOND));
    let calls = [("fails", &bounded), ("slow", &account)];
    let mut results =
        Bulk::new(calls.map(|(id, account)| (id, GetContact::builder().id(id).send(account)))).concurrency(1);
    let start = Instant::now();
    let (id, result) = results.next().await.unwrap();
    let error = failed(result, TOKEN);
    assert_eq!((id, error.attempts()), ("fails", 1), "{error}");
    assert!(start.elapsed() <= 10 * SECOND + MILLISECOND, "{:?}", start.elapsed());
    let (id, result) = results.next().await.unwrap();
    assert_eq!((id, result.is_ok()), ("slow", true));
}

async fn many_that_are_dropped() {
    let scene = Scene::new().await;
    scene.server.otherwise(Reply::real().delay(20 * MILLISECOND));
    let calls = (0..1000).map(|number| (number, Kind::Write.call(&scene.account, "many")));
    let mut results = Bulk::new(calls).concurrency(4);
    for _ in 0..3 {
        results.next().await.unwrap().1.unwrap();
    }
    drop(results);
    tokio::time::sleep(100 * MILLISECOND).await;
    let sent = scene.server.received().len();
    tokio::time::sleep(200 * MILLISECOND).await;
    assert_eq!(scene.server.received().len(), sent);
    assert!(sent <= 3 + 4 + 4, "{sent}");
}

async fn a_request_that_is_invalid() {
    let scene = Scene::new().await;
    for id in ["", ".", "..", "a/b", "a\\b", "a\u{0}b"] {
        let error = failed(GetContact { id: id.to_owned() }.send(&scene.account).await, TOKEN);
        assert!(matches!(error, Error::Invalid(_)), "{error}");
        assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0));
    }
    assert_eq!(scene.server.connections(), 0);
    Kind::Read.call(&scene.account, "").await.unwrap();
}
