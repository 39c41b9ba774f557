//! Watches the rate limits of several accounts and of the platform, while tasks call them as fast as they may.
//!
//! The server is a sandbox that accepts few calls in a window of two seconds. Calls beyond that wait in the line of their account, and
//! do not hold up the others. On a terminal, each view takes the place of the last.
//!
//! ```text
//! cargo run --example watch_limits
//! ```

#[cfg(test)]
mod tests;

use std::error::Error;
use std::io::{self, Write};
use std::time::Duration;

use comfy_table::{CellAlignment, Table, presets};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};
use truto_core::crm::{self, ListContacts};
use truto_core::platform::ListIntegratedAccounts;
use truto_core::settings::LimitState;
use truto_core::{Account, Client};
use truto_sandbox::{CrmData, Fault, RateLimits, Sandbox, SandboxBuilder};

/// How long the view lasts.
const LASTS: Duration = Duration::from_secs(6);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = sandbox().start().await?;
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stdout())
        .with_style(ProgressStyle::with_template("{msg}")?);
    // The bar is hidden unless standard output is a terminal.
    let every = Duration::from_millis(if bar.is_hidden() { 1500 } else { 200 });
    watch(&sandbox, every, &bar, &mut io::stdout()).await
}

/// A CRM that takes 20 calls per account in a window, and 150 per token, so that accounts alone wait.
fn sandbox() -> SandboxBuilder {
    let limits = RateLimits::off().per_account(20).per_token(150).window(Duration::from_secs(2));
    Sandbox::builder().endpoints(crm::endpoints()).crm_data(CrmData::new().contacts(10)).rate_limits(limits)
}

/// Loads the accounts and the platform, and shows the limits until the time is over: on the bar, or in `out` if the bar is hidden.
async fn watch(
    sandbox: &Sandbox,
    every: Duration,
    bar: &ProgressBar,
    out: &mut impl Write,
) -> Result<(), Box<dyn Error>> {
    // Each answer takes a moment, so that calls are on the wire.
    sandbox.script(Fault::delay(Duration::from_millis(120)).times(u32::MAX));
    let client = sandbox.client().build()?;
    let ids = sandbox.accounts();
    let accounts = [
        ("salesforce", ids.salesforce, 12),
        ("attio", ids.attio, 6),
        ("close", ids.close, 3),
        ("pipedrive", ids.pipedrive, 1),
    ];

    // The set owns the tasks: they end with it.
    let mut load = JoinSet::new();
    for (_, id, tasks) in accounts {
        for _ in 0..tasks {
            load.spawn(call_account(client.account(id)?));
        }
    }
    for _ in 0..3 {
        load.spawn(call_platform(client.clone()));
    }

    let started = Instant::now();
    while started.elapsed() < LASTS {
        sleep(every).await;
        let name = |id: &str| accounts.iter().find(|account| account.1 == id).map_or("another", |account| account.0);
        let view = format!("after {}\n{}", seconds(started.elapsed()), table(&client.limits(), name));
        if bar.is_hidden() {
            writeln!(out, "{view}")?;
        } else {
            bar.set_message(view);
        }
    }
    bar.abandon();
    load.shutdown().await;
    Ok(())
}

/// Calls an account again and again. A call waits for its turn, because `OnLimit::Wait` is the default.
async fn call_account(account: Account) {
    loop {
        call(ListContacts::builder().limit(1).send(&account)).await;
    }
}

/// Calls the platform again and again. Its calls share the limit of the API token.
async fn call_platform(client: Client) {
    loop {
        call(ListIntegratedAccounts::builder().limit(1).send(&client)).await;
    }
}

/// Waits for a call. After a failure it pauses, because in an outage calls fail without being sent.
async fn call<T>(call: impl Future<Output = Result<T, truto_core::Error>>) {
    if call.await.is_err() {
        sleep(Duration::from_millis(100)).await;
    }
}

/// A row for the platform and for each account, which `name` finds the name of.
fn table<'a>(limits: &[LimitState], name: impl Fn(&str) -> &'a str) -> Table {
    let mut table = Table::new();
    table.load_style(presets::UTF8_BORDERS_ONLY);
    table.set_header(["calls of", "on the wire", "waiting", "window", "calls left"]);
    for limit in limits {
        let quota = limit.quota.map(|(calls, anew)| format!("{calls}, anew in {}", seconds(anew)));
        table.add_row([
            limit.account.as_deref().map_or("the platform", &name).to_owned(),
            limit.on_the_wire.to_string(),
            limit.waiting.to_string(),
            window(limit),
            quota.unwrap_or_else(|| "unknown".to_owned()),
        ]);
    }
    for column in table.column_iter_mut().skip(1).take(2) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

/// Whether calls are sent, and if not, when.
fn window(limit: &LimitState) -> String {
    match (limit.next_trial_in, limit.opens_in) {
        (Some(trial), _) => format!("no answers, trial in {}", seconds(trial)),
        (None, Some(opens_in)) => format!("opens in {}", seconds(opens_in)),
        (None, None) => "open".to_owned(),
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
