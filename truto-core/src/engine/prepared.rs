//! A call before it begins: who calls, what is sent, and with which options.

use std::sync::{Arc, LazyLock};

use http::header::{ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue, USER_AGENT};
use tokio::time::Instant;

use crate::contract::Scope;
use crate::engine::{CallRun, Engine, telemetry};
use crate::error::{Clock, Error, Failure, InvalidRequest};
use crate::policy::attempt::Attempt;
use crate::policy::clock::End;
use crate::policy::idempotency::{IDEMPOTENCY_KEY, Key};
use crate::policy::limit::{AccountLimiter, Slots};
use crate::policy::options::CallOptions;
use crate::policy::outcome::Repeat;
use crate::policy::retry::Tries;
use crate::policy::settings::OnLimit;
use crate::request::encode::encoded::{EncodedRequest, Format};
use crate::transport::token::Bearer;

const GZIP: HeaderValue = HeaderValue::from_static("gzip");
const JSON: HeaderValue = HeaderValue::from_static("application/json");
const AGENT: HeaderValue = HeaderValue::from_static(concat!("truto-core/", env!("CARGO_PKG_VERSION")));

/// The longest URL that the `http` crate accepts, and with it every transport.
const LONGEST_URL: usize = 65_534;

/// Who calls, and the engine that carries the calls out.
#[derive(Clone)]
pub(crate) struct Caller {
    pub(crate) engine: Arc<Engine>,
    pub(crate) limiter: Arc<AccountLimiter>,
    /// The `integrated_account_id`. `None` for a call of the platform.
    pub(crate) account: Option<Arc<str>>,
}

/// A call that has not begun.
pub(crate) struct PreparedCall {
    pub(super) caller: Caller,
    pub(super) options: Option<Arc<CallOptions>>,
    /// An error of the encoder waits here, because a call fails when it is awaited and not when it is made.
    parts: Result<EncodedRequest, Error>,
    pub(super) format: Format,
    /// The slots of a bulk: the call is on the wire only while it holds one of them, and its deadline begins when it is first let in.
    pub(super) slots: Option<Slots>,
}

/// A request that can be sent any number of times.
pub(super) struct HttpRequest {
    pub(super) parts: EncodedRequest,
    key: Option<HeaderValue>,
    pub(super) repeat: Repeat,
}

impl PreparedCall {
    pub(crate) fn new(caller: Caller, parts: Result<EncodedRequest, Error>, options: Option<Arc<CallOptions>>) -> Self {
        Self { caller, options, parts, format: Format::Unified, slots: None }
    }

    /// The call before its first attempt. `None` if its request could not be encoded.
    pub(crate) fn attempt(&self) -> Option<Attempt> {
        let parts = self.parts.as_ref().ok()?;
        Some(parts.attempt(0, repeat(parts, key_of(self.options.as_deref()))))
    }

    /// Whether it waits if its account lets no call in.
    pub(super) fn may_wait(&self) -> bool {
        let own = self.options.as_ref().and_then(|options| options.overrides.on_limit);
        self.parts.is_ok() && own.unwrap_or(self.caller.engine.settings.on_limit) == OnLimit::Wait
    }

    /// Begins the call.
    pub(crate) fn begin(self) -> Result<CallRun, Error> {
        let Self { caller, options, parts, format, slots } = self;
        let options = options.as_deref();
        let settings =
            options.map_or(caller.engine.settings, |options| options.overrides.apply_to(&caller.engine.settings));
        let request =
            parts.and_then(|parts| HttpRequest::new(&caller.engine, parts.in_format(format), key_of(options)));
        let request = request.inspect_err(|error| telemetry::gave_up(caller.account.as_deref(), error))?;
        let deadline = slots.is_none().then(|| End::new(Clock::Deadline, Instant::now(), settings.deadline));
        Ok(CallRun { caller, settings, request, slots, deadline, tries: Tries::default(), last: None })
    }
}

impl HttpRequest {
    fn new(engine: &Engine, parts: EncodedRequest, key: &Key) -> Result<Self, Error> {
        let length = engine.base_url.as_str().len() + parts.path_and_query.len();
        if length > LONGEST_URL {
            let reason = format!("the URL has {length} bytes, and none may have more than {LONGEST_URL}");
            let endpoint = parts.contract.named(parts.names.as_deref());
            return Err(InvalidRequest::new(endpoint, vec![Failure::value("", reason)]).into());
        }
        let repeat = repeat(&parts, key);
        let needs_no_key = parts.contract.method().is_safe() || declares_key(&parts);
        let has_key = knows_keys(&parts) || matches!(key, Key::Own(_));
        let key = if needs_no_key || !has_key { None } else { key.header(engine.random)? };
        Ok(Self { parts, key, repeat })
    }

    /// The headers of an attempt. `accept_encoding` is `None` for [`GZIP`].
    pub(super) fn headers(&self, bearer: &Bearer, accept_encoding: Option<HeaderValue>) -> HeaderMap {
        let Self { parts, key, .. } = self;
        let mut headers = TEMPLATE.clone();
        // To pass by all of them takes fewer instructions than to look a single name up.
        for (name, value) in &mut headers {
            match (name, key) {
                (&AUTHORIZATION, _) => *value = bearer.header.clone(),
                (name, Some(key)) if name == IDEMPOTENCY_KEY => *value = key.clone(),
                _ => {}
            }
        }
        if key.is_none() {
            headers.remove(IDEMPOTENCY_KEY);
        }
        if parts.body.is_none() {
            headers.remove(CONTENT_TYPE);
        } else if let Some(content_type) = &parts.content_type {
            headers.insert(CONTENT_TYPE, content_type.clone());
        }
        if let Some(accept_encoding) = accept_encoding {
            headers.insert(ACCEPT_ENCODING, accept_encoding);
        }
        // No declared header is one of those above, except a key, and then the call has no other.
        headers.extend(parts.headers.iter().cloned());
        headers
    }
}

/// The headers of a write. A copy takes half the instructions of as many insertions.
static TEMPLATE: LazyLock<HeaderMap> = LazyLock::new(|| {
    const FILLED_IN: HeaderValue = HeaderValue::from_static("");
    // A map without room grows also if a value is replaced.
    let mut headers = HeaderMap::with_capacity(8);
    headers.extend([(AUTHORIZATION, FILLED_IN), (IDEMPOTENCY_KEY, FILLED_IN), (CONTENT_TYPE, JSON)]);
    headers.extend([(ACCEPT, JSON), (ACCEPT_ENCODING, GZIP), (USER_AGENT, AGENT)]);
    headers
});

/// What makes it safe to send a request again.
fn repeat(parts: &EncodedRequest, key: &Key) -> Repeat {
    let is_own = if declares_key(parts) { Some(true) } else { key.is_own() };
    Repeat::of(parts.contract.method(), is_own.filter(|_| knows_keys(parts)))
}

/// Whether the server recognizes a write by its key. The platform documents no keys, so a key of the caller's is sent there, but
/// proves nothing.
fn knows_keys(parts: &EncodedRequest) -> bool {
    parts.contract.scope() == Scope::Account
}

fn key_of(options: Option<&CallOptions>) -> &Key {
    options.map_or(&Key::Fresh, |options| &options.key)
}

/// Whether the endpoint declares the idempotency key as a header, so that the caller gives it.
fn declares_key(parts: &EncodedRequest) -> bool {
    parts.headers.iter().any(|(name, _)| name == IDEMPOTENCY_KEY)
}
