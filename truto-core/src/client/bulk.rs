//! Many calls at once: a bounded number on the wire, and results in the order in which they finish.

use core::fmt;
use core::iter::Fuse;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::collections::HashMap;
use std::sync::Arc;

use futures_core::Stream;
use futures_util::StreamExt;
use tokio::sync::Semaphore;
use tokio::task::{Id, JoinError, JoinSet};
use tracing::Instrument;

use crate::engine::sending::Sending;
use crate::error::Error;
use crate::policy::limit::Slots;

const CONCURRENCY: usize = 64;
const AHEAD: usize = 1024;

/// Runs many calls, of any number of accounts, and yields each result with the caller's tag, in the order in which they finish.
///
/// At most [`concurrency`](Self::concurrency) calls are on the wire at once. Calls that wait for their account's limit, or between
/// two attempts, do not count, so an account that is refused for a minute does not delay the others. Calls are taken from the
/// iterator as needed, up to [`ahead`](Self::ahead) of the results. The deadline of a call begins when it is first sent. If its
/// account stays closed for longer than that, the call fails at once, and the error says when to try again.
///
/// Each call is a task, so a slow reader of the results does not delay calls. A failure is a result like any other. A panic in
/// the caller's code, such as a `Deserialize`, comes out of `next`, and the other calls continue. Dropping a `Bulk` ends the calls
/// that are under way and begins no others.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), truto_core::Error> {
/// use truto_core::crm::{CreateAssociation, CrmEntity};
/// use truto_core::{Bulk, Endpoint};
/// # let sandbox = tower::service_fn(|_| async {
/// #     let answer = http::Response::builder().header("content-type", "application/json");
/// #     answer.body(truto_core::transport::Body::from("{}".to_owned()))
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
    under_way: JoinSet<Result<T, Error>>,
    /// The tag of the call that each task carries out.
    tags: HashMap<Id, Tag>,
    slots: Arc<Semaphore>,
    ahead: usize,
}

impl<I, Tag, T> Bulk<I, Tag, T>
where
    I: Iterator<Item = (Tag, Sending<T>)>,
    T: Send + 'static,
{
    /// Takes the calls of an iterator, each with a tag that comes back with its result.
    pub fn new(calls: impl IntoIterator<IntoIter = I>) -> Self {
        let slots = Arc::new(Semaphore::new(CONCURRENCY));
        let (under_way, tags) = (JoinSet::new(), HashMap::new());
        Self { calls: calls.into_iter().fuse(), under_way, tags, slots, ahead: AHEAD }
    }

    /// How many calls are on the wire at once. 64 by default, at least 1.
    pub fn concurrency(mut self, calls: usize) -> Self {
        self.slots = Arc::new(Semaphore::new(calls.clamp(1, Semaphore::MAX_PERMITS)));
        self
    }

    /// How many calls are taken from the iterator ahead of the results that are read. 1024 by default, at least 1. It bounds the
    /// memory of waiting calls.
    pub fn ahead(mut self, calls: usize) -> Self {
        self.ahead = calls.max(1);
        self
    }

    /// The result of the next call that finishes. `None` after the last.
    ///
    /// Dropping the future loses nothing: the result comes with the next call of this method.
    pub async fn next(&mut self) -> Option<(Tag, Result<T, Error>)> {
        StreamExt::next(self).await
    }
}

impl<I, Tag, T> Stream for Bulk<I, Tag, T>
where
    I: Iterator<Item = (Tag, Sending<T>)>,
    T: Send + 'static,
{
    type Item = (Tag, Result<T, Error>);

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Self { calls, under_way, tags, slots, ahead } = &mut *self;
        while under_way.len() < *ahead {
            let Some((tag, mut call)) = calls.next() else { break };
            let slots = Arc::clone(slots);
            let task = async move {
                // The slot comes first, because a call that has begun takes several times the memory.
                call.share_slots(Slots::first(slots).await);
                (&mut call).await
            };
            let task = under_way.spawn(task.in_current_span());
            tags.insert(task.id(), tag);
        }
        let Some(done) = ready!(under_way.poll_join_next_with_id(cx)) else { return Poll::Ready(None) };
        let id = done.as_ref().map_or_else(JoinError::id, |(id, _)| *id);
        // Each task has a tag.
        let Some(tag) = tags.remove(&id) else { return Poll::Ready(None) };
        let result = match done.map_err(JoinError::try_into_panic) {
            Ok((_, result)) => result,
            Err(Ok(panic)) => std::panic::resume_unwind(panic),
            Err(Err(_)) => Err(Error::runtime_ended()),
        };
        Poll::Ready(Some((tag, result)))
    }
}

/// The iterator and the tags are never pinned.
impl<I, Tag, T> Unpin for Bulk<I, Tag, T> {}

impl<I, Tag, T> fmt::Debug for Bulk<I, Tag, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bulk")
            .field("under_way", &self.under_way.len())
            .field("ahead", &self.ahead)
            .finish_non_exhaustive()
    }
}
