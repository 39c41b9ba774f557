//! Limiters under load, on a paused clock: who gets through when, and that nothing is left behind.

use core::future::Future;
use core::task::{Context, Waker};
use core::time::Duration;
use std::sync::Arc;
use std::time::SystemTime;

use futures_util::FutureExt;
use http::{HeaderMap, StatusCode};
use tokio::sync::Semaphore;
use tokio::time::{Instant, advance, timeout};

use super::entering::Entrant;
use super::*;
use crate::contract::{Contract, Method};
use crate::engine::sending::Sending;
use crate::error::{ConfigError, Error, LimitKind};
use crate::meta::Meta;
use crate::meta::rate_limit::RateLimit;
use crate::policy::attempt::Attempt;
use crate::policy::outcome::Repeat;
use crate::policy::settings::{OnLimit, RetryBudget, Settings};
use crate::redact::Redactor;
use crate::request::encode::encoded::EncodedRequest;
use crate::util::random::Spread;

const SECOND: Duration = Duration::from_secs(1);
const CREATE: &Contract = &Contract::new("Create", Method::Post, "/unified/crm/contacts", &[]);

fn settings(most: u32) -> Settings {
    Settings { max_concurrency_per_account: most, ..Settings::default() }
}

fn soon() -> Instant {
    Instant::now() + 100 * SECOND
}

fn entrant(settings: &Settings) -> Entrant<'_> {
    Entrant { settings, deadline: Some(soon()), is_first: true }
}

async fn enter(limiter: &Arc<AccountLimiter>, most: u32) -> Result<Permit, Refusal> {
    limiter.enter(&settings(most), Some(soon()), true, None).await
}

/// The smallest of all draws.
fn at_once() -> Spread {
    Spread { random: 0, left: 1000 * SECOND }
}

fn nothing() -> RateLimit {
    RateLimit::default()
}

fn failure() -> Error {
    ConfigError::new("any", "failure", "will do").into()
}

fn blocked() -> Error {
    let attempt = Attempt { contract: CREATE, names: None, number: 1, repeat: Repeat::Never };
    let meta = Meta::new(StatusCode::SERVICE_UNAVAILABLE, HeaderMap::new(), 1, SystemTime::now(), &Redactor::default());
    let body = r#"{"statusCode": 503, "error": "Service Unavailable", "message": "The account is blocked"}"#;
    attempt.refused(meta, body.into(), &Redactor::default())
}

fn limiter() -> Arc<AccountLimiter> {
    Limiters::default().get(1)
}

#[tokio::test(start_paused = true)]
async fn calls_come_in_up_to_the_limit_and_then_in_the_order_in_which_they_came() {
    let limiter = limiter();
    let first = enter(&limiter, 2).await.unwrap();
    let second = enter(&limiter, 2).await.unwrap();
    assert!(enter(&limiter, 2).now_or_never().is_none());
    let (order, mut came) = tokio::sync::mpsc::unbounded_channel();
    for number in 0..5 {
        let (limiter, order) = (limiter.clone(), order.clone());
        tokio::spawn(async move {
            let permit = enter(&limiter, 2).await.unwrap();
            order.send(number).unwrap();
            tokio::time::sleep(SECOND).await;
            permit.answered(nothing(), at_once);
        });
        tokio::task::yield_now().await;
    }
    first.answered(nothing(), at_once);
    drop(second);
    for number in 0..5 {
        assert_eq!(came.recv().await, Some(number));
    }
}

#[tokio::test(start_paused = true)]
async fn a_refusal_parks_the_account_and_one_call_finds_out_when_it_is_over() {
    let limiter = limiter();
    let refused = enter(&limiter, 16).await.unwrap();
    let until = refused.refused(Some(10 * SECOND), at_once());
    assert_eq!(until, Instant::now() + 10 * SECOND);
    let mut waiting: Vec<_> = (0..3).map(|_| Box::pin(enter(&limiter, 16))).collect();
    for call in &mut waiting {
        assert!(call.as_mut().now_or_never().is_none());
    }
    advance(Duration::from_millis(9_999)).await;
    assert!(waiting[0].as_mut().now_or_never().is_none(), "not a moment too early");
    advance(Duration::from_millis(2)).await;
    let probe = waiting.remove(0).await.unwrap();
    assert!(waiting[0].as_mut().now_or_never().is_none(), "one finds out first");
    probe.answered(nothing(), at_once);
    for call in waiting {
        call.now_or_never().expect("the window is open").unwrap().answered(nothing(), at_once);
    }
}

/// A timer counts whole milliseconds and is late by a part of one.
#[tokio::test(start_paused = true)]
async fn nobody_comes_in_after_the_deadline() {
    for (window, deadline) in [(10_200, 10_500), (10_500, 10_500), (10_000, 10_900)] {
        let limiter = limiter();
        let start = Instant::now();
        let until = enter(&limiter, 16).await.unwrap().refused(Some(Duration::from_micros(window)), at_once());
        assert_eq!(until, start + Duration::from_micros(window));
        let deadline = start + Duration::from_micros(deadline);
        let entered = limiter.enter(&settings(16), Some(deadline), true, None).await;
        let came_in_time = Instant::now() < deadline;
        assert_eq!(entered.is_ok(), came_in_time, "{window}: {entered:?}");
        assert!(came_in_time || matches!(entered, Err(Refusal::Late)), "{window}: {entered:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_probe_that_is_refused_closes_the_window_for_longer() {
    let limiter = limiter();
    let mut waits = Vec::new();
    for _ in 0..8 {
        let start = Instant::now();
        let until = enter(&limiter, 1).await.unwrap().refused(None, at_once());
        waits.push((until - start).as_secs());
        tokio::time::sleep_until(until).await;
    }
    assert_eq!(waits, [1, 2, 4, 8, 16, 32, 60, 60]);
}

#[tokio::test(start_paused = true)]
async fn a_wait_that_is_too_long_fails_at_once_for_all_in_line() {
    let limiter = limiter();
    let on_the_wire = enter(&limiter, 1).await.unwrap();
    let mut waiting: Vec<_> = (0..100).map(|_| Box::pin(enter(&limiter, 1))).collect();
    for call in &mut waiting {
        assert!(call.as_mut().now_or_never().is_none());
    }
    let until = on_the_wire.refused(Some(3600 * SECOND), at_once());
    let before = Instant::now();
    for call in waiting {
        assert!(matches!(call.await, Err(Refusal::Limited(LimitKind::Window, Some(moment))) if moment == until));
    }
    assert_eq!(before.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn who_does_not_want_to_wait_does_not() {
    let limiter = limiter();
    let hurried = Settings { on_limit: OnLimit::Fail, ..settings(1) };
    let permit = limiter.enter(&hurried, Some(soon()), true, None).await.unwrap();
    assert!(matches!(
        limiter.enter(&hurried, Some(soon()), true, None).await,
        Err(Refusal::Limited(LimitKind::Concurrency, None))
    ));
    permit.refused(Some(SECOND), at_once());
    assert!(matches!(
        limiter.enter(&hurried, Some(soon()), true, None).await,
        Err(Refusal::Limited(LimitKind::Window, Some(_)))
    ));
}

#[tokio::test(start_paused = true)]
async fn a_spent_quota_is_waited_out_without_a_refusal() {
    let limiter = limiter();
    let limit = |remaining, reset| RateLimit {
        remaining: Some(remaining),
        reset: Some(Duration::from_secs(reset)),
        ..RateLimit::default()
    };
    enter(&limiter, 16).await.unwrap().answered(limit(2, 7), at_once);
    let start = Instant::now();
    let permits = [enter(&limiter, 16).await.unwrap(), enter(&limiter, 16).await.unwrap()];
    assert_eq!(start.elapsed(), Duration::ZERO, "two are left");
    assert!(timeout(6 * SECOND, enter(&limiter, 16)).await.is_err());
    for permit in permits {
        permit.answered(nothing(), at_once);
    }
    enter(&limiter, 16).await.unwrap().answered(limit(0, 3600 * 24 * 365), at_once);
    assert!(start.elapsed() >= 7 * SECOND);
    enter(&limiter, 16).now_or_never().expect("nobody waits for a year").unwrap().answered(nothing(), at_once);
}

/// A call that was on the wire before the probe is told to wait: the probe's answer does not outdo that.
#[tokio::test(start_paused = true)]
async fn until_the_moment_that_a_refusal_named_no_call_is_sent() {
    let limiter = limiter();
    let slow = enter(&limiter, 16).await.unwrap();
    enter(&limiter, 16).await.unwrap().refused(Some(SECOND), at_once());
    advance(SECOND).await;
    let probe = enter(&limiter, 16).await.unwrap();
    let until = slow.refused(Some(50 * SECOND), at_once());
    probe.answered(nothing(), at_once);
    assert!(enter(&limiter, 16).now_or_never().is_none(), "closed until {:?} from now", until - Instant::now());
}

#[tokio::test(start_paused = true)]
async fn a_refusal_that_names_no_time_to_speak_of_is_waited_out_longer_each_time() {
    let limiter = limiter();
    for pause in [1, 2, 4, 8, 16, 32, 60, 60] {
        let refused = enter(&limiter, 16).await.unwrap();
        let until = refused.refused(Some(Duration::ZERO), at_once());
        assert_eq!(until - Instant::now(), pause * SECOND);
        advance(pause * SECOND).await;
    }
}

/// A hint of less than a second is followed; where it turns out to be too short, less and less so.
#[tokio::test(start_paused = true)]
async fn a_short_hint_is_followed_and_no_storm_comes_of_it() {
    for (hint, pauses) in [(300, [300, 300, 400, 800, 1000]), (1, [1, 200, 400, 800, 1000]), (1500, [1500; 5])] {
        let limiter = limiter();
        for pause in pauses.map(Duration::from_millis) {
            let until = enter(&limiter, 16).await.unwrap().refused(Some(Duration::from_millis(hint)), at_once());
            assert_eq!(until - Instant::now(), pause, "{hint} ms");
            advance(pause).await;
        }
    }
}

/// Whatever closes an account, others that are told the same come back a little earlier or later.
#[tokio::test(start_paused = true)]
async fn what_opens_at_one_moment_is_spread_over_a_tenth() {
    fn refused(permit: Permit, spread: Spread, _: RateLimit) {
        permit.refused(Some(10 * SECOND), spread);
    }
    let spread = |random| Spread { random, left: 1000 * SECOND };
    let spent = RateLimit { remaining: Some(0), reset: Some(10 * SECOND), ..RateLimit::default() };
    let closed_for = async |random, told: fn(Permit, Spread, RateLimit)| {
        let (limiter, start) = (limiter(), Instant::now());
        told(enter(&limiter, 16).await.unwrap(), spread(random), spent);
        loop {
            match limiter.enter(&settings(16), Some(start + 100 * SECOND), true, None).await {
                Ok(_) => return start.elapsed().as_millis(),
                Err(Refusal::Down(down)) => tokio::time::sleep_until(down.next_trial).await,
                Err(refusal) => panic!("{refusal:?}"),
            }
        }
    };
    for (told, from, to) in [
        (refused as fn(Permit, Spread, RateLimit), 10_000, 11_000),
        (|permit, spread, spent| permit.answered(spent, || spread), 10_000, 11_000),
        (|permit, spread, _| permit.failed(&blocked(), RetryBudget::percent(20), spread), 900, 1000),
    ] {
        let (first, last) = (closed_for(0, told).await, closed_for(u32::MAX, told).await);
        assert!(
            (from..from + 3).contains(&first.min(last)) && (to..to + 3).contains(&first.max(last)),
            "{first} {last}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn who_only_looks_takes_nobody_s_place() {
    let limiter = limiter();
    for _ in 0..3 {
        limiter.wait_until_open(entrant(&settings(1))).now_or_never().unwrap().unwrap();
    }
    let permit = enter(&limiter, 1).now_or_never().unwrap().unwrap();
    let one = settings(1);
    let mut waiting = Box::pin(limiter.wait_until_open(entrant(&one)));
    assert!(waiting.as_mut().now_or_never().is_none());
    permit.answered(nothing(), at_once);
    waiting.now_or_never().unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_call_that_begins_with_a_slot_does_not_overtake_the_line() {
    let limiter = limiter();
    let one = settings(1);
    let on_the_wire = enter(&limiter, 1).await.unwrap();
    let mut first = Box::pin(enter(&limiter, 1));
    assert!(first.as_mut().now_or_never().is_none());
    // There is room now, and the first in line has not looked yet.
    on_the_wire.answered(nothing(), at_once);
    let all = Arc::new(Semaphore::new(1));
    let mut slots = Slots::starting_with(Arc::clone(&all).try_acquire_owned().unwrap(), &all);
    let mut late = Box::pin(limiter.enter(&one, None, true, Some(&mut slots)));
    assert!(late.as_mut().now_or_never().is_none());
    assert_eq!(all.available_permits(), 1, "another call can be sent with its slot");
    first.now_or_never().unwrap().unwrap().answered(nothing(), at_once);
    let permit = late.await.unwrap();
    assert_eq!(all.available_permits(), 0);
    permit.answered(nothing(), at_once);
    assert_eq!(all.available_permits(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_outage_stops_calls_and_one_at_a_time_finds_its_end() {
    let limiter = limiter();
    let budget = RetryBudget::percent(20).reserve(2);
    let mut retries = 0;
    loop {
        let Ok(permit) = enter(&limiter, 16).await else { break };
        permit.failed(&failure(), budget, at_once());
        retries += u32::from(limiter.take_retry(budget));
        assert!(retries <= 6, "the budget is never spent");
    }
    let Err(Refusal::Down(down)) = enter(&limiter, 16).await else { panic!("it is down") };
    assert_eq!(down.next_trial, Instant::now() + SECOND);
    advance(60 * SECOND).await;
    assert!(!limiter.take_retry(budget), "a budget that is whole again is none in an outage");
    enter(&limiter, 16).await.unwrap().failed(&failure(), budget, at_once());
    // The pauses between trials double, and no two trials run at once.
    for pause in [2, 4, 8, 16, 30, 30] {
        advance(Duration::from_millis(pause * 1000 - 1)).await;
        assert!(matches!(enter(&limiter, 16).await, Err(Refusal::Down(_))), "before {pause}");
        advance(Duration::from_millis(1)).await;
        let trial = enter(&limiter, 16).await.unwrap();
        assert!(trial.is_trial);
        assert!(matches!(enter(&limiter, 16).await, Err(Refusal::Down(_))), "one at a time");
        trial.failed(&failure(), budget, at_once());
    }
    advance(30 * SECOND).await;
    // A trial that is given up lets the next one try, a little later.
    drop(enter(&limiter, 16).await.unwrap());
    assert!(matches!(enter(&limiter, 16).await, Err(Refusal::Down(_))));
    advance(30 * SECOND).await;
    enter(&limiter, 16).await.unwrap().answered(nothing(), at_once);
    for _ in 0..10 {
        assert!(!enter(&limiter, 16).await.unwrap().is_trial);
    }
}

#[tokio::test(start_paused = true)]
async fn an_outage_is_noticed_by_calls_that_are_not_sent_again() {
    let limiter = limiter();
    let budget = RetryBudget::percent(20).reserve(10);
    let mut sent = 0;
    while let Ok(permit) = enter(&limiter, 16).await {
        permit.failed(&failure(), budget, at_once());
        sent += 1;
    }
    assert_eq!(sent, 20);
    // Where there were many calls, it takes as many as the budget has retries.
    let busy = Limiters::default().get(1);
    for _ in 0..1000 {
        enter(&busy, 16).await.unwrap().answered(nothing(), at_once);
    }
    let mut sent = 0;
    while let Ok(permit) = enter(&busy, 16).await {
        permit.failed(&failure(), budget, at_once());
        sent += 1;
    }
    assert!((210..=270).contains(&sent), "the reserve, and a fifth of the calls: {sent}");
}

#[tokio::test(start_paused = true)]
async fn who_is_told_that_it_is_down_is_not_told_to_come_back_at_once() {
    let limiter = limiter();
    enter(&limiter, 16).await.unwrap().failed(&blocked(), RetryBudget::percent(20), at_once());
    advance(SECOND).await;
    let trial = enter(&limiter, 16).await.unwrap();
    advance(50 * SECOND).await;
    let Err(Refusal::Down(down)) = enter(&limiter, 16).await else { panic!("a trial is on the wire") };
    assert!(down.next_trial >= Instant::now() + SECOND);
    drop(trial);
}

#[tokio::test(start_paused = true)]
async fn a_blocked_account_is_left_alone() {
    let limiter = limiter();
    enter(&limiter, 16).await.unwrap().failed(&blocked(), RetryBudget::percent(20), at_once());
    assert!(matches!(enter(&limiter, 16).await, Err(Refusal::Down(_))));
    advance(SECOND).await;
    assert!(enter(&limiter, 16).await.unwrap().is_trial);
}

#[tokio::test(start_paused = true)]
async fn some_failures_among_successes_are_no_outage() {
    let limiter = limiter();
    let budget = RetryBudget::percent(20).reserve(1);
    for call in 0..1000 {
        let permit = enter(&limiter, 16).await.expect("half of the calls work");
        if call % 2 == 0 {
            permit.failed(&failure(), budget, at_once());
            limiter.take_retry(budget);
        } else {
            permit.answered(nothing(), at_once);
        }
        advance(Duration::from_millis(10)).await;
    }
}

#[tokio::test(start_paused = true)]
async fn the_budget_is_a_share_of_the_calls_and_comes_back_with_time() {
    let limiter = limiter();
    let budget = RetryBudget::percent(20).reserve(10);
    for _ in 0..100 {
        enter(&limiter, 16).await.unwrap().answered(nothing(), at_once);
    }
    let granted = (0..100).filter(|_| limiter.take_retry(budget)).count();
    assert_eq!(granted, 30, "a fifth of a hundred, and the reserve");
    advance(60 * SECOND).await;
    let granted = (0..100).filter(|_| limiter.take_retry(budget)).count();
    assert!((9..=10).contains(&granted), "the reserve is back: {granted}");
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_dropped_in_line_holds_nobody_up() {
    let limiter = limiter();
    let permit = enter(&limiter, 1).await.unwrap();
    let mut waiting: Vec<_> = (0..4).map(|_| Box::pin(enter(&limiter, 1))).collect();
    for call in &mut waiting {
        assert!(call.as_mut().now_or_never().is_none());
    }
    let last = waiting.pop().unwrap();
    drop(waiting);
    drop(permit);
    last.now_or_never().expect("it is the first now").unwrap();
    enter(&limiter, 1).now_or_never().expect("and gave its place back").unwrap();
}

/// A task of which only its waker is left.
struct Task(std::sync::Mutex<Option<core::pin::Pin<Box<dyn Future<Output = ()> + Send>>>>);

impl std::task::Wake for Task {
    fn wake(self: Arc<Self>) {}
}

#[test]
fn a_waker_may_take_a_call_of_the_same_account_with_it() {
    let (done, is_done) = std::sync::mpsc::channel();
    // Who drops it under the lock of the limiter waits for that lock for ever.
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        runtime.block_on(async {
            let limiter = limiter();
            enter(&limiter, 1).await.unwrap().refused(Some(SECOND), at_once());
            let task = Arc::new(Task(None.into()));
            let waker = Waker::from(Arc::clone(&task));
            let mut call = Box::pin(enter(&limiter, 1));
            assert!(call.as_mut().poll(&mut Context::from_waker(&waker)).is_pending());
            let other = limiter.clone();
            let mut behind = Box::pin(async move { drop(enter(&other, 1).await) });
            assert!(behind.as_mut().now_or_never().is_none());
            *task.0.lock().unwrap() = Some(behind);
            drop((task, waker));
            // The timer lets go of the waker, and the line has the last one.
            advance(2 * SECOND).await;
            let _probe = limiter.try_enter(entrant(&settings(1))).unwrap().unwrap();
            assert!(call.as_mut().now_or_never().is_none());
        });
        done.send(()).unwrap();
    });
    is_done.recv_timeout(10 * SECOND).expect("the thread is stuck in a lock");
}

#[tokio::test(start_paused = true)]
async fn accounts_do_not_know_of_each_other() {
    let limiters = Limiters::default();
    let (closed, open) = (limiters.get(1), limiters.get(2));
    enter(&closed, 1).await.unwrap().refused(Some(50 * SECOND), at_once());
    let again = limiters.get(1);
    assert!(enter(&again, 1).now_or_never().is_none(), "another handle of the same account");
    enter(&open, 1).now_or_never().unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn accounts_that_are_not_in_use_are_forgotten_unless_they_know_something() {
    let limiters = Limiters::default();
    let in_use = limiters.get(u128::MAX);
    for account in 0..10_000 {
        let limiter = limiters.get(account);
        enter(&limiter, 1).await.unwrap().answered(nothing(), at_once);
    }
    assert!(limiters.len() <= 1024, "{} of 10,000", limiters.len());
    for account in 0..10_000 {
        enter(&limiters.get(account), 1).await.unwrap().refused(Some(10 * SECOND), at_once());
    }
    assert!(limiters.len() >= 10_001);
    advance(71 * SECOND).await;
    // The next use sweeps the table.
    drop(limiters.get(0));
    assert_eq!(limiters.len(), 2);
    assert!(Arc::ptr_eq(&in_use, &limiters.get(u128::MAX)), "a limiter in use stays");
}

/// An account that comes into use while the table is swept has the limiter of those that use it.
#[test]
fn an_account_never_has_two_limiters() {
    let limiters = Limiters::default();
    std::thread::scope(|scope| {
        for start in [0, 1000] {
            let limiters = &limiters;
            scope.spawn(move || {
                for account in start..start + 20_000 {
                    let one = limiters.get(account);
                    assert!(Arc::ptr_eq(&one, &limiters.get(account)));
                }
            });
        }
    });
    assert!(limiters.len() <= 2048);
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_remembered_for_a_while_although_nobody_uses_the_account() {
    let limiters = Limiters::default();
    enter(&limiters.get(1), 16).await.unwrap().refused(None, at_once());
    advance(30 * SECOND).await;
    let until = enter(&limiters.get(1), 16).await.unwrap().refused(None, at_once());
    assert_eq!(until - Instant::now(), 2 * SECOND, "it is the second one");
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_one_of_many_waits_without_a_deadline_but_not_for_a_window_that_stays_closed() {
    let limiter = limiter();
    let one = Settings { deadline: 10 * SECOND, ..settings(1) };
    let patient = || limiter.enter(&one, None, true, None);
    let permit = enter(&limiter, 1).await.unwrap();
    let mut waiting = Box::pin(patient());
    assert!(timeout(1000 * SECOND, &mut waiting).await.is_err(), "as long as it takes");
    permit.refused(Some(11 * SECOND), at_once());
    assert!(matches!(waiting.now_or_never(), Some(Err(Refusal::Limited(LimitKind::Window, Some(_))))));
}

/// What the limiter takes of a call: `cargo test --release -p truto-core --lib limiter_takes -- --nocapture`.
#[tokio::test]
async fn the_limiter_takes_little_of_a_call() {
    const CALLS: u32 = 20_000;
    let answer = || http::Response::new(crate::transport::Body::from(r#"{"id":"1"}"#.to_owned()));
    let transport = tower::service_fn(move |_| async move { Ok::<_, Error>(answer()) });
    let client = crate::Client::builder().token("token").base_url("http://127.0.0.1:1").transport(transport);
    let account = client.build().unwrap().account("62f44730-dd91-461e-bd6a-aedd9e0ad79d").unwrap();
    let path_and_query = "/unified/crm/contacts?integrated_account_id=62f44730-dd91-461e-bd6a-aedd9e0ad79d".to_owned();
    let parts = EncodedRequest {
        contract: CREATE,
        names: None,
        behind_account: path_and_query.len(),
        path_and_query,
        headers: Vec::new(),
        body: Some(r#"{"name":"Ada"}"#.into()),
        content_type: None,
        secrets: Vec::new(),
        cursor: None,
    };
    let (mut calls, mut passes) = (Duration::ZERO, Duration::ZERO);
    // In turns: both see the same machine.
    for _ in 0..20 {
        let start = Instant::now();
        for _ in 0..CALLS / 20 {
            Sending::<serde_json::Value>::record(account.handle().prepare(Ok(parts.clone()))).await.unwrap();
        }
        calls += start.elapsed();
        let (limiter, settings) = (limiter(), settings(16));
        let start = Instant::now();
        for _ in 0..CALLS / 20 {
            limiter.enter(&settings, Some(soon()), true, None).await.unwrap().answered(nothing(), at_once);
        }
        passes += start.elapsed();
    }
    let (call, pass) = (calls / CALLS, passes / CALLS);
    println!("{pass:?} of the {call:?} that a call takes where the server takes no time");
    assert!(pass * 5 < call, "{pass:?} of {call:?}");
}

#[tokio::test(start_paused = true)]
async fn a_limiter_that_nobody_uses_and_that_knows_nothing_is_forgotten_at_once() {
    let limiters = Limiters::default();
    let debug = |limiters: &Limiters| limiters.get(1).with_state(|state| format!("{:?}", state.health));
    let new = debug(&limiters);
    limiters.get(1).with_state(|state| state.health.count_call(Instant::now()));
    assert_eq!(debug(&limiters), new);
    let held = limiters.get(1);
    held.with_state(|state| state.health.count_call(Instant::now()));
    assert_ne!(debug(&limiters), new, "a limiter in use is kept");
}
