//! The output for people: a line that moves while records come, and a table at the end.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::time::{Duration, Instant};

use comfy_table::{CellAlignment, Table, presets};
use indicatif::{HumanCount, ProgressBar, ProgressStyle};

/// What a run did with a resource.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    /// Records that came.
    pub(crate) read: u64,
    /// Rows that are new, or other than before.
    pub(crate) written: u64,
    /// Rows that were marked as deleted.
    pub(crate) gone: u64,
    pub(crate) requests: u64,
}

/// The output of a run.
#[derive(Debug)]
pub(crate) struct Output {
    bar: ProgressBar,
    tallies: BTreeMap<&'static str, Tally>,
    said: BTreeSet<String>,
    started: Instant,
}

impl Output {
    pub(crate) fn new() -> Self {
        // The line is drawn on standard error, if that is a terminal.
        let bar = ProgressBar::new_spinner();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}  {elapsed}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(100));
        Self { bar, tallies: BTreeMap::new(), said: BTreeSet::new(), started: Instant::now() }
    }

    /// Prints a line above the moving one. A failure to print must not stop the mirror.
    pub(crate) fn note(&mut self, text: &str) {
        drop(self.bar.suspend(|| writeln!(io::stderr(), "{text}")));
    }

    /// Prints a line, but only the first time.
    pub(crate) fn note_once(&mut self, text: &str) {
        if self.said.insert(text.to_owned()) {
            self.note(text);
        }
    }

    pub(crate) fn count_page(&mut self, table: &'static str, records: usize, written: u64, requests: u32) {
        let tally = self.tallies.entry(table).or_default();
        tally.read += records as u64;
        tally.written += written;
        tally.requests += u64::from(requests);
        self.show(table);
    }

    pub(crate) fn count_get(&mut self, table: &'static str) {
        self.tallies.entry(table).or_default().requests += 1;
        self.show(table);
    }

    pub(crate) fn count_row(&mut self, table: &'static str, written: u64) {
        let tally = self.tallies.entry(table).or_default();
        tally.read += 1;
        tally.written += written;
    }

    pub(crate) fn count_gone(&mut self, table: &'static str) {
        self.tallies.entry(table).or_default().gone += 1;
    }

    fn show(&self, table: &'static str) {
        let Tally { read, written, .. } = self.tally(table);
        let (read, written) = (HumanCount(read), HumanCount(written));
        self.bar.set_message(format!("{table}: {read} records read, {written} rows written"));
    }

    pub(crate) fn tally(&self, table: &str) -> Tally {
        self.tallies.get(table).copied().unwrap_or_default()
    }

    /// What the run did with all resources.
    pub(crate) fn total(&self) -> Tally {
        self.tallies.values().fold(Tally::default(), |sum, tally| Tally {
            read: sum.read + tally.read,
            written: sum.written + tally.written,
            gone: sum.gone + tally.gone,
            requests: sum.requests + tally.requests,
        })
    }

    /// Prints what the run did, with the number of rows of each table.
    pub(crate) fn conclude(&self, rows: &[(&'static str, i64)], out: &mut impl Write) -> io::Result<()> {
        self.bar.finish_and_clear();
        let mut table = Table::new();
        table.load_style(presets::UTF8_BORDERS_ONLY);
        table.set_header(["table", "rows", "read", "written", "gone", "requests"]);
        for (name, rows) in rows {
            table.add_row(line(name, *rows, self.tally(name)));
        }
        let total = self.total();
        let all = rows.iter().map(|(_, rows)| rows).sum();
        table.add_row(line("all", all, total));
        for column in table.column_iter_mut().skip(1) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        writeln!(out, "{table}")?;
        let seconds = self.started.elapsed().as_secs_f64();
        let (read, requests) = (HumanCount(total.read), HumanCount(total.requests));
        writeln!(out, "{read} records came in {requests} requests and {seconds:.1} s.")
    }
}

fn line(name: &str, rows: i64, Tally { read, written, gone, requests }: Tally) -> Vec<String> {
    let mut cells = vec![name.to_owned(), rows.to_string()];
    cells.extend([read, written, gone, requests].map(|count| HumanCount(count).to_string()));
    cells
}
