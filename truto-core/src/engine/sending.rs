//! The future of a call.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};
use core::time::Duration;
use std::sync::Arc;

use tokio::sync::Semaphore;
use tracing::Instrument;

use crate::engine::telemetry;
use crate::engine::{Prepared, Reading, Run};
use crate::error::{ConfigError, Error};
use crate::policy::attempt::Attempt;
use crate::policy::options::{CallOptions, key_methods, setting_methods};
use crate::policy::settings::{Backoff, MinThroughput, OnLimit, RetryBudget, for_each_setting};
use crate::request::encode::Format;
use crate::response::stream::ByteStream;
use crate::response::{Decode, RawResponse, Response, ResponseValue};

/// A call on its way. Nothing is sent before the first poll; dropping it ends the call.
///
/// Until it is polled it takes the rest of the call: the format of the answer, and every option of
/// [`CallOptions`](crate::CallOptions).
///
/// | method | the answer | what comes back |
/// |---|---|---|
/// | none | the unified record | `T` |
/// | [`normalized`](Self::normalized) | the normalized record | `T` |
/// | [`decode_as::<U>`](Self::decode_as) | either of the two | `U`, a type of the caller's |
/// | [`with_meta`](Self::with_meta) | either of the two | [`Response<T>`]: status, headers, request id, rate-limit state beside it |
/// | [`raw`](Self::raw) | what the provider said | [`RawResponse`] |
/// | [`stream`](Self::stream) | its bytes as they arrive | [`ByteStream`] |
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
/// Of a method that is called again, the last call counts, and so it does of two formats. An option that comes after the
/// first poll changes nothing: it is traced as a warning. A format that comes after it would change the type of an answer
/// that is under way: the call is ended, and the future fails with [`Error::Config`].
///
/// It has to be polled inside a tokio runtime with time and io enabled (`Builder::enable_all`, `#[tokio::main]`): its
/// clocks and its sockets are tokio's, which panics elsewhere. To call from another runtime, enter one of tokio's first.
///
/// It owns what it needs, so it can be spawned, stored and selected over: `Send`, `Unpin`, `'static`.
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, crm::CreateAssociation};
/// # async fn example(links: Vec<CreateAssociation>, account: &Account) {
/// let tasks: Vec<_> = links.into_iter().map(|link| tokio::spawn(link.send(account))).collect();
/// for task in tasks {
///     match task.await {
///         Ok(Ok(link)) => println!("{:?}", link.entity_id),
///         failed => println!("{failed:?}"),
///     }
/// }
/// # }
/// ```
#[must_use = "nothing is sent until the future is polled"]
pub struct Sending<T> {
    state: State<T>,
}

type Boxed<T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send>>;

/// How a call begins, and what it makes of its answer.
#[doc(hidden)]
#[expect(missing_debug_implementations, reason = "nobody has one")]
pub struct Begin<T>(fn(Prepared) -> Boxed<T>);

#[expect(clippy::large_enum_variant, reason = "a call is moved once, and allocates once")]
enum State<T> {
    /// Not begun: what to send, and how. `None` only while it begins.
    Idle(Option<Prepared>, Begin<T>),
    /// Begun. The attempt is for an error that no answer caused; `None` if the request cannot be encoded.
    Going(Boxed<T>, Option<Attempt>),
}

/// What an answer is decoded into: the record, or the record with the head of its answer. An answer that is not decoded has the
/// one format that was chosen.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a decoded answer",
    label = "its format is already chosen",
    note = "after `.raw()` or `.stream()`, only options of the call can follow"
)]
pub trait Decoded: Sized + 'static {
    /// The record.
    type Record: ResponseValue;

    /// The same, of a record of another type.
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
        Begin(|prepared| Box::pin(begin(prepared, async |run| Ok(record(run, T::from_answer).await?.body))));
}

#[diagnostic::do_not_recommend]
impl<T: ResponseValue> Decoded for Response<T> {
    type Record = T;
    type Of<U: ResponseValue> = Response<U>;

    const BEGIN: Begin<Self> =
        Begin(|prepared| Box::pin(begin(prepared, async |run| record(run, T::from_answer).await)));
}

// The bound stands at each method, and not at the `impl`: rustc says the words of `Decoded` there only.
impl<T> Sending<T> {
    /// The answer is the normalized record (`truto_response_format=normalized`).
    pub fn normalized(self) -> Self
    where
        T: Decoded,
    {
        self.choose("normalized", Some(Format::Normalized), T::BEGIN)
    }

    /// Reads the record as a type of the caller's.
    pub fn decode_as<U: ResponseValue>(self) -> Sending<T::Of<U>>
    where
        T: Decoded,
    {
        self.choose("decode_as", None, T::Of::<U>::BEGIN)
    }

    /// Gives status, headers, request id and rate-limit state beside the record.
    pub fn with_meta(self) -> Sending<Response<T::Record>>
    where
        T: Decoded,
    {
        self.choose("with_meta", None, Response::<T::Record>::BEGIN)
    }

    /// The answer is what the provider said (`truto_response_format=raw`).
    pub fn raw(self) -> Sending<RawResponse>
    where
        T: Decoded,
    {
        let begin = Begin(|prepared| {
            Box::pin(begin(prepared, async |run| run.answer(Reading::Bytes).await.map(RawResponse::new)))
        });
        self.choose("raw", Some(Format::Raw), begin)
    }

    /// The answer's bytes come as they arrive (`truto_response_format=stream`).
    ///
    /// The future is ready when the head of the answer is there. Of a list the answer is one page:
    /// [`RecordStream::next_cursor`](crate::response::RecordStream::next_cursor) tells whether there is more.
    pub fn stream(self) -> Sending<ByteStream>
    where
        T: Decoded,
    {
        self.choose("stream", Some(Format::Stream), Begin(|prepared| Box::pin(begin(prepared, Run::head))))
    }
}

for_each_setting!(setting_methods for impl<T> Sending<T>);
key_methods!(impl<T> Sending<T>);

impl<T: ResponseValue> Sending<T> {
    /// The record of the answer.
    pub(crate) fn record(prepared: Prepared) -> Self {
        Self { state: State::Idle(Some(prepared), T::BEGIN) }
    }
}

impl<T> Sending<T> {
    /// The same call, of which only so many as there are slots are on the wire at once. It has to be given before the first
    /// poll; later it changes nothing.
    pub(crate) fn within(&mut self, slots: &Arc<Semaphore>) {
        if let State::Idle(Some(prepared), _) = &mut self.state {
            prepared.within(Arc::clone(slots));
        }
    }

    /// The call before its first attempt; `None` if its request cannot be encoded.
    pub(crate) fn attempt(&self) -> Option<Attempt> {
        match &self.state {
            State::Idle(prepared, _) => prepared.as_ref()?.attempt(),
            State::Going(_, attempt) => *attempt,
        }
    }

    /// The options of the call, as long as they count.
    fn options_mut(&mut self, method: &'static str) -> Option<&mut CallOptions> {
        match &mut self.state {
            State::Idle(prepared, _) => prepared.as_mut().map(Prepared::options_mut),
            State::Going(_, attempt) => {
                telemetry::too_late(method, *attempt);
                None
            }
        }
    }

    /// The same call with an answer in this format, or in that which it has, read as another type.
    fn choose<U: 'static>(self, method: &'static str, format: Option<Format>, begin: Begin<U>) -> Sending<U> {
        let state = match self.state {
            State::Idle(mut prepared, _) => {
                if let (Some(prepared), Some(format)) = (&mut prepared, format) {
                    prepared.set_format(format);
                }
                State::Idle(prepared, begin)
            }
            // What is under way would be answered in another format: it ends here.
            State::Going(_, attempt) => {
                telemetry::too_late(method, attempt);
                let context = attempt.map(|attempt| attempt.unanswered(None));
                let error = Error::from(ConfigError::late_format(method, context));
                State::Going(Box::pin(async move { Err(error) }), attempt)
            }
        };
        Sending { state }
    }
}

/// Begins a call, and makes its way to an answer in the span of the call.
pub(crate) async fn begin<T>(
    prepared: Prepared,
    go: impl AsyncFnOnce(&mut Run) -> Result<T, Error>,
) -> Result<T, Error> {
    let account = prepared.account();
    let mut run = prepared.begin().inspect_err(|error| telemetry::gave_up(&account, error))?;
    let span = run.span();
    let result = go(&mut run).instrument(span.clone()).await;
    if let Err(error) = &result {
        telemetry::call_failed(&span, error);
        span.in_scope(|| telemetry::gave_up(&account, error));
    }
    result
}

/// The record, read again where an answer turns out to be none.
pub(crate) async fn record<T>(run: &mut Run, decode: Decode<T>) -> Result<Response<T>, Error> {
    loop {
        let answer = run.answer(Reading::Record).await?;
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
                    self.state = State::Going((begin.0)(prepared), attempt);
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
