//! A connection: reads a request, answers it as its reply describes, and reads the next request.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::body::Body;
use bytes::BytesMut;
use http::header::CONTENT_TYPE;
use http::{Method, Request, Response};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tower::ServiceExt;

use super::answer::send;
use super::observed::Observed;
use super::plan::Plan;
use super::received::Received;
use super::reply::{Afterwards, Ending, Reply, Stage};
use super::request::{self, Head, Stopped, Upload};
use super::socket::Socket;
use crate::http::service::SandboxService;

/// The state that all connections of a server share.
pub(super) struct ServerState {
    pub(super) plan: Plan,
    pub(super) observed: Observed,
    pub(super) service: Option<SandboxService>,
    pub(super) max_body_bytes: AtomicU64,
}

/// An accepted connection. It counts as open until it is dropped.
pub(super) struct Connection {
    number: usize,
    state: Arc<ServerState>,
}

impl Connection {
    pub(super) fn accepted(state: &Arc<ServerState>) -> Self {
        Self { number: state.observed.accepted(), state: Arc::clone(state) }
    }

    pub(super) async fn serve(self, stream: TcpStream) {
        let mut socket = Socket::new(stream);
        // After an error there is nothing left to send: the client is gone, or the real answer was cut off.
        if let Ok(ending) = self.talk(&mut socket).await {
            drop(socket.end(ending).await);
        }
    }

    /// Answers requests until the connection must end, and returns how it ends.
    async fn talk(&self, socket: &mut Socket) -> io::Result<Ending> {
        if let Some(ending) = self.end_unread().await {
            return Ok(ending);
        }
        loop {
            socket.wait_for_request().await?;
            if let Some(ending) = self.end_unread().await {
                return Ok(ending);
            }
            if let Some(ending) = self.exchange(socket).await? {
                return Ok(ending);
            }
        }
    }

    /// Ends the connection before a request is read, if the next reply says so.
    async fn end_unread(&self) -> Option<Ending> {
        let reply = self.state.plan.take_unread()?;
        tokio::time::sleep(reply.delay).await;
        reply.end.map(|(_, ending)| ending)
    }

    /// Reads a request and answers it.
    async fn exchange(&self, socket: &mut Socket) -> io::Result<Option<Ending>> {
        let head = match request::head(socket).await {
            Ok(head) => head,
            Err(stopped) => return refuse(socket, stopped).await,
        };
        let closes = head.closes;
        let choice = self.state.plan.take();
        let (received, reading) = self.receive(socket, head, choice.upload()).await;
        match reading {
            Ok(()) | Err(Stopped::Enough) => self.answer(socket, choice.reply(&received), &received, closes).await,
            Err(stopped) => refuse(socket, stopped).await,
        }
    }

    /// Reads at most this many bytes of a body, and adds the request to the observed requests.
    async fn receive(&self, socket: &mut Socket, head: Head, wanted: u64) -> (Received, Result<(), Stopped>) {
        let allowed = self.state.max_body_bytes.load(Ordering::Relaxed);
        let mut upload = Upload { socket, wanted, allowed, body: BytesMut::new() };
        let reading = upload.read(head.framing).await;
        let mut received = Received {
            connection: self.number,
            sequence: 0,
            method: head.method,
            target: head.target,
            headers: head.headers,
            body: upload.body.freeze(),
            complete: reading.is_ok(),
            at: head.at,
        };
        self.state.observed.received(&mut received);
        (received, reading)
    }

    /// Answers a request as its reply describes it.
    async fn answer(
        &self,
        socket: &mut Socket,
        mut reply: Reply,
        received: &Received,
        closes: bool,
    ) -> io::Result<Option<Ending>> {
        let mut real = None;
        if reply.is_handled() {
            match self.handle(received).await {
                Ok(response) => real = Some(response),
                Err(instead) => reply = instead,
            }
        }
        socket.pause(reply.delay).await?;
        if let Some((stage, ending)) = reply.end
            && stage <= Stage::Request
        {
            return Ok(Some(ending));
        }
        if let Some(ending) = send(socket, &reply, real, &received.method, closes).await? {
            return Ok(Some(ending));
        }
        match reply.afterwards {
            Afterwards::CloseWhenIdle(idle) => idle_for(socket, idle).await,
            Afterwards::KeepAlive | Afterwards::Close => Ok(None),
        }
    }

    /// Calls the service behind the server. The error is the reply to send instead.
    async fn handle(&self, received: &Received) -> Result<Response<Body>, Reply> {
        let Some(service) = self.state.service.clone() else {
            let reason = "this server has no service behind it: start it with `FaultServer::in_front_of`";
            return Err(own_answer(502, reason));
        };
        let request = Request::builder().method(received.method.clone()).uri(&received.target);
        let Ok(mut request) = request.body(Body::from(received.body.clone())) else {
            return Err(own_answer(400, "the target of the request is malformed"));
        };
        request.headers_mut().clone_from(&received.headers);
        service.oneshot(request).await.map_err(|_| Reply::close_after_request())
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.state.observed.closed();
    }
}

/// Waits for the next request, and closes the connection if no request comes in time.
async fn idle_for(socket: &Socket, idle: Duration) -> io::Result<Option<Ending>> {
    // Even a timeout of zero would accept a request that has arrived already.
    if idle.is_zero() {
        return Ok(Some(Ending::Close));
    }
    match timeout(idle, socket.wait_for_request()).await {
        Ok(request) => request.map(|()| None),
        Err(_) => Ok(Some(Ending::Close)),
    }
}

/// Answers a request that could not be read, with the reason.
async fn refuse(socket: &mut Socket, stopped: Stopped) -> io::Result<Option<Ending>> {
    let Stopped::Refused(status, reason) = stopped else {
        return Err(io::ErrorKind::UnexpectedEof.into());
    };
    send(socket, &own_answer(status, reason), None, &Method::GET, true).await?;
    // Unread bytes would reset the connection and lose the answer, so the rest of the request is read and dropped.
    socket.finish().await?;
    Ok(Some(Ending::Silence))
}

/// An answer of the server itself.
fn own_answer(status: u16, message: &'static str) -> Reply {
    Reply::status(status).header(CONTENT_TYPE, "text/plain").body(message)
}
