//! `accounts`: what each account waits for.

use serde_json::json;
use truto_jobs::Jobs;
use truto_jobs::people::{AccountView, Accounts, Standing};

use crate::program::output::{Output, maybe, table};
use crate::program::{End, Failure, arguments, time};

pub(crate) async fn accounts(jobs: &Jobs, out: Output, asked: &arguments::Accounts) -> Result<End, Failure> {
    let mut filter = Accounts::new().limit(asked.limit);
    if let Some(run) = &asked.run {
        filter = filter.run(run);
    }
    if let Some(after) = &asked.after {
        filter = filter.after(after);
    }
    let standing = [(asked.parked, Standing::Parked), (asked.failing, Standing::Failing), (asked.held, Standing::Held)];
    if let Some((_, standing)) = standing.into_iter().find(|(is_meant, _)| *is_meant) {
        filter = filter.standing(standing);
    }
    let accounts = jobs.accounts(&filter).await?;
    out.print(&json!({ "accounts": accounts }), || {
        let header = ["account", "waits for", "worker", "open", "done", "rejected", "review", "last error"];
        table(header, accounts.iter().map(row).collect(), "no such accounts")
    })?;
    Ok(End::attention(accounts.iter().any(needs_person)))
}

fn needs_person(account: &AccountView) -> bool {
    account.hold.is_some() || account.rejected + account.needs_review > 0
}

fn row(account: &AccountView) -> [String; 8] {
    let waits = match (account.hold, account.parked_until) {
        (Some(hold), _) => format!("a person: {hold}"),
        (None, Some(until)) => format!("the API, until {}", time::point(Some(until))),
        (None, None) if account.paused > 0 && account.paused == account.open => "a run that is paused".to_owned(),
        (None, None) if account.worker.is_none() && account.open > 0 => "a worker".to_owned(),
        (None, None) => String::new(),
    };
    [
        account.account.clone(),
        waits,
        maybe(account.worker.as_ref()),
        account.open.to_string(),
        account.done.to_string(),
        account.rejected.to_string(),
        account.needs_review.to_string(),
        maybe(account.last_error.as_ref()),
    ]
}
