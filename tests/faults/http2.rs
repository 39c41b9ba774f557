//! HTTP/2 connections and streams that the server ends during a request.

use std::future::poll_fn;

use bytes::Bytes;
use h2::Reason;
use http::Response;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use truto_core::error::Outcome;
use truto_core::{Account, File, unified_endpoint};

use crate::support::{ACCOUNT, Contact, Kind, TOKEN, failed, wired_client};
use crate::wiring::Wiring;

crate::faults! {
    "http2";
    "the server refuses a stream" => "the protocol says that it was not handled: retried, writes without a key too":
        a_stream_that_is_refused on socket;
    "GOAWAY before the server handled the stream" => "the same, except for a write without a key and without a body, whose outcome is unknown":
        a_connection_that_goes_away on socket;
    "GOAWAY after the server handled the stream" => "reads and keyed writes are retried; a write without a key ends with an unknown outcome":
        a_connection_that_goes_away_late on socket;
    "a stream is reset after the server handled it" => "the same": a_stream_that_is_reset on socket;
}

/// A write whose body is empty if the file is empty.
#[unified_endpoint(POST, "/unified/crm/contacts/import", body = raw, response = Contact)]
struct Import {
    file: File,
}

/// How the server ends the first request of a connection.
#[derive(Clone, Copy)]
enum Ending {
    Refuse,
    GoAway,
    GoAwayLate,
    Reset,
}

/// Starts a server whose first connection ends the request like this. Other connections answer.
async fn serve(ending: Ending) -> Account {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let mut is_first = true;
        while let Ok((stream, _)) = listener.accept().await {
            let spoil = std::mem::take(&mut is_first).then_some(ending);
            tokio::spawn(connection(stream, spoil));
        }
    });
    let wiring = Wiring { http2_prior_knowledge: true, ..Wiring::default() };
    wired_client(&url, wiring).build().unwrap().account(ACCOUNT).unwrap()
}

/// Sends GOAWAY with stream id 0 after the request arrived, and keeps the connection open.
async fn go_away(mut stream: tokio::net::TcpStream) {
    const PREFACE: usize = 24;
    const SETTINGS: [u8; 9] = [0, 0, 0, 4, 0, 0, 0, 0, 0];
    const GOAWAY: [u8; 17] = [0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const HEADERS: u8 = 1;
    stream.read_exact(&mut [0; PREFACE]).await.unwrap();
    stream.write_all(&SETTINGS).await.unwrap();
    loop {
        // RFC 9113 section 4.1: three bytes of length, then the type.
        let mut head = [0; 9];
        stream.read_exact(&mut head).await.unwrap();
        let length = u32::from_be_bytes([0, head[0], head[1], head[2]]);
        stream.read_exact(&mut vec![0; length as usize]).await.unwrap();
        if head[3] == HEADERS {
            break;
        }
    }
    stream.write_all(&GOAWAY).await.unwrap();
    while stream.read(&mut [0; 1024]).await.is_ok_and(|bytes| bytes > 0) {}
}

async fn connection(stream: tokio::net::TcpStream, mut spoil: Option<Ending>) {
    if matches!(spoil, Some(Ending::GoAway)) {
        return go_away(stream).await;
    }
    let mut connection = h2::server::handshake(stream).await.unwrap();
    while let Some(Ok((request, mut respond))) = connection.accept().await {
        match spoil.take() {
            Some(Ending::Refuse) => respond.send_reset(Reason::REFUSED_STREAM),
            Some(Ending::GoAwayLate) => {
                whole(request.into_body(), &mut connection).await;
                connection.abrupt_shutdown(Reason::NO_ERROR);
                // The stream stays open until the client has read the GOAWAY.
                poll_fn(|cx| connection.poll_closed(cx)).await.unwrap();
            }
            Some(_) => respond.send_reset(Reason::INTERNAL_ERROR),
            None => {
                let answer = Response::builder().header("content-type", "application/json").body(()).unwrap();
                let mut body = respond.send_response(answer, false).unwrap();
                body.send_data(Bytes::from(crate::support::contact().to_string()), true).unwrap();
            }
        }
    }
}

/// Waits until the whole body of a request has arrived.
async fn whole(mut body: h2::RecvStream, connection: &mut h2::server::Connection<tokio::net::TcpStream, Bytes>) {
    while !body.is_end_stream() {
        tokio::select! {
            _ = body.data() => {}
            _ = poll_fn(|cx| connection.poll_closed(cx)) => return,
        }
    }
}

async fn a_stream_that_is_refused() {
    for kind in Kind::ALL {
        let answer = kind.call(&serve(Ending::Refuse).await, "x").await;
        assert_eq!(answer.unwrap().id, "rec_000001", "{kind:?}");
    }
}

async fn a_connection_that_goes_away() {
    for kind in Kind::ALL {
        let answer = kind.call(&serve(Ending::GoAway).await, "x").await;
        assert_eq!(answer.unwrap().id, "rec_000001", "{kind:?}");
    }
    // hyper gives the same error if the server handled the headers, and here nothing follows them.
    let import = || Import::builder().file(File::new(Vec::new()));
    import().send(&serve(Ending::GoAway).await).await.unwrap();
    let bare = import().send(&serve(Ending::GoAway).await).without_idempotency_key();
    let error = failed(bare.await, TOKEN);
    assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 1), "{error}");
}

async fn a_connection_that_goes_away_late() {
    sent_again_where_it_may_be(Ending::GoAwayLate).await;
}

async fn a_stream_that_is_reset() {
    sent_again_where_it_may_be(Ending::Reset).await;
}

/// Asserts the result of an ending after which the server may have handled the request.
async fn sent_again_where_it_may_be(ending: Ending) {
    for kind in [Kind::Read, Kind::Write] {
        kind.call(&serve(ending).await, "x").await.unwrap();
    }
    let error = failed(Kind::Bare.call(&serve(ending).await, "x").await, TOKEN);
    assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 1), "{error}");
}
