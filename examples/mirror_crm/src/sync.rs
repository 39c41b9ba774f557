//! The job: read a list page by page, and commit the rows of each page together with the place after it.

use std::fmt;
use std::time::{Duration, SystemTime};

use truto_core::{Account, Error};

use crate::output::Output;
use crate::place::{Phase, Place, read, spell};
use crate::store::Store;
use crate::tables::Mirrored;

/// How often a list may start again in one round, because its cursor leads nowhere.
const RESTARTS: u32 = 5;

/// Everything that a round needs.
#[derive(Debug)]
pub(crate) struct Job<'a> {
    pub(crate) account: &'a Account,
    pub(crate) store: &'a mut Store,
    pub(crate) output: &'a mut Output,
    /// Records in a page.
    pub(crate) page: u32,
    /// How far a list of changes reaches back before the start of the last one.
    pub(crate) overlap: Duration,
}

/// Why a round stopped. What was committed before stays.
#[derive(Debug)]
pub(crate) enum Stop {
    Api(Error),
    Store(sqlx::Error),
}

/// Catches up with a resource: finishes its walk if one is under way, then reads what changed.
pub(crate) async fn catch_up<R: Mirrored>(job: &mut Job<'_>, full: bool) -> Result<(), Stop> {
    let mut place = job.store.place(R::TABLE).await?;
    if full {
        place.walk_again();
    }
    loop {
        let phase = place.phase;
        // A list of changes that an earlier run began lacks what changed since then, so a new one follows it.
        let is_old = phase == Phase::Changes && place.checkpoint.is_some();
        match phase {
            Phase::Walk | Phase::Changes => read_list::<R>(job, &mut place).await?,
            Phase::Check => check_unseen::<R>(job, &mut place).await?,
        }
        if phase == Phase::Changes && !is_old {
            return Ok(());
        }
    }
}

/// Reads a list to its end, from the place where an earlier run stopped.
async fn read_list<R: Mirrored>(job: &mut Job<'_>, place: &mut Place) -> Result<(), Stop> {
    let mut restarts = 0;
    loop {
        match read_pages::<R>(job, place).await {
            // The rows that were committed stay, and come again unchanged.
            Err(Stop::Api(error)) if place.checkpoint.is_some() && is_dead_end(&error) && restarts < RESTARTS => {
                restarts += 1;
                place.checkpoint = None;
                job.output.note(&format!("{}: the list starts again, because its cursor is gone: {error}", R::TABLE));
            }
            ended => return ended,
        }
    }
}

async fn read_pages<R: Mirrored>(job: &mut Job<'_>, place: &mut Place) -> Result<(), Stop> {
    place.begin_list(SystemTime::now());
    let since = place.since.clone().filter(|_| place.phase == Phase::Changes);
    let mut pages = R::list(job.account, since.as_deref(), job.page);
    if let Some(checkpoint) = &place.checkpoint {
        pages = pages.resume(&checkpoint.parse()?)?;
    }
    // While these rows are written, the next page is under way.
    while let Some(page) = pages.try_next().await? {
        let mut older = 0;
        for time in page.items().iter().filter_map(Mirrored::updated_at) {
            place.see_change(time.as_str());
            older += usize::from(read(time.as_str()) < since.as_deref().and_then(read));
        }
        let checkpoint = pages.checkpoint();
        place.checkpoint = Some(checkpoint.to_string());
        if checkpoint.is_complete() {
            place.end_list(job.overlap);
            if place.phase == Phase::Walk {
                place.phase = Phase::Check;
            }
        }
        let written = job.store.commit(page.items(), place).await?;
        job.output.count_page(R::TABLE, page.items().len(), written, page.meta().attempts());
        if older > 0 {
            job.output.note_once(&format!(
                "{}: the provider ignores `updated_at[gt]`, so each round reads the whole list",
                R::TABLE
            ));
        }
    }
    Ok(())
}

/// Asks for each row that the last walk did not see. A list can miss a record, for example if records before it are removed
/// while the list is read. So only a 404 for the record itself says that it is gone.
async fn check_unseen<R: Mirrored>(job: &mut Job<'_>, place: &mut Place) -> Result<(), Stop> {
    for id in job.store.unseen(R::TABLE, place.walk).await? {
        let found = R::get(job.account, &id).await;
        job.output.count_get(R::TABLE);
        match found {
            Ok(record) if record.id() == id => {
                let written = job.store.commit(&[record], place).await?;
                job.output.count_row(R::TABLE, written);
            }
            // A record that was merged into another one can answer under the id of the other.
            Ok(_) => mark_deleted::<R>(job, &id).await?,
            Err(error) if error.is_not_found() => mark_deleted::<R>(job, &id).await?,
            Err(error) => return Err(error.into()),
        }
    }
    place.phase = Phase::Changes;
    place.walked_at = Some(spell(SystemTime::now()));
    Ok(job.store.commit_place(R::TABLE, place).await?)
}

async fn mark_deleted<R: Mirrored>(job: &mut Job<'_>, id: &str) -> Result<(), Stop> {
    job.store.mark_deleted(R::TABLE, id).await?;
    job.output.count_gone(R::TABLE);
    Ok(())
}

/// Whether the place of a list is worth nothing any more: the record of the cursor was removed, the cursor expired, or the
/// options of the list are others now.
fn is_dead_end(error: &Error) -> bool {
    match error {
        Error::CursorCycle(_) | Error::Checkpoint(_) => true,
        Error::Api(error) => matches!(error.status(), 400 | 404 | 410 | 422),
        _ => false,
    }
}

impl Stop {
    /// Whether the next round may succeed without any change.
    pub(crate) fn is_temporary(&self) -> bool {
        matches!(self, Self::Api(error) if error.is_retryable())
    }

    /// When the account takes calls again, if that is known.
    pub(crate) fn retry_at(&self) -> Option<SystemTime> {
        match self {
            Self::Api(error) => error.retry_at(),
            Self::Store(_) => None,
        }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => error.fmt(f),
            Self::Store(error) => write!(f, "the database refused: {error}"),
        }
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Api(error)
    }
}

impl From<sqlx::Error> for Stop {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error)
    }
}
