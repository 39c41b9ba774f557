//! The mirror of an account while the worker holds it: a task that reads one page after the other, and commits each.
//!
//! `page.rs` takes a page apart, `giving.rs` brings it to a sink, and `stop.rs` says why reading stops.

mod giving;
mod page;
mod stop;

use core::time::Duration;
use std::sync::Arc;
use std::time::SystemTime;

use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep};
use truto_core::paging::Pages;
use truto_core::settings::OnLimit;
use truto_core::types::RawJson;
use truto_core::{Account, Checkpoint};

use self::page::{Ready, ready};
use self::stop::{Stop, stop};
use crate::error::Error;
use crate::jobs::Jobs;
use crate::ledger::exchange::Terms;
use crate::ledger::mirroring::{self, Committed, Due, Reader};
use crate::mirror::sink::Sinks;
use crate::mirror::spec::Spec;
use crate::point::Point;
use crate::row::Ending;
use crate::worker::Settings;
use crate::worker::ending::{Verdict, failure};
use crate::worker::finished::Finished;
use crate::worker::held::Held;
use crate::worker::lease::Lease;

/// The pause after an error of the database that may pass.
const PAUSE: Duration = Duration::from_millis(200);

/// What all reading tasks of a worker share.
pub(crate) struct Readers {
    pub(crate) jobs: Jobs,
    pub(crate) settings: Settings,
    pub(crate) terms: Terms,
    pub(crate) sinks: Sinks,
    /// The places on the wire. A page keeps its place until it is committed, so that as many pages are in memory at most.
    pub(crate) wire: Arc<Semaphore>,
}

/// A mirror that is due.
pub(crate) struct Read {
    jobs: Jobs,
    terms: Terms,
    settings: Settings,
    sinks: Sinks,
    of_worker: Arc<Semaphore>,
    of_account: Arc<Semaphore>,
    account: Account,
    epoch: i64,
    lease: Lease,
    /// The end of the slice of the account.
    until: Instant,
    due: Due,
    pages: u64,
}

impl Read {
    pub(crate) fn new(readers: &Readers, due: Due, held: &Held) -> Self {
        Self {
            jobs: readers.jobs.clone(),
            terms: readers.terms,
            settings: readers.settings,
            sinks: Arc::clone(&readers.sinks),
            of_worker: Arc::clone(&readers.wire),
            of_account: Arc::clone(&held.wire),
            account: held.account.clone(),
            epoch: held.epoch,
            lease: held.lease.clone(),
            until: held.since + readers.settings.slice,
            due,
            pages: 0,
        }
    }

    /// Reads until the list ends, the slice is over, or something is in the way.
    pub(crate) async fn run(mut self) -> Finished {
        let verdict = match self.due.spec.clone() {
            Ok(spec) => self.read(&spec).await,
            Err(reason) => self.fail(Verdict::refused(reason), true).await,
        };
        let (account, epoch, part) = (self.due.account, self.epoch, self.due.part);
        Finished::Read { account, epoch, part, pages: self.pages, on_account: verdict.on_account() }
    }

    async fn read(&mut self, spec: &Spec) -> Verdict {
        loop {
            let stop = match self.read_list(spec).await {
                Ok(()) => Stop::Fine,
                Err(stop) => stop,
            };
            let place = self.due.place.clone();
            match stop {
                Stop::Fine => return Verdict::fine(),
                Stop::Lost => return Verdict::dropped(),
                Stop::DeadEnd(reason) => match place.restarted() {
                    Some(again) => {
                        tracing::info!(
                            run = self.due.run,
                            account = self.account.id(),
                            reason,
                            "the list starts again"
                        );
                        self.due.place = again;
                    }
                    None => return self.fail(Verdict::refused(reason), false).await,
                },
                Stop::Call(error) => {
                    let verdict = failure(&error, SystemTime::now());
                    let is_final = verdict.ending == Ending::Refused;
                    return self.fail(verdict, is_final).await;
                }
                Stop::Refused(reason, is_final) => return self.fail(Verdict::refused(reason), is_final).await,
            }
        }
    }

    /// Writes down why reading stops. The account waits if the verdict says so, and otherwise only this mirror does.
    async fn fail(&self, verdict: Verdict, is_final: bool) -> Verdict {
        let reason = verdict.facts.error.clone().unwrap_or_default();
        let (place, wait) = if verdict.park.is_some() || verdict.hold.is_some() {
            (self.due.place.clone().given_back(), Duration::ZERO)
        } else {
            let (place, wait) = self.due.place.failed(reason, is_final, self.settings.pause);
            (place, verdict.wait.unwrap_or_default().max(wait))
        };
        while let Err(error) = mirroring::write(self.jobs.database(), &self.reader(), &place, wait).await {
            let Err(stop) = self.wait_after(error).await else { continue };
            if let Stop::Refused(reason, _) = stop {
                tracing::warn!(run = self.due.run, reason, "the state of a mirror cannot be written");
            }
            return Verdict::dropped();
        }
        verdict
    }

    fn reader(&self) -> Reader<'_> {
        Reader {
            terms: self.terms,
            account: self.due.account,
            name: self.account.id(),
            epoch: self.epoch,
            part: self.due.part,
            probe: self.settings.probe,
        }
    }

    /// Reads the pages of the list that is under way.
    async fn read_list(&mut self, spec: &Spec) -> Result<(), Stop> {
        let mut pages = self.open(spec)?;
        let probe = self.settings.probe;
        loop {
            // In this order, so that a page that waits for its account keeps no place of the worker.
            let of_account = self.in_lease(Arc::clone(&self.of_account).acquire_owned()).await?;
            let of_worker = self.in_lease(Arc::clone(&self.of_worker).acquire_owned()).await?;
            probe.pass(Point::BeforeFetch, true);
            let page = self.in_lease(pages.try_next()).await?.map_err(|error| stop(error, &self.due.place))?;
            probe.pass(Point::AfterFetch, true);
            let Some(page) = page else { return Err(Stop::DeadEnd("the list ended without a last page".to_owned())) };
            let ready = ready(spec, &page, &pages.checkpoint()).map_err(|reason| Stop::Refused(reason, true))?;
            if spec.sink.is_some() {
                self.give(spec, &ready).await?;
            }
            let is_last = Instant::now() >= self.until;
            probe.pass(Point::BeforePage, true);
            let is_end = self.commit(spec, &ready, is_last).await?;
            probe.pass(Point::AfterPage, true);
            drop((of_account, of_worker));
            if is_end || is_last {
                return Ok(());
            }
        }
    }

    fn open(&self, spec: &Spec) -> Result<Pages<RawJson>, Stop> {
        let listing = self.due.place.list.clone().unwrap_or_default();
        let list =
            spec.list(self.jobs.keeper(), listing.since.as_deref()).map_err(|reason| Stop::Refused(reason, true))?;
        // No page is fetched ahead: it would be on the wire while the account belongs to somebody else. A limit parks the account.
        let pages = list.pages(&self.account).prefetch(0).deadline(self.settings.call_timeout).on_limit(OnLimit::Fail);
        let Some(checkpoint) = &listing.checkpoint else { return Ok(pages) };
        let resumed = checkpoint.parse::<Checkpoint>().and_then(|checkpoint| pages.resume(&checkpoint));
        resumed.map_err(|error| stop(error, &self.due.place))
    }

    /// The result, unless the lease ends before.
    async fn in_lease<T>(&self, task: impl Future<Output = T>) -> Result<T, Stop> {
        tokio::select! {
            biased;
            () = self.lease.over() => Err(Stop::Lost),
            done = task => Ok(done),
        }
    }

    /// Commits the page. Returns whether it was the last of the list.
    async fn commit(&mut self, spec: &Spec, ready: &Ready, is_last: bool) -> Result<bool, Stop> {
        let committed = loop {
            let (database, place) = (self.jobs.database(), &self.due.place);
            match mirroring::commit(database, &self.reader(), spec, place, &ready.came, &ready.records, is_last).await {
                Ok(committed) => break committed,
                Err(error) => self.wait_after(error).await?,
            }
        };
        match committed {
            Committed::Done(after) => {
                self.pages += 1;
                self.due.place = after.place;
                Ok(after.is_end)
            }
            Committed::Circle => Err(Stop::DeadEnd("a cursor of the list came before, so it has no end".to_owned())),
            Committed::Lost => Err(Stop::Lost),
        }
    }

    /// Waits before the ledger is tried again, if it can be: the error passes, and the lease lasts.
    async fn wait_after(&self, error: Error) -> Result<(), Stop> {
        if !error.is_temporary() {
            return Err(Stop::Refused(error.to_string(), false));
        }
        self.in_lease(sleep(PAUSE)).await
    }
}
