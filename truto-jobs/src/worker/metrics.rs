//! What a worker tells the [`metrics`] facade. Without a recorder it costs next to nothing.

use core::time::Duration;

use metrics::{counter, gauge};
use tokio::time::Instant;

use crate::db::Database;
use crate::ledger::reading;
use crate::row::State;
use crate::worker::report::Report;

/// How often the depth of the queue is read. It reads the counters of each part, and the oldest of its open rows.
const EVERY: Duration = Duration::from_secs(10);

/// What was told already.
#[derive(Debug, Default)]
pub(crate) struct Told {
    report: Report,
    looked_at: Option<Instant>,
}

impl Told {
    /// Tells what is new, and now and then how deep the queue is. A ledger that cannot be read is no reason to stop.
    pub(crate) async fn tell(&mut self, report: Report, database: &Database) {
        let before = core::mem::replace(&mut self.report, report);
        counter!("truto_jobs_calls_total").increment(report.calls - before.calls);
        counter!("truto_jobs_rows_done_total").increment(report.done - before.done);
        counter!("truto_jobs_rows_rejected_total").increment(report.rejected - before.rejected);
        counter!("truto_jobs_pages_total").increment(report.pages - before.pages);
        counter!("truto_jobs_claims_total").increment(report.claims - before.claims);
        counter!("truto_jobs_takeovers_total").increment(report.takeovers - before.takeovers);
        counter!("truto_jobs_parks_total").increment(report.parks - before.parks);
        if self.looked_at.is_some_and(|at| at.elapsed() < EVERY) {
            return;
        }
        self.looked_at = Some(Instant::now());
        match reading::depth(database).await {
            Ok(depth) => {
                for (state, rows) in State::ALL.into_iter().zip(depth.rows) {
                    #[expect(clippy::cast_precision_loss, reason = "a gauge is a float")]
                    gauge!("truto_jobs_rows", "state" => state.name()).set(rows as f64);
                }
                gauge!("truto_jobs_longest_wait_seconds").set(depth.longest_wait.as_secs_f64());
                gauge!("truto_jobs_oldest_open_row_seconds").set(depth.oldest_open_row.as_secs_f64());
            }
            Err(error) => tracing::debug!(%error, "the depth of the queue cannot be read"),
        }
    }
}
