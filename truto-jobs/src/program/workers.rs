//! `workers`: the workers that the ledger knows.

use serde_json::json;
use truto_jobs::Jobs;
use truto_jobs::people::WorkerView;

use crate::program::output::{Output, table};
use crate::program::{End, Failure, time};

pub(crate) async fn workers(jobs: &Jobs, out: Output) -> Result<End, Failure> {
    let workers = jobs.workers().await?;
    out.print(&json!({ "workers": workers }), || {
        let worker = |worker: &WorkerView| {
            [
                worker.name.clone(),
                time::point(Some(worker.started_at)),
                time::point(Some(worker.seen_at)),
                worker.accounts.to_string(),
                worker.takeovers.to_string(),
            ]
        };
        let header = ["worker", "started", "last seen", "accounts", "takeovers"];
        table(header, workers.iter().map(worker).collect(), "no workers")
    })?;
    Ok(End::Fine)
}
