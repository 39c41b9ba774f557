//! Watches a sandbox in this process, on a paused clock that the windows of the sandbox follow.

use std::time::Duration;

use http::StatusCode;
use indicatif::ProgressBar;
use tokio::task::JoinSet;
use truto_sandbox::{Clock, Fault};

use super::{sandbox, watch};

const TICK: Duration = Duration::from_millis(50);

/// The views of a run in which one account does not answer.
async fn run(every: Duration) -> String {
    let clock = Clock::manual();
    let sandbox = sandbox().clock(clock.clone()).in_process();
    let silent = Fault::status(StatusCode::BAD_GATEWAY).account(sandbox.accounts().close);
    sandbox.script(silent.delayed(TICK).times(u32::MAX));
    let mut ticker = JoinSet::new();
    ticker.spawn(async move {
        loop {
            tokio::time::sleep(TICK).await;
            clock.advance(TICK);
        }
    });
    let mut out = Vec::new();
    watch(&sandbox, every, &ProgressBar::hidden(), &mut out).await.unwrap();
    ticker.shutdown().await;
    String::from_utf8(out).unwrap()
}

/// The cells of an account in each view: calls on the wire, in line, and the rest.
fn rows(out: &str, name: &str) -> Vec<(u32, u32, String)> {
    let rows = out.lines().filter_map(|line| line.strip_prefix(&format!("│ {name}")));
    let read = |row: &str| {
        let mut cells = row.split_whitespace();
        let mut number = || cells.next().unwrap().parse().unwrap();
        let (on_the_wire, waiting) = (number(), number());
        (on_the_wire, waiting, cells.collect::<Vec<_>>().join(" "))
    };
    rows.map(read).collect()
}

#[tokio::test(start_paused = true)]
async fn each_account_waits_for_its_own_window() {
    let out = run(Duration::from_millis(200)).await;
    assert_eq!(out.matches("after ").count(), 30, "{out}");
    let busy = rows(&out, "salesforce");
    assert_eq!(busy.len(), 30);
    assert!(busy.iter().all(|(on_the_wire, waiting, _)| on_the_wire + waiting <= 12), "{out}");
    assert!(busy.iter().any(|row| row.0 == 0 && row.1 == 12 && row.2.starts_with("opens in ")), "{out}");
    assert!(rows(&out, "close").iter().any(|row| row.2.starts_with("no answers, trial in ")), "{out}");
    // One task stays below the limit of its account, whatever the other accounts do.
    for row in rows(&out, "pipedrive") {
        assert!((row.0, row.1) == (1, 0) && row.2.starts_with("open "), "{out}");
    }
    assert!(rows(&out, "the platform").iter().any(|row| row.0 == 3 && row.2.contains(", anew in ")), "{out}");
}
