//! The import: a run, its rows, and a worker. It is the same program before and after a kill.

use std::error::Error;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use truto_core::Client;
use truto_core::crm::{CreateAssociation, crm_entity};
use truto_jobs::{Jobs, Run, Settings};

use crate::options::Options;
use crate::world::account;

pub(crate) async fn import(options: &Options) -> Result<(), Box<dyn Error>> {
    let client = Client::from_env()?; // TRUTO_API_TOKEN, TRUTO_BASE_URL
    let jobs = Jobs::open(options.ledger.as_deref().unwrap_or_default()).await?;
    let run = jobs.run("import-7").writes::<CreateAssociation>().await?;

    // All rows, each time: those that are in the ledger already are passed over.
    let accounts = options.accounts;
    let rows = (0..options.rows as u64).map(|row| (account(row % accounts), format!("line {row}"), link(row)));
    let added = run.add(rows).await?;
    if added.known > 0 {
        eprintln!("{} rows are in the ledger already", added.known);
    }

    // A row that was under way when the process died is sent again once its call must be over. These calls are quick.
    let settings = Settings::new().call_timeout(Duration::from_secs(5));
    jobs.worker(client).settings(settings).shutdown(show(run.clone(), options.kill)).await?;
    let progress = run.progress().await?;
    println!("{} done, {} rejected, {} for a person", progress.done, progress.rejected, progress.needs_review);
    Ok(())
}

/// Links a contact to its company.
fn link(row: u64) -> CreateAssociation {
    let link = CreateAssociation::builder().entity_id(format!("contact-{row}")).entity(crm_entity::Contacts);
    link.accounts([format!("company-{}", row / 3)]).build()
}

/// Shows how far the run is, until it is finished. Asked to, it kills the process half-way, as a machine that dies would.
async fn show(run: Run<CreateAssociation>, kill: bool) {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {human_pos} of {human_len} links, {per_sec}, {eta} left")
    {
        bar.set_style(style);
    }
    while let Ok(progress) = run.progress().await {
        bar.set_length(progress.total());
        bar.set_position(progress.done);
        if progress.is_finished() {
            break;
        }
        if kill && 2 * progress.done >= progress.total() {
            std::process::abort();
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    bar.finish();
}
