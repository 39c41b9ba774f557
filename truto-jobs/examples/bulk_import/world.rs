//! The world around the import: the API, the ledger, and whoever starts the importer again.

use std::error::Error;
use std::path::PathBuf;
use std::process::Command;

use truto_core::crm;
use truto_sandbox::{Account, Provider, Sandbox};

use crate::options::Options;

// The tests of truto-jobs start a cluster in the same way.
#[path = "../../tests/jobs/support/cluster.rs"]
#[allow(dead_code, unreachable_pub, reason = "the example uses a part of it")]
mod cluster;

/// The id of the account with this number.
pub(crate) fn account(number: u64) -> String {
    format!("62f44730-dd91-461e-bd6a-{number:012x}")
}

/// A folder that is removed in the end.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left over is in the folder for temporary files.
        drop(std::fs::remove_dir_all(&self.0));
    }
}

pub(crate) async fn play(options: &Options) -> Result<(), Box<dyn Error>> {
    let folder = Folder(std::env::temp_dir().join(format!("bulk_import-{}", std::process::id())));
    std::fs::create_dir_all(&folder.0)?;
    let in_folder = || format!("sqlite://{}", folder.0.join("import.db").display());
    // It runs until it is dropped.
    let mut started = None;
    let ledger = match (&options.ledger, options.postgres) {
        (Some(ledger), _) => ledger.clone(),
        (None, false) => in_folder(),
        (None, true) => match std::env::var("TRUTO_JOBS_DATABASE_URL") {
            Ok(url) => url,
            Err(_) => match cluster::Cluster::fast() {
                Ok(cluster) => started.insert(cluster).url("postgres"),
                Err(error) => {
                    eprintln!("NOT ON POSTGRESQL: {error}. The ledger is an SQLite file instead.");
                    in_folder()
                }
            },
        },
    };

    // The API is this process, so it lives on while the importer dies.
    let builder = Sandbox::builder().endpoints(crm::endpoints()).request_log(0);
    let accounts = (0..options.accounts).map(account);
    let builder = accounts.fold(builder, |builder, id| builder.account(Account::new(id, Provider::Attio)));
    let sandbox = builder.start().await?;

    let started = std::time::Instant::now();
    let mut kill = options.kill;
    loop {
        let mut importer = Command::new(std::env::current_exe()?);
        importer.args(["--is-importer", "--ledger", &ledger]);
        importer.env("TRUTO_API_TOKEN", sandbox.token()).env("TRUTO_BASE_URL", sandbox.url());
        importer.args(["--rows", &options.rows.to_string(), "--accounts", &options.accounts.to_string()]);
        importer.args(kill.then_some("--kill"));
        let ended = tokio::task::spawn_blocking(move || importer.status()).await??;
        if ended.success() {
            break;
        }
        if !kill {
            return Err(format!("the importer failed: {ended}").into());
        }
        let written = sandbox.all_links().len();
        eprintln!("the importer was killed: the CRM has {written} of {} links. It is started again.", options.rows);
        kill = false;
    }
    let written = sandbox.all_links().len();
    println!("the CRM has {written} links after {:.1} s", started.elapsed().as_secs_f64());
    if written == options.rows { Ok(()) } else { Err(format!("expected {} links", options.rows).into()) }
}
