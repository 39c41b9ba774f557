//! The loop of a worker. One task decides and talks to the ledger, and each call is a task of its own, so that the ledger and the wire
//! work at the same time.

use core::mem;
use core::pin::pin;
use core::time::Duration;
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

use crate::error::Error;
use crate::jobs::Jobs;
use crate::key::hex;
use crate::ledger::exchange::{Asked, Claimed, Ended, Got, Release, Terms, exchange};
use crate::ledger::workers;
use crate::mirror::sink::Sinks;
use crate::owned::WorkerId;
use crate::point::Point;
use crate::row::Ending;
use crate::worker::finished::Finished;
use crate::worker::held::Held;
use crate::worker::metrics::Told;
use crate::worker::reading::{Read, Readers};
use crate::worker::report::Report;
use crate::worker::sending::Send;
use crate::worker::{Clients, Settings, TokenOf};

/// How long the ledger waits for more calls to end, after one ended. A transaction for each would be slower than the calls.
const GATHER: Duration = Duration::from_millis(3);
/// Rows that are taken ahead of the wire, for each place on it: while the ledger writes, the wire must not run dry.
const AHEAD: usize = 4;
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
                    let is_idle = self.take_in(&asked, got, asked_at);
                    self.told.tell(self.report, self.jobs.database()).await;
                    if self.held.is_empty() && self.calls.is_empty() && (is_stopping || ends_idle && is_idle) {
                        self.end().await?;
                        return Ok(self.report);
                    }
                    if !is_idle {
                        // Accounts that were claimed get rows at once.
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

    /// What to ask the ledger for.
    fn ask(&mut self, is_stopping: bool) -> Asked {
        let slice = if is_stopping { Duration::ZERO } else { self.settings.slice };
        let mut asked = Asked { rows: self.settings.rows, ended: mem::take(&mut self.ended), ..Asked::default() };
        asked.is_alive = self.seen_at.elapsed() >= self.settings.lease / 4;
        let rows = self.settings.rows;
        self.waits.retain(|_, until| *until > Instant::now());
        let mut room = (self.settings.concurrency * AHEAD).saturating_sub(self.calls.len());
        for _ in 0..self.line.len() {
            let Some(id) = self.line.pop_front() else { break };
            self.line.push_back(id);
            let Some(held) = self.held.get(&id) else { continue };
            if held.is_ending(slice) {
                if held.under_way == 0 {
                    asked.releases.push(held.release(id));
                }
            } else if held.token.as_ref().is_some_and(|token| self.waits.contains_key(token)) {
                // Its token has no calls left.
            } else if held.under_way <= rows && room >= rows as usize {
                room -= rows as usize;
                if let Some(token) = &held.token {
                    asked.tokens.insert(id, Arc::clone(token));
                }
                asked.wants.push(id);
            }
        }
        // All leases are renewed together, and in between only those of the accounts that the exchange is about.
        let is_renewal = self.renewed_at.elapsed() >= self.settings.lease / 4;
        let is_meant = |id: &i64| {
            is_renewal
                || asked.wants.contains(id)
                || asked.releases.iter().any(|release| release.account == *id)
                || asked.ended.iter().any(|ended| ended.account == *id)
        };
        let held: Vec<_> =
            self.held.iter().filter(|(id, _)| is_meant(id)).map(|(id, held)| (*id, held.epoch)).collect();
        asked.held = held;
        asked.reading = self.held.values().flat_map(|held| held.reading.iter().copied()).collect();
        if !is_stopping && room > 0 {
            let serving = self.held.values().filter(|held| !held.is_ending(slice)).count();
            asked.claims = self.settings.accounts.saturating_sub(u32::try_from(serving).unwrap_or(u32::MAX));
        }
        asked
    }

    /// Does what the ledger said. Returns whether there is nothing more to get at the moment.
    fn take_in(&mut self, asked: &Asked, got: Got, asked_at: Instant) -> bool {
        // The lease began before the ledger wrote it, and it ends here before it ends there.
        let lease_end = asked_at + self.settings.lease - self.settings.lease / 8;
        for (id, _) in &asked.held {
            if let Some(held) = self.held.get(id) {
                held.lease.renew(lease_end);
            }
        }
        if asked.held.len() == self.held.len() {
            self.renewed_at = asked_at;
        }
        if asked.is_alive {
            self.seen_at = asked_at;
        }
        for id in &got.lost {
            tracing::warn!(
                account = self.held.get(id).map(|held| held.account.id()),
                "another worker took the account over"
            );
            self.drop_account(*id, asked_at);
        }
        for id in &got.paused {
            if let Some(held) = self.held.get_mut(id) {
                held.is_paused = true;
            }
        }
        for Release { account, park, .. } in &asked.releases {
            self.report.parks += u64::from(park.is_some());
            self.drop_account(*account, asked_at);
        }
        // An account that was given back may have more to do, and is claimed by the next exchange.
        let is_idle = asked.releases.is_empty()
            && got.claimed.is_empty()
            && got.taken.is_empty()
            && got.due.is_empty()
            && got.moved == 0;
        for id in &asked.wants {
            if let Some(held) = self.held.get_mut(id) {
                held.is_empty = held.token.as_ref().is_none_or(|token| !got.waits.contains_key(token));
            }
        }
        self.waits.extend(got.waits.into_iter().map(|(token, wait)| (token, asked_at + wait)));
        for taken in got.taken {
            let Some(held) = self.held.get_mut(&taken.account) else { continue };
            held.is_empty = false;
            held.under_way += 1;
            let end = asked_at + self.settings.call_timeout;
            let send = Send::new(taken, held, &self.wire, end, self.jobs.keeper(), self.settings.probe);
            self.calls.spawn(send.run());
        }
        for due in got.due {
            let Some(held) = self.held.get_mut(&due.account) else { continue };
            held.under_way += 1;
            held.reading.insert(due.part);
            self.calls.spawn(Read::new(&self.readers, due, held).run());
        }
        for claimed in got.claimed {
            self.report.claims += 1;
            self.report.takeovers += u64::from(claimed.taken_over);
            self.hold(&claimed, lease_end);
        }
        is_idle
    }

    fn hold(&mut self, claimed: &Claimed, lease_end: Instant) {
        let account = (self.clients)(&claimed.account).and_then(|client| Ok(client.account(&claimed.account)?));
        match account {
            Ok(account) => {
                let token = self.settings.budget.map(|_| hashed(&(self.token_of)(&claimed.account)));
                self.held.insert(claimed.id, Held::new(claimed, account, token, lease_end));
                self.line.push_back(claimed.id);
            }
            // It goes back to the line when its lease is over, so that the others are served meanwhile.
            Err(error) => tracing::error!(account = claimed.account, %error, "there is no client for the account"),
        }
    }

    fn drop_account(&mut self, id: i64, now: Instant) {
        if let Some(held) = self.held.remove(&id) {
            // Its calls end now.
            held.lease.renew(now);
        }
        self.line.retain(|known| *known != id);
    }
}

/// What stands for a token in the ledger: a token can be tried, and its hash cannot.
fn hashed(token: &str) -> Arc<str> {
    hex(&Sha256::digest(token.as_bytes())).into()
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

/// Waits for calls that end, but not longer than `wait`, and takes down how they ended.
async fn gather(
    calls: &mut JoinSet<Finished>,
    held: &mut HashMap<i64, Held>,
    ended: &mut Vec<Ended>,
    report: &mut Report,
    wait: Duration,
) {
    if calls.is_empty() {
        sleep(wait).await;
        return;
    }
    let Ok(Some(first)) = timeout(wait, calls.join_next()).await else { return };
    let mut next = Some(first);
    let mut has_waited = false;
    while let Some(result) = next {
        match result {
            Ok(Finished::Row(row, on_account)) => {
                report.calls += 1;
                report.done += u64::from(row.ending == Ending::Written);
                report.rejected += u64::from(row.ending == Ending::Refused);
                // A call of an account that was lost ended too late, also if this worker has claimed the account again.
                if let Some(held) = held.get_mut(&row.account).filter(|held| held.epoch == row.epoch) {
                    held.end(on_account);
                    ended.push(*row);
                }
            }
            Ok(Finished::Read { account, epoch, part, pages, on_account }) => {
                report.calls += pages;
                report.pages += pages;
                if let Some(held) = held.get_mut(&account).filter(|held| held.epoch == epoch) {
                    held.reading.remove(&part);
                    held.end(on_account);
                }
            }
            // A call holds no code of the user's, so this is a mistake of ours. The row stays marked, and its next owner repeats it.
            Err(error) => tracing::error!(%error, "a call was lost"),
        }
        // Only after the first is taken down: a shutdown drops this future while it sleeps.
        if !has_waited {
            sleep(GATHER).await;
            has_waited = true;
        }
        next = calls.try_join_next();
    }
}
