//! The engine: one piece of code that carries out every call.
//!
//! [`CallRun::run`] is its loop: admit, attempt, report, decide, pause. The decisions are pure functions in [`crate::policy`].

mod exchange;
mod failure;
mod prepared;
pub(crate) mod sending;
pub(crate) mod telemetry;

use core::pin::pin;
use core::time::Duration;
use std::sync::Arc;
use std::time::SystemTime;

use tokio::time::{Instant, sleep, timeout_at};
use tracing::Instrument;

use crate::capabilities::cache::Cache;
use crate::engine::exchange::Reading;
use crate::engine::failure::Failed;
use crate::engine::prepared::HttpRequest;
use crate::error::{Clock, Error, TokenError};
use crate::policy::attempt::Attempt;
use crate::policy::clock::End;
use crate::policy::hooks::{self, Hooks};
use crate::policy::limit::{Limiters, Permit, Slots};
use crate::policy::outcome::is_already_deleted;
use crate::policy::retry::{Next, Terms, Tries, Verdict};
use crate::policy::settings::Settings;
use crate::response::stream::ByteStream;
use crate::response::{Answer, RawResponse};
use crate::transport::Transport;
use crate::transport::base_url::BaseUrl;
use crate::transport::token::{Bearer, Tokens};
use crate::util::random::{Random, Spread};

pub(crate) use prepared::{Caller, PreparedCall};

/// What all calls of a client share.
pub(crate) struct Engine {
    pub(crate) transport: Transport,
    pub(crate) base_url: BaseUrl,
    pub(crate) allow_plain_http: bool,
    pub(crate) tokens: Tokens,
    pub(crate) connect_timeout: Duration,
    pub(crate) settings: Settings,
    pub(crate) limiters: Limiters,
    /// What the accounts said of themselves.
    pub(crate) capabilities: Cache,
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

/// A call that has begun.
pub(crate) struct CallRun {
    caller: Caller,
    settings: Settings,
    request: HttpRequest,
    /// The slots of the bulk that the call is part of.
    slots: Option<Slots>,
    /// `None` until it begins to run. For a call of a bulk that is when it is first let in.
    deadline: Option<End>,
    tries: Tries,
    /// The error of the last attempt.
    last: Option<Error>,
}

// `answer`, `raw` and `stream` are not generic. So the loop is compiled in this crate, and not again for each type that a caller
// decodes.
impl CallRun {
    /// The whole answer, checked. After [`reconsider`](Self::reconsider) it is another one.
    pub(crate) async fn answer(&mut self) -> Result<Answer, Error> {
        self.run().await
    }

    /// The whole answer, whatever it is.
    pub(crate) async fn raw(&mut self) -> Result<RawResponse, Error> {
        self.run().await
    }

    /// The head of the answer, with the body to come.
    pub(crate) async fn stream(&mut self) -> Result<ByteStream, Error> {
        self.run().await
    }

    /// Waits until the next attempt, or gives up, after an answer that cannot be decoded.
    pub(crate) async fn reconsider(&mut self, error: Error) -> Result<(), Error> {
        let failed = Failed { error, is_trial: false, closed_until: None, spread: self.spread() };
        self.pause_or_give_up(failed).await
    }

    /// Sends the request until there is an answer, or nothing more to try.
    async fn run<R: Reading>(&mut self) -> Result<R, Error> {
        loop {
            let permit = self.admit().await?;
            let bearer = self.bearer().await?;
            match self.attempt::<R>(&bearer).await {
                Ok(answer) => {
                    permit.answered(answer.meta().rate_limit().unwrap_or_default(), || self.spread());
                    return Ok(answer);
                }
                Err(error) => {
                    let failed = self.report(permit, error);
                    if let Some(answer) = self.already_deleted(&failed.error) {
                        return Ok(R::from_answer(answer, &self.settings));
                    }
                    // Boxed, because few calls fail, and every call would carry its state.
                    Box::pin(self.pause_or_give_up(failed)).await?;
                }
            }
        }
    }

    /// Waits until the account's limiter lets the call in.
    async fn admit(&mut self) -> Result<Permit, Error> {
        let is_first = self.tries.attempts == 0;
        let deadline = self.deadline.map(|deadline| deadline.at);
        let entered = self.caller.limiter.enter(&self.settings, deadline, is_first, self.slots.as_mut()).await;
        let permit = entered.map_err(|refusal| self.not_admitted(refusal))?;
        self.deadline = Some(self.deadline());
        Ok(permit)
    }

    /// The token for the next attempt.
    async fn bearer(&self) -> Result<Arc<Bearer>, Error> {
        let deadline = self.deadline().at;
        let tokens = &self.caller.engine.tokens;
        let bearer = match tokens.current() {
            Some(bearer) => bearer,
            None => {
                // Boxed, because few calls wait for a token, and every call would carry its state.
                let fetched = Box::pin(timeout_at(deadline, tokens.get())).await;
                let fetched = fetched.map_err(|_| self.deadline_exceeded())?;
                fetched.map_err(|cause| TokenError::new(self.context(), &cause))?
            }
        };
        if Instant::now() < deadline { Ok(bearer) } else { Err(self.deadline_exceeded()) }
    }

    /// Sends the request once, in a span of its own.
    async fn attempt<R: Reading>(&mut self, bearer: &Bearer) -> Result<R, Error> {
        self.tries.attempts += 1;
        let engine = &self.caller.engine;
        let span = telemetry::attempt(&self.current_attempt(), &engine.base_url);
        // Pinned first, so that the span does not move it.
        let result = pin!(self.exchange::<R>(bearer)).instrument(span.clone()).await;
        telemetry::attempt_ended(&span, result.as_ref().map(|answer| answer.meta().status()));
        if result.as_ref().is_err_and(|error| Verdict::of(error) == Verdict::Unauthorized) {
            engine.tokens.refused(bearer);
        }
        result
    }

    /// Tells the account's limiter of a failed attempt, and the program if the failure closes the account's window.
    fn report(&self, permit: Permit, error: Error) -> Failed {
        let Caller { engine, account, .. } = &self.caller;
        let account = account.as_deref();
        let (is_trial, spread) = (permit.is_trial, self.spread());
        let closed_until = permit.attempt_failed(&error, engine.settings.retry_budget, spread);
        if let Some(until) = closed_until {
            let wait = until.saturating_duration_since(Instant::now());
            telemetry::rate_limited(account, wait);
            for hook in &engine.hooks.on_rate_limit {
                let endpoint = &self.request.parts.contract.to_string();
                hook(&hooks::RateLimited { endpoint, account, wait, error: &error });
            }
        }
        Failed { error, is_trial, closed_until, spread }
    }

    /// The answer to a `DELETE` of a record that an earlier attempt may have deleted.
    fn already_deleted(&self, error: &Error) -> Option<Answer> {
        let Error::Api(error) = error else { return None };
        let method = self.request.parts.contract.method();
        is_already_deleted(method, self.tries.outcome, error.status())
            .then(|| Answer::already_deleted(self.current_attempt(), error.meta().clone()))
    }

    /// Waits until the next attempt, or gives up.
    async fn pause_or_give_up(&mut self, failed: Failed) -> Result<(), Error> {
        let next = self.decide(&failed);
        let Failed { error, closed_until, .. } = failed;
        let outcome = self.request.repeat.call_outcome(self.tries.outcome, error.outcome(), error.refused_by_api());
        self.tries.outcome = Some(outcome);
        let error = error.with_outcome(outcome);
        telemetry::failed(self.caller.account.as_deref(), &error);
        let (wait, pause) = match next {
            Next::Fail => return Err(self.given_up(error, closed_until)),
            Next::Pause(wait) => (wait, wait),
            // The account's limiter keeps the call waiting.
            Next::Window(wait) => (wait, Duration::ZERO),
            Next::Refresh => (Duration::ZERO, Duration::ZERO),
        };
        self.announce_retry(wait, &error);
        self.last = Some(error);
        if !pause.is_zero() {
            sleep(pause).await;
        }
        Ok(())
    }

    fn decide(&mut self, failed: &Failed) -> Next {
        let Self { caller, settings, request, tries, .. } = self;
        let terms = Terms {
            settings,
            repeat: request.repeat,
            spread: failed.spread,
            closed: failed.closed_until.map_or(Duration::ZERO, |until| until.saturating_duration_since(Instant::now())),
            is_trial: failed.is_trial,
            may_refresh: caller.engine.tokens.are_renewable(),
        };
        tries.decide(&failed.error, terms, || caller.limiter.take_retry(settings.retry_budget))
    }

    /// Tells the program that the call is sent again.
    fn announce_retry(&self, wait: Duration, error: &Error) {
        let Caller { engine, account, .. } = &self.caller;
        let account = account.as_deref();
        let attempt = self.current_attempt();
        telemetry::retry(&attempt, wait, error);
        for hook in &engine.hooks.on_retry {
            let endpoint = &attempt.contract.to_string();
            hook(&hooks::Retry { endpoint, account, attempts: attempt.number, wait, error });
        }
    }

    /// The jitter of this call's waits.
    fn spread(&self) -> Spread {
        let mut random = [0; 4];
        // Without randomness the longest pause is the safe one.
        let random = match (self.caller.engine.random)(&mut random) {
            Ok(()) => u32::from_ne_bytes(random),
            Err(_) => u32::MAX,
        };
        Spread { random, left: self.deadline().at.saturating_duration_since(Instant::now()) }
    }

    fn deadline(&self) -> End {
        self.deadline.unwrap_or_else(|| End::new(Clock::Deadline, Instant::now(), self.settings.deadline))
    }

    /// The attempt that is under way, or the last one.
    fn current_attempt(&self) -> Attempt {
        self.request.parts.attempt(self.tries.attempts, self.request.repeat)
    }
}
