//! Mocked answers.

use std::time::SystemTime;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Serialize;

use crate::contract::Contract;
use crate::endpoint::Endpoint;
use crate::error::{DecodeKind, Error, RedirectError, RedirectReason};
use crate::meta::Meta;
use crate::mock::{MOCKED, attempt};
use crate::policy::settings::Settings;
use crate::redact::Redactor;
use crate::response::envelope::Envelope;
use crate::response::page::Page;
use crate::response::stream::ByteStream;
use crate::response::{Answer, RawResponse, Response, ResponseValue};

/// An answer of the server.
///
/// ```
/// use serde::Deserialize;
/// use truto_core::mock::MockAnswer;
/// use truto_core::{Page, json};
///
/// #[derive(Debug, Deserialize)]
/// pub struct Ticket { pub title: String }
///
/// // The result of `send`: the answer is decoded as in a call.
/// let ticket: Ticket = MockAnswer::new(200).json(json!({ "title": "On fire" })).sent().unwrap();
/// assert_eq!(ticket.title, "On fire");
/// let page: Page<Ticket> =
///     MockAnswer::new(200).json(json!({ "result": [{ "title": "a" }], "is_partial_response": true })).sent().unwrap();
/// assert!(page.is_partial());
/// let refused = MockAnswer::new(422).json(json!({ "message": "Email is invalid", "truto_is_remote_error": true }));
/// assert!(refused.sent::<Ticket>().unwrap_err().is_invalid());
///
/// // The result of `with_meta`, and of `raw`.
/// let answer = MockAnswer::new(201).header("x-request-id", "req-7").attempts(2);
/// let response = answer.clone().response(Ticket { title: "On fire".to_owned() });
/// assert_eq!((response.meta.status(), response.meta.request_id(), response.meta.attempts()), (201, Some("req-7"), 2));
/// assert_eq!(answer.body("<xml/>").raw().bytes(), "<xml/>");
/// ```
#[derive(Clone, Debug)]
#[must_use = "a mocked answer becomes the result of a call with `sent`, `page`, `raw` and others"]
pub struct MockAnswer {
    pub(super) contract: &'static Contract,
    status: StatusCode,
    headers: HeaderMap,
    attempts: u32,
    body: Bytes,
}

impl MockAnswer {
    /// An answer with this status, without headers and body. An invalid status becomes 500.
    pub fn new(status: u16) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self { contract: &MOCKED, status, headers: HeaderMap::new(), attempts: 1, body: Bytes::new() }
    }

    /// The endpoint that answers; `POST /mocked` by default. Errors name it, and their outcome depends on its method.
    pub fn endpoint<E: Endpoint>(mut self) -> Self {
        self.contract = E::CONTRACT;
        self
    }

    /// Adds a header. An invalid name or value is ignored.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            self.headers.append(name, value);
        }
        self
    }

    /// How often the request was sent; 1 by default.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// The body, of any content type.
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self
    }

    /// The body as JSON, with the matching `content-type`. A value that cannot be serialized becomes an empty body.
    pub fn json(mut self, body: impl Serialize) -> Self {
        self.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        self.body(serde_json::to_vec(&body).unwrap_or_default())
    }

    /// The head of the answer.
    #[must_use]
    pub fn meta(&self) -> Meta {
        Meta::new(self.status, self.headers.clone(), self.attempts, SystemTime::now(), &Redactor::default())
    }

    /// The result of `send`, for an endpoint with this response.
    ///
    /// # Errors
    /// [`Error::Api`] if the status is not 2xx, or the body is an error envelope. [`Error::Decode`] if the body does not fit `T`.
    pub fn sent<T: ResponseValue>(self) -> Result<T, Error> {
        if !self.status.is_success() {
            return Err(self.refused());
        }
        let answer = self.into_answer();
        answer.check()?;
        T::from_answer(&answer)
    }

    /// The result of `with_meta`: this record, with the head of the answer. The body of the answer is ignored.
    #[must_use]
    pub fn response<T>(self, body: T) -> Response<T> {
        Response { body, meta: self.meta() }
    }

    /// A page of these items, with the head of the answer. The body of the answer is ignored. For a partial page, use
    /// [`sent`](Self::sent).
    #[must_use]
    pub fn page<T>(self, items: Vec<T>, next_cursor: Option<&str>) -> Page<T> {
        let next_cursor = next_cursor.map(str::to_owned);
        Page::new(Envelope { items, next_cursor, ..Envelope::default() }, self.meta())
    }

    /// The result of `raw`.
    #[must_use]
    pub fn raw(self) -> RawResponse {
        RawResponse::new(self.into_answer())
    }

    /// The result of `stream`. It must be read inside a tokio runtime.
    pub fn stream(self) -> ByteStream {
        ByteStream::from_answer(self.into_answer(), &Settings::default())
    }

    /// The answer as [`Error::Api`], even if its status is 2xx.
    #[must_use]
    pub fn refused(self) -> Error {
        let Answer { attempt, meta, body, redactor } = self.into_answer();
        attempt.refused(meta, body, &redactor)
    }

    /// The answer as [`Error::Decode`].
    #[must_use]
    pub fn undecodable(self, kind: DecodeKind) -> Error {
        self.into_answer().undecodable(kind)
    }

    /// The answer as [`Error::Redirect`]: a redirect that was not followed.
    #[must_use]
    pub fn redirect(self, reason: RedirectReason) -> Error {
        let Answer { attempt, meta, body, .. } = self.into_answer();
        let context = attempt.context(attempt.repeat.answered(meta.status()), meta.request_id());
        RedirectError { context, meta, body, reason, followed: 0 }.into()
    }

    fn into_answer(self) -> Answer {
        let meta = self.meta();
        let attempt = attempt(self.contract, self.attempts);
        Answer { attempt, meta, body: self.body, redactor: Redactor::default() }
    }
}
