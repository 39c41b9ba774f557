//! Outages: retries add a bounded load, and the client soon finds out when the server works again.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::time::Instant;
use truto_core::error::{Error, Outcome};
use truto_core::settings::RetryBudget;
use truto_core::{Account, CallOptions};

use crate::support::{Kind, SECOND, TOKEN, answered, client_answered, contact, failed, json_answer, timed};

crate::faults! {
    "outages";
    "5xx for 30 s" => "retries add at most 20 % and the reserve; recovery within the last pause":
        half_a_minute_of_5xx on paused_clock;
    "5xx for 10 min" => "after the budget is spent calls fail fast with the cause; one trial at a time detects the end":
        ten_minutes_of_5xx on paused_clock;
    "half of the calls fail" => "no call is shut out; retries stay within the budget": every_second_call_fails on paused_clock;
    "one failure" => "a second attempt, after a pause with jitter": one_failure on paused_clock;
    "the trial call is dropped" => "the next call is the trial": a_trial_that_is_given_up on paused_clock;
    "each trial call is dropped" => "the pauses between trials remain": trials_that_are_given_up on paused_clock;
    "5xx to calls of one attempt, or without a key" => "detected as well: most calls fail fast":
        an_outage_without_retries on paused_clock;
    "5xx with an empty hint: zero, or a time in the past" => "the usual pauses with backoff and jitter":
        a_hint_of_nothing on paused_clock;
    "5xx for 50 accounts, with an empty hint" => "they do not all retry at the same moment": many_hints_of_nothing on paused_clock;
    "an outage for 50 accounts" => "their trials are not all sent at once": an_outage_of_many on paused_clock;
    "503 with an hour to wait" => "not every call probes the server": an_hour_of_maintenance on paused_clock;
    "the trial is answered with 429" => "the call waits as usual": a_trial_that_is_told_to_wait on paused_clock;
    "a remote 5xx of one account" => "other accounts are not affected": an_outage_of_one_account on paused_clock;
}

/// Returns an account whose server fails while `fails` returns true, and the number of its requests.
fn failing(fails: impl Fn(Duration, u64) -> bool + Clone + Send + 'static) -> (Account, Arc<AtomicU64>) {
    let sent = Arc::new(AtomicU64::new(0));
    let counter = Arc::clone(&sent);
    let start = Instant::now();
    let account = answered(move |_| {
        let number = counter.fetch_add(1, Ordering::SeqCst);
        let status = if fails(start.elapsed(), number) { [500, 502, 503, 504][(number % 4) as usize] } else { 200 };
        async move {
            tokio::time::sleep(Duration::from_millis(10)).await;
            json_answer(status, &contact())
        }
    });
    (account, sent)
}

async fn half_a_minute_of_5xx() {
    let (account, sent) = failing(|elapsed, _| (10 * SECOND..40 * SECOND).contains(&elapsed));
    let (mut calls, mut recovered) = (0_u64, None);
    let start = Instant::now();
    while start.elapsed() < 80 * SECOND {
        calls += 1;
        let works = Kind::Read.call(&account, "").await.is_ok();
        if works && start.elapsed() >= 40 * SECOND && recovered.is_none() {
            recovered = Some(start.elapsed().saturating_sub(40 * SECOND));
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let sent = sent.load(Ordering::SeqCst);
    assert!(sent <= calls + calls / 5 + 20, "{sent} requests for {calls} calls");
    let recovered = recovered.unwrap();
    println!("{sent} requests for {calls} calls around an outage of 30 s; recovered {recovered:?} after its end");
    assert!(recovered < 16 * SECOND, "{recovered:?}");
}

async fn ten_minutes_of_5xx() {
    let (account, sent) = failing(|elapsed, _| elapsed < 600 * SECOND);
    let start = Instant::now();
    let (mut calls, mut unsent) = (0_u64, 0_u64);
    while start.elapsed() < 600 * SECOND {
        calls += 1;
        let (result, elapsed) = timed(Kind::Write.call(&account, "x")).await;
        let error = failed(result, TOKEN);
        if let Error::Unavailable(down) = &error {
            unsent += 1;
            assert!(elapsed < Duration::from_millis(10), "it fails fast: {elapsed:?}");
            assert!(down.cause().status().is_some_and(|status| status >= 500), "with the cause: {down}");
            assert_eq!(error.status(), down.cause().status());
        } else {
            assert_eq!(error.outcome(), Outcome::Unknown);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let during = sent.load(Ordering::SeqCst);
    assert!(during < 100, "{during} requests in ten minutes");
    assert!(unsent * 100 > calls * 95, "{unsent} of {calls}");
    while Kind::Write.call(&account, "x").await.is_err() {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let late = start.elapsed().saturating_sub(600 * SECOND);
    println!("{during} requests for {calls} calls in an outage of 10 min; its end was found after {late:?}");
    assert!(late <= 31 * SECOND, "{late:?}");
}

async fn every_second_call_fails() {
    let (account, sent) = failing(|_, number| number % 2 == 0);
    let (mut calls, mut worked) = (0_u64, 0_u64);
    let start = Instant::now();
    for _ in 0..2000 {
        calls += 1;
        match Kind::Read.call(&account, "").await {
            Ok(_) => worked += 1,
            Err(error) => assert!(matches!(error, Error::Api(_)), "{error}"),
        }
    }
    let sent = sent.load(Ordering::SeqCst);
    assert!(worked * 2 >= calls, "{worked} of {calls}");
    // The reserve of 10 retries is refilled every 10 s.
    let reserves = start.elapsed().as_secs() / 10 + 1;
    assert!(sent <= calls + calls / 5 + 10 * reserves, "{sent} for {calls} in {:?}", start.elapsed());
}

async fn one_failure() {
    let mut pauses = std::collections::BTreeSet::new();
    for _ in 0..20 {
        let (account, sent) = failing(|_, number| number == 0);
        let (result, elapsed) = timed(Kind::Write.call(&account, "x")).await;
        result.unwrap();
        assert_eq!(sent.load(Ordering::SeqCst), 2);
        assert!(elapsed <= Duration::from_millis(530), "{elapsed:?}");
        pauses.insert(elapsed.as_millis());
    }
    assert!(pauses.len() > 10, "the pauses have jitter: {pauses:?}");
    let (account, sent) = failing(|_, number| number == 0);
    let without = account.with(CallOptions::new().retry_budget(RetryBudget::percent(0)));
    failed(Kind::Write.call(&without, "x").await, TOKEN);
    assert_eq!(sent.load(Ordering::SeqCst), 1);
}

async fn a_trial_that_is_given_up() {
    let (account, sent) = failing(|elapsed, _| elapsed < 60 * SECOND);
    while !matches!(Kind::Read.call(&account, "").await, Err(Error::Unavailable(_))) {}
    tokio::time::sleep(70 * SECOND).await;
    let before = sent.load(Ordering::SeqCst);
    let trial = tokio::time::timeout(Duration::from_millis(5), Kind::Read.call(&account, "")).await;
    assert!(trial.is_err(), "the deadline of the caller is short");
    assert!(matches!(Kind::Read.call(&account, "").await, Err(Error::Unavailable(_))));
    tokio::time::sleep(31 * SECOND).await;
    Kind::Read.call(&account, "").await.unwrap();
    assert_eq!(sent.load(Ordering::SeqCst), before + 2);
}

async fn trials_that_are_given_up() {
    let sent = Arc::new(AtomicU64::new(0));
    let (counter, start) = (Arc::clone(&sent), Instant::now());
    let account = answered(move |_| {
        counter.fetch_add(1, Ordering::SeqCst);
        async move {
            if start.elapsed() > 30 * SECOND {
                std::future::pending::<()>().await;
            }
            json_answer(502, &contact())
        }
    });
    while !matches!(Kind::Read.call(&account, "").await, Err(Error::Unavailable(_))) {}
    tokio::time::sleep(60 * SECOND).await;
    let (before, end) = (sent.load(Ordering::SeqCst), Instant::now() + 60 * SECOND);
    while Instant::now() < end {
        let call = Kind::Read.call(&account, "");
        let _given_up = tokio::time::timeout(Duration::from_millis(20), call).await;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let trials = sent.load(Ordering::SeqCst) - before;
    assert!((1..=60).contains(&trials), "{trials} trials in a minute");
}

async fn an_outage_without_retries() {
    for (options, kind) in
        [(CallOptions::new().max_attempts(1), Kind::Read), (CallOptions::new().without_idempotency_key(), Kind::Write)]
    {
        let (account, sent) = failing(|_, _| true);
        let account = account.with(options);
        for _ in 0..500 {
            failed(kind.call(&account, "x").await, TOKEN);
        }
        let sent = sent.load(Ordering::SeqCst);
        assert!(sent <= 100, "{sent} of 500 calls were sent, and each failed");
    }
}

async fn an_hour_of_maintenance() {
    let sent = Arc::new(AtomicU64::new(0));
    let counter = Arc::clone(&sent);
    let account = answered(move |_| {
        counter.fetch_add(1, Ordering::SeqCst);
        let mut answer = json_answer(503, &contact());
        answer.headers_mut().insert("retry-after", 3600.into());
        async move { answer }
    });
    for _ in 0..500 {
        let error = failed(Kind::Read.call(&account, "").await, TOKEN);
        assert!(error.retry_at().is_some(), "{error}");
    }
    let sent = sent.load(Ordering::SeqCst);
    assert!(sent <= 50, "{sent} of 500 calls were sent");
}

/// Returns the arrival time of each request at a server that fails with this response for a while.
async fn arrivals(
    accounts: u64,
    status: u16,
    hint: Option<(&'static str, &'static str)>,
    down: Duration,
) -> Vec<Duration> {
    let came = Arc::new(Mutex::new(Vec::new()));
    let (start, arrivals) = (Instant::now(), Arc::clone(&came));
    let client = client_answered(move |_| {
        let elapsed = start.elapsed();
        arrivals.lock().unwrap().push(elapsed);
        let mut answer = json_answer(if elapsed < down { status } else { 200 }, &contact());
        if let Some((name, value)) = hint {
            answer.headers_mut().insert(name, value.parse().unwrap());
        }
        async move { answer }
    });
    let account = |id| client.account(format!("62f44730-dd91-461e-bd6a-{id:012}")).unwrap();
    let accounts: Vec<_> = (0..accounts).map(account).collect();
    let calls: Vec<_> = accounts.iter().map(|account| tokio::spawn(Kind::Read.call(account, ""))).collect();
    for call in calls {
        // Only the times of arrival matter: a call may succeed or fail.
        drop(call.await.unwrap());
    }
    let came = came.lock().unwrap();
    came.clone()
}

const HINTS_OF_NOTHING: [(&str, &str); 6] = [
    ("retry-after", "0"),
    ("retry-after", "0.0"),
    ("retry-after", "0.001"),
    ("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT"),
    ("retry-after", "1300000000"),
    ("retry-after-ms", "0"),
];

async fn a_hint_of_nothing() {
    for status in [500, 502, 503, 504] {
        for hint in HINTS_OF_NOTHING {
            let mut waited = Duration::ZERO;
            for _ in 0..20 {
                let came = arrivals(1, status, Some(hint), Duration::MAX).await;
                assert_eq!(came.len(), 4);
                waited += came[3];
            }
            // The pauses are drawn from up to 0.5 s, 1 s and 2 s: 35 s on average, with a standard deviation of 3 s.
            assert!((20 * SECOND..50 * SECOND).contains(&waited), "{status} {hint:?}: {waited:?} for 20 calls");
        }
    }
}

async fn many_hints_of_nothing() {
    for hint in HINTS_OF_NOTHING {
        let came = arrivals(50, 503, Some(hint), SECOND / 1000).await;
        assert_eq!(came.len(), 100);
        let moments: std::collections::BTreeSet<_> = came[50..].iter().map(Duration::as_millis).collect();
        assert!(moments.len() > 35, "{hint:?}: {moments:?}");
    }
}

async fn an_outage_of_many() {
    let blocked = serde_json::json!({ "statusCode": 503, "message": "The account is blocked" });
    let client = client_answered(move |_| {
        let answer = json_answer(503, &blocked);
        async move { answer }
    });
    let mut trials = std::collections::BTreeSet::new();
    for id in 0..50 {
        let account = client.account(format!("62f44730-dd91-461e-bd6a-{id:012}")).unwrap();
        failed(Kind::Read.call(&account, "").await, TOKEN);
        let Error::Unavailable(down) = failed(Kind::Read.call(&account, "").await, TOKEN) else { panic!("it is down") };
        trials.insert(down.wait().as_millis());
        assert!((900..=1000).contains(&down.wait().as_millis()), "{down}");
    }
    assert!(trials.len() > 25, "{trials:?}");
}

async fn a_trial_that_is_told_to_wait() {
    let (start, trials) = (Instant::now(), Arc::new(AtomicU64::new(0)));
    let account = answered(move |_| {
        let status = match start.elapsed() {
            elapsed if elapsed < 60 * SECOND => 502,
            _ if trials.fetch_add(1, Ordering::SeqCst) == 0 => 429,
            _ => 200,
        };
        let mut answer = json_answer(status, &contact());
        if status == 429 {
            answer.headers_mut().insert("retry-after", 2.into());
        }
        async move { answer }
    });
    while !matches!(Kind::Read.call(&account, "").await, Err(Error::Unavailable(_))) {}
    tokio::time::sleep(100 * SECOND).await;
    let (result, elapsed) = timed(Kind::Read.call(&account, "")).await;
    assert!(result.is_ok() && elapsed >= 2 * SECOND, "{elapsed:?}: {result:?}");
}

async fn an_outage_of_one_account() {
    let client = client_answered(|request: http::Request<truto_core::transport::Body>| {
        let down = request.uri().query().is_some_and(|query| query.contains(crate::support::ACCOUNT));
        async move { json_answer(if down { 502 } else { 200 }, &contact()) }
    });
    let down = client.account(crate::support::ACCOUNT).unwrap();
    let up = client.account(crate::support::OTHER).unwrap();
    while !matches!(Kind::Read.call(&down, "").await, Err(Error::Unavailable(_))) {}
    for _ in 0..100 {
        let (result, elapsed) = timed(Kind::Write.call(&up, "x")).await;
        result.unwrap();
        assert!(elapsed.is_zero());
    }
}
