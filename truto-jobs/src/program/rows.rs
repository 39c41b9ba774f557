//! `rows` and `errors`: rows one by one, and why they failed.

use serde_json::json;
use truto_jobs::Jobs;
use truto_jobs::people::{Body, ErrorGroup, RowView, Rows};
use truto_jobs::row::State;

use crate::program::arguments::{Errors, RowList};
use crate::program::output::{Output, maybe, table};
use crate::program::{End, Failure, time};

pub(crate) async fn rows(jobs: &Jobs, out: Output, asked: RowList) -> Result<End, Failure> {
    let mut filter = asked.which.filter().limit(asked.limit);
    if let Some(after) = asked.after {
        filter = filter.after(after);
    }
    if asked.bodies {
        filter = filter.bodies();
    }
    print(jobs, out, &filter).await
}

pub(crate) async fn errors(jobs: &Jobs, out: Output, asked: Errors) -> Result<End, Failure> {
    let mut filter = asked.which.filter().limit(asked.limit);
    if asked.which.state.is_empty() {
        filter = filter.state(State::Rejected).state(State::NeedsReview);
    }
    if !asked.group {
        return print(jobs, out, &filter).await;
    }
    let groups = jobs.errors(&filter).await?;
    out.print(&json!({ "errors": groups }), || {
        let group = |group: &ErrorGroup| {
            let example = &group.example;
            [
                group.rows.to_string(),
                group.state.to_string(),
                maybe(group.status),
                group.error.clone(),
                format!("{} {} {}", example.run, example.account, example.row_key),
            ]
        };
        table(["rows", "state", "status", "error", "such as"], groups.iter().map(group).collect(), "no errors")
    })?;
    Ok(End::attention(groups.iter().any(|group| needs_person(group.state))))
}

async fn print(jobs: &Jobs, out: Output, filter: &Rows) -> Result<End, Failure> {
    let rows = jobs.rows(filter).await?;
    out.print(&json!({ "rows": rows }), || {
        let header = ["run", "account", "key", "state", "sends", "status", "ended", "request id", "error", "request"];
        table(header, rows.iter().map(row).collect(), "no such rows")
    })?;
    Ok(End::attention(rows.iter().any(|row| needs_person(row.state))))
}

const fn needs_person(state: State) -> bool {
    matches!(state, State::Rejected | State::NeedsReview)
}

fn row(row: &RowView) -> [String; 10] {
    [
        row.run.clone(),
        row.account.clone(),
        row.row_key.clone(),
        row.state.to_string(),
        row.sends.to_string(),
        maybe(row.status),
        time::point(row.ended_at),
        maybe(row.request_id.as_ref()),
        maybe(row.error.as_ref()),
        body(row),
    ]
}

/// The request, if it was asked for.
pub(crate) fn body(row: &RowView) -> String {
    match &row.body {
        None => String::new(),
        Some(Body::Clear(call)) => call.to_string(),
        Some(_) => "encrypted".to_owned(),
    }
}
