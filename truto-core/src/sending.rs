//! The future of a call.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::sync::Arc;

use tokio::sync::Semaphore;
use tracing::Instrument;

use crate::attempt::Attempt;
use crate::engine::{Prepared, Reading, Run};
use crate::error::Error;
use crate::response::{RawResponse, Reader, Response, ResponseValue};
use crate::stream::ByteStream;
use crate::telemetry;

/// A call on its way. Nothing is sent before the first poll; dropping it ends the call.
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
    /// For an error that no answer caused; `None` where the request cannot be sent.
    attempt: Option<Attempt>,
}

type Boxed<T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send>>;

#[expect(clippy::large_enum_variant, reason = "a call is moved once, and allocates once")]
enum State<T> {
    /// Not begun: what to send, and how. `None` only while it begins.
    Idle(Option<Prepared>, fn(Prepared) -> Boxed<T>),
    Going(Boxed<T>),
}

impl<T: ResponseValue> Sending<T> {
    /// The unified or normalized record.
    pub(crate) fn record(prepared: Prepared) -> Self {
        Self::idle(prepared, |prepared| {
            Box::pin(begin(prepared, async |mut run| Ok(record(&mut run, T::READER).await?.body)))
        })
    }
}

impl<T: ResponseValue> Sending<Response<T>> {
    /// The record with the head of its answer.
    pub(crate) fn record_with_meta(prepared: Prepared) -> Self {
        Self::idle(prepared, |prepared| Box::pin(begin(prepared, async |mut run| record(&mut run, T::READER).await)))
    }
}

impl Sending<RawResponse> {
    /// The answer as it came.
    pub(crate) fn raw(prepared: Prepared) -> Self {
        Self::idle(prepared, |prepared| {
            Box::pin(begin(prepared, async |mut run| run.answer(Reading::Bytes).await.map(RawResponse::new)))
        })
    }
}

impl Sending<ByteStream> {
    /// The answer's bytes as they arrive.
    pub(crate) fn stream(prepared: Prepared) -> Self {
        Self::idle(prepared, |prepared| Box::pin(begin(prepared, Run::head)))
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

    /// The call before its first attempt; `None` where its request cannot be sent.
    pub(crate) fn attempt(&self) -> Option<Attempt> {
        self.attempt
    }

    fn idle(prepared: Prepared, begin: fn(Prepared) -> Boxed<T>) -> Self {
        Self { attempt: prepared.attempt(), state: State::Idle(Some(prepared), begin) }
    }
}

/// Begins a call, and makes its way to an answer in the span of the call.
pub(crate) async fn begin<T>(prepared: Prepared, go: impl AsyncFnOnce(Run) -> Result<T, Error>) -> Result<T, Error> {
    let account = prepared.account();
    let run = prepared.begin().inspect_err(|error| telemetry::gave_up(&account, error))?;
    let span = run.span();
    let result = go(run).instrument(span.clone()).await;
    if let Err(error) = &result {
        telemetry::call_failed(&span, error);
        span.in_scope(|| telemetry::gave_up(&account, error));
    }
    result
}

/// The record, read again where an answer turns out to be none.
pub(crate) async fn record<T>(run: &mut Run, reader: Reader<T>) -> Result<Response<T>, Error> {
    loop {
        let answer = run.answer(Reading::Record).await?;
        let error = match reader.read(&answer) {
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
                State::Going(call) => return call.as_mut().poll(cx),
                State::Idle(prepared, begin) => {
                    let Some(prepared) = prepared.take() else { return Poll::Pending };
                    self.state = State::Going(begin(prepared));
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
