//! Scripted faults. A fault replaces an answer or spoils the real one, on all routes except the control routes.

mod apply;
mod script;

use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use http::{HeaderMap, Method, StatusCode};

pub(crate) use self::apply::{Disconnect, spoil};
pub(crate) use self::script::Script;
use crate::answer::refusal::Refusal;
use crate::answer::{Answer, Content};

/// A scripted fault. By default it hits the next request.
///
/// Faults wait in the order in which they were scripted. A request meets the first fault that matches it.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use tower::ServiceExt;
/// use http::{Method, StatusCode};
/// use truto_sandbox::{Fault, Sandbox};
///
/// let sandbox = Sandbox::builder().in_process();
/// # let ping = || http::Request::get("/ping").body(axum::body::Body::empty()).unwrap();
/// // Two bad gateways, then the real answer.
/// sandbox.script(Fault::status(StatusCode::BAD_GATEWAY).times(2));
/// // The write happens and its answer is lost. Idempotency keys are made for this.
/// sandbox.script(Fault::close().after_handling().method(Method::POST).path("/unified/crm/*"));
///
/// for status in [502, 502, 200] {
///     assert_eq!(sandbox.service().oneshot(ping()).await?.status(), status);
/// }
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub(crate) method: Option<Method>,
    pub(crate) path: Option<String>,
    pub(crate) account: Option<String>,
    pub(crate) times: u32,
    pub(crate) delay: Duration,
    pub(crate) after_handling: bool,
    pub(crate) status: Option<StatusCode>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Bytes>,
    pub(crate) cut_at: Option<u64>,
    pub(crate) close: bool,
}

impl Fault {
    /// Creates a fault that leaves the real answer as it is, until another method spoils it.
    #[must_use]
    pub fn new() -> Self {
        Self {
            method: None,
            path: None,
            account: None,
            times: 1,
            delay: Duration::ZERO,
            after_handling: false,
            status: None,
            headers: HeaderMap::new(),
            body: None,
            cut_at: None,
            close: false,
        }
    }

    /// Answers this status. The body of an error is the API's envelope, unless [`body`](Self::body) sets another body.
    #[must_use]
    pub fn status(status: StatusCode) -> Self {
        Self { status: Some(status), ..Self::new() }
    }

    /// Answers an error of the provider behind the account, in the API's envelope.
    ///
    /// 401 takes the account to `needs_reauth` until a call succeeds, and 403 becomes its `last_forbidden_error`.
    #[must_use]
    pub fn remote(status: StatusCode, message: &str) -> Self {
        let raw = serde_json::json!({ "message": message });
        let Answer { content, .. } = Refusal::remote(status, "the provider", message, &raw).into_answer();
        let fault = Self::status(status);
        match content {
            Content::Whole(body) => fault.body(body),
            _ => fault,
        }
    }

    /// Answers 204 without a body.
    #[must_use]
    pub fn no_content() -> Self {
        Self::status(StatusCode::NO_CONTENT).body(Bytes::new())
    }

    /// Answers 200 with the JSON content type and no body.
    #[must_use]
    pub fn empty() -> Self {
        Self::status(StatusCode::OK).body(Bytes::new())
    }

    /// Answers 200 with a page of HTML, as captive portals and proxies do.
    #[must_use]
    pub fn html() -> Self {
        Self::status(StatusCode::OK)
            .header(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))
            .body("<!doctype html><title>Welcome</title><p>Sign in to continue.")
    }

    /// Closes the connection without an answer.
    #[must_use]
    pub fn close() -> Self {
        Self { close: true, ..Self::new() }
    }

    /// Waits before the request is carried out, then answers as usual. It waits on tokio's time, which a test can pause.
    #[must_use]
    pub fn delay(delay: Duration) -> Self {
        Self::new().delayed(delay)
    }

    /// Announces the length of the whole answer, sends this many bytes of it, and closes the connection.
    #[must_use]
    pub fn cut_at(bytes: u64) -> Self {
        Self::new().cut(bytes)
    }

    /// Limits the fault to requests with this method.
    #[must_use]
    pub fn method(mut self, method: Method) -> Self {
        self.method = Some(method);
        self
    }

    /// Limits the fault to this path. A `*` at the end matches anything.
    #[must_use]
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Limits the fault to requests of this account.
    #[must_use]
    pub fn account(mut self, account: impl Into<String>) -> Self {
        self.account = Some(account.into().to_ascii_lowercase());
        self
    }

    /// Sets the number of requests that the fault hits. Default: 1.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = times;
        self
    }

    /// Adds a delay, as [`delay`](Self::delay).
    #[must_use]
    pub fn delayed(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Strikes after the request has been carried out: its writes stay.
    #[must_use]
    pub fn after_handling(mut self) -> Self {
        self.after_handling = true;
        self
    }

    /// Sets a header of the answer. It replaces a header with the same name.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// Replaces the body of the answer.
    #[must_use]
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// Closes the connection after this many bytes of the body, as [`cut_at`](Self::cut_at).
    #[must_use]
    pub fn cut(mut self, bytes: u64) -> Self {
        self.cut_at = Some(bytes);
        self
    }

    /// Whether the fault answers the request without carrying it out.
    pub(crate) fn replaces_handling(&self) -> bool {
        !self.after_handling && (self.close || self.status.is_some() || self.body.is_some())
    }
}

impl Default for Fault {
    fn default() -> Self {
        Self::new()
    }
}
