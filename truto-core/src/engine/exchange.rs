//! One attempt on the wire: the request, its redirects, and the answer as far as the call reads it.

use core::pin::pin;

use bytes::Bytes;
use http::HeaderValue;
use tokio::time::{Instant, timeout_at};
use url::Url;

use crate::engine::CallRun;
use crate::error::{Clock, Error, NetworkError, TimeoutError};
use crate::meta::Meta;
use crate::policy::clock::End;
use crate::policy::redirect;
use crate::policy::settings::Settings;
use crate::redact::Redactor;
use crate::response::stream::ByteStream;
use crate::response::{Answer, RawResponse};
use crate::transport::TransportError;
use crate::transport::base_url::Target;
use crate::transport::token::Bearer;

/// What a call reads of its answer.
pub(super) trait Reading: Sized {
    /// `None` for gzip.
    const ACCEPT_ENCODING: Option<HeaderValue> = None;

    /// Reads the body of a 2xx answer, until `end` at the latest. Returns what it read.
    async fn read(stream: &mut ByteStream, end: End, settings: &Settings) -> Result<Bytes, Error>;

    /// The answer, once its body is read.
    fn from_read(stream: ByteStream, body: Bytes) -> Result<Self, Error>;

    fn from_answer(answer: Answer, settings: &Settings) -> Self;

    fn meta(&self) -> &Meta;
}

/// The whole body, which must be an answer of the API.
impl Reading for Answer {
    async fn read(stream: &mut ByteStream, end: End, settings: &Settings) -> Result<Bytes, Error> {
        stream.collect(end, settings.min_throughput).await
    }

    fn from_read(stream: ByteStream, body: Bytes) -> Result<Self, Error> {
        let answer = stream.into_answer(body);
        answer.check()?;
        Ok(answer)
    }

    fn from_answer(answer: Answer, _: &Settings) -> Self {
        answer
    }

    fn meta(&self) -> &Meta {
        &self.meta
    }
}

/// The whole body, whatever it is.
impl Reading for RawResponse {
    async fn read(stream: &mut ByteStream, end: End, settings: &Settings) -> Result<Bytes, Error> {
        stream.collect(end, settings.min_throughput).await
    }

    fn from_read(stream: ByteStream, body: Bytes) -> Result<Self, Error> {
        Ok(Self::new(stream.into_answer(body)))
    }

    fn from_answer(answer: Answer, _: &Settings) -> Self {
        Self::new(answer)
    }

    fn meta(&self) -> &Meta {
        self.meta()
    }
}

/// The head. The caller reads the body.
impl Reading for ByteStream {
    const ACCEPT_ENCODING: Option<HeaderValue> = Some(HeaderValue::from_static("identity"));

    async fn read(_: &mut ByteStream, _: End, _: &Settings) -> Result<Bytes, Error> {
        Ok(Bytes::new())
    }

    fn from_read(stream: ByteStream, _: Bytes) -> Result<Self, Error> {
        stream.unpacked()
    }

    fn from_answer(answer: Answer, settings: &Settings) -> Self {
        Self::from_answer(answer, settings)
    }

    fn meta(&self) -> &Meta {
        self.meta()
    }
}

impl CallRun {
    /// Sends the request once, follows its redirects, and reads the answer.
    pub(super) async fn exchange<R: Reading>(&self, bearer: &Bearer) -> Result<R, Error> {
        let Self { caller, settings, request, .. } = self;
        let engine = &caller.engine;
        let redactor = bearer.redactor.with(&request.parts.secrets);
        // Before the clocks start, because to make a client takes a while and is not the server's time.
        let wire = engine.transport.wire().map_err(|error| self.unanswered(&error, &redactor))?;
        let start = Instant::now();
        let end = End::new(Clock::Attempt, start, settings.attempt_timeout).min(self.deadline());
        let head_end = End::new(Clock::FirstByte, start, settings.first_byte_timeout).min(end);
        let first = Target::Path(&engine.base_url, &request.parts.path_and_query);
        let method = request.parts.contract.method();
        let mut redirect: Option<Url> = None;
        let mut followed = 0;
        let (head, refused) = loop {
            // The headers are made again for each redirect, because most requests have no redirect.
            let target = redirect.as_ref().map_or(first, Target::Redirect);
            let headers = request.headers(bearer, R::ACCEPT_ENCODING);
            let sent = {
                // Pinned first, so that the clock does not move it, and no longer than until the head is there.
                let sent = pin!(wire.send(method, target, headers, request.parts.body.clone()));
                timeout_at(head_end.at, sent).await
            };
            let head = match sent {
                Ok(sent) => sent.map_err(|error| self.unanswered(&error, &redactor))?,
                Err(_) => {
                    wire.fell_silent();
                    return Err(self.current_attempt().timed_out(head_end, None));
                }
            };
            if !redirect::is_redirect(head.status) {
                break (head, None);
            }
            let from = target.url();
            match redirect::target(&head.headers, &from, method.is_safe(), followed, settings.max_redirects) {
                Ok(to) => redirect = Some(to),
                Err(reason) => break (head, Some((reason, followed))),
            }
            followed += 1;
        };
        let mut stream = ByteStream::new(self.current_attempt(), head, wire, settings, redactor, (engine.wall)());
        // Errors are boxed, because few calls have one, and every call would carry their state.
        if let Some((reason, followed)) = refused {
            return Err(Box::pin(stream.into_redirect_error(reason, followed)).await);
        }
        if !stream.meta().status_code().is_success() {
            // Not under `end`: a status without its reasons still says more than a clock.
            return Err(Box::pin(stream.into_api_error()).await);
        }
        let body = R::read(&mut stream, end, settings).await?;
        R::from_read(stream, body)
    }

    /// The error of an attempt that got no head.
    fn unanswered(&self, error: &TransportError, redactor: &Redactor) -> Error {
        let attempt = self.current_attempt();
        let context = attempt.context(attempt.repeat.unanswered(error.unsent), None);
        if error.timed_out {
            let after = self.caller.engine.connect_timeout;
            return TimeoutError { context, clock: Clock::Connect, after }.into();
        }
        let cause = redactor.excerpt(error.cause.as_bytes());
        NetworkError { context, kind: error.kind, received: 0, cause }.into()
    }
}
