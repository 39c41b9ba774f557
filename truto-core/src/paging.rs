//! Lists: pages and items as streams, which are fetched ahead of the reader and can be resumed.
//!
//! [`Pages`] starts a task when it is first polled (`fetching`). The task runs the `pager`, which sends one call for each page.
//! [`Items`] takes the pages apart. A [`Checkpoint`] is a place between two items.

pub(crate) mod checkpoint;
mod fetching;
mod items;
mod pager;
mod seen_cursors;

use core::fmt;
use core::future::poll_fn;
use core::mem;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use core::time::Duration;

use futures_core::Stream;
use tokio::sync::Semaphore;

pub use self::items::{Items, WithCheckpoints};
use crate::client::account::Handle;
use crate::engine::telemetry;
use crate::error::{CheckpointError, Error};
use crate::paging::checkpoint::{Checkpoint, Owner};
use crate::paging::fetching::{Fetched, Fetching};
use crate::paging::pager::Pager;
use crate::policy::options::{CallOptions, setting_methods};
use crate::policy::settings::{Backoff, MinThroughput, OnLimit, RetryBudget, for_each_setting};
use crate::request::encode::encoded::EncodedRequest;
use crate::response::Decode;
use crate::response::page::Page;

/// The pages of a list, one after the other.
///
/// The next page is fetched while the reader is at this one; [`prefetch`](Self::prefetch) says how many may wait. Nothing is
/// sent before the first poll. Dropping it cancels what is under way.
///
/// The list ends only at a page without a cursor: an empty page that has one is followed by the next page. A cursor that
/// repeats is an error. Nothing comes after an error; [`checkpoint`](Self::checkpoint) tells where to resume.
///
/// ```no_run
/// # #[derive(serde::Deserialize)] pub struct Contact { pub name: Option<String> }
/// # #[truto_core::unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
/// # pub struct ListContacts {}
/// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
/// let mut pages = ListContacts::builder().pages(account).prefetch(4);
/// while let Some(page) = pages.try_next().await? {
///     println!("{} contacts, {:?}", page.items().len(), page.meta().rate_limit());
///     for contact in &page {
///         println!("{:?}", contact.name);
///     }
///     if page.is_partial() {
///         println!("the provider did not answer in full");
///     }
/// }
/// # Ok(()) }
/// ```
#[must_use = "a stream is read with `try_next`"]
pub struct Pages<T> {
    state: State<T>,
    prefetch: usize,
    checkpoint: Checkpoint,
}

enum State<T> {
    /// Nothing has been sent. `Err` is why the request cannot be sent.
    Idle(Result<Box<Pager<T>>, Error>),
    Fetching(Fetching<T>),
    /// This error ended the list early.
    Failed(Error),
    Ended,
}

impl<T: Send + 'static> Pages<T> {
    /// The list of a request, given with its [`identity`](crate::request::encode::RequestView::identity).
    pub(crate) fn new(
        account: &Handle,
        list: Result<(EncodedRequest, Vec<u8>), Error>,
        decode: Decode<Page<T>>,
    ) -> Self {
        let (endpoint, cursor, identity) = match &list {
            Ok((parts, identity)) => (parts.contract.to_string(), parts.cursor.clone(), &identity[..]),
            Err(error) => (error.endpoint().unwrap_or_default().to_owned(), None, &[][..]),
        };
        let mut checkpoint = Checkpoint::start(endpoint, owner(account), identity);
        checkpoint.cursor = cursor;
        let pager = list.map(|(parts, _)| Box::new(Pager { account: account.clone(), parts, decode }));
        Self { state: State::Idle(pager), prefetch: 1, checkpoint }
    }

    /// How many pages may be fetched before the reader asks for them; 1 by default. They are in memory until then. Like every
    /// option, it has no effect after the first poll, and is then traced as a warning.
    pub fn prefetch(mut self, pages: usize) -> Self {
        if self.idle_pager("prefetch").is_some() {
            self.prefetch = pages.min(Semaphore::MAX_PERMITS / 2);
        }
        self
    }

    /// The options of each page's call, if they can still be changed.
    fn options_mut(&mut self, method: &'static str) -> Option<&mut CallOptions> {
        self.idle_pager(method).map(|pager| pager.account.options_mut())
    }

    /// The pager, if nothing has been sent. Otherwise it traces that `method` came too late.
    fn idle_pager(&mut self, method: &'static str) -> Option<&mut Pager<T>> {
        match &mut self.state {
            State::Idle(pager) => pager.as_deref_mut().ok(),
            State::Fetching(fetching) => {
                telemetry::too_late(method, Some(&fetching.attempt));
                None
            }
            State::Failed(_) | State::Ended => None,
        }
    }

    /// Resumes an earlier list, with the page that holds its next item.
    ///
    /// # Errors
    /// [`Error::Checkpoint`] if the checkpoint belongs to another endpoint, request or account, or if this list has begun.
    pub fn resume(mut self, checkpoint: &Checkpoint) -> Result<Self, Error> {
        match &self.state {
            State::Idle(Ok(_)) => self.checkpoint = self.checkpoint.resumed_at(checkpoint)?,
            // The first poll returns the error.
            State::Idle(Err(_)) => return Ok(self),
            State::Fetching(_) | State::Failed(_) | State::Ended => return Err(CheckpointError::begun().into()),
        }
        if self.checkpoint.complete {
            self.state = State::Ended;
        }
        Ok(self)
    }

    /// The place after the last page that was returned.
    #[must_use]
    pub fn checkpoint(&self) -> Checkpoint {
        self.checkpoint.clone()
    }

    /// The next page; `None` after the last one.
    ///
    /// Dropping the future loses nothing: the next call returns the page.
    ///
    /// # Errors
    /// Those of any call; [`Error::CursorCycle`]. Nothing comes after an error.
    pub async fn try_next(&mut self) -> Result<Option<Page<T>>, Error> {
        poll_fn(|cx| self.poll_page(cx)).await.transpose()
    }

    /// Starts the task on the first call, and waits for its next page.
    fn poll_page(&mut self, cx: &mut Context<'_>) -> Poll<Fetched<T>> {
        match mem::replace(&mut self.state, State::Ended) {
            State::Idle(Err(error)) => {
                telemetry::gave_up(self.checkpoint.account(), &error);
                self.state = State::Failed(error.clone());
                return Poll::Ready(Some(Err(error)));
            }
            State::Idle(Ok(pager)) => {
                let cursor = self.checkpoint.cursor.clone();
                self.state = State::Fetching(Fetching::start(*pager, cursor, self.prefetch));
            }
            state => self.state = state,
        }
        let State::Fetching(fetching) = &mut self.state else { return Poll::Ready(None) };
        let page = ready!(fetching.poll(cx)).unwrap_or_else(|panic| {
            self.state = State::Ended;
            std::panic::resume_unwind(panic)
        });
        match &page {
            Some(Ok(page)) => self.checkpoint.advance_page(page),
            Some(Err(error)) => self.state = State::Failed(error.clone()),
            None => self.state = State::Ended,
        }
        Poll::Ready(page)
    }
}

for_each_setting!(setting_methods for impl<T: Send + 'static> Pages<T>);

/// Whose lists this handle reads.
fn owner(handle: &Handle) -> Owner<'_> {
    handle.id().map_or_else(|| Owner::Token(handle.caller.engine.tokens.secret()), Owner::Account)
}

impl<T: Send + 'static> Stream for Pages<T> {
    type Item = Result<Page<T>, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_page(cx)
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("checkpoint", &self.checkpoint).finish_non_exhaustive()
    }
}
