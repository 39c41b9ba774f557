//! Connections that fall silent, while a new connection would be answered.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use bytes::Bytes;
use h2::server::SendResponse;
use http::Response;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::{Notify, watch};
use tokio_rustls::TlsAcceptor;
use truto_core::error::{Clock, Error};
use truto_core::settings::ClientBuilder;
use truto_core::{Account, CallOptions};

use crate::support::{
    ACCOUNT, GetContact, Kind, MILLISECOND, SECOND, TOKEN, contact, failed, http1_response, quick, wired_client,
};
use crate::tls::{Flaw, acceptor};
use crate::wiring::Wiring;

crate::faults! {
    "silence";
    "a pooled HTTP/2 connection falls silent" => "each call loses one attempt, and the next attempt uses a new connection":
        a_shared_connection on socket;
    "the same over TLS with negotiated HTTP/2" => "the same": a_negotiated_connection on socket;
    "it falls silent after the head of a response or of a stream" => "the same": a_body_of_a_shared_connection on socket;
    "it falls silent after the head of an error response" => "the same": a_refusal_of_a_shared_connection on socket;
    "it falls silent, and the deadline of the call expires first" => "the next call uses a new connection":
        a_deadline_on_a_shared_connection on socket;
    "it falls silent, and a timeout that the caller set on reqwest expires first" => "the same":
        a_timeout_of_reqwest on socket;
    "new connections fall silent, too" => "no attempt uses a connection that fell silent before": connections_that_all_fall_silent on socket;
    "one stream falls silent, another is slow" => "the slow stream is answered": a_neighbour_on_the_wire on socket;
    "the connection falls silent while it is idle" => "a PING detects it: no attempt is lost": an_idle_connection on paused_clock;
    "all pooled HTTP/1.1 connections fall silent" => "one attempt is lost, not one per connection": pooled_connections on socket;
    "an HTTP/1.1 connection falls silent" => "the connection is closed": an_unshared_connection on socket;
}

/// Number of pooled HTTP/1.1 connections.
const POOLED: u32 = 6;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Protocol {
    Http1,
    Http2,
    Tls,
}

/// A server whose connections can fall silent.
struct Server {
    account: Account,
    state: Arc<State>,
    retries: Arc<AtomicU32>,
}

struct State {
    /// Number of connections so far, and number of open connections.
    opened: AtomicU32,
    open: AtomicU32,
    /// Number of connections, counted from the first, that are silent.
    silent: watch::Sender<u32>,
    /// Notified when a slow request arrives.
    slow: Notify,
}

impl Server {
    async fn start(protocol: Protocol) -> Self {
        Self::configured(protocol, |client| client).await
    }

    async fn configured(protocol: Protocol, configure: fn(ClientBuilder) -> ClientBuilder) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let scheme = if protocol == Protocol::Tls { "https" } else { "http" };
        let url = format!("{scheme}://{}", listener.local_addr().unwrap());
        let state = State {
            opened: AtomicU32::new(0),
            open: AtomicU32::new(0),
            silent: watch::Sender::new(0),
            slow: Notify::new(),
        };
        let state = Arc::new(state);
        let (acceptor, authority) = acceptor(&Flaw::None, &["h2", "http/1.1"]);
        tokio::spawn(accept(listener, protocol, acceptor, Arc::clone(&state)));
        let retries = Arc::new(AtomicU32::new(0));
        let counter = Arc::clone(&retries);
        let wiring = Wiring {
            authority: (protocol == Protocol::Tls).then_some(authority),
            http2_prior_knowledge: protocol == Protocol::Http2,
            ..Wiring::default()
        };
        let client = configure(wired_client(&url, wiring)).on_retry(move |_| {
            counter.fetch_add(1, Ordering::SeqCst);
        });
        Self { account: client.build().unwrap().account(ACCOUNT).unwrap(), state, retries }
    }

    /// Returns the account with short timeouts.
    fn hurried(&self) -> Account {
        self.account.with(quick().first_byte_timeout(SECOND / 2).stall_timeout(SECOND / 2))
    }

    /// Silences all existing connections, and the next `more` connections.
    fn fall_silent(&self, more: u32) {
        self.state.silent.send_replace(self.opened() + more);
    }

    fn opened(&self) -> u32 {
        self.state.opened.load(Ordering::SeqCst)
    }

    fn retries(&self) -> u32 {
        self.retries.swap(0, Ordering::SeqCst)
    }
}

async fn accept(listener: TcpListener, protocol: Protocol, acceptor: TlsAcceptor, state: Arc<State>) {
    while let Ok((stream, _)) = listener.accept().await {
        let (acceptor, state) = (acceptor.clone(), Arc::clone(&state));
        let number = state.opened.fetch_add(1, Ordering::SeqCst);
        state.open.fetch_add(1, Ordering::SeqCst);
        tokio::spawn(async move {
            match protocol {
                Protocol::Http1 => http1(stream, number, &state).await,
                Protocol::Http2 => http2(stream, number, &state).await,
                Protocol::Tls => {
                    if let Ok(stream) = acceptor.accept(stream).await {
                        http2(stream, number, &state).await;
                    }
                }
            }
            state.open.fetch_sub(1, Ordering::SeqCst);
        });
    }
}

/// Waits until this connection has to be silent.
async fn silence(number: u32, state: &State) {
    let mut silent = state.silent.subscribe();
    silent.wait_for(|silent| number < *silent).await.unwrap();
}

async fn http2<S: AsyncRead + AsyncWrite + Unpin>(stream: S, number: u32, state: &State) {
    // A client that was replaced may have opened another connection and dropped it.
    let Ok(mut connection) = h2::server::handshake(stream).await else { return };
    let mut unanswered = Vec::new();
    loop {
        let accepted = tokio::select! {
            biased;
            () = silence(number, state) => std::future::pending().await,
            accepted = connection.accept() => accepted,
        };
        let Some(Ok((request, mut respond))) = accepted else { return };
        let path = request.uri().path().to_owned();
        match path.rsplit('/').next() {
            Some("ignored") if number == 0 => unanswered.push((Some(respond), None)),
            Some("stalls") if number == 0 => unanswered.push((None, Some(head(&mut respond, 200)))),
            Some("refused") if number == 0 => unanswered.push((None, Some(head(&mut respond, 503)))),
            Some("slow") => {
                state.slow.notify_one();
                tokio::spawn(async move {
                    tokio::time::sleep(600 * MILLISECOND).await;
                    answer(&mut respond);
                });
            }
            _ => answer(&mut respond),
        }
    }
}

fn head(respond: &mut SendResponse<Bytes>, status: u16) -> h2::SendStream<Bytes> {
    let answer = Response::builder().status(status).header("content-type", "application/json").body(()).unwrap();
    respond.send_response(answer, false).unwrap()
}

fn answer(respond: &mut SendResponse<Bytes>) {
    head(respond, 200).send_data(Bytes::from(contact().to_string()), true).unwrap();
}

async fn http1(mut stream: tokio::net::TcpStream, number: u32, state: &State) {
    let mut request = Vec::new();
    loop {
        let mut buffer = [0; 4096];
        match stream.read(&mut buffer).await {
            Ok(read @ 1..) => request.extend_from_slice(&buffer[..read]),
            _ => return,
        }
        if !request.ends_with(b"\r\n\r\n") || number < *state.silent.borrow() {
            continue;
        }
        request.clear();
        // No connection becomes idle before all concurrent calls have opened their own.
        while state.opened.load(Ordering::SeqCst) < POOLED {
            tokio::time::sleep(MILLISECOND).await;
        }
        stream.write_all(&http1_response(&contact().to_string())).await.unwrap();
    }
}

/// Sends five calls at once and expects all of them to succeed.
async fn five_calls(account: &Account) {
    let calls: Vec<_> = (0..5).map(|_| tokio::spawn(Kind::Write.call(account, "x"))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
}

async fn a_shared_connection() {
    takes_one_attempt_of_each_call(Protocol::Http2).await;
}

async fn a_negotiated_connection() {
    takes_one_attempt_of_each_call(Protocol::Tls).await;
}

async fn takes_one_attempt_of_each_call(protocol: Protocol) {
    for (age, most) in [(0, 5), (1100, 1)] {
        let server = Server::start(protocol).await;
        let account = server.hurried();
        five_calls(&account).await;
        tokio::time::sleep(age * MILLISECOND).await;
        let before = server.opened();
        server.retries();
        server.fall_silent(0);
        five_calls(&account).await;
        assert_eq!(server.retries(), 5, "one retry per call");
        // A client that is a second old is replaced once, and all calls share the new connection. With TLS the client cannot know
        // in advance that the connection can be shared, so up to five are opened.
        let new = server.opened() - before;
        let most = if protocol == Protocol::Tls { 5 } else { most };
        assert!((1..=most).contains(&new), "{new} new connections for five calls, of a client {age} ms old");
        five_calls(&account).await;
        assert_eq!(server.retries(), 0, "no attempt is lost afterwards");
    }
}

async fn a_body_of_a_shared_connection() {
    let server = Server::start(Protocol::Http2).await;
    let account = server.hurried();
    GetContact::builder().id("stalls").send(&account).await.unwrap();
    assert_eq!((server.retries(), server.opened()), (1, 2));

    let server = Server::start(Protocol::Http2).await;
    let mut stream = GetContact::builder().id("stalls").send(&server.hurried()).stream().await.unwrap();
    let error = stream.try_next().await.unwrap_err();
    assert!(matches!(&error, Error::Timeout(timeout) if timeout.clock() == Clock::Stall), "{error}");
    server.fall_silent(0);
    Kind::Read.call(&server.hurried(), "").await.unwrap();
    assert_eq!((server.retries(), server.opened()), (0, 2));
}

async fn a_refusal_of_a_shared_connection() {
    let server = Server::start(Protocol::Http2).await;
    GetContact::builder().id("refused").send(&server.hurried()).await.unwrap();
    assert_eq!((server.retries(), server.opened()), (1, 2));
}

async fn a_deadline_on_a_shared_connection() {
    let server = Server::start(Protocol::Http2).await;
    let account = server.account.with(CallOptions::new().deadline(SECOND / 2));
    Kind::Read.call(&account, "").await.unwrap();
    server.fall_silent(0);
    let error = failed(Kind::Read.call(&account, "").await, TOKEN);
    assert!(matches!(&error, Error::Timeout(timeout) if timeout.clock() == Clock::Deadline), "{error}");
    for _ in 0..5 {
        Kind::Write.call(&account, "x").await.unwrap();
    }
    assert_eq!(server.retries(), 0);
}

async fn a_timeout_of_reqwest() {
    let server = Server::configured(Protocol::Http2, |client| {
        client.configure_reqwest(|reqwest| reqwest.timeout(200 * MILLISECOND))
    })
    .await;
    Kind::Read.call(&server.account, "").await.unwrap();
    server.fall_silent(0);
    five_calls(&server.account).await;
    assert_eq!(server.retries(), 5);

    let server = Server::configured(Protocol::Http2, |client| {
        client.configure_reqwest(|reqwest| reqwest.read_timeout(200 * MILLISECOND))
    })
    .await;
    GetContact::builder().id("stalls").send(&server.account).await.unwrap();
    server.fall_silent(0);
    Kind::Read.call(&server.account, "").await.unwrap();
    assert_eq!(server.retries(), 1);
}

async fn connections_that_all_fall_silent() {
    for protocol in [Protocol::Http2, Protocol::Tls] {
        let server = Server::start(protocol).await;
        let account = server.hurried();
        Kind::Read.call(&account, "").await.unwrap();
        server.fall_silent(2);
        Kind::Read.call(&account, "").await.unwrap();
        assert_eq!((server.retries(), server.opened()), (3, 4), "each attempt uses a new connection");
    }
}

async fn a_neighbour_on_the_wire() {
    let server = Server::start(Protocol::Http2).await;
    Kind::Read.call(&server.account, "").await.unwrap();
    let slow = tokio::spawn(GetContact::builder().id("slow").send(&server.account));
    server.state.slow.notified().await;
    GetContact::builder().id("ignored").send(&server.hurried()).await.unwrap();
    assert_eq!((server.retries(), server.opened()), (1, 2));
    slow.await.unwrap().unwrap();
    assert_eq!(server.retries(), 0, "the old connection stays open until the slow call is answered");
}

async fn an_idle_connection() {
    let server = Server::start(Protocol::Http2).await;
    Kind::Read.call(&server.account, "").await.unwrap();
    // The connection answers each PING, so it is kept.
    tokio::time::sleep(60 * SECOND).await;
    Kind::Read.call(&server.account, "").await.unwrap();
    assert_eq!(server.opened(), 1);
    server.fall_silent(0);
    tokio::time::sleep(31 * SECOND).await;
    Kind::Read.call(&server.account, "").await.unwrap();
    assert_eq!((server.retries(), server.opened()), (0, 2));
}

async fn pooled_connections() {
    let server = Server::start(Protocol::Http1).await;
    let account = server.hurried();
    let calls: Vec<_> = (0..POOLED).map(|_| tokio::spawn(Kind::Read.call(&account, ""))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(server.opened(), POOLED);
    tokio::time::sleep(1100 * MILLISECOND).await;
    server.fall_silent(0);
    Kind::Read.call(&account, "").await.unwrap();
    assert_eq!(server.retries(), 1);
    Kind::Read.call(&account, "").await.unwrap();
    assert_eq!(server.retries(), 0);
}

async fn an_unshared_connection() {
    let server = Server::start(Protocol::Http1).await;
    let once = server.hurried().with(quick().max_attempts(1));
    server.fall_silent(1);
    let error = failed(Kind::Read.call(&once, "").await, TOKEN);
    assert!(matches!(error, Error::Timeout(_)), "{error}");
    tokio::time::timeout(5 * SECOND, async {
        while server.state.open.load(Ordering::SeqCst) > 0 {
            tokio::time::sleep(MILLISECOND).await;
        }
    })
    .await
    .expect("the connection is still open");
}
