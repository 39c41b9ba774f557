//! Scripted faults: what a test tells the sandbox to do wrong, and to which requests.
//!
//! A fault either takes the place of an answer, or spoils the real one. It matches by method, path and account, for a
//! number of requests, on every route but the control routes.

mod apply;
mod script;

use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use http::{HeaderMap, Method, StatusCode};

pub(crate) use self::apply::{Disconnect, spoil};
pub(crate) use self::script::Script;

/// One scripted fault. Unless it is told otherwise it hits the next request, whatever that is.
///
/// Faults wait in the order in which they were scripted; a request meets the first one that matches it.
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
/// // The write happens, its answer is lost: what idempotency keys are for.
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
    /// A fault that does nothing yet: the real answer, until something spoils it.
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

    /// Answers this status, with the API's error envelope unless a body is given.
    #[must_use]
    pub fn status(status: StatusCode) -> Self {
        Self { status: Some(status), ..Self::new() }
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

    /// Waits before the request is carried out, then answers as usual. The time is tokio's, so a test can pause it.
    #[must_use]
    pub fn delay(delay: Duration) -> Self {
        Self::new().delayed(delay)
    }

    /// Announces the whole answer, sends so many bytes of it, and closes the connection.
    #[must_use]
    pub fn cut_at(bytes: u64) -> Self {
        Self::new().cut(bytes)
    }

    /// The same fault, for requests of this method alone.
    #[must_use]
    pub fn method(mut self, method: Method) -> Self {
        self.method = Some(method);
        self
    }

    /// The same fault, for this path alone; a `*` at the end stands for anything.
    #[must_use]
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// The same fault, for requests of this account alone.
    #[must_use]
    pub fn account(mut self, account: impl Into<String>) -> Self {
        self.account = Some(account.into().to_ascii_lowercase());
        self
    }

    /// The same fault, for so many requests.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = times;
        self
    }

    /// The same fault, after a wait.
    #[must_use]
    pub fn delayed(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// The same fault, once the request has been carried out: what it wrote stays written.
    #[must_use]
    pub fn after_handling(mut self) -> Self {
        self.after_handling = true;
        self
    }

    /// The same fault with this header, which takes the place of the answer's own.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// The same fault with this body, which takes the place of the answer's own.
    #[must_use]
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// The same fault, sending so many bytes of the body before the connection is closed.
    #[must_use]
    pub fn cut(mut self, bytes: u64) -> Self {
        self.cut_at = Some(bytes);
        self
    }

    /// Whether the request is answered without having been carried out.
    pub(crate) fn replaces_handling(&self) -> bool {
        !self.after_handling && (self.close || self.status.is_some() || self.body.is_some())
    }
}

impl Default for Fault {
    fn default() -> Self {
        Self::new()
    }
}
