//! The engine: one piece of code that carries out every call. Limit, attempt, decide, wait, attempt …, answer.
//!
//! What is decided is decided elsewhere, by pure functions: [`crate::policy::retry`], [`crate::policy::limit`], [`crate::policy::redirect`],
//! [`crate::policy::outcome`].

pub(crate) mod sending;
pub(crate) mod telemetry;

use core::time::Duration;
use std::sync::Arc;
use std::time::SystemTime;

use http::header::{ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue, USER_AGENT};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, sleep, timeout_at};
use tracing::Instrument;
use url::Url;

use crate::error::{
    Clock, Context, Error, Failure, InvalidRequest, LimitKind, NetworkError, Outcome, RateLimitedError, RedirectReason,
    TimeoutError, TokenError, UnavailableError,
};
use crate::meta::Meta;
use crate::policy::attempt::{Attempt, End};
use crate::policy::hooks::{self, Hooks};
use crate::policy::idempotency::IDEMPOTENCY_KEY;
use crate::policy::limit::{GateHandle, Gates, Permit, Refusal, Until};
use crate::policy::options::CallOptions;
use crate::policy::outcome::{Repeat, is_already_deleted};
use crate::policy::redirect;
use crate::policy::retry::{Next, Terms, Tries, Verdict};
use crate::policy::settings::Settings;
use crate::redact::Redactor;
use crate::request::encode::{Format, Parts};
use crate::response::Answer;
use crate::response::stream::ByteStream;
use crate::transport::base_url::BaseUrl;
use crate::transport::token::{Bearer, Tokens};
use crate::transport::{Transport, TransportError, Wire};
use crate::util::random::{Random, Spread};

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const GZIP: HeaderValue = HeaderValue::from_static("gzip");
const IDENTITY: HeaderValue = HeaderValue::from_static("identity");
const AGENT: HeaderValue = HeaderValue::from_static(concat!("truto-core/", env!("CARGO_PKG_VERSION")));

/// The longest URL that the `http` crate can hold, and with it any transport.
const LONGEST_URL: usize = 65_534;

/// What all calls of a client share.
pub(crate) struct Engine {
    pub(crate) transport: Transport,
    pub(crate) base_url: BaseUrl,
    pub(crate) allow_plain_http: bool,
    pub(crate) tokens: Tokens,
    pub(crate) connect_timeout: Duration,
    pub(crate) settings: Settings,
    pub(crate) gates: Arc<Gates>,
    pub(crate) hooks: Hooks,
    pub(crate) random: Random,
    pub(crate) wall: fn() -> SystemTime,
}

impl core::fmt::Debug for Engine {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Engine")
            .field("base_url", &self.base_url.as_str())
            .field("allow_plain_http", &self.allow_plain_http)
            .field("transport", &self.transport)
            .field("connect_timeout", &self.connect_timeout)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

/// How far an answer is read before the call is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// To its end, and it has to be one of the API's.
    Record,
    /// To its end, whatever it is.
    Bytes,
    /// To the end of its head.
    Head,
}

/// A call, not begun yet.
pub(crate) struct Prepared {
    engine: Arc<Engine>,
    gate: GateHandle,
    account: Arc<str>,
    options: Option<Arc<CallOptions>>,
    parts: Result<Parts, Error>,
    format: Format,
    /// The slots of the bulk that it is one call of: it is on the wire only while it holds one.
    slots: Option<Arc<Semaphore>>,
}

/// A request, to be sent any number of times.
struct Request {
    parts: Parts,
    key: Option<HeaderValue>,
    repeat: Repeat,
}

impl Prepared {
    pub(crate) fn new(
        engine: Arc<Engine>,
        gate: GateHandle,
        account: Arc<str>,
        parts: Result<Parts, Error>,
        options: Option<Arc<CallOptions>>,
    ) -> Self {
        Self { engine, gate, account, options, parts, format: Format::Unified, slots: None }
    }

    /// The options of the call, to be changed.
    pub(crate) fn options_mut(&mut self) -> &mut CallOptions {
        CallOptions::of_shared(&mut self.options)
    }

    /// What the body of the answer has to be.
    pub(crate) fn set_format(&mut self, format: Format) {
        self.format = format;
    }

    /// The same call as one of many: it is on the wire only while it holds one of these slots, and its deadline does not begin
    /// before it has been let through.
    pub(crate) fn within(&mut self, slots: Arc<Semaphore>) {
        self.slots = Some(slots);
    }

    /// The call before its first attempt; `None` if its request cannot be encoded.
    pub(crate) fn attempt(&self) -> Option<Attempt> {
        let parts = self.parts.as_ref().ok()?;
        let repeat = repeat(parts, self.options.as_deref());
        Some(Attempt { contract: parts.contract, number: 0, repeat })
    }

    /// Id of the account that calls.
    pub(crate) fn account(&self) -> Arc<str> {
        Arc::clone(&self.account)
    }

    /// Begins the call.
    pub(crate) fn begin(self) -> Result<Run, Error> {
        let Self { engine, gate, account, options, parts, format, slots } = self;
        let options = options.as_deref();
        let settings = options.map_or(engine.settings, |options| options.over(&engine.settings));
        let request = Request::new(&engine, parts?.in_format(format), options)?;
        let now = Instant::now();
        let deadline = End::of(Clock::Deadline, now, settings.deadline);
        Ok(Run { engine, gate, account, settings, request, slots, deadline, tries: Tries::default(), last: None })
    }
}

impl Request {
    fn new(engine: &Engine, parts: Parts, options: Option<&CallOptions>) -> Result<Self, Error> {
        let contract = parts.contract;
        let length = engine.base_url.as_str().len() + parts.path_and_query.len();
        if length > LONGEST_URL {
            let reason = format!("the URL has {length} bytes, and none may have more than {LONGEST_URL}");
            return Err(InvalidRequest::new(contract.to_string(), vec![Failure::value("", reason)]).into());
        }
        let key = match options {
            _ if contract.method().is_safe() || declares_key(&parts) => None,
            Some(options) => options.key(engine.random)?,
            None => CallOptions::default().key(engine.random)?,
        };
        Ok(Self { repeat: repeat(&parts, options), parts, key })
    }

    fn headers(&self, bearer: &Bearer, reading: Reading) -> HeaderMap {
        let mut headers = HeaderMap::with_capacity(8);
        headers.extend(self.parts.headers.iter().cloned());
        if let Some(key) = &self.key {
            headers.insert(IDEMPOTENCY_KEY, key.clone());
        }
        if self.parts.body.is_some() {
            headers.insert(CONTENT_TYPE, self.parts.content_type.clone().unwrap_or(JSON));
        }
        headers.insert(ACCEPT_ENCODING, if reading == Reading::Head { IDENTITY } else { GZIP });
        headers.insert(ACCEPT, JSON);
        headers.insert(USER_AGENT, AGENT);
        headers.insert(AUTHORIZATION, bearer.header.clone());
        headers
    }
}

/// What makes it safe to send a request again.
fn repeat(parts: &Parts, options: Option<&CallOptions>) -> Repeat {
    let key = match options {
        _ if declares_key(parts) => Some(true),
        Some(options) => options.has_own_key(),
        None => Some(false),
    };
    Repeat::of(parts.contract.method(), key)
}

/// Whether the key of a write is a header of its endpoint, and so the caller's own.
fn declares_key(parts: &Parts) -> bool {
    parts.headers.iter().any(|(name, _)| name == IDEMPOTENCY_KEY)
}

/// A call on its way.
pub(crate) struct Run {
    engine: Arc<Engine>,
    gate: GateHandle,
    account: Arc<str>,
    settings: Settings,
    request: Request,
    slots: Option<Arc<Semaphore>>,
    deadline: End,
    tries: Tries,
    /// What the last attempt failed with.
    last: Option<Error>,
}

impl Run {
    /// The span of the call.
    pub(crate) fn span(&self) -> tracing::Span {
        telemetry::call(self.request.parts.contract, &self.account)
    }

    /// The whole answer: the first one, or after [`reconsider`](Self::reconsider) another one.
    pub(crate) async fn answer(&mut self, reading: Reading) -> Result<Answer, Error> {
        match self.land(reading).await? {
            Landed::Whole(answer) => Ok(answer),
            // Only `Reading::Head` ends with one.
            Landed::Head(stream) => stream.collect().await,
        }
    }

    /// The head of the answer, with the body to come.
    pub(crate) async fn head(&mut self) -> Result<ByteStream, Error> {
        match self.land(Reading::Head).await? {
            Landed::Head(stream) => Ok(stream),
            Landed::Whole(answer) => Ok(ByteStream::from_answer(answer, &self.settings)),
        }
    }

    /// Sends the request until there is an answer, or nothing more to try.
    async fn land(&mut self, reading: Reading) -> Result<Landed, Error> {
        loop {
            let (permit, result) = self.attempt(reading).await?;
            let error = match result {
                Ok(landed) => {
                    permit.answered(landed.meta().rate_limit().unwrap_or_default(), || self.spread());
                    return Ok(landed);
                }
                Err(error) => error,
            };
            let before = self.tries.outcome;
            let is_trial = permit.is_trial();
            let spread = self.spread();
            let closed_until = self.report(permit, &error, spread);
            if let Error::Api(api) = &error
                && is_already_deleted(self.request.parts.contract.method(), before, api.status())
            {
                return Ok(Landed::Whole(Answer::already_deleted(self.current_attempt(), api.meta().clone())));
            }
            self.retry_or_fail(error, is_trial, closed_until, spread).await?;
        }
    }

    /// Waits until the next attempt, or fails, after an answer that could not be decoded.
    pub(crate) async fn reconsider(&mut self, error: Error) -> Result<(), Error> {
        self.retry_or_fail(error, false, None, self.spread()).await
    }

    /// Waits until the next attempt, or fails. `closed_until` is when the window opens that the error closed.
    async fn retry_or_fail(
        &mut self,
        error: Error,
        is_trial: bool,
        closed_until: Option<Instant>,
        spread: Spread,
    ) -> Result<(), Error> {
        let attempt = self.current_attempt();
        let outcome = attempt.repeat.over_all(self.tries.outcome, error.outcome(), error.refused_by_api());
        // The outcome of this attempt alone says whether it may have left.
        let terms = self.terms(is_trial, closed_until, spread);
        let next = self.tries.next(&error, terms, || self.gate.retry(self.settings.retry_budget));
        self.tries.outcome = Some(outcome);
        let error = error.with_outcome(outcome);
        telemetry::failed(&self.account, &error);
        let (wait, pause) = match next {
            Next::Fail => return Err(self.given_up(error, closed_until)),
            Next::Pause(wait) => (wait, wait),
            // The account's gate keeps it waiting.
            Next::Window(wait) => (wait, Duration::ZERO),
            Next::Refresh => (Duration::ZERO, Duration::ZERO),
        };
        telemetry::retry(&attempt, wait, &error);
        if let Some(hook) = &self.engine.hooks.on_retry {
            let endpoint = attempt.contract.to_string();
            let attempts = attempt.number;
            hook(&hooks::Retry { endpoint: &endpoint, account: &self.account, attempts, wait, error: &error });
        }
        self.last = Some(error);
        if !pause.is_zero() {
            sleep(pause).await;
        }
        Ok(())
    }

    /// What keeps this call apart from others that are told to come back when it is.
    fn spread(&self) -> Spread {
        let mut random = [0; 4];
        // Without randomness the longest pause is the safe one.
        let random = match (self.engine.random)(&mut random) {
            Ok(()) => u32::from_ne_bytes(random),
            Err(_) => u32::MAX,
        };
        Spread { random, left: self.deadline.at.saturating_duration_since(Instant::now()) }
    }

    fn terms(&self, is_trial: bool, closed_until: Option<Instant>, spread: Spread) -> Terms {
        let now = Instant::now();
        Terms {
            repeat: self.request.repeat,
            max_attempts: self.settings.max_attempts,
            backoff: self.settings.backoff,
            spread,
            closed: closed_until.map_or(Duration::ZERO, |until| until.saturating_duration_since(now)),
            on_limit: self.settings.on_limit,
            is_trial,
            may_refresh: self.engine.tokens.are_renewable(),
        }
    }

    /// The attempt that is under way, or was the last one.
    fn current_attempt(&self) -> Attempt {
        Attempt { contract: self.request.parts.contract, number: self.tries.attempts, repeat: self.request.repeat }
    }

    /// Waits until the call may be on the wire: for a permit of its account, and a slot where it is one of many. While it waits
    /// for one of them it does not hold the other, which somebody may need who could be on the wire.
    async fn admission(&mut self) -> Result<(Permit, Option<OwnedSemaphorePermit>), Error> {
        let is_first = self.tries.attempts == 0;
        let Some(slots) = self.slots.clone() else {
            let until = Until::Moment(self.deadline.at);
            let permit = self.gate.enter(&self.settings, until, is_first).await;
            return permit.map(|permit| (permit, None)).map_err(|refusal| self.not_admitted(refusal));
        };
        let until = if is_first { Until::Longest(self.settings.deadline) } else { Until::Moment(self.deadline.at) };
        loop {
            self.gate.open(&self.settings, until).await.map_err(|refusal| self.not_admitted(refusal))?;
            let slot = Arc::clone(&slots).acquire_owned();
            let slot = match until {
                Until::Moment(deadline) => timeout_at(deadline, slot).await.map_err(|_| self.deadline_exceeded())?,
                Until::Longest(_) => slot.await,
            };
            let permit = self.gate.try_enter(&self.settings, is_first).map_err(|refusal| self.not_admitted(refusal))?;
            // There may be none any more: it was open before there was a slot.
            if let Some(permit) = permit {
                if let Until::Longest(longest) = until {
                    self.deadline = End::of(Clock::Deadline, Instant::now(), longest);
                }
                // Without a slot only once the semaphore is closed, which it never is.
                return Ok((permit, slot.ok()));
            }
        }
    }

    /// One attempt, once the call may be on the wire.
    async fn attempt(&mut self, reading: Reading) -> Result<(Permit, Result<Landed, Error>), Error> {
        let (permit, slot) = self.admission().await?;
        let bearer = match timeout_at(self.deadline.at, self.engine.tokens.get()).await {
            Ok(Ok(bearer)) => bearer,
            Ok(Err(cause)) => return Err(TokenError::new(self.context(), &cause).into()),
            Err(_) => return Err(self.deadline_exceeded()),
        };
        if Instant::now() >= self.deadline.at {
            return Err(self.deadline_exceeded());
        }
        self.tries.attempts += 1;
        let attempt = self.current_attempt();
        let span = telemetry::attempt(&attempt, &self.engine.base_url);
        let result = self.exchange(attempt, &bearer, reading).instrument(span.clone()).await;
        drop(slot);
        match &result {
            Ok(landed) => telemetry::attempt_ended(&span, Some(landed.meta().status()), None),
            Err(error) => {
                telemetry::attempt_ended(&span, error.status(), Some(error));
                if Verdict::of(error) == Verdict::Unauthorized {
                    self.engine.tokens.refused(&bearer);
                }
            }
        }
        Ok((permit, result))
    }

    /// Sends the request once, and reads the answer as far as it is wanted.
    async fn exchange(&self, attempt: Attempt, bearer: &Bearer, reading: Reading) -> Result<Landed, Error> {
        let Self { settings, request, .. } = self;
        let redactor = bearer.redactor.with(&request.parts.secrets);
        // To make a client takes a while, and is not the server's time.
        let wire = self.engine.transport.wire().map_err(|error| self.unanswered(attempt, &error, &redactor))?;
        let start = Instant::now();
        let end = End::of(Clock::Attempt, start, settings.attempt_timeout).or(self.deadline);
        let head_end = End::of(Clock::FirstByte, start, settings.first_byte_timeout).or(end);
        let sent = self.send(attempt, bearer, reading, redactor, &wire);
        let (stream, refused) = match timeout_at(head_end.at, sent).await {
            Ok(sent) => sent?,
            Err(_) => {
                wire.fell_silent();
                return Err(attempt.timed_out(head_end, None));
            }
        };
        if let Some((reason, followed)) = refused {
            return Err(stream.into_redirect_error(reason, followed).await);
        }
        if !stream.meta().status_code().is_success() {
            // The status is known, and says more than that its reasons came too late.
            return Err(stream.into_api_error().await);
        }
        if reading == Reading::Head {
            return Ok(Landed::Head(stream.unpacked()?));
        }
        let answer = stream.with_deadline(end, settings.min_throughput).collect().await?;
        if reading == Reading::Record {
            answer.check()?;
        }
        Ok(Landed::Whole(answer))
    }

    /// Sends the request, following redirects: the answer, and why it is not followed where it is a redirect.
    async fn send(
        &self,
        attempt: Attempt,
        bearer: &Bearer,
        reading: Reading,
        redactor: Redactor,
        wire: &Wire,
    ) -> Result<(ByteStream, Option<(RedirectReason, u32)>), Error> {
        let Self { engine, settings, request, .. } = self;
        let method = attempt.contract.method();
        let mut target: Option<Url> = None;
        let mut followed = 0;
        let (response, refused) = loop {
            // Most requests are sent once: what a redirect needs again is made again.
            let url = match &target {
                Some(target) => target.clone(),
                None => engine.base_url.join(&request.parts.path_and_query),
            };
            let headers = request.headers(bearer, reading);
            let sent = wire.send(method, url, headers, request.parts.body.clone());
            let response = sent.await.map_err(|error| self.unanswered(attempt, &error, &redactor))?;
            if !redirect::is_redirect(response.status()) {
                break (response, None);
            }
            let from = target.take().unwrap_or_else(|| engine.base_url.join(&request.parts.path_and_query));
            match redirect::target(response.headers(), &from, method.is_safe(), followed, settings.max_redirects) {
                Ok(to) => target = Some(to),
                Err(reason) => break (response, Some((reason, followed))),
            }
            followed += 1;
        };
        let (head, body) = response.into_parts();
        let meta = Meta::new(head.status, head.headers, attempt.number, (engine.wall)(), &redactor);
        let stream = ByteStream::new(attempt, meta, body, settings, redactor);
        Ok((stream.with_wire(wire.clone(), head.version), refused))
    }

    /// The error of an attempt that got no head.
    fn unanswered(&self, attempt: Attempt, error: &TransportError, redactor: &Redactor) -> Error {
        let context = attempt.context(attempt.repeat.unanswered(error.unsent), None);
        if error.timed_out {
            let after = self.engine.connect_timeout;
            return TimeoutError { context, clock: Clock::Connect, after }.into();
        }
        let cause = redactor.excerpt(error.cause.as_bytes());
        NetworkError { context, kind: error.kind, received: 0, cause }.into()
    }

    /// Tells the account's gate of an attempt that failed, and the program where that closes the account's window: until when.
    fn report(&self, permit: Permit, error: &Error, spread: Spread) -> Option<Instant> {
        let until = permit.ended(error, self.engine.settings.retry_budget, spread)?;
        let wait = until.saturating_duration_since(Instant::now());
        telemetry::rate_limited(&self.account, wait);
        if let Some(hook) = &self.engine.hooks.on_rate_limit {
            let endpoint = self.request.parts.contract.to_string();
            hook(&hooks::RateLimited { endpoint: &endpoint, account: &self.account, wait, error });
        }
        Some(until)
    }

    /// The error of a call that was given up after this one.
    fn given_up(&mut self, error: Error, closed_until: Option<Instant>) -> Error {
        let Some(until) = closed_until else { return error };
        self.last = Some(error);
        self.rate_limited(LimitKind::Window, Some(until.saturating_duration_since(Instant::now())))
    }

    /// The error of a call that the account's gate did not let through.
    fn not_admitted(&mut self, refusal: Refusal) -> Error {
        let now = Instant::now();
        let wait = |until: Instant| until.saturating_duration_since(now);
        match refusal {
            Refusal::Late => self.deadline_exceeded(),
            Refusal::Closed(until) => self.rate_limited(LimitKind::Window, Some(wait(until))),
            Refusal::Busy => self.rate_limited(LimitKind::Concurrency, None),
            Refusal::Full => self.rate_limited(LimitKind::Line, None),
            Refusal::Down(down) => {
                let wait = wait(down.next_trial);
                let cause = Box::new((*down.cause).clone());
                let retry_at = (self.engine.wall)() + wait;
                UnavailableError { context: self.context(), wait, retry_at, cause }.into()
            }
        }
    }

    fn rate_limited(&mut self, kind: LimitKind, wait: Option<Duration>) -> Error {
        let retry_at = wait.and_then(|wait| (self.engine.wall)().checked_add(wait));
        let context = self.context();
        let cause = self.last.take().map(Box::new);
        RateLimitedError { context, kind, wait, retry_at, cause }.into()
    }

    /// The deadline came before the next attempt.
    fn deadline_exceeded(&self) -> Error {
        let End { clock, after, .. } = self.deadline;
        TimeoutError { context: self.context(), clock, after }.into()
    }

    /// The context of an error between two attempts, or before the first.
    fn context(&self) -> Context {
        let request_id = self.last.as_ref().and_then(Error::request_id);
        self.current_attempt().context(self.tries.outcome.unwrap_or(Outcome::NotSent), request_id)
    }
}

/// An answer, as far as it was wanted.
#[expect(clippy::large_enum_variant, reason = "it is moved once, and allocates nothing")]
enum Landed {
    Whole(Answer),
    Head(ByteStream),
}

impl Landed {
    fn meta(&self) -> &Meta {
        match self {
            Self::Whole(answer) => &answer.meta,
            Self::Head(stream) => stream.meta(),
        }
    }
}
