//! The output for people: a progress bar, a line for each row that needs attention, and a table at the end.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use comfy_table::{Cell, CellAlignment, Table, presets};
use indicatif::{ProgressBar, ProgressStyle};

use crate::row::Place;
use crate::tally::{Tallies, Tally};

/// Maximum number of accounts in the table. A file may name thousands.
const SHOWN: usize = 50;

/// The report of one run.
#[derive(Debug)]
pub(crate) struct Report<E> {
    notes: E,
    bar: ProgressBar,
    tallies: Tallies,
    total: Tally,
    started: Instant,
}

impl<E: Write> Report<E> {
    /// Creates a report on an input of `length` bytes, if the length is known. Lines about rows go to `notes`.
    pub(crate) fn new(notes: E, length: Option<u64>) -> Self {
        // The bar draws on standard error, if that is a terminal.
        let bar = length.map_or_else(ProgressBar::no_length, ProgressBar::new);
        let template = match length {
            Some(_) => "{bar:30} {percent:>3}%  {msg}  {elapsed}",
            None => "{spinner} {msg}  {elapsed}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Self { notes, bar, tallies: Tallies::default(), total: Tally::default(), started: Instant::now() }
    }

    /// Prints a line above the bar. A failure to print is ignored, because it must not stop the calls in flight.
    pub(crate) fn note(&mut self, text: &str) {
        let Self { bar, notes, .. } = self;
        drop(bar.suspend(|| writeln!(notes, "{text}")));
    }

    /// Counts a finished row.
    pub(crate) fn count(&mut self, Place { end, account, .. }: Place, tally: Tally) {
        self.tallies.add(account, tally);
        self.total += tally;
        let Tally { rows, linked, .. } = self.total;
        let attention = self.total.attention();
        self.bar.set_message(format!("{rows} rows: {linked} linked, {attention} need attention"));
        // Responses arrive out of order, so the position must not go back.
        self.bar.set_position(end.max(self.bar.position()));
    }

    pub(crate) fn total(&self) -> Tally {
        self.total
    }

    /// Removes the bar.
    pub(crate) fn clear(&self) {
        self.bar.finish_and_clear();
    }

    /// Prints the table.
    pub(crate) fn table(&self, out: &mut impl Write) -> io::Result<()> {
        let mut table = Table::new();
        table.load_style(presets::UTF8_BORDERS_ONLY);
        table.set_header(["account", "rows", "linked", "records", "bad", "failed", "per call"]);
        for (account, tally) in self.tallies.accounts().take(SHOWN) {
            table.add_row(cells(account.unwrap_or("(unknown)"), tally));
        }
        table.add_row(cells("all", &self.total));
        for column in table.column_iter_mut().skip(1) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        writeln!(out, "{table}")?;
        match self.tallies.accounts().count().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => writeln!(out, "and {more} more accounts"),
        }
    }

    /// Returns the time since the start of the run.
    pub(crate) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }
}

fn cells(account: &str, tally: &Tally) -> Vec<Cell> {
    let Tally { rows, linked, records, bad, failed, .. } = tally;
    let per_call =
        tally.per_call().map_or_else(|| "-".to_owned(), |time| format!("{:.1} ms", time.as_secs_f64() * 1e3));
    vec![
        Cell::new(account),
        Cell::new(rows),
        Cell::new(linked),
        Cell::new(records),
        Cell::new(bad),
        Cell::new(failed),
        Cell::new(per_call),
    ]
}
