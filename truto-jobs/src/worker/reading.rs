//! The mirror of an account while the worker holds it: a task that reads one page after the other, and commits each.

use core::time::Duration;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::SystemTime;

use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep};
use truto_core::paging::Pages;
use truto_core::settings::OnLimit;
use truto_core::types::RawJson;
use truto_core::{Account, Checkpoint, Error as CallError, Page};

use crate::error::{BoxError, Error};
use crate::jobs::Jobs;
use crate::ledger::exchange::Terms;
use crate::ledger::mirroring::{self, Committed, Due, Reader};
use crate::mirror::place::{Came, Place};
use crate::mirror::record::{Split, split};
use crate::mirror::sink::{Batch, MirroredRecord, Sinks, Walked};
use crate::mirror::spec::Spec;
use crate::moment::Moment;
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

/// Why reading stops.
enum Stop {
    /// The account belongs to another worker now, or may do so soon. Nothing more is written.
    Lost,
    /// The list ended, or the slice did.
    Fine,
    /// The list leads nowhere, and starts again if it may.
    DeadEnd(String),
    Call(Box<CallError>),
    /// The records cannot be taken in: the reason, and whether it stays if nothing is changed.
    Refused(String, bool),
}

/// A page that is ready to be written.
struct Ready {
    came: Came,
    records: BTreeMap<String, (Split, String)>,
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
        }
    }

    /// Reads the pages of the list that is under way.
    async fn read_list(&mut self, spec: &Spec) -> Result<(), Stop> {
        let mut pages = self.open(spec)?;
        loop {
            // In this order, so that a page that waits for its account keeps no place of the worker.
            let of_account = self.in_lease(Arc::clone(&self.of_account).acquire_owned()).await?;
            let of_worker = self.in_lease(Arc::clone(&self.of_worker).acquire_owned()).await?;
            let page = self.in_lease(pages.try_next()).await?.map_err(|error| stop(error, &self.due.place))?;
            let Some(page) = page else { return Err(Stop::DeadEnd("the list ended without a last page".to_owned())) };
            let ready = ready(spec, &page, &pages.checkpoint()).map_err(|reason| Stop::Refused(reason, true))?;
            if spec.sink.is_some() {
                self.give(spec, &ready).await?;
            }
            let is_last = Instant::now() >= self.until;
            let is_end = self.commit(spec, &ready, is_last).await?;
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

    /// Gives the records to the sink of the table. They come before the place is committed, so each comes at least once.
    async fn give(&self, spec: &Spec, ready: &Ready) -> Result<(), Stop> {
        let name = spec.sink.as_deref().unwrap_or_default();
        let Some(sink) = self.sinks.get(name) else {
            let reason = format!("this worker has no sink `{name}`: give it with `Worker::sink`");
            return Err(Stop::Refused(reason, false));
        };
        let (run, table) = (self.due.run.clone(), spec.table.clone());
        let (account, walk) = (self.account.id().to_owned(), self.due.place.walk);
        let records =
            ready.records.iter().map(|(key, (_, raw))| MirroredRecord { key: key.clone(), json: raw.clone() });
        let batch = Batch { run, table, account, walk, records: records.collect() };
        let refused =
            |error: BoxError| Stop::Refused(format!("the sink `{name}` did not take the records: {error}"), false);
        self.in_lease(sink.upsert(&batch)).await?.map_err(refused)?;
        let after = self.due.place.after(ready.came.clone(), spec, Moment::START);
        if after.is_some_and(|after| after.deletes) {
            let Batch { run, table, account, .. } = batch;
            let walked = Walked { run, table, account, walk };
            self.in_lease(sink.walked(&walked)).await?.map_err(refused)?;
        }
        Ok(())
    }
}

/// What a failed call means to a list. A place in it is worth nothing any more if the record of its cursor was removed, if the cursor
/// expired, or if the list is another now.
fn stop(error: CallError, place: &Place) -> Stop {
    let has_place = place.list.as_ref().is_some_and(|list| list.checkpoint.is_some());
    let is_dead_end = match &error {
        CallError::CursorCycle(_) | CallError::Checkpoint(_) => true,
        CallError::Api(error) => matches!(error.status(), 400 | 404 | 410 | 422),
        _ => false,
    };
    if has_place && is_dead_end { Stop::DeadEnd(error.to_string()) } else { Stop::Call(Box::new(error)) }
}

/// Takes the records of the page apart. A record that comes twice in a page is taken as it came last.
fn ready(spec: &Spec, page: &Page<RawJson>, checkpoint: &Checkpoint) -> Result<Ready, String> {
    let mut records = BTreeMap::new();
    let mut newest = None;
    for record in page.items() {
        let raw = record.as_str();
        let taken = split(raw, &spec.key, &spec.columns, spec.changed_by.as_deref())?;
        newest = newest.max(taken.changed_at);
        records.insert(taken.key.clone(), (taken, raw.to_owned()));
    }
    let came = Came {
        records: page.items().len() as u64,
        is_partial: page.is_partial(),
        newest,
        checkpoint: checkpoint.to_string(),
        cursor: page.next_cursor().map(str::to_owned),
    };
    Ok(Ready { came, records })
}
