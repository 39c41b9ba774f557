//! Sends one call for each page: the loop that the task of a list runs.

use core::mem;

use crate::client::account::Handle;
use crate::engine::sending::{begin, record};
use crate::engine::telemetry;
use crate::error::{CursorCycleError, Error, Outcome};
use crate::paging::seen::SeenCursors;
use crate::policy::attempt::Attempt;
use crate::policy::options::CallOptions;
use crate::request::encode::encoded::EncodedRequest;
use crate::response::Decode;
use crate::response::page::Page;

/// The calls of one list.
pub(super) struct Pager<T> {
    account: Handle,
    parts: EncodedRequest,
    decode: Decode<Page<T>>,
    next: Next,
    seen: SeenCursors,
    /// How many pages have been fetched.
    pages: u64,
}

enum Next {
    /// The page with this cursor; the first page may have no cursor.
    Page(Option<String>),
    End,
}

impl<T> Pager<T> {
    pub(super) fn new(account: Handle, parts: EncodedRequest, decode: Decode<Page<T>>) -> Self {
        Self { account, parts, decode, next: Next::End, seen: SeenCursors::default(), pages: 0 }
    }

    /// The same calls, beginning with the page that has this cursor.
    pub(super) fn starting_at(self, cursor: Option<String>) -> Self {
        Self { next: Next::Page(cursor), ..self }
    }

    pub(super) fn options_mut(&mut self) -> &mut CallOptions {
        self.account.options_mut()
    }

    /// The call of a page before its first attempt.
    pub(super) fn attempt(&self) -> Attempt {
        self.parts.before_first_attempt()
    }

    /// The next page; `None` after the last one. Nothing comes after an error.
    pub(super) async fn next(&mut self) -> Option<Result<Page<T>, Error>> {
        let Next::Page(cursor) = mem::replace(&mut self.next, Next::End) else { return None };
        if cursor.as_deref().is_some_and(|cursor| self.seen.insert(cursor)) {
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
        let page = self.account.prepare(Ok(self.parts.for_page(cursor)));
        Ok(begin(page, async |run| record(run, self.decode).await).await?.body)
    }

    fn cycle(&self) -> Error {
        let context = self.attempt().context(Outcome::NotSent, None);
        let error = CursorCycleError { context, pages: self.pages }.into();
        telemetry::gave_up(self.account.id(), &error);
        error
    }
}
