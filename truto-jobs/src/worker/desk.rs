//! The loop of a worker. One task decides and talks to the ledger, and each call is a task of its own, so that the ledger and the wire
//! work at the same time.
//!
//! `asking.rs` decides what the ledger is asked for, `taking_in.rs` does what it said, and `gathering.rs` waits for the calls.

mod asking;
mod gathering;
mod taking_in;

use core::mem;
use core::pin::pin;
use core::time::Duration;
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

use crate::error::Error;
use crate::jobs::Jobs;
use crate::ledger::exchange::{Ended, Terms, exchange};
use crate::ledger::workers;
use crate::mirror::sink::Sinks;
use crate::owned::WorkerId;
use crate::point::Point;
use crate::worker::desk::gathering::gather;
use crate::worker::finished::Finished;
use crate::worker::held::Held;
use crate::worker::metrics::Told;
use crate::worker::reading::Readers;
use crate::worker::report::Report;
use crate::worker::{Clients, Settings, TokenOf};

/// The pause after an error of the database that may pass.
const PAUSE: Duration = Duration::from_millis(500);

pub(crate) struct Desk {
    jobs: Jobs,
    clients: Clients,
    token_of: TokenOf,
    settings: Settings,
    terms: Terms,
    held: HashMap<i64, Held>,
    /// The accounts in the order in which they get rows.
    line: VecDeque<i64>,
    calls: JoinSet<Finished>,
    readers: Readers,
    wire: Arc<Semaphore>,
    /// Calls whose end is not in the ledger yet.
    ended: Vec<Ended>,
    /// Until when these API tokens have no calls left.
    waits: HashMap<Arc<str>, Instant>,
    renewed_at: Instant,
    /// When the ledger last heard of this worker.
    seen_at: Instant,
    report: Report,
    told: Told,
    /// An SQLite file has one worker at a time.
    _owner: Option<std::fs::File>,
}

impl Desk {
    pub(crate) async fn open(
        jobs: Jobs,
        clients: Clients,
        token_of: TokenOf,
        settings: Settings,
        sinks: Sinks,
    ) -> Result<Self, Error> {
        let owner = jobs.own_file()?;
        let worker = begin(&jobs, owner.is_some()).await?;
        let terms = Terms { worker, lease: settings.lease, times: settings.times(), budget: settings.budget };
        let wire = Arc::new(Semaphore::new(settings.concurrency));
        let readers = Readers { jobs: jobs.clone(), settings, terms, sinks, wire: Arc::clone(&wire) };
        Ok(Self {
            jobs,
            clients,
            token_of,
            settings,
            terms,
            held: HashMap::new(),
            line: VecDeque::new(),
            calls: JoinSet::new(),
            readers,
            wire,
            ended: Vec::new(),
            waits: HashMap::new(),
            renewed_at: Instant::now(),
            seen_at: Instant::now(),
            report: Report::default(),
            told: Told::default(),
            _owner: owner,
        })
    }

    /// Works until `shutdown` ends, or, if `ends_idle`, until there is nothing to do.
    pub(crate) async fn work(&mut self, shutdown: impl Future, ends_idle: bool) -> Result<Report, Error> {
        let mut shutdown = pin!(shutdown);
        let mut is_stopping = false;
        loop {
            let mut asked = self.ask(is_stopping);
            let (asked_at, probe) = (Instant::now(), self.settings.probe);
            let is_park = asked.releases.iter().any(|release| release.park.is_some());
            probe.pass(Point::BeforeMark, !asked.wants.is_empty());
            probe.pass(Point::BeforeCommit, !asked.ended.is_empty());
            probe.pass(Point::BeforePark, is_park);
            // `shutdown` may use the ledger as well, so it must go on while this waits for a connection.
            let exchanged = {
                let mut exchanged = pin!(exchange(self.jobs.database(), &self.terms, &asked));
                loop {
                    tokio::select! {
                        biased;
                        _ = &mut shutdown, if !is_stopping => is_stopping = true,
                        got = &mut exchanged => break got,
                    }
                }
            };
            match exchanged {
                Ok(got) => {
                    probe.pass(Point::AfterMark, !got.taken.is_empty());
                    probe.pass(Point::AfterCommit, !asked.ended.is_empty());
                    probe.pass(Point::AfterPark, is_park);
                    // Accounts that were claimed get rows at once, and those that were given back are claimed by somebody.
                    let is_urgent = !got.claimed.is_empty() || !asked.releases.is_empty();
                    let is_idle = self.take_in(&asked, got, asked_at);
                    self.told.tell(self.report, self.jobs.database()).await;
                    if self.held.is_empty() && self.calls.is_empty() && (is_stopping || ends_idle && is_idle) {
                        self.end().await?;
                        return Ok(self.report);
                    }
                    if is_urgent || !is_idle && self.calls.is_empty() {
                        continue;
                    }
                }
                // What ended comes back, and is written once the database answers. The leases stop what must not be sent.
                Err(error) if error.is_temporary() => {
                    self.ended = mem::take(&mut asked.ended);
                    tracing::warn!(%error, "the ledger cannot be used, and is tried again");
                    sleep(PAUSE).await;
                }
                Err(error) => return Err(error),
            }
            let wait = self.pause();
            tokio::select! {
                biased;
                _ = &mut shutdown, if !is_stopping => is_stopping = true,
                () = gather(&mut self.calls, &mut self.held, &mut self.ended, &mut self.report, wait) => {}
            }
        }
    }

    /// How long there is nothing to ask for, unless a call ends.
    fn pause(&self) -> Duration {
        let poll =
            if self.calls.is_empty() { self.settings.poll } else { self.settings.poll.min(self.settings.lease / 4) };
        let waiting = self.waits.values().map(|until| until.saturating_duration_since(Instant::now())).min();
        waiting.map_or(poll, |waiting| poll.min(waiting))
    }

    /// Takes the worker from the list of workers. It has given everything back, so nobody misses what a database that is out of reach
    /// does not write.
    async fn end(&self) -> Result<(), Error> {
        match workers::end(self.jobs.database(), self.terms.worker).await {
            Err(error) if error.is_temporary() => {
                tracing::warn!(%error, "the worker ended, and stays in the list of workers");
                Ok(())
            }
            ended => ended,
        }
    }
}

/// Registers the worker. A database that is out of reach is waited for.
async fn begin(jobs: &Jobs, is_only: bool) -> Result<WorkerId, Error> {
    loop {
        match workers::begin(jobs.database(), is_only).await {
            Err(error) if error.is_temporary() => {
                tracing::warn!(%error, "the ledger cannot be used, and is tried again");
                sleep(PAUSE).await;
            }
            begun => return begun,
        }
    }
}
