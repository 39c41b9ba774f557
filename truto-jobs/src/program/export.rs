//! `export`: rows that failed, as CSV.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde_json::json;
use truto_jobs::Jobs;
use truto_jobs::people::{RowView, Rows};
use truto_jobs::row::State;

use crate::program::arguments::Export;
use crate::program::csv::Lines;
use crate::program::output::{Output, maybe};
use crate::program::{End, Failure, rows, time};

/// Rows that are read at once.
const PAGE: u32 = 1000;

pub(crate) async fn export(jobs: &Jobs, out: Output, asked: Export) -> Result<End, Failure> {
    let mut written = Vec::new();
    for (file, state) in [(&asked.rejected, State::Rejected), (&asked.needs_review, State::NeedsReview)] {
        if let Some(file) = file {
            written.push(write(jobs, &asked, file, state).await?);
        }
    }
    let guarded: u64 = written.iter().map(|written| written.guarded).sum();
    // What is on standard output is the CSV.
    if written.iter().any(|written| is_standard_output(&written.file)) {
        if guarded > 0 {
            // If standard error is closed, there is nobody to tell.
            drop(writeln!(io::stderr(), "truto-jobs: {}", told(guarded)));
        }
        return Ok(End::Fine);
    }
    let document = |Written { file, state, rows, guarded }: &Written| json!({ "file": file.display().to_string(), "state": state, "rows": rows, "guarded_cells": guarded });
    let documents: Vec<_> = written.iter().map(document).collect();
    out.print(&json!({ "command": "export", "files": documents }), || {
        let line = |Written { file, state, rows, .. }: &Written| format!("{}: {rows} {state} rows", file.display());
        written.iter().map(line).chain((guarded > 0).then(|| told(guarded))).collect::<Vec<_>>().join("\n")
    })?;
    Ok(End::Fine)
}

/// A file that was written.
struct Written {
    file: PathBuf,
    state: State,
    rows: u64,
    guarded: u64,
}

fn told(guarded: u64) -> String {
    format!(
        "guarded cells: {guarded}. A leading apostrophe keeps a spreadsheet from reading them as formulas; --raw leaves it out"
    )
}

async fn write(jobs: &Jobs, asked: &Export, file: &Path, state: State) -> Result<Written, Failure> {
    let failed = |error: io::Error| {
        Failure(format!(
            "cannot write `{}`: {error}; give --{} another file",
            file.display(),
            state.name().replace('_', "-")
        ))
    };
    let mut filter = Rows::new().state(state).limit(PAGE);
    if let Some(run) = &asked.run {
        filter = filter.run(run);
    }
    if let Some(account) = &asked.account {
        filter = filter.account(account);
    }
    if asked.bodies {
        filter = filter.bodies();
    }
    // Before the file is made, so that a wrong name of a run leaves no file.
    let mut page = jobs.rows(&filter).await?;
    let mut csv = open(file).map_err(failed)?;
    let header = ["run", "account", "row_key", "state", "status", "request_id", "sends", "ended_at", "error"];
    let header = header.into_iter().chain(asked.bodies.then_some("request"));
    let mut lines = Lines::new(asked.raw);
    csv.write_all(lines.record(header).as_bytes()).map_err(failed)?;
    let mut rows = 0;
    while let Some(last) = page.last().map(|row| row.place.clone()) {
        for row in &page {
            csv.write_all(record(&mut lines, row, asked.bodies).as_bytes()).map_err(failed)?;
        }
        rows += page.len() as u64;
        page = jobs.rows(&filter.clone().after(last)).await?;
    }
    csv.flush().map_err(failed)?;
    Ok(Written { file: file.to_owned(), state, rows, guarded: lines.guarded })
}

fn record(lines: &mut Lines, row: &RowView, with_body: bool) -> String {
    let (status, request_id, error) = (maybe(row.status), maybe(row.request_id.as_ref()), maybe(row.error.as_ref()));
    let (sends, ended_at, body) = (row.sends.to_string(), time::point(row.ended_at), rows::body(row));
    let fields =
        [&*row.run, &row.account, &row.row_key, row.state.name(), &status, &request_id, &sends, &ended_at, &error];
    lines.record(fields.into_iter().chain(with_body.then_some(&*body)))
}

fn is_standard_output(file: &Path) -> bool {
    file.as_os_str() == "-"
}

fn open(file: &Path) -> io::Result<Box<dyn Write>> {
    if is_standard_output(file) {
        return Ok(Box::new(io::stdout().lock()));
    }
    Ok(Box::new(BufWriter::new(private(file)?)))
}

/// Creates the file for its owner alone. A file that exists keeps its mode.
fn private(file: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}
