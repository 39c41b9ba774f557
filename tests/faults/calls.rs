//! Calls that are dropped, runtimes that end, and user code that panics.

use std::future::{Future, poll_fn};
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::FutureExt;
use http::{Request, Response};
use serde_json::json;
use tokio::time::Instant;
use truto_core::error::{Error, Outcome};
use truto_core::transport::{Body, Token};
use truto_core::{Account, Bulk, CallOptions, Client, Endpoint};
use truto_sandbox::testkit::Reply;

use crate::support::{
    ACCOUNT, GetContact, Kind, ListContacts, MILLISECOND, SECOND, Scene, TOKEN, answered, builder_answered, contact,
    failed, json_answer, quick,
};

crate::faults! {
    "calls";
    "a call is dropped at any await point" => "no slot, permit or connection is leaked": dropped_at_every_wait on socket;
    "a call is dropped while it waits for a limit" => "no slot is leaked": dropped_at_a_limit on paused_clock;
    "a call is dropped while it waits in line" => "the next call in line is sent": dropped_in_line on paused_clock;
    "the runtime is dropped with 10,000 calls in line" => "the drop does not hang": a_runtime_that_ends on socket;
    "the runtime of the client's connections ends" => "the client works in the next runtime":
        a_client_that_outlives_its_runtimes on socket;
    "a list is dropped" => "its task ends and sends nothing more": a_listing_that_is_dropped on paused_clock;
    "a transport panics in `poll_ready`, `call` or its future" => "the caller sees the panic, and no slot is leaked":
        a_transport_that_panics on paused_clock;
    "a hook panics or makes a call" => "no slot is leaked": a_hook_that_misbehaves on paused_clock;
    "a token source makes a call" => "no deadlock": a_token_source_that_calls on paused_clock;
    "an invalid request: a bad path value, a broken rule" => "`Invalid`, nothing sent, nothing counted":
        a_request_that_is_invalid on socket;
}

/// Polls a future at most `polls` times, with pauses, and then drops it. Returns whether it was ready.
async fn poll_and_drop<F: Future>(future: F, polls: usize, pause: Duration) -> bool {
    let mut future = Box::pin(future);
    for _ in 0..polls {
        let ready = poll_fn(|cx| Poll::Ready(future.as_mut().poll(cx).is_ready())).await;
        if ready {
            return true;
        }
        // The server runs during the pause.
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
            // The only slot is free again.
            scene.server.otherwise(Reply::real());
            let next = tokio::time::timeout(2 * SECOND, Kind::Read.call(&account, "")).await;
            next.expect("the place is free").unwrap();
        }
    }
    // A stream that is dropped in the middle frees the slot, too.
    scene.server.otherwise(Reply::status(200).header("content-type", "application/json").body(vec![b'7'; 1 << 20]));
    for _ in 0..20 {
        let mut bytes = GetContact::builder().id("1").send(&account).stream().await.unwrap();
        bytes.try_next().await.unwrap();
    }
    scene.server.otherwise(Reply::real());
    Kind::Read.call(&account, "").await.unwrap();
    drop(account);
    let Scene { server, account, .. } = scene;
    drop(account);
    // The connections are closed with the client.
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
    assert!(given_up, "the call was dropped at each of its waits");
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
    let (began, starts) = std::sync::mpsc::channel();
    let (ended, end) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        for _ in 0..10_000 {
            let (began, call) = (began.clone(), Kind::Write.call(&account, "x"));
            runtime.spawn(async move {
                began.send(()).unwrap();
                call.await
            });
        }
        assert_eq!(starts.iter().take(10_000).count(), 10_000);
        drop(runtime);
        drop(account);
        ended.send(()).unwrap();
    });
    let ended = tokio::task::spawn_blocking(move || end.recv_timeout(Duration::from_secs(20)));
    ended.await.unwrap().expect("the runtime hangs");
    scene.server.otherwise(Reply::real());
    Kind::Read.call(&scene.account, "").await.unwrap();
}

async fn a_client_that_outlives_its_runtimes() {
    let scene = Scene::new().await;
    let account = scene.account.clone();
    let calls = tokio::task::spawn_blocking(move || {
        for _ in 0..3 {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            // A write without a key is not retried, so a connection of an earlier runtime would make it fail.
            runtime.block_on(Kind::Bare.call(&account, "x")).unwrap();
        }
    });
    calls.await.unwrap();
    assert_eq!((scene.written("x"), scene.server.connections()), (3, 3));
}

async fn a_listing_that_is_dropped() {
    let sent = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&sent);
    let account = answered(move |_| {
        let page = counter.fetch_add(1, Ordering::SeqCst);
        async move {
            tokio::time::sleep(SECOND).await;
            json_answer(200, &json!({ "result": [contact()], "next_cursor": page.to_string() }))
        }
    });
    let mut items = ListContacts::builder().items(&account).prefetch(2);
    assert!(items.try_next().await.unwrap().is_some());
    tokio::time::sleep(SECOND / 2).await;
    assert_eq!(sent.load(Ordering::SeqCst), 2);
    drop(items);
    tokio::time::sleep(60 * SECOND).await;
    assert_eq!(sent.load(Ordering::SeqCst), 2);
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

/// A service that panics in `poll_ready`, in `call` and in its future in turn.
#[derive(Clone)]
struct Panicking(Arc<AtomicU32>);

impl tower::Service<Request<Body>> for Panicking {
    type Response = Response<Body>;
    type Error = std::io::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, std::io::Error>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), std::io::Error>> {
        assert_ne!(self.0.fetch_add(1, Ordering::SeqCst) % 4, 0, "not ready");
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Request<Body>) -> Self::Future {
        let place = self.0.load(Ordering::SeqCst) % 4;
        assert_ne!(place, 2, "in `call`");
        Box::pin(async move {
            tokio::time::sleep(MILLISECOND).await;
            assert_ne!(place, 3, "in the future");
            Ok(json_answer(200, &contact()))
        })
    }
}

async fn a_transport_that_panics() {
    let client = Client::builder().token(TOKEN).base_url("https://api.example").transport(Panicking(Arc::default()));
    let account = client.build().unwrap().account(ACCOUNT).unwrap();
    let one = account.with(CallOptions::new().max_concurrency_per_account(1));
    let mut worked = 0;
    for _ in 0..8 {
        worked += usize::from(tokio::spawn(Kind::Write.call(&one, "x")).await.is_ok_and(|result| result.is_ok()));
    }
    assert_eq!(worked, 2);
    // In a bulk, each panic comes out of `next`, and the other calls continue.
    let mut results = Bulk::new((0..8).map(|number| (number, Kind::Write.call(&one, "x")))).concurrency(1);
    let (mut came, mut panics) = (0, 0);
    loop {
        match AssertUnwindSafe(results.next()).catch_unwind().await {
            Ok(Some((_, result))) => came += usize::from(result.is_ok()),
            Ok(None) => break,
            Err(_) => panics += 1,
        }
    }
    assert_eq!((came, panics), (2, 6));
}

async fn a_hook_that_misbehaves() {
    for panics in [true, false] {
        let known: Arc<OnceLock<Account>> = Arc::default();
        let (retries, limits) = (Arc::clone(&known), Arc::clone(&known));
        let hook = move |known: &OnceLock<Account>| {
            let _begun_and_dropped = Kind::Read.call(known.get().unwrap(), "").now_or_never();
            assert!(!panics, "in a hook");
        };
        let number = Arc::new(AtomicU32::new(0));
        let client = builder_answered(move |_| {
            let status = [429, 503, 200, 200][number.fetch_add(1, Ordering::SeqCst) as usize % 4];
            async move {
                let mut answer = json_answer(status, &contact());
                answer.headers_mut().insert("retry-after", 1.into());
                answer
            }
        });
        let client = client.on_retry(move |_| hook(&retries)).on_rate_limit(move |_| hook(&limits)).build().unwrap();
        let account = client.account(ACCOUNT).unwrap().with(CallOptions::new().max_concurrency_per_account(1));
        known.set(account.clone()).unwrap();
        let mut worked = 0;
        for _ in 0..12 {
            worked += usize::from(matches!(tokio::spawn(Kind::Write.call(&account, "x")).await, Ok(Ok(_))));
        }
        assert!(worked >= 3, "{worked} of 12");
    }
}

async fn a_token_source_that_calls() {
    let known: Arc<OnceLock<Account>> = Arc::default();
    let caller = Arc::clone(&known);
    let client = builder_answered(|_| async { json_answer(200, &contact()) }).token_source(move || {
        // The call waits for this token, but nobody waits for the call.
        let begun_and_dropped = Kind::Read.call(caller.get().unwrap(), "").now_or_never();
        assert!(begun_and_dropped.is_none());
        async { Ok::<_, std::io::Error>(Token::new(TOKEN)) }
    });
    let account = client.build().unwrap().account(ACCOUNT).unwrap();
    known.set(account.clone()).unwrap();
    Kind::Read.call(&account, "").await.unwrap();
}
