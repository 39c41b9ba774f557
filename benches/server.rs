//! A server on loopback that answers every HTTP/1 request with the same response.

// Each bench uses a part.
#![allow(dead_code)]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::{io, thread};

/// The rate limit of the provider, as the API documents its headers.
pub(crate) const RATE_LIMIT: &str = "ratelimit-limit: 100\r\nratelimit-remaining: 99\r\nratelimit-reset: 10\r\n";

/// The answer to a created link.
pub(crate) const LINK: &str = concat!(
    r#"{"entity_id":"003Ux000004TbQd","entity":"contacts","#,
    r#""associations":{"accounts":[{"id":"001Ux000003GhNt"}],"leads":[],"opportunities":[],"organizations":[]}}"#,
);

/// Starts a server that answers each request with this JSON and these further header lines, and returns its address. It runs until
/// the process ends.
pub(crate) fn start(json: &'static str, lines: &str) -> io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}", listener.local_addr()?);
    let answer = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: {}\r\n\
         date: Tue, 15 Nov 1994 08:12:31 GMT\r\nx-request-id: 5f0c8a51-52a5-4c6c-8f0a-2d6b8f6a7f10\r\n\
         {lines}\r\n{json}",
        json.len()
    );
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answer = answer.clone();
            // If the connection breaks, the client reports it.
            thread::spawn(move || serve(stream, answer.as_bytes()));
        }
    });
    Ok(url)
}

fn serve(mut stream: TcpStream, answer: &[u8]) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let (mut received, mut piece) = (Vec::new(), [0; 4096]);
    loop {
        while let Some(length) = request(&received)? {
            received.drain(..length);
            stream.write_all(answer)?;
        }
        match stream.read(&mut piece)? {
            0 => return Ok(()),
            length => received.extend_from_slice(&piece[..length]),
        }
    }
}

/// Returns the length of the first request in `received`, or `None` if the request is incomplete.
fn request(received: &[u8]) -> io::Result<Option<usize>> {
    let mut headers = [httparse::EMPTY_HEADER; 32];
    let mut head = httparse::Request::new(&mut headers);
    let httparse::Status::Complete(length) = head.parse(received).map_err(io::Error::other)? else {
        return Ok(None);
    };
    let declared = head.headers.iter().find(|header| header.name.eq_ignore_ascii_case("content-length"));
    let declared = declared.and_then(|header| std::str::from_utf8(header.value).ok()?.parse::<usize>().ok());
    Ok(Some(length + declared.unwrap_or(0)).filter(|length| received.len() >= *length))
}
