//! Many calls at once, in one process: so many on the wire, and the results as they come.

use core::fmt;
use core::future::{Future, poll_fn};
use core::iter::Fuse;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::sync::Arc;

use futures_core::Stream;
use futures_util::stream::FuturesUnordered;
use tokio::sync::Semaphore;

use crate::error::Error;
use crate::sending::Sending;

const CONCURRENCY: usize = 64;
const AHEAD: usize = 1024;

/// Runs many calls, over any number of accounts, and yields the result of each under the caller's own tag, in the order in
/// which they are done.
///
/// At most [`concurrency`](Self::concurrency) calls are on the wire at once; those that wait, for their account's limit or
/// between two attempts, are not counted, so an account that is refused for a minute holds nobody up. Calls are taken from
/// the iterator as they are needed, [`ahead`](Self::ahead) of the results. The deadline of a call begins when it is first let
/// through; where its account stays closed for longer than that, it fails at once and says when to come back.
///
/// A failure is a result like any other. Dropping a `Bulk` ends the calls that are under way, and begins no further one.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), truto_core::Error> {
/// use truto_core::crm::{CreateAssociation, CrmEntity};
/// use truto_core::{Bulk, Endpoint};
/// # let sandbox = tower::service_fn(|_| async {
/// #     let answer = http::Response::builder().header("content-type", "application/json");
/// #     answer.body(truto_core::Body::from("{}".to_owned()))
/// # });
/// # let client = truto_core::Client::builder().token("t").base_url("http://localhost").transport(sandbox).build()?;
/// # let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
/// let rows = [("line 1", CrmEntity::Leads), ("line 2", CrmEntity::Contacts)];
///
/// let calls = rows.iter().map(|(line, entity)| {
///     (*line, CreateAssociation::builder().entity_id("003Ux000004TbQd").entity(*entity).send(&account))
/// });
/// let mut results = Bulk::new(calls).concurrency(8);
/// # let mut lines = Vec::new();
/// while let Some((line, result)) = results.next().await {
///     match result {
///         Ok(link) => println!("{line}: {:?}", link.entity_id),
///         Err(error) => println!("{line}: {error}"),
///     }
///     # lines.push(line);
/// }
/// # lines.sort();
/// # assert_eq!(lines, ["line 1", "line 2"]);
/// # Ok(()) }
/// ```
#[must_use = "nothing is sent until `next` is awaited"]
pub struct Bulk<I, Tag, T> {
    calls: Fuse<I>,
    under_way: FuturesUnordered<Tagged<Tag, T>>,
    slots: Arc<Semaphore>,
    ahead: usize,
}

impl<I, Tag, T> Bulk<I, Tag, T>
where
    I: Iterator<Item = (Tag, Sending<T>)>,
{
    /// The calls that an iterator gives, each with a tag that comes back with its result.
    pub fn new(calls: impl IntoIterator<IntoIter = I>) -> Self {
        let slots = Arc::new(Semaphore::new(CONCURRENCY));
        Self { calls: calls.into_iter().fuse(), under_way: FuturesUnordered::new(), slots, ahead: AHEAD }
    }

    /// How many calls are on the wire at once at most; 64 by default, at least 1.
    pub fn concurrency(mut self, calls: usize) -> Self {
        self.slots = Arc::new(Semaphore::new(calls.clamp(1, Semaphore::MAX_PERMITS)));
        self
    }

    /// How many calls are taken from the iterator before their results are; 1024 by default, at least 1. It bounds the memory
    /// that waiting calls take.
    pub fn ahead(mut self, calls: usize) -> Self {
        self.ahead = calls.max(1);
        self
    }

    /// The next call that is done; `None` once all are.
    ///
    /// Dropping the future loses nothing: the result comes with the next call.
    pub async fn next(&mut self) -> Option<(Tag, Result<T, Error>)> {
        poll_fn(|cx| self.poll_result(cx)).await
    }

    fn poll_result(&mut self, cx: &mut Context<'_>) -> Poll<Option<(Tag, Result<T, Error>)>> {
        while self.under_way.len() < self.ahead {
            let Some((tag, mut call)) = self.calls.next() else { break };
            call.within(&self.slots);
            self.under_way.push(Tagged { tag: Some(tag), call });
        }
        let done = ready!(Pin::new(&mut self.under_way).poll_next(cx));
        Poll::Ready(done.and_then(|(tag, result)| Some((tag?, result))))
    }
}

impl<I, Tag, T> Stream for Bulk<I, Tag, T>
where
    I: Iterator<Item = (Tag, Sending<T>)> + Unpin,
{
    type Item = (Tag, Result<T, Error>);

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_result(cx)
    }
}

impl<I, Tag, T> fmt::Debug for Bulk<I, Tag, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bulk")
            .field("under_way", &self.under_way.len())
            .field("ahead", &self.ahead)
            .finish_non_exhaustive()
    }
}

/// A call and its tag.
struct Tagged<Tag, T> {
    /// `None` once it was given back.
    tag: Option<Tag>,
    call: Sending<T>,
}

/// The tag is moved, and never pinned.
impl<Tag, T> Unpin for Tagged<Tag, T> {}

impl<Tag, T> Future for Tagged<Tag, T> {
    type Output = (Option<Tag>, Result<T, Error>);

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let result = ready!(Pin::new(&mut self.call).poll(cx));
        Poll::Ready((self.tag.take(), result))
    }
}
