//! The task that fetches the pages of a list ahead of their reader.

use core::any::Any;
use core::task::{Context, Poll, ready};
use std::sync::Arc;

use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinSet;
use tracing::{Instrument, Span};

use crate::error::Error;
use crate::paging::pager::Pager;
use crate::policy::attempt::Attempt;
use crate::response::page::Page;

/// The next page; `None` after the last one.
pub(super) type Fetched<T> = Option<Result<Page<T>, Error>>;
/// The payload of a panic in the `Deserialize` of the caller's type.
type Panic = Box<dyn Any + Send>;

/// A list whose task is running.
pub(super) struct Fetching<T> {
    pages: mpsc::Receiver<Result<Page<T>, Error>>,
    /// The task takes one permit for each page.
    permits: Arc<Semaphore>,
    /// The one task, which is aborted when the set is dropped.
    task: JoinSet<()>,
    /// Names the call in errors that no answer caused.
    pub(super) attempt: Attempt,
    /// Whether the reader waits for a page, and has added a permit for it.
    is_waiting: bool,
}

impl<T: Send + 'static> Fetching<T> {
    /// Fetches from this cursor on.
    pub(super) fn start(pager: Pager<T>, cursor: Option<String>, prefetch: usize) -> Self {
        let attempt = pager.parts.before_first_attempt();
        let (sender, receiver) = mpsc::channel(prefetch + 1);
        let permits = Arc::new(Semaphore::new(prefetch));
        let mut task = JoinSet::new();
        task.spawn(pager.run(cursor, Arc::clone(&permits), sender).instrument(Span::current()));
        Self { pages: receiver, permits, task, attempt, is_waiting: false }
    }

    /// Waits for the next page. `Err` is the panic that ended the task.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Fetched<T>, Panic>> {
        if !core::mem::replace(&mut self.is_waiting, true) {
            self.permits.add_permits(1);
        }
        if let Some(page) = ready!(self.pages.poll_recv(cx)) {
            self.is_waiting = false;
            return Poll::Ready(Ok(Some(page)));
        }
        // The task is over: the list ended, the caller's type panicked, or the runtime shut down.
        Poll::Ready(match ready!(self.task.poll_join_next(cx)) {
            None | Some(Ok(())) => Ok(None),
            Some(Err(error)) => match error.try_into_panic() {
                Ok(panic) => Err(panic),
                Err(_) => Ok(Some(Err(Error::runtime_ended()))),
            },
        })
    }
}
