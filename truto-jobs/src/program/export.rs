//! `export`: rows that failed, as CSV.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde_json::json;
use truto_jobs::Jobs;
use truto_jobs::people::{RowView, Rows};
use truto_jobs::row::State;

use crate::program::arguments::Export;
use crate::program::output::{Output, maybe};
use crate::program::{End, Failure, csv, rows, time};

/// Rows that are read at once.
const PAGE: u32 = 1000;

pub(crate) async fn export(jobs: &Jobs, out: Output, asked: Export) -> Result<End, Failure> {
    let mut written = Vec::new();
    for (file, state) in [(&asked.rejected, State::Rejected), (&asked.needs_review, State::NeedsReview)] {
        if let Some(file) = file {
            let rows = write(jobs, &asked, file, state).await?;
            written.push((file.clone(), state, rows));
        }
    }
    // What is on standard output is the CSV.
    if written.iter().any(|(file, ..)| is_standard_output(file)) {
        return Ok(End::Fine);
    }
    let documents: Vec<_> = written
        .iter()
        .map(|(file, state, rows)| json!({ "file": file.display().to_string(), "state": state, "rows": rows }))
        .collect();
    out.print(&json!({ "command": "export", "files": documents }), || {
        let line = |(file, state, rows): &(PathBuf, State, u64)| format!("{}: {rows} {state} rows", file.display());
        written.iter().map(line).collect::<Vec<_>>().join("\n")
    })?;
    Ok(End::Fine)
}

async fn write(jobs: &Jobs, asked: &Export, file: &Path, state: State) -> Result<u64, Failure> {
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
    csv.write_all(csv::record(header).as_bytes()).map_err(failed)?;
    let mut rows = 0;
    while let Some(last) = page.last().map(|row| row.place) {
        for row in &page {
            csv.write_all(record(row, asked.bodies).as_bytes()).map_err(failed)?;
        }
        rows += page.len() as u64;
        page = jobs.rows(&filter.clone().after(last)).await?;
    }
    csv.flush().map_err(failed)?;
    Ok(rows)
}

fn record(row: &RowView, with_body: bool) -> String {
    let (status, request_id, error) = (maybe(row.status), maybe(row.request_id.as_ref()), maybe(row.error.as_ref()));
    let (sends, ended_at, body) = (row.sends.to_string(), time::point(row.ended_at), rows::body(row));
    let fields =
        [&*row.run, &row.account, &row.row_key, row.state.name(), &status, &request_id, &sends, &ended_at, &error];
    csv::record(fields.into_iter().chain(with_body.then_some(&*body)))
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
