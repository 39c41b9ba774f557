//! Listings: pages and items as streams, fetched ahead of the reader, and resumed where they were left.

pub(crate) mod checkpoint;
mod pager;
mod seen;

use core::any::Any;
use core::fmt;
use core::future::{Future, poll_fn};
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use core::time::Duration;
use std::collections::VecDeque;
use std::sync::Arc;

use futures_core::Stream;
use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinHandle;
use tracing::{Instrument, Span};

use crate::client::account::Handle;
use crate::engine::telemetry;
use crate::error::{CheckpointError, Error, TooLargeError};
use crate::paging::checkpoint::Checkpoint;
use crate::policy::attempt::Attempt;
use crate::policy::options::{CallOptions, setting_methods};
use crate::policy::settings::{Backoff, MinThroughput, OnLimit, RetryBudget, for_each_setting};
use crate::request::encode::encoded::EncodedRequest;
use crate::response::Reader;
use crate::response::page::Page;
use pager::Pager;

/// The pages of a listing, one after the other.
///
/// The next page is fetched while the reader is at this one; [`prefetch`](Self::prefetch) says how many may wait. Nothing is
/// sent before the first poll; dropping it ends what is under way.
///
/// It ends at an answer without a cursor, and nowhere else: an empty page that has one is followed by the next. A cursor that
/// comes back is an error. After an error nothing comes; [`checkpoint`](Self::checkpoint) tells where to go on.
///
/// ```no_run
/// # #[derive(serde::Deserialize)] pub struct Contact { pub name: Option<String> }
/// # #[truto_core::unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
/// # pub struct ListContacts {}
/// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
/// let mut pages = ListContacts::builder().pages(account).prefetch(4);
/// while let Some(page) = pages.try_next().await? {
///     println!("{} contacts", page.items().len());
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
    /// Nothing was sent. `Err` is why nothing will be.
    Idle(Option<Result<Box<Source<T>>, Error>>),
    Going(Fetching<T>),
    /// Nothing comes after this error, and what came is not the whole listing.
    Failed(Error),
    Ended,
}

/// What is listed.
struct Source<T> {
    account: Handle,
    parts: EncodedRequest,
    reader: Reader<Page<T>>,
}

/// The next page, if there is one.
type Fetched<T> = Option<Result<Page<T>, Error>>;
/// What the caller's type panicked with.
type Panic = Box<dyn Any + Send>;

/// A listing whose task is at work.
struct Fetching<T> {
    pages: mpsc::Receiver<Result<Page<T>, Error>>,
    /// One for each page that the task may fetch by now.
    permits: Arc<Semaphore>,
    task: Task,
    /// The call, for the warning about a late option.
    attempt: Attempt,
    /// Whether the reader waits for a page, and has added the permit for it.
    asked: bool,
}

/// A task that ends with its owner.
struct Task(JoinHandle<()>);

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl<T: Send + 'static> Pages<T> {
    /// The listing of a request, given with its [`identity`](crate::request::encode::RequestView::identity).
    pub(crate) fn new(
        account: &Handle,
        listing: Result<(EncodedRequest, Vec<u8>), Error>,
        reader: Reader<Page<T>>,
    ) -> Self {
        let checkpoint = match &listing {
            Ok((parts, identity)) => {
                let mut start = Checkpoint::start(parts.contract.to_string(), account.id(), identity);
                start.cursor.clone_from(&parts.cursor);
                start
            }
            Err(error) => Checkpoint::start(error.endpoint().unwrap_or_default().to_owned(), account.id(), &[]),
        };
        let source = listing.map(|(parts, _)| Box::new(Source { account: account.clone(), parts, reader }));
        Self { state: State::Idle(Some(source)), prefetch: 1, checkpoint }
    }

    /// How many pages may be fetched before the reader asks for them; 1 by default. They are in memory until then. Like every
    /// option, it changes nothing after the first poll, and is traced as a warning.
    pub fn prefetch(mut self, pages: usize) -> Self {
        if self.unbegun("prefetch").is_some() {
            self.prefetch = pages.min(Semaphore::MAX_PERMITS / 2);
        }
        self
    }

    /// The options of each page's call, as long as they count.
    fn options_mut(&mut self, method: &'static str) -> Option<&mut CallOptions> {
        self.unbegun(method).map(|source| source.account.options_mut())
    }

    /// What is going to be listed, as long as it can be changed.
    fn unbegun(&mut self, method: &'static str) -> Option<&mut Source<T>> {
        match &mut self.state {
            State::Idle(Some(Ok(source))) => Some(source),
            State::Going(fetching) => {
                telemetry::too_late(method, Some(fetching.attempt));
                None
            }
            // Nothing will be sent.
            State::Idle(_) | State::Failed(_) | State::Ended => None,
        }
    }

    /// Goes on where an earlier listing was: with the page that its next item is on.
    ///
    /// # Errors
    /// [`Error::Checkpoint`] when the checkpoint is of another endpoint, request or account, or when this listing has begun.
    pub fn resume(mut self, checkpoint: &Checkpoint) -> Result<Self, Error> {
        match &self.state {
            State::Idle(Some(Ok(_))) => self.checkpoint = self.checkpoint.resumed_at(checkpoint)?,
            // Why nothing will be sent is what the first poll says.
            State::Idle(_) => return Ok(self),
            State::Going(_) | State::Failed(_) | State::Ended => return Err(CheckpointError::begun().into()),
        }
        if self.checkpoint.complete {
            self.state = State::Ended;
        }
        Ok(self)
    }

    /// The place behind the page that came last.
    #[must_use]
    pub fn checkpoint(&self) -> Checkpoint {
        self.checkpoint.clone()
    }

    /// The next page; `None` behind the last one.
    ///
    /// Dropping the future loses nothing: the page comes with the next call.
    ///
    /// # Errors
    /// Those of any call; [`Error::CursorCycle`]. Nothing comes after an error.
    pub async fn try_next(&mut self) -> Result<Option<Page<T>>, Error> {
        poll_fn(|cx| self.poll_page(cx)).await.transpose()
    }

    fn poll_page(&mut self, cx: &mut Context<'_>) -> Poll<Fetched<T>> {
        let page = ready!(self.poll_fetched(cx));
        match &page {
            Some(Ok(page)) => self.checkpoint.pass(page),
            Some(Err(error)) => self.state = State::Failed(error.clone()),
            None if matches!(self.state, State::Failed(_)) => {}
            None => self.state = State::Ended,
        }
        Poll::Ready(page)
    }

    /// The next page as it was fetched.
    fn poll_fetched(&mut self, cx: &mut Context<'_>) -> Poll<Fetched<T>> {
        if let State::Idle(source) = &mut self.state {
            match source.take() {
                Some(Ok(source)) => {
                    self.state = State::Going(Fetching::start(*source, &self.checkpoint, self.prefetch));
                }
                Some(Err(error)) => {
                    telemetry::gave_up(self.checkpoint.account(), &error);
                    return Poll::Ready(Some(Err(error)));
                }
                None => return Poll::Ready(None),
            }
        }
        let State::Going(fetching) = &mut self.state else { return Poll::Ready(None) };
        ready!(fetching.poll(cx)).map_or_else(
            |panic| {
                self.state = State::Ended;
                std::panic::resume_unwind(panic)
            },
            Poll::Ready,
        )
    }
}

for_each_setting!(setting_methods for impl<T: Send + 'static> Pages<T>);

impl<T: Send + 'static> Fetching<T> {
    fn start(source: Source<T>, at: &Checkpoint, prefetch: usize) -> Self {
        let Source { account, parts, reader } = source;
        let attempt = parts.before_first_attempt();
        let (sender, pages) = mpsc::channel(prefetch + 1);
        let permits = Arc::new(Semaphore::new(prefetch));
        let granted = Arc::clone(&permits);
        let mut listing = Pager::new(account, parts, reader, at.cursor.clone());
        let task = async move {
            // It ends with the listing, or when nobody wants a page any more.
            while let Ok(permit) = granted.acquire().await {
                permit.forget();
                let Some(page) = listing.next().await else { break };
                if sender.send(page).await.is_err() {
                    break;
                }
            }
        };
        let task = Task(tokio::spawn(task.instrument(Span::current())));
        Self { pages, permits, task, attempt, asked: false }
    }

    /// The next page, or what the task panicked with.
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Fetched<T>, Panic>> {
        if !core::mem::replace(&mut self.asked, true) {
            self.permits.add_permits(1);
        }
        if let Some(page) = ready!(self.pages.poll_recv(cx)) {
            self.asked = false;
            return Poll::Ready(Ok(Some(page)));
        }
        // The task is over: at the end of the listing, because the caller's type panicked, or with its runtime.
        match ready!(Pin::new(&mut self.task.0).poll(cx)) {
            Ok(()) => Poll::Ready(Ok(None)),
            Err(error) => Poll::Ready(match error.try_into_panic() {
                Ok(panic) => Err(panic),
                Err(_) => Ok(Some(Err(Error::runtime_ended()))),
            }),
        }
    }
}

impl<T: Send + 'static> Stream for Pages<T> {
    type Item = Result<Page<T>, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_page(cx)
    }
}

impl<T> Unpin for Pages<T> {}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("checkpoint", &self.checkpoint).finish_non_exhaustive()
    }
}

/// The items of a listing, one after the other, over all its pages.
///
/// See [`Pages`] for how they are fetched and where they end. [`try_next`](Self::try_next) gives one item, and [`all`](Self::all)
/// gives a list of those that are left. [`checkpoint`](Self::checkpoint) is the place behind the item that
/// came last: from there [`resume`](Self::resume) goes on with exactly the next one.
///
/// ```no_run
/// # #[derive(serde::Deserialize)] pub struct Contact { pub name: Option<String> }
/// # #[truto_core::unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
/// # pub struct ListContacts {}
/// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
/// let mut contacts = ListContacts::builder().limit(100).items(account);
/// while let Some(contact) = contacts.try_next().await? {
///     println!("{:?}", contact.name);
/// }
/// # Ok(()) }
/// ```
#[must_use = "a stream is read with `try_next`"]
pub struct Items<T> {
    pages: Pages<T>,
    /// What is left of the page that the reader is at.
    page: std::vec::IntoIter<T>,
    /// The place behind that page.
    behind: Checkpoint,
    /// The pages behind it that [`Items::all`] has read, and not given.
    ahead: VecDeque<Ahead<T>>,
    /// The place behind the item that came last.
    checkpoint: Checkpoint,
}

/// The items of a page that the reader is not at yet.
struct Ahead<T> {
    items: std::vec::IntoIter<T>,
    /// The place behind the page.
    behind: Checkpoint,
}

impl<T: Send + 'static> Items<T> {
    pub(crate) fn new(pages: Pages<T>) -> Self {
        let checkpoint = pages.checkpoint();
        Self { pages, page: Vec::new().into_iter(), behind: checkpoint.clone(), ahead: VecDeque::new(), checkpoint }
    }

    fn options_mut(&mut self, method: &'static str) -> Option<&mut CallOptions> {
        self.pages.options_mut(method)
    }

    /// How many pages may be fetched before the reader asks for them; see [`Pages::prefetch`].
    pub fn prefetch(mut self, pages: usize) -> Self {
        self.pages = self.pages.prefetch(pages);
        self
    }

    /// Goes on with the item behind the one that an earlier listing was at.
    ///
    /// # Errors
    /// [`Error::Checkpoint`] when the checkpoint is of another endpoint, request or account, or when this listing has begun.
    pub fn resume(mut self, checkpoint: &Checkpoint) -> Result<Self, Error> {
        self.pages = self.pages.resume(checkpoint)?;
        self.checkpoint = self.pages.checkpoint();
        self.behind = self.checkpoint.clone();
        Ok(self)
    }

    /// The place behind the item that came last.
    #[must_use]
    pub fn checkpoint(&self) -> Checkpoint {
        self.checkpoint.clone()
    }

    /// Whether a page by now was partial ([`Page::is_partial`]).
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.checkpoint.partial
    }

    /// The same items, each with the place behind it.
    pub fn with_checkpoints(self) -> WithCheckpoints<T> {
        WithCheckpoints { items: self }
    }

    /// The next item; `None` behind the last one.
    ///
    /// Dropping the future loses nothing: the item comes with the next call.
    ///
    /// # Errors
    /// Those of [`Pages::try_next`]. Nothing comes after an error; the checkpoint stays.
    ///
    /// After an error of [`all`](Self::all) it gives what had come until then.
    pub async fn try_next(&mut self) -> Result<Option<T>, Error> {
        poll_fn(|cx| self.poll_item(cx)).await.transpose()
    }

    /// All items that are left, if they are at most `max`: no list fills the memory.
    ///
    /// It takes all of them, or nothing. If it fails, and if its future is dropped, every item that had come is still there:
    /// for `all` with a larger `max`, which does not fetch them again, and for [`try_next`](Self::try_next). The
    /// [`checkpoint`](Self::checkpoint) stays before them. Up to `max` items and one page are in memory.
    ///
    /// Look at [`is_partial`](Self::is_partial) afterwards if an item that is missing counts as deleted.
    ///
    /// ```no_run
    /// # #[derive(serde::Deserialize)] pub struct Contact { pub name: Option<String> }
    /// # #[truto_core::unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
    /// # pub struct ListContacts {}
    /// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
    /// let mut contacts = ListContacts::builder().items(account);
    /// let all = contacts.all(10_000).await?;
    /// println!("{} contacts, something is left out: {}", all.len(), contacts.is_partial());
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`Error::TooLarge`] with [`Size::List`](crate::error::Size::List) if more than `max` items are left; the listing can be
    /// read on. Otherwise those of [`Pages::try_next`]: the listing is over, and each further `all` fails with the same error.
    pub async fn all(&mut self, max: usize) -> Result<Vec<T>, Error> {
        let mut all = Vec::with_capacity(self.read_ahead(max).await?);
        all.extend(core::iter::from_fn(|| self.take()));
        Ok(all)
    }

    /// All items that are left, in a collection of any type, however many they are. [`all`](Self::all) has a cap.
    ///
    /// Like `all`, it takes all of them or nothing: they are in memory until the last one has come.
    ///
    /// ```no_run
    /// # use std::collections::BTreeSet;
    /// # #[truto_core::unified_endpoint(GET, "/unified/crm/tags", response = String, paginated)]
    /// # pub struct ListTags {}
    /// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
    /// let tags = ListTags::builder().items(account).try_collect::<BTreeSet<String>>().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// Those of [`Pages::try_next`]: the listing is over, and each further `try_collect` fails with the same error.
    pub async fn try_collect<C: Default + Extend<T>>(&mut self) -> Result<C, Error> {
        self.read_ahead(usize::MAX).await?;
        let mut all = C::default();
        all.extend(core::iter::from_fn(|| self.take()));
        Ok(all)
    }

    /// Reads what is left, at most so many items, and tells how many. Nothing is taken.
    async fn read_ahead(&mut self, max: usize) -> Result<usize, Error> {
        let mut waiting = self.page.len() + self.ahead.iter().map(|page| page.items.len()).sum::<usize>();
        while waiting <= max {
            let Some(page) = poll_fn(|cx| self.poll_ahead(cx)).await.transpose()? else {
                return match &self.pages.state {
                    State::Failed(error) => Err(error.clone()),
                    _ => Ok(waiting),
                };
            };
            waiting += page.items.len();
            match self.ahead.back_mut() {
                // A list may have empty pages without end.
                Some(last) if page.items.len() == 0 => last.behind = page.behind,
                _ => self.ahead.push_back(page),
            }
        }
        Err(TooLargeError::list(self.checkpoint.endpoint(), max).into())
    }

    fn poll_item(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        loop {
            if let Some(item) = self.take() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.poll_ahead(cx)) {
                Some(Ok(page)) => self.ahead.push_back(page),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }

    /// The next item of those that have come.
    fn take(&mut self) -> Option<T> {
        loop {
            if let Some(item) = self.page.next() {
                self.checkpoint.step();
                if self.page.len() == 0 {
                    self.checkpoint = self.behind.clone();
                }
                return Some(item);
            }
            let Ahead { items, behind } = self.ahead.pop_front()?;
            self.checkpoint.partial |= behind.partial;
            if items.len() == 0 {
                self.checkpoint = behind.clone();
            }
            self.page = items;
            self.behind = behind;
        }
    }

    /// The next page that is not read yet, without the items that an earlier listing has taken.
    fn poll_ahead(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Ahead<T>, Error>>> {
        // Only the first page of a listing that was resumed has any.
        let taken = usize::try_from(self.pages.checkpoint.offset).unwrap_or(usize::MAX);
        let page = ready!(self.pages.poll_page(cx));
        Poll::Ready(page.map(|page| {
            let mut items = page?.into_items().into_iter();
            if taken > 0 {
                items.nth(taken - 1);
            }
            Ok(Ahead { items, behind: self.pages.checkpoint() })
        }))
    }
}

for_each_setting!(setting_methods for impl<T: Send + 'static> Items<T>);

impl<T: Send + 'static> Stream for Items<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_item(cx)
    }
}

impl<T> Unpin for Items<T> {}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("checkpoint", &self.checkpoint).finish_non_exhaustive()
    }
}

/// The items of a listing, each with the place behind it: [`Items::with_checkpoints`].
///
/// ```no_run
/// # #[derive(serde::Deserialize)] pub struct Contact { pub name: Option<String> }
/// # #[truto_core::unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
/// # pub struct ListContacts {}
/// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
/// let mut contacts = ListContacts::builder().items(account).with_checkpoints();
/// while let Some((contact, checkpoint)) = contacts.try_next().await? {
///     println!("keep {:?} and `{checkpoint}` in one transaction", contact.name);
/// }
/// # Ok(()) }
/// ```
#[must_use = "a stream is read with `try_next`"]
pub struct WithCheckpoints<T> {
    items: Items<T>,
}

impl<T: Send + 'static> WithCheckpoints<T> {
    /// The next item and the place behind it; `None` behind the last one.
    ///
    /// # Errors
    /// Those of [`Items::try_next`].
    pub async fn try_next(&mut self) -> Result<Option<(T, Checkpoint)>, Error> {
        let item = self.items.try_next().await?;
        Ok(item.map(|item| (item, self.items.checkpoint())))
    }
}

impl<T: Send + 'static> Stream for WithCheckpoints<T> {
    type Item = Result<(T, Checkpoint), Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let item = ready!(self.items.poll_item(cx));
        Poll::Ready(item.map(|item| item.map(|item| (item, self.items.checkpoint()))))
    }
}

impl<T> Unpin for WithCheckpoints<T> {}

impl<T> fmt::Debug for WithCheckpoints<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.items.fmt(f)
    }
}
