//! One row on its way to the API: a task, which holds a place on the wire only while it sends.

use std::sync::Arc;
use std::time::SystemTime;

use tokio::sync::Semaphore;
use tokio::time::Instant;
use tracing::Instrument as _;
use truto_core::Account;
use truto_core::settings::OnLimit;

use crate::cipher::Keeper;
use crate::key::idempotency_key;
use crate::ledger::exchange::{Ended, Taken};
use crate::point::{Point, Probe};
use crate::worker::ending::{Verdict, verdict};
use crate::worker::finished::Finished;
use crate::worker::held::Held;
use crate::worker::lease::Lease;

/// What a row needs to be sent.
pub(crate) struct Send {
    taken: Taken,
    account: Account,
    epoch: i64,
    lease: Lease,
    of_account: Arc<Semaphore>,
    of_worker: Arc<Semaphore>,
    /// When the request must be over: from then on another worker may send the row.
    end: Instant,
    keeper: Keeper,
    probe: Probe,
}

impl Send {
    pub(crate) fn new(
        taken: Taken,
        held: &Held,
        of_worker: &Arc<Semaphore>,
        end: Instant,
        keeper: &Keeper,
        probe: Probe,
    ) -> Self {
        Self {
            taken,
            account: held.account.clone(),
            epoch: held.epoch,
            lease: held.lease.clone(),
            of_account: Arc::clone(&held.wire),
            of_worker: Arc::clone(of_worker),
            end,
            keeper: keeper.clone(),
            probe,
        }
    }

    /// Sends the row. If the lease ends before the answer comes, the call is dropped: the row may belong to another owner now.
    ///
    /// The spans of the call stand in one of its own, which names the run, the account and the row by its number: keys may be
    /// people's data.
    pub(crate) async fn run(self) -> Finished {
        let span = tracing::info_span!(
            target: "truto_jobs::telemetry",
            "truto_jobs.row",
            truto.jobs.run = %self.taken.run,
            truto.account.id = self.account.id(),
            truto.jobs.row = self.taken.id,
        );
        let verdict = tokio::select! {
            biased;
            () = self.lease.over() => None,
            verdict = self.send().instrument(span) => Some(verdict),
        };
        let Taken { account, part, id, row, .. } = self.taken;
        let verdict = verdict.unwrap_or_else(Verdict::dropped);
        let on_account = verdict.on_account();
        let Verdict { ending, wait: retry_at, facts, .. } = verdict;
        let ended = Ended { account, epoch: self.epoch, part, id, before: row, ending, retry_at, facts };
        Finished::Row(Box::new(ended), on_account)
    }

    async fn send(&self) -> Verdict {
        let Taken { run, row_key, body, keeps_answers, .. } = &self.taken;
        let saved = match self.keeper.call(body) {
            Ok(saved) => saved,
            Err(reason) => return Verdict::refused(reason),
        };
        // In this order, so that a row that waits for its account keeps no place of the worker.
        let (Ok(_of_account), Ok(_of_worker)) = (self.of_account.acquire().await, self.of_worker.acquire().await)
        else {
            return Verdict::dropped();
        };
        let left = self.end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Verdict::too_late();
        }
        let key = idempotency_key(run, self.account.id(), row_key);
        let sending = saved.send(&self.account).with_meta().idempotency_key(key);
        // A limit parks the account. A call that waited for it here would keep its place, and others could not be sent.
        self.probe.pass(Point::BeforeSend, true);
        let result = sending.deadline(left).on_limit(OnLimit::Fail).await;
        self.probe.pass(Point::AfterAnswer, true);
        let mut verdict = verdict(result, *keeps_answers, SystemTime::now());
        // An answer holds people's data, as the request does.
        verdict.facts.answer = verdict
            .facts
            .answer
            .map(|answer| self.keeper.seal(answer, false, saved.endpoint()))
            .transpose()
            .unwrap_or_else(|error| {
                tracing::error!(%error, "an answer is not kept");
                None
            });
        verdict
    }
}
