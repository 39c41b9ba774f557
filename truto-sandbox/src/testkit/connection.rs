//! One connection from its acceptance to its end: a request, the reply that it meets, and the next request.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::body::Body;
use http::header::CONTENT_TYPE;
use http::{Method, Request, Response};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tower::ServiceExt;

use super::answer::send;
use super::observed::Observed;
use super::plan::Plan;
use super::received::Received;
use super::reply::{Afterwards, Ending, Moment, Reply};
use super::request::{self, Limits, Stopped};
use super::socket::Socket;
use crate::http::service::SandboxService;

/// What the connections of one server share.
pub(super) struct Shared {
    pub(super) plan: Plan,
    pub(super) observed: Observed,
    pub(super) service: Option<SandboxService>,
    pub(super) max_body_bytes: AtomicU64,
}

/// An accepted connection, counted as open for as long as it is there.
pub(super) struct Connection {
    number: usize,
    shared: Arc<Shared>,
}

impl Connection {
    pub(super) fn accepted(shared: &Arc<Shared>) -> Self {
        Self { number: shared.observed.accepted(), shared: Arc::clone(shared) }
    }

    pub(super) async fn serve(self, stream: TcpStream) {
        let mut socket = Socket::new(stream);
        // An error is a client that is gone, or an answer from behind that broke off: there is nothing left to send.
        if let Ok(ending) = self.talk(&mut socket).await {
            drop(socket.end(ending).await);
        }
    }

    /// Answers requests until the connection has to end, and returns how.
    async fn talk(&self, socket: &mut Socket) -> io::Result<Ending> {
        if let Some(ending) = self.strike_unread().await {
            return Ok(ending);
        }
        loop {
            socket.wait_for_request().await?;
            if let Some(ending) = self.strike_unread().await {
                return Ok(ending);
            }
            if let Some(ending) = self.exchange(socket).await? {
                return Ok(ending);
            }
        }
    }

    async fn strike_unread(&self) -> Option<Ending> {
        let reply = self.shared.plan.take_unread()?;
        // Nothing is read, so nothing can tell whether the client is still there.
        tokio::time::sleep(reply.delay).await;
        reply.end.map(|(_, ending)| ending)
    }

    /// Reads one request and answers it.
    async fn exchange(&self, socket: &mut Socket) -> io::Result<Option<Ending>> {
        let head = match request::head(socket).await {
            Ok(head) => head,
            Err(stopped) => return refuse(socket, stopped).await,
        };
        let choice = self.shared.plan.take();
        let limits = Limits { wanted: choice.upload(), allowed: self.shared.max_body_bytes.load(Ordering::Relaxed) };
        let (body, reading) = request::body(socket, head.framing, limits).await;
        let mut received = Received {
            connection: self.number,
            sequence: 0,
            method: head.method,
            target: head.target,
            headers: head.headers,
            body,
            complete: reading.is_ok(),
            at: head.at,
        };
        self.shared.observed.received(&mut received);
        match reading {
            Ok(()) | Err(Stopped::Enough) => {}
            Err(stopped) => return refuse(socket, stopped).await,
        }
        let mut reply = choice.reply(&received);
        let mut real = None;
        if reply.is_handled() {
            match self.handle(&received).await {
                Ok(response) => real = Some(response),
                Err(instead) => reply = instead,
            }
        }
        socket.pause(reply.delay).await?;
        if let Some((moment, ending)) = reply.end
            && moment <= Moment::Request
        {
            return Ok(Some(ending));
        }
        if let Some(ending) = send(socket, &reply, real, &received.method, head.closes).await? {
            return Ok(Some(ending));
        }
        match reply.afterwards {
            Afterwards::CloseWhenIdle(idle) => idle_for(socket, idle).await,
            Afterwards::KeepAlive | Afterwards::Close => Ok(None),
        }
    }

    /// Lets the service behind the server carry a request out, or says what its client meets instead.
    async fn handle(&self, received: &Received) -> Result<Response<Body>, Reply> {
        let Some(service) = self.shared.service.clone() else {
            return Err(complaint(502, "no service is behind this server: start it with `FaultServer::in_front_of`"));
        };
        let request = Request::builder().method(received.method.clone()).uri(&received.target);
        let Ok(mut request) = request.body(Body::from(received.body.clone())) else {
            return Err(complaint(400, "the target of the request is malformed"));
        };
        request.headers_mut().clone_from(&received.headers);
        service.oneshot(request).await.map_err(|_| Reply::close_after_request())
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.shared.observed.closed();
    }
}

/// Waits for the next request for so long, and then closes the connection.
async fn idle_for(socket: &Socket, idle: Duration) -> io::Result<Option<Ending>> {
    // A request that is there already would be let in by a timeout, however short.
    if idle.is_zero() {
        return Ok(Some(Ending::Close));
    }
    match timeout(idle, socket.wait_for_request()).await {
        Ok(request) => request.map(|()| None),
        Err(_) => Ok(Some(Ending::Close)),
    }
}

/// Tells a client whose request was not read to its end why.
async fn refuse(socket: &mut Socket, stopped: Stopped) -> io::Result<Option<Ending>> {
    let Stopped::Refused(status, reason) = stopped else {
        return Err(io::ErrorKind::UnexpectedEof.into());
    };
    send(socket, &complaint(status, reason), None, &Method::GET, true).await?;
    // The rest of the request is read and dropped: unread it would reset the connection, and the answer with it.
    socket.finish().await?;
    Ok(Some(Ending::Silence))
}

/// What the server has to say for itself.
fn complaint(status: u16, message: &'static str) -> Reply {
    Reply::status(status).header(CONTENT_TYPE, "text/plain").body(message)
}
