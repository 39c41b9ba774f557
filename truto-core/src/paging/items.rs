//! The items of a list, over the borders of its pages.

use core::fmt;
use core::future::poll_fn;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use core::time::Duration;
use std::collections::VecDeque;
use std::vec;

use futures_core::Stream;

use crate::error::{Error, TooLargeError};
use crate::paging::checkpoint::Checkpoint;
use crate::paging::{Pages, State};
use crate::policy::options::{CallOptions, setting_methods};
use crate::policy::settings::{Backoff, MinThroughput, OnLimit, RetryBudget, for_each_setting};

/// The items of a list, one after the other, over all its pages.
///
/// See [`Pages`] for how they are fetched and where they end. [`try_next`](Self::try_next) returns one item, and
/// [`all`](Self::all) returns the remaining ones as a list. [`checkpoint`](Self::checkpoint) is the place after the last item that
/// was returned: [`resume`](Self::resume) continues from there with the very next item.
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
    /// The pages that were read and are not used up. There is more than one only after [`Items::all`] failed.
    read: VecDeque<Rest<T>>,
    /// The place after the item that was returned last.
    checkpoint: Checkpoint,
}

/// The remaining items of a page.
struct Rest<T> {
    items: vec::IntoIter<T>,
    /// The place after the page.
    end: Checkpoint,
}

impl<T: Send + 'static> Items<T> {
    pub(crate) fn new(pages: Pages<T>) -> Self {
        Self { checkpoint: pages.checkpoint(), pages, read: VecDeque::new() }
    }

    fn options_mut(&mut self, method: &'static str) -> Option<&mut CallOptions> {
        self.pages.options_mut(method)
    }

    /// How many pages may be fetched before the reader asks for them; see [`Pages::prefetch`].
    pub fn prefetch(mut self, pages: usize) -> Self {
        self.pages = self.pages.prefetch(pages);
        self
    }

    /// Resumes an earlier list, with the item after its checkpoint.
    ///
    /// # Errors
    /// [`Error::Checkpoint`] if the checkpoint belongs to another endpoint, request or account, or if this list has begun.
    pub fn resume(mut self, checkpoint: &Checkpoint) -> Result<Self, Error> {
        self.pages = self.pages.resume(checkpoint)?;
        self.checkpoint = self.pages.checkpoint();
        Ok(self)
    }

    /// The place after the last item that was returned.
    #[must_use]
    pub fn checkpoint(&self) -> Checkpoint {
        self.checkpoint.clone()
    }

    /// Whether a page so far was partial ([`Page::is_partial`](crate::Page::is_partial)).
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.checkpoint.partial
    }

    /// Returns each item together with the place after it.
    pub fn with_checkpoints(self) -> WithCheckpoints<T> {
        WithCheckpoints { items: self }
    }

    /// The next item; `None` after the last one.
    ///
    /// Dropping the future loses nothing: the next call returns the item.
    ///
    /// # Errors
    /// Those of [`Pages::try_next`]. Nothing comes after an error; the checkpoint stays. After an error of [`all`](Self::all),
    /// the items that had come are returned first.
    pub async fn try_next(&mut self) -> Result<Option<T>, Error> {
        poll_fn(|cx| self.poll_item(cx)).await.transpose()
    }

    /// All remaining items, if there are at most `max`. The limit keeps a list from filling the memory.
    ///
    /// It returns all items or an error. If it fails, or if its future is dropped, no item is lost: call `all` again with a larger
    /// `max`, which does not fetch them again, or [`try_next`](Self::try_next). The [`checkpoint`](Self::checkpoint) stays
    /// before them. Up to `max` items and one page are in memory.
    ///
    /// Check [`is_partial`](Self::is_partial) afterwards if you treat a missing item as deleted.
    ///
    /// # Errors
    /// [`Error::TooLarge`] with [`Size::List`](crate::error::Size::List) if more than `max` items remain; you can read on.
    /// Otherwise those of [`Pages::try_next`]: the list is over, and each further `all` fails with the same error.
    pub async fn all(&mut self, max: usize) -> Result<Vec<T>, Error> {
        let mut all = Vec::with_capacity(self.read_ahead(max).await?);
        all.extend(core::iter::from_fn(|| self.take()));
        Ok(all)
    }

    /// All remaining items, in a collection of any type and without a limit. [`all`](Self::all) has a limit.
    ///
    /// Like `all`, it returns all items or an error: they are in memory until the last one has come.
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
    /// Those of [`Pages::try_next`]: the list is over, and each further `try_collect` fails with the same error.
    pub async fn try_collect<C: Default + Extend<T>>(&mut self) -> Result<C, Error> {
        self.read_ahead(usize::MAX).await?;
        let mut all = C::default();
        all.extend(core::iter::from_fn(|| self.take()));
        Ok(all)
    }

    /// Reads all remaining pages, up to `max` items, without taking an item. Returns the number of items.
    async fn read_ahead(&mut self, max: usize) -> Result<usize, Error> {
        let mut count = self.read.iter().map(|page| page.items.len()).sum::<usize>();
        while count <= max {
            let Some(page) = poll_fn(|cx| self.poll_rest(cx)).await.transpose()? else {
                return match &self.pages.state {
                    State::Failed(error) => Err(error.clone()),
                    _ => Ok(count),
                };
            };
            count += page.items.len();
            match self.read.back_mut() {
                // A list may have any number of empty pages. They must not fill the memory.
                Some(last) if page.items.len() == 0 => last.end = page.end,
                _ => self.read.push_back(page),
            }
        }
        Err(TooLargeError::list(self.checkpoint.endpoint(), max).into())
    }

    fn poll_item(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        loop {
            if let Some(item) = self.take() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.poll_rest(cx)?) {
                Some(page) => self.read.push_back(page),
                None => return Poll::Ready(None),
            }
        }
    }

    /// Takes the next item of the pages that were read, and moves the checkpoint past it.
    fn take(&mut self) -> Option<T> {
        loop {
            let page = self.read.front_mut()?;
            let item = page.items.next();
            self.checkpoint.partial |= page.end.partial;
            if item.is_some() {
                self.checkpoint.advance_item();
            }
            if page.items.len() == 0 {
                self.checkpoint = self.read.pop_front()?.end;
            }
            if item.is_some() {
                return item;
            }
        }
    }

    /// Reads the next page, and skips the items that were taken before the list was resumed.
    fn poll_rest(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Rest<T>, Error>>> {
        // Only the first page of a resumed list has any.
        let taken = usize::try_from(self.pages.checkpoint.offset).unwrap_or(usize::MAX);
        let page = ready!(self.pages.poll_page(cx));
        Poll::Ready(page.map(|page| {
            let mut items = page?.into_items().into_iter();
            if taken > 0 {
                items.nth(taken - 1);
            }
            Ok(Rest { items, end: self.pages.checkpoint() })
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

/// The items of a list, each with the place after it, to store both in one transaction: [`Items::with_checkpoints`].
#[must_use = "a stream is read with `try_next`"]
pub struct WithCheckpoints<T> {
    items: Items<T>,
}

impl<T: Send + 'static> WithCheckpoints<T> {
    /// The next item and the place after it; `None` after the last item.
    ///
    /// # Errors
    /// Those of [`Items::try_next`].
    pub async fn try_next(&mut self) -> Result<Option<(T, Checkpoint)>, Error> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await.transpose()
    }
}

impl<T: Send + 'static> Stream for WithCheckpoints<T> {
    type Item = Result<(T, Checkpoint), Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let item = ready!(self.items.poll_item(cx));
        Poll::Ready(item.map(|item| Ok((item?, self.items.checkpoint()))))
    }
}

impl<T> fmt::Debug for WithCheckpoints<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.items.fmt(f)
    }
}
