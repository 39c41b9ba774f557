//! Fetches one page after the other: what the task of a listing runs.

use crate::client::account::Handle;
use crate::engine::sending::{begin, record};
use crate::engine::telemetry;
use crate::error::{CursorCycleError, Error, Outcome};
use crate::paging::seen::Seen;
use crate::request::encode::Parts;
use crate::response::Reader;
use crate::response::page::Page;

/// A listing at work.
pub(super) struct Pager<T> {
    account: Handle,
    parts: Parts,
    next: Next,
    seen: Seen,
    pages: u64,
    reader: Reader<Page<T>>,
}

enum Next {
    /// The page of this cursor; the first one has none.
    Page(Option<String>),
    End,
}

impl<T> Pager<T> {
    pub(super) fn new(account: Handle, parts: Parts, reader: Reader<Page<T>>, cursor: Option<String>) -> Self {
        let mut seen = Seen::new();
        if let Some(cursor) = &cursor {
            seen.again(cursor);
        }
        Self { account, parts, next: Next::Page(cursor), seen, pages: 0, reader }
    }

    /// The next page; `None` behind the last one. Nothing comes after an error.
    pub(super) async fn next(&mut self) -> Option<Result<Page<T>, Error>> {
        let Next::Page(cursor) = core::mem::replace(&mut self.next, Next::End) else { return None };
        if self.pages > 0 && cursor.as_deref().is_some_and(|cursor| self.seen.again(cursor)) {
            return Some(Err(self.cycle()));
        }
        let page = self.fetch(cursor.as_deref()).await;
        if let Ok(page) = &page {
            self.pages += 1;
            if let Some(cursor) = page.next_cursor() {
                self.next = Next::Page(Some(cursor.to_owned()));
            }
        }
        Some(page)
    }

    async fn fetch(&self, cursor: Option<&str>) -> Result<Page<T>, Error> {
        let page = self.account.prepare(Ok(self.parts.at(cursor)));
        Ok(begin(page, async |run| record(run, self.reader).await).await?.body)
    }

    fn cycle(&self) -> Error {
        let context = self.parts.before_first_attempt().context(Outcome::NotSent, None);
        let error = CursorCycleError { context, pages: self.pages }.into();
        telemetry::gave_up(self.account.id(), &error);
        error
    }
}
