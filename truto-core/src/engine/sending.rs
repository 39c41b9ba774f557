//! The future of a call.

use core::future::Future;
use core::pin::{Pin, pin};
use core::task::{Context, Poll};
use core::time::Duration;
use std::sync::Arc;

use tracing::Instrument;

use crate::engine::telemetry;
use crate::engine::{CallRun, PreparedCall};
use crate::error::{ConfigError, Error};
use crate::policy::attempt::Attempt;
use crate::policy::limit::{AccountLimiter, Slots};
use crate::policy::options::{CallOptions, key_methods, setting_methods};
use crate::policy::settings::{Backoff, MinThroughput, OnLimit, RetryBudget, for_each_setting};
use crate::request::encode::encoded::Format;
use crate::response::stream::ByteStream;
use crate::response::{Decode, RawResponse, Response, ResponseValue};

/// A call: the future that `send` returns. Nothing is sent before the first poll. Dropping it ends the call.
///
/// Before the first poll, its methods choose the format of the answer and set every option of
/// [`CallOptions`](crate::CallOptions).
///
/// | method | answer | output |
/// |---|---|---|
/// | (none) | the unified record | `T` |
/// | [`normalized`](Self::normalized) | the normalized record | `T` |
/// | [`decode_as::<U>`](Self::decode_as) | the unified or the normalized record | `U`, a type that the caller chooses |
/// | [`with_meta`](Self::with_meta) | the unified or the normalized record | [`Response<T>`]: the record with status, headers, request id and rate-limit state |
/// | [`raw`](Self::raw) | the provider's answer | [`RawResponse`] |
/// | [`stream`](Self::stream) | the bytes as they arrive | [`ByteStream`] |
///
/// ```no_run
/// # use core::time::Duration;
/// # use truto_core::{Account, Json, crm::{CreateAssociation, crm_entity}};
/// # async fn example(account: &Account) -> Result<(), truto_core::Error> {
/// let request = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// let link = request.clone().send(account).idempotency_key("import-7/row-3").deadline(Duration::from_secs(5)).await?;
/// let normalized = request.clone().send(account).normalized().decode_as::<Json>().await?;
/// let bytes = request.send(account).stream().await?;
/// # let _ = (link, normalized, bytes);
/// # Ok(()) }
/// ```
///
/// If a method is called twice, or two formats are chosen, the last call counts. An option that is set after the first poll changes
/// nothing and is traced as a warning. A format that is chosen after the first poll would change the type of the answer, so it ends
/// the call, and the future fails with [`Error::Config`].
///
/// Poll it inside a tokio runtime with time and io enabled (`Builder::enable_all`, `#[tokio::main]`). Its clocks and sockets are
/// tokio's and panic elsewhere. To call from another runtime, enter a tokio runtime first.
///
/// It is `Send`, `Unpin` and `'static`, so it can be spawned, stored and selected over.
#[must_use = "nothing is sent until the future is polled"]
pub struct Sending<T> {
    state: State<T>,
}

type Boxed<T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send>>;

/// How a call begins, and how it reads its answer.
#[doc(hidden)]
#[expect(missing_debug_implementations, reason = "no caller can get a value of it")]
pub struct Begin<T>(fn(CallRun) -> Boxed<T>);

#[expect(clippy::large_enum_variant, reason = "a call is moved once, and allocates once")]
enum State<T> {
    /// Not begun. `None` only while it begins.
    Idle(Option<PreparedCall>, Begin<T>),
    /// Begun. The attempt is for the error of a late format. `None` if the request could not be encoded.
    Going(Boxed<T>, Option<Attempt>),
}

/// What an answer is decoded into: the record, or the record with the head of its answer.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a decoded answer",
    label = "its format is already chosen",
    note = "after `.raw()` or `.stream()`, only options of the call can follow"
)]
pub trait Decoded: Sized + 'static {
    /// The record.
    type Record: ResponseValue;

    /// The same with a record of another type.
    type Of<U: ResponseValue>: Decoded;

    /// How the call begins.
    #[doc(hidden)]
    const BEGIN: Begin<Self>;
}

#[diagnostic::do_not_recommend]
impl<T: ResponseValue> Decoded for T {
    type Record = T;
    type Of<U: ResponseValue> = U;

    const BEGIN: Begin<Self> =
        Begin(|run| Box::pin(carry_out(run, async |run| Ok(record(run, T::from_answer).await?.body))));
}

#[diagnostic::do_not_recommend]
impl<T: ResponseValue> Decoded for Response<T> {
    type Record = T;
    type Of<U: ResponseValue> = Response<U>;

    const BEGIN: Begin<Self> = Begin(|run| Box::pin(carry_out(run, async |run| record(run, T::from_answer).await)));
}

// The bound is on each method and not on the `impl`, because only there rustc shows the message of `Decoded`.
impl<T> Sending<T> {
    /// Asks for the normalized record (`truto_response_format=normalized`).
    pub fn normalized(self) -> Self
    where
        T: Decoded,
    {
        self.choose("normalized", Some(Format::Normalized), T::BEGIN)
    }

    /// Decodes the record as another type.
    pub fn decode_as<U: ResponseValue>(self) -> Sending<T::Of<U>>
    where
        T: Decoded,
    {
        self.choose("decode_as", None, T::Of::<U>::BEGIN)
    }

    /// Returns the record with status, headers, request id and rate-limit state.
    pub fn with_meta(self) -> Sending<Response<T::Record>>
    where
        T: Decoded,
    {
        self.choose("with_meta", None, Response::<T::Record>::BEGIN)
    }

    /// Asks for the provider's answer (`truto_response_format=raw`).
    pub fn raw(self) -> Sending<RawResponse>
    where
        T: Decoded,
    {
        self.choose("raw", Some(Format::Raw), Begin(|run| Box::pin(carry_out(run, CallRun::raw))))
    }

    /// Asks for the bytes as they arrive (`truto_response_format=stream`).
    ///
    /// The future is ready when the head of the answer is there. A list answers one page:
    /// [`RecordStream::next_cursor`](crate::response::RecordStream::next_cursor) tells whether there is more.
    pub fn stream(self) -> Sending<ByteStream>
    where
        T: Decoded,
    {
        self.choose("stream", Some(Format::Stream), Begin(|run| Box::pin(carry_out(run, CallRun::stream))))
    }
}

for_each_setting!(setting_methods for impl<T> Sending<T>);
key_methods!(impl<T> Sending<T>);

impl<T: ResponseValue> Sending<T> {
    /// The record of the answer.
    pub(crate) fn record(prepared: PreparedCall) -> Self {
        Self { state: State::Idle(Some(prepared), T::BEGIN) }
    }
}

impl<T> Sending<T> {
    /// Makes it a call of a bulk, which is on the wire only while it holds one of `slots`. After the first poll this changes
    /// nothing.
    pub(crate) fn share_slots(&mut self, slots: Slots) {
        if let State::Idle(Some(prepared), _) = &mut self.state {
            prepared.slots = Some(slots);
        }
    }

    /// The limiter at which the call may have to wait, if it has not begun.
    pub(crate) fn limiter(&self) -> Option<&Arc<AccountLimiter>> {
        match &self.state {
            State::Idle(Some(prepared), _) => prepared.may_wait().then_some(&prepared.caller.limiter),
            _ => None,
        }
    }

    /// The options of the call, unless it has begun.
    fn options_mut(&mut self, method: &'static str) -> Option<&mut CallOptions> {
        match &mut self.state {
            State::Idle(prepared, _) => Some(Arc::make_mut(prepared.as_mut()?.options.get_or_insert_default())),
            State::Going(_, attempt) => {
                telemetry::too_late(method, attempt.as_ref());
                None
            }
        }
    }

    /// The same call with another type of answer, and with another format if one is given.
    fn choose<U: 'static>(self, method: &'static str, format: Option<Format>, begin: Begin<U>) -> Sending<U> {
        let state = match self.state {
            State::Idle(mut prepared, _) => {
                if let (Some(prepared), Some(format)) = (&mut prepared, format) {
                    prepared.format = format;
                }
                State::Idle(prepared, begin)
            }
            // The answer under way has another format, so the call ends here.
            State::Going(_, attempt) => {
                telemetry::too_late(method, attempt.as_ref());
                let context = attempt.as_ref().map(|attempt| attempt.unanswered(None));
                let error = Error::from(ConfigError::late_format(method, context));
                State::Going(Box::pin(async move { Err(error) }), attempt)
            }
        };
        Sending { state }
    }
}

/// Carries a call out in the span of the call.
#[expect(
    clippy::manual_async_fn,
    reason = "an `async fn` would hold `run` twice, and every call would be larger by it"
)]
pub(crate) fn carry_out<T>(
    mut run: CallRun,
    go: impl AsyncFnOnce(&mut CallRun) -> Result<T, Error>,
) -> impl Future<Output = Result<T, Error>> {
    async move {
        let span = telemetry::call(run.request.parts.contract, run.caller.account.as_deref());
        // Pinned first, so that the span does not move it.
        let result = pin!(go(&mut run)).instrument(span.clone()).await;
        if let Err(error) = &result {
            telemetry::call_failed(&span, error);
            span.in_scope(|| telemetry::gave_up(run.caller.account.as_deref(), error));
        }
        result
    }
}

/// The record. An answer that cannot be decoded may be asked for again, which is why this loop stands around the engine's: `T` is
/// the caller's type, and the engine is not generic.
pub(crate) async fn record<T>(run: &mut CallRun, decode: Decode<T>) -> Result<Response<T>, Error> {
    loop {
        let answer = run.answer().await?;
        let error = match decode(&answer) {
            Ok(body) => return Ok(Response { body, meta: answer.meta }),
            Err(error) => error,
        };
        run.reconsider(error).await?;
    }
}

impl<T> Future for Sending<T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        loop {
            match &mut self.state {
                State::Going(call, _) => return call.as_mut().poll(cx),
                State::Idle(prepared, begin) => {
                    let Some(prepared) = prepared.take() else { return Poll::Pending };
                    let attempt = prepared.attempt();
                    let call = match prepared.begin() {
                        Ok(run) => (begin.0)(run),
                        Err(error) => Box::pin(async move { Err(error) }),
                    };
                    self.state = State::Going(call, attempt);
                }
            }
        }
    }
}

impl<T> core::fmt::Debug for Sending<T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Sending").finish_non_exhaustive()
    }
}
