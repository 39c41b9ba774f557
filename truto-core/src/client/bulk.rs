//! Many calls at once: a bounded number on the wire, and results in the order in which they finish.

mod crew;
mod line;
mod tags;

use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_core::Stream;
use futures_util::StreamExt;
use tokio::sync::Semaphore;
use tokio::task::coop;

use crate::client::bulk::crew::{Crew, Found};
use crate::client::bulk::tags::Tags;
use crate::engine::sending::Sending;
use crate::error::Error;

const CONCURRENCY: usize = 64;
const AHEAD: usize = 1024;

/// Runs many calls, of any number of accounts, and yields each result with the caller's tag, in the order in which they finish.
///
/// At most [`concurrency`](Self::concurrency) calls are on the wire at once. Calls that wait for their account's limit, or between
/// two attempts, do not count, so an account that is refused for a minute does not delay the others. The deadline of a call begins
/// when it is first sent. If its account stays closed for longer than that, the call fails at once, and the error says when to try
/// again.
///
/// Calls run on tasks, so a slow reader of the results does not delay calls that are taken from the iterator. At first, as many
/// calls wait for their turn as are on the wire. If all of them have begun before the reader comes back, four times as many wait
/// from then on, and so forth, up to [`ahead`](Self::ahead) of the results.
///
/// A failure is a result like any other. A panic in the caller's code, such as a `Deserialize`, comes out of `next`, and the other
/// calls continue. Dropping a `Bulk` ends the calls that are under way and begins no others.
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
    calls: I,
    has_more: bool,
    /// Of the calls whose results are not read yet.
    tags: Tags<Tag>,
    crew: Crew<T>,
    ahead: usize,
}

impl<I, Tag, T> Bulk<I, Tag, T>
where
    I: Iterator<Item = (Tag, Sending<T>)>,
    T: Send + 'static,
{
    /// Takes the calls of an iterator, each with a tag that comes back with its result.
    pub fn new(calls: impl IntoIterator<IntoIter = I>) -> Self {
        let calls = calls.into_iter();
        Self { calls, has_more: true, tags: Tags::new(), crew: Crew::new(CONCURRENCY), ahead: AHEAD }
    }

    /// How many calls are on the wire at once. 64 by default, at least 1.
    pub fn concurrency(self, calls: usize) -> Self {
        self.crew.set_slots(calls.clamp(1, Semaphore::MAX_PERMITS));
        self
    }

    /// How many calls are taken from the iterator ahead of the results that are read, at most. 1024 by default, at least 1. It
    /// bounds the memory of waiting calls.
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

    fn may_take(&self) -> bool {
        self.has_more && self.tags.len() < self.ahead
    }

    /// Takes calls from the iterator, and begins those that have a slot.
    fn take_calls(&mut self) {
        self.crew.start();
        while self.may_take() && self.crew.has_room() {
            match self.calls.next() {
                Some((tag, call)) => self.crew.push(self.tags.insert(tag), call),
                None => self.has_more = false,
            }
            self.crew.start();
        }
    }
}

impl<I, Tag, T> Stream for Bulk<I, Tag, T>
where
    I: Iterator<Item = (Tag, Sending<T>)>,
    T: Send + 'static,
{
    type Item = (Tag, Result<T, Error>);

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let turn = ready!(coop::poll_proceed(cx));
        loop {
            self.take_calls();
            if self.tags.len() == 0 {
                return Poll::Ready(None);
            }
            match self.crew.find(self.may_take(), cx.waker()) {
                Found::Room => {}
                Found::Nothing => return Poll::Pending,
                Found::Result(number, outcome) => {
                    turn.made_progress();
                    let tag = self.tags.remove(number);
                    let result = outcome.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
                    // Each call has a tag.
                    return Poll::Ready(tag.map(|tag| (tag, result)));
                }
            }
        }
    }
}

/// The iterator and the tags are never pinned.
impl<I, Tag, T> Unpin for Bulk<I, Tag, T> {}

impl<I, Tag, T> fmt::Debug for Bulk<I, Tag, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bulk").field("under_way", &self.tags.len()).field("ahead", &self.ahead).finish_non_exhaustive()
    }
}
