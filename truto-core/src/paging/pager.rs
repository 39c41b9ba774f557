//! Sends one call for each page: the loop that the task of a list runs.

use std::sync::Arc;

use tokio::sync::{Semaphore, mpsc};

use crate::client::account::Handle;
use crate::engine::sending::{carry_out, record};
use crate::engine::telemetry;
use crate::error::{CursorCycleError, Error, Outcome};
use crate::paging::seen_cursors::SeenCursors;
use crate::request::encode::encoded::EncodedRequest;
use crate::response::Decode;
use crate::response::page::Page;

/// The calls of one list.
pub(super) struct Pager<T> {
    pub(super) account: Handle,
    pub(super) parts: EncodedRequest,
    pub(super) decode: Decode<Page<T>>,
}

impl<T> Pager<T> {
    /// Fetches the pages from this cursor on, one for each permit, until the list ends or its reader is dropped. The first page may
    /// have no cursor. Nothing comes after an error.
    pub(super) async fn run(
        self,
        mut cursor: Option<String>,
        permits: Arc<Semaphore>,
        pages: mpsc::Sender<Result<Page<T>, Error>>,
    ) {
        let (mut seen, mut fetched) = (SeenCursors::default(), 0);
        while let Ok(permit) = permits.acquire().await {
            permit.forget();
            let page = match &cursor {
                Some(cursor) if seen.insert(cursor) => Err(self.cycle(fetched)),
                cursor => self.fetch(cursor.as_deref()).await,
            };
            fetched += 1;
            cursor = page.as_ref().ok().and_then(Page::next_cursor).map(str::to_owned);
            if pages.send(page).await.is_err() || cursor.is_none() {
                break;
            }
        }
    }

    async fn fetch(&self, cursor: Option<&str>) -> Result<Page<T>, Error> {
        let page = self.account.prepare(Ok(self.parts.for_page(cursor)));
        Ok(carry_out(page.begin()?, async |run| record(run, self.decode).await).await?.body)
    }

    fn cycle(&self, pages: u64) -> Error {
        let context = self.parts.before_first_attempt().context(Outcome::NotSent, None);
        let error = CursorCycleError { context, pages }.into();
        telemetry::gave_up(self.account.id(), &error);
        error
    }
}
