//! Connections that cannot be opened, or end before the response.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use truto_core::error::{Clock, Error, NetworkKind, Outcome};
use truto_sandbox::testkit::{FaultServer, Reply};

use crate::support::{
    Contact, CreateContact, DeleteContact, GetContact, Kind, MILLISECOND, SECOND, Scene, TOKEN, UpdateContact, account,
    failed, http1_response, quick, quick_client, timed, wired_client,
};
use crate::wiring::{Resolver, Wiring};

crate::faults! {
    "connections";
    "the host's name does not resolve" => "`Dns`, not sent; retried, writes too":
        a_host_that_does_not_exist on socket;
    "name resolution hangs" => "`connect_timeout` bounds it": a_name_server_that_is_silent on paused_clock;
    "the connection is refused" => "`Connect`, not sent; retried, writes without a key too":
        a_port_that_nobody_listens_on on socket;
    "the server starts during a call" => "the call succeeds": a_server_that_starts_late on socket;
    "the first of two addresses is dead" => "the second address is used": the_second_address_is_used on socket;
    "packets are dropped: no answer to a connection attempt" => "`connect_timeout` bounds it, not sent":
        a_black_hole on socket;
    "the connection is accepted and closed at once" => "reads and keyed writes are retried, and a write happens once; a write without a key ends with an unknown outcome":
        closed_before_anything_was_read on socket;
    "the connection is accepted and reset at once" => "the same": reset_before_anything_was_read on socket;
    "reset after the head of the request" => "the same": reset_after_the_head on socket;
    "reset in the middle of the request's body" => "the same; the whole body is sent again": reset_in_the_body on socket;
    "closed after the request, before the response, and the write happened" => "the server repeats its response to the key: one write":
        closed_after_the_write_happened on socket;
    "reset after the request, and the write happened" => "the same": reset_after_the_write_happened on socket;
    "the connection breaks in the head of the response" => "the same": a_head_that_breaks_off on socket;
    "the response is not HTTP" => "`Exchange`; retried": garbage_instead_of_http on socket;
    "the server closed an idle pooled connection" => "a new connection is used, and the caller does not notice":
        a_stale_connection on one_thread;
    "a pooled connection is closed while the request is sent" => "retried on a new connection; a write without a key ends with an unknown outcome":
        a_connection_that_closes_on_reuse on socket;
    "a `DELETE` happened and its response was lost" => "the 404 to the second attempt is a success, and the metadata says so":
        a_delete_that_happened on socket;
    "a `DELETE` of a record that never existed" => "404 is an error as usual": a_delete_of_nothing on socket;
    "a `PATCH` without a key is cut off" => "unknown outcome, not retried": a_patch_without_a_key on socket;
}

async fn a_host_that_does_not_exist() {
    let asked = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&asked);
    let nowhere: Resolver = Arc::new(move || {
        counter.fetch_add(1, Ordering::Relaxed);
        Box::pin(async { Err("no such host".to_owned()) })
    });
    let wiring = Wiring { resolver: Some(nowhere), ..Wiring::default() };
    let client = wired_client("http://crm.invalid", wiring).allow_plain_http(true).build().unwrap();
    let account = client.account(crate::support::ACCOUNT).unwrap();
    for kind in Kind::ALL {
        let before = asked.load(Ordering::Relaxed);
        let error = failed(kind.call(&account, "x").await, TOKEN);
        let Error::Network(network) = &error else { panic!("{error}") };
        assert_eq!((network.kind(), error.outcome(), error.attempts()), (NetworkKind::Dns, Outcome::NotSent, 4));
        assert_eq!(asked.load(Ordering::Relaxed) - before, 4, "{kind:?}");
        assert!(!error.to_string().contains("integrated_account_id"), "{error}");
    }
}

async fn a_name_server_that_is_silent() {
    let silent: Resolver = Arc::new(|| Box::pin(std::future::pending()));
    let wiring = Wiring { resolver: Some(silent), ..Wiring::default() };
    let client = wired_client("http://crm.invalid", wiring).allow_plain_http(true).connect_timeout(100 * MILLISECOND);
    let account = client.max_attempts(2).build().unwrap().account(crate::support::ACCOUNT).unwrap();
    let (result, elapsed) = timed(Kind::Write.call(&account, "x")).await;
    let error = failed(result, TOKEN);
    let Error::Timeout(timeout) = &error else { panic!("{error}") };
    assert_eq!((timeout.clock(), error.outcome(), error.attempts()), (Clock::Connect, Outcome::NotSent, 2));
    assert!((200 * MILLISECOND..210 * MILLISECOND).contains(&elapsed), "{elapsed:?}");
}

async fn a_port_that_nobody_listens_on() {
    let account = account(&FaultServer::refused_url().await.unwrap());
    for kind in Kind::ALL {
        let error = failed(kind.call(&account, "x").await, TOKEN);
        let Error::Network(network) = &error else { panic!("{error}") };
        assert_eq!((network.kind(), error.outcome(), error.attempts()), (NetworkKind::Connect, Outcome::NotSent, 4));
    }
}

async fn a_server_that_starts_late() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let (failed, mut failures) = tokio::sync::mpsc::unbounded_channel();
    let client = quick_client(&format!("http://{address}")).on_retry(move |_| failed.send(()).unwrap());
    let account = client.build().unwrap().account(crate::support::ACCOUNT).unwrap();
    let backoff = truto_core::settings::Backoff::new(200 * MILLISECOND, SECOND);
    let patient = account.with(quick().backoff(backoff).max_attempts(20));
    let call = tokio::spawn(GetContact::builder().id("1").send(&patient));
    failures.recv().await.unwrap();
    let listener = tokio::net::TcpListener::bind(address).await.unwrap();
    let server = tokio::spawn(async move {
        use tokio::io::{AsyncReadExt, AsyncWriteExt};
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = [0; 4096];
        assert_ne!(stream.read(&mut request).await.unwrap(), 0);
        stream.write_all(&http1_response(r#"{"id": "1"}"#)).await.unwrap();
    });
    assert_eq!(call.await.unwrap().unwrap().id, "1");
    server.await.unwrap();
}

async fn the_second_address_is_used() {
    let scene = Scene::new().await;
    let port: u16 = scene.server.url().rsplit(':').next().unwrap().parse().unwrap();
    // Nothing listens on the other loopback address.
    let addresses = ["127.0.0.2", "127.0.0.1"].map(|host| host.parse::<IpAddr>().unwrap());
    let resolver: Resolver = Arc::new(move || Box::pin(async move { Ok(addresses.to_vec()) }));
    let wiring = Wiring { resolver: Some(resolver), ..Wiring::default() };
    let client = wired_client(&format!("http://crm.invalid:{port}"), wiring).allow_plain_http(true);
    let client = client.token(scene.sandbox.token()).max_attempts(1).build().unwrap();
    let account = client.account(scene.account.id()).unwrap();
    Kind::Write.call(&account, "second").await.unwrap();
    assert_eq!(scene.written("second"), 1);
}

async fn a_black_hole() {
    // The queue of this listener is full: the kernel drops further attempts, as a firewall does.
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let mut queued = Vec::new();
    while let Ok(Ok(stream)) = tokio::time::timeout(200 * MILLISECOND, tokio::net::TcpStream::connect(address)).await {
        queued.push(stream);
        assert!(queued.len() < 64, "the queue does not fill up");
    }
    let client = quick_client(&format!("http://{address}")).connect_timeout(100 * MILLISECOND).max_attempts(2);
    let account = client.build().unwrap().account(crate::support::ACCOUNT).unwrap();
    for kind in Kind::ALL {
        let error = failed(kind.call(&account, "x").await, TOKEN);
        let Error::Timeout(timeout) = &error else { panic!("{error}") };
        assert_eq!((timeout.clock(), error.outcome(), error.attempts()), (Clock::Connect, Outcome::NotSent, 2));
    }
}

/// Asserts that reads and keyed writes survive a fault and that a write happens once. A write without a key fails with an
/// unknown outcome and does not happen twice.
async fn survives(fault: impl Fn() -> Reply) {
    let (scene, bare) = bare_write_after(fault).await;
    let error = scene.failed(bare);
    assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 1), "{error}");
    assert!(scene.written("bare") <= 1);
}

/// The same for a fault that can come before the client wrote anything. The transport then proves that nothing was sent, and also a
/// write without a key is sent again.
async fn survives_at_once(fault: impl Fn() -> Reply) {
    let (scene, bare) = bare_write_after(fault).await;
    match bare {
        Ok(_) => assert_eq!(scene.written("bare"), 1),
        failed => {
            let error = scene.failed(failed);
            assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 1), "{error}");
            assert_eq!(scene.written("bare"), 0, "the server read nothing");
        }
    }
}

/// Asserts that reads and keyed writes survive the fault, and returns how a write without a key ends.
async fn bare_write_after(fault: impl Fn() -> Reply) -> (Scene, Result<Contact, Error>) {
    let mut scene = Scene::new().await;
    // Each request uses a new connection, so that the fault cannot hit a connection that the transport opened ahead.
    let wiring = Wiring { pool_max_idle_per_host: Some(0), ..Wiring::default() };
    let client = wired_client(&scene.server.url(), wiring).token(scene.sandbox.token()).build().unwrap();
    scene.account = client.account(scene.account.id()).unwrap();
    scene.server.script([fault()]);
    let read = Kind::Read.call(&scene.account, "").await.unwrap();
    assert_eq!(read.name.as_deref(), Some("Ada"));

    scene.server.script([fault()]);
    let written = Kind::Write.call(&scene.account, "keyed").await.unwrap();
    assert_eq!(written.name.as_deref(), Some("keyed"));
    assert_eq!(scene.written("keyed"), 1);
    let requests = scene.server.received();
    let keys: Vec<_> = requests.iter().filter_map(|request| request.header("idempotency-key")).collect();
    assert!(keys.windows(2).all(|pair| pair[0] == pair[1]), "one key for all attempts: {keys:?}");
    assert_eq!(
        requests.last().unwrap().json().unwrap(),
        serde_json::json!({ "name": "keyed" }),
        "the body is complete"
    );

    scene.server.script([fault()]);
    let bare = Kind::Bare.call(&scene.account, "bare").await;
    (scene, bare)
}

async fn closed_before_anything_was_read() {
    survives_at_once(Reply::close).await;
}

async fn reset_before_anything_was_read() {
    survives_at_once(Reply::reset).await;
}

async fn reset_after_the_head() {
    survives(Reply::reset_after_head).await;
}

async fn reset_in_the_body() {
    survives(|| Reply::reset_in_body(3)).await;
}

async fn closed_after_the_write_happened() {
    survives(|| Reply::close_after_request().after_handling()).await;
}

async fn reset_after_the_write_happened() {
    survives(|| Reply::reset_after_request().after_handling()).await;
}

async fn a_head_that_breaks_off() {
    survives(|| Reply::real().cut_in_head()).await;
    survives(|| Reply::real().reset_in_head()).await;
}

async fn garbage_instead_of_http() {
    survives(|| Reply::garbage("\u{7f}SSH-2.0-OpenSSH_9.6\r\n\r\n").after_handling()).await;
    survives(|| Reply::garbage("HTTP/1.1 banana\r\n\r\n")).await;
}

async fn a_stale_connection() {
    for kind in Kind::ALL {
        let scene = Scene::new().await;
        scene.server.script([Reply::real().close_when_idle(std::time::Duration::ZERO)]);
        kind.call(&scene.account, "first").await.unwrap();
        scene.server.wait_until_closed().await;
        // On one thread, the client's connection sees the end before the timer fires.
        tokio::time::sleep(MILLISECOND).await;
        let answer = UpdateContact::builder().id("rec_000001").name("Ada").call();
        let bare = scene.account.with(quick().without_idempotency_key());
        let answer = answer.send(&bare).with_meta().await.unwrap();
        assert_eq!(answer.meta.attempts(), 1, "{kind:?}");
    }
}

async fn a_connection_that_closes_on_reuse() {
    let scene = Scene::new().await;
    Kind::Read.call(&scene.account, "").await.unwrap();
    scene.server.script([Reply::close()]);
    Kind::Read.call(&scene.account, "").await.unwrap();
    scene.server.script([Reply::reset()]);
    Kind::Write.call(&scene.account, "reused").await.unwrap();
    assert_eq!(scene.written("reused"), 1);
    scene.server.script([Reply::close()]);
    match Kind::Bare.call(&scene.account, "bare").await {
        // The client saw the end of the connection before it wrote the request.
        Ok(_) => assert_eq!(scene.written("bare"), 1),
        Err(error) => assert_eq!((error.outcome(), scene.written("bare")), (Outcome::Unknown, 0)),
    }
}

async fn a_delete_that_happened() {
    for without_key in [false, true] {
        let scene = Scene::new().await;
        let options = if without_key { quick().without_idempotency_key() } else { quick() };
        let account = scene.account.with(options);
        // The sandbox would repeat its response to a known key. The script is a server that does not store keys.
        scene.server.script([
            Reply::close_after_request().after_handling(),
            Reply::json(404, &serde_json::json!({ "statusCode": 404, "error": "Not Found", "message": "gone" })),
        ]);
        let answer = DeleteContact::builder().id("rec_000001").send(&account).with_meta().await.unwrap();
        assert_eq!(answer.body, None);
        assert!(answer.meta.was_already_deleted());
        assert_eq!((answer.meta.status(), answer.meta.attempts()), (404, 2));
        assert_eq!(scene.written("Ada"), 0);
    }
}

async fn a_delete_of_nothing() {
    let scene = Scene::new().await;
    let error = scene.failed(DeleteContact::builder().id("rec_nothing").send(&scene.account).await);
    assert_eq!((error.status(), error.outcome(), error.attempts()), (Some(404), Outcome::Rejected, 1));
    // The first attempt was refused, so the 404 means that this call deleted nothing.
    scene.server.script([Reply::status(429).header("retry-after", "0")]);
    let error = scene.failed(DeleteContact::builder().id("rec_nothing").send(&scene.account).await);
    assert_eq!((error.status(), error.attempts()), (Some(404), 2));
}

async fn a_patch_without_a_key() {
    let scene = Scene::new().await;
    let bare = scene.account.with(quick().without_idempotency_key());
    scene.server.script([Reply::close_after_request()]);
    let update: Result<Contact, _> = UpdateContact::builder().id("rec_000001").name("Grace").send(&bare).await;
    let error = scene.failed(update);
    assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 1));
    scene.server.script([Reply::close_after_request()]);
    let create: Result<Contact, _> = CreateContact::builder().name("Grace").send(&bare).await;
    assert_eq!(scene.failed(create).outcome(), Outcome::Unknown);
    assert_eq!(scene.written("Grace"), 0);
}
