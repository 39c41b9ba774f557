//! A run from its set-up to its exit code.

use std::io::Write;
use std::path::Path;
use std::time::{Duration, SystemTime};

use truto_core::crm::{Account, Contact, Opportunity};

use crate::demo;
use crate::options::Options;
use crate::output::Output;
use crate::place::Place;
use crate::source::Source;
use crate::store::Store;
use crate::sync::{Job, Stop, catch_up};
use crate::tables::Mirrored;

/// Exit code after Ctrl-C.
const INTERRUPTED: u8 = 130;

/// Mirrors, and returns the exit code. The error is for the user.
pub(crate) async fn run(options: &Options, out: &mut impl Write) -> Result<u8, String> {
    let source = Source::open(options).await?;
    let file = options.file.clone().unwrap_or_else(|| source.default_file());
    let mut store = Store::open(&file, source.account.id()).await?;
    let mut output = Output::new();
    output.note(&format!("Mirroring {} into {}.", source.name(), file.display()));
    let ended = tokio::select! {
        ended = work(options, &source, &mut store, &mut output) => Some(ended),
        () = interrupted() => None,
    };
    let rows = count(&mut store).await.map_err(|error| Stop::from(error).to_string())?;
    output.conclude(&rows, out).map_err(|error| format!("cannot print the result: {error}"))?;
    let closed = store.close().await.map_err(|error| Stop::from(error).to_string());
    let say = |out: &mut _, text: String| {
        let said: std::io::Result<()> = Write::write_all(out, text.as_bytes());
        said.map_err(|error| format!("cannot print the result: {error}"))
    };
    match ended {
        Some(Ok(())) => {
            closed?;
            say(out, format!("The mirror is fresh: exit code 0. Look into it:\n  {}\n", look(&file)))?;
            Ok(0)
        }
        Some(Err(stop)) => Err(format!("stopped: {stop}. The next run goes on from there")),
        None => {
            say(out, "Interrupted: exit code 130. The next run goes on from there.\n".to_owned())?;
            Ok(INTERRUPTED)
        }
    }
}

/// A command that shows some rows.
fn look(file: &Path) -> String {
    let select = "SELECT a.name, sum(o.amount) FROM opportunities o JOIN accounts a ON a.id = o.account_id GROUP BY a.id LIMIT 5";
    format!("sqlite3 {} '{select}'", file.display())
}

/// Catches up once, or until the future is dropped.
async fn work(options: &Options, source: &Source, store: &mut Store, output: &mut Output) -> Result<(), Stop> {
    let account = &source.account;
    let overlap = Duration::from_secs_f64(options.overlap);
    let mut job = Job { account, store, output, page: options.page, overlap };
    let mut full = prepare(job.store).await? || options.full;
    loop {
        match round(&mut job, full).await {
            Ok(()) => full = false,
            // What is committed stays, so the next round does the rest.
            Err(stop) if options.follow && stop.is_temporary() => {
                job.output.note(&format!("Waiting, because the round stopped: {stop}"));
                let wait = stop.retry_at().and_then(|at| at.duration_since(SystemTime::now()).ok());
                tokio::time::sleep(wait.unwrap_or_default()).await;
            }
            Err(stop) => return Err(stop),
        }
        if let Some(sandbox) = &source.sandbox {
            let changed = demo::work(sandbox, account.id());
            job.output.note(&format!("People work in the CRM, and {changed} records change."));
            if !options.follow {
                return round(&mut job, false).await;
            }
        }
        if !options.follow {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_secs_f64(options.every)).await;
        full = full || is_due(job.store, options.full_every).await?;
    }
}

/// Creates the tables. Returns whether a table has a new column, which only a walk through all records can fill.
async fn prepare(store: &mut Store) -> Result<bool, sqlx::Error> {
    let mut is_new = store.prepare::<Account>().await?;
    is_new |= store.prepare::<Contact>().await?;
    is_new |= store.prepare::<Opportunity>().await?;
    store.create_views().await?;
    Ok(is_new)
}

/// Catches up with all resources, those first that others refer to.
async fn round(job: &mut Job<'_>, full: bool) -> Result<(), Stop> {
    let before = job.output.total();
    catch_up::<Account>(job, full).await?;
    catch_up::<Contact>(job, full).await?;
    catch_up::<Opportunity>(job, full).await?;
    let after = job.output.total();
    let [read, written, gone] = [after.read - before.read, after.written - before.written, after.gone - before.gone];
    if written + gone > 0 {
        job.output.note(&format!("{read} records came: {written} rows are new or changed, {gone} are gone."));
    }
    Ok(())
}

/// Whether the last walk through all records is older than this.
async fn is_due(store: &mut Store, hours: u32) -> Result<bool, sqlx::Error> {
    let (age, now) = (Duration::from_secs(u64::from(hours) * 3600), SystemTime::now());
    let place: Place = store.place(Account::TABLE).await?;
    Ok(place.is_walk_older_than(age, now))
}

async fn count(store: &mut Store) -> Result<Vec<(&'static str, i64)>, sqlx::Error> {
    let mut rows = Vec::new();
    for table in [Account::TABLE, Contact::TABLE, Opportunity::TABLE] {
        rows.push((table, store.count(table).await?));
    }
    Ok(rows)
}

async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        // Without a handler, Ctrl-C ends the program at once.
        std::future::pending::<()>().await;
    }
}
