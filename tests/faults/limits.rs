//! Rate limits: each account keeps to its own limit and is not affected by others.

use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use http::{HeaderValue, Request, Response};
use serde_json::json;
use tokio::time::Instant;
use truto_core::error::{Error, LimitKind, Outcome};
use truto_core::settings::OnLimit;
use truto_core::transport::Body;
use truto_core::{Account, CallOptions};

use crate::support::{
    ACCOUNT, GetContact, Kind, OTHER, SECOND, TOKEN, answered, client_answered, contact, failed, json_answer, quick,
    timed,
};

crate::faults! {
    "limits";
    "429 with `Retry-After` in seconds" => "the account waits, one call probes first, all succeed": seconds_to_wait on paused_clock;
    "429 with a time in any form that servers send, and a server clock that is ten minutes off" => "counted from the server's `Date`":
        a_moment_to_wait_for on paused_clock;
    "429 with a time, and a server clock that is years off" => "ignored: never a wait of a day": a_moment_of_another_year on paused_clock;
    "429 with the same wait for 50 accounts" => "no account retries early, and they do not all retry at the same moment":
        a_time_that_many_wait_for on paused_clock;
    "429 with a wait that the deadline just allows" => "the call waits: jitter does not push it past the deadline":
        a_time_that_just_fits on paused_clock;
    "429 with `ratelimit-reset` only" => "the call waits": a_reset_to_wait_for on paused_clock;
    "429 without a time" => "pauses that double": a_refusal_without_a_time on paused_clock;
    "429 with an hour to wait, and a minute of deadline" => "`RateLimited` at once, with the time to retry":
        an_hour_to_wait on paused_clock;
    "429 to a write without a key" => "an error, not retried": a_bare_write_that_is_refused on paused_clock;
    "429 for ever" => "an error after `max_attempts`": refused_for_ever on paused_clock;
    "a storm: 1,000 tasks on one account" => "at most concurrency + 1 requests after the first 429 of a window":
        a_storm_on_one_account on paused_clock;
    "429 on one account" => "another account is as fast as before": a_neighbour_is_unharmed on paused_clock;
    "429 with several quotas" => "the call waits for the exhausted quota": the_quota_that_is_spent on paused_clock;
    "`ratelimit-remaining: 0` on a success" => "no further call until the reset, and no 429": a_quota_that_is_spent on paused_clock;
    "more calls than the concurrency limit" => "they wait in order, or fail at once if configured": a_full_line on paused_clock;
    "429 with zero seconds, by rounding or by a wrong clock" => "pauses that double, and no storm":
        a_refusal_of_zero_seconds on paused_clock;
    "429, and a new handle for each call" => "the state of the account survives":
        a_refusal_between_two_handles on paused_clock;
    "absurd headers: negative, infinite, malformed" => "ignored": headers_that_lie on paused_clock;
}

/// Returns an account whose server accepts `quota` calls per window, and refuses the others with these headers.
#[derive(Clone)]
struct Limited {
    quota: u32,
    window: Duration,
    refusal: fn(Duration) -> Vec<(&'static str, String)>,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    opened: Option<Instant>,
    used: u32,
    sent: u32,
    refused: u32,
    /// Returns the number of requests after the first refusal of each window.
    after_refusal: Vec<u32>,
}

impl Limited {
    fn new(quota: u32, window: Duration, refusal: fn(Duration) -> Vec<(&'static str, String)>) -> Self {
        Self { quota, window, refusal, state: Arc::default() }
    }

    fn answer(&self) -> Response<Body> {
        let mut state = self.state.lock().unwrap();
        let now = Instant::now();
        if state.opened.is_none_or(|opened| now >= opened + self.window) {
            state.opened = Some(now);
            state.used = 0;
            state.after_refusal.push(0);
        }
        state.sent += 1;
        if state.used < self.quota {
            state.used += 1;
            return json_answer(200, &contact());
        }
        let rest = state.opened.unwrap() + self.window - now;
        if state.used > self.quota {
            *state.after_refusal.last_mut().unwrap() += 1;
        }
        state.used += 1;
        state.refused += 1;
        let mut answer =
            json_answer(429, &json!({ "statusCode": 429, "error": "Too Many Requests", "message": "slow" }));
        for (name, value) in (self.refusal)(rest) {
            answer.headers_mut().insert(name, value.parse().unwrap());
        }
        answer
    }

    fn account(&self) -> Account {
        let limited = self.clone();
        answered(move |_| {
            let limited = limited.clone();
            async move {
                tokio::time::sleep(Duration::from_millis(20)).await;
                limited.answer()
            }
        })
    }

    fn with<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        read(&self.state.lock().unwrap())
    }
}

fn whole(rest: Duration) -> u64 {
    rest.as_secs() + u64::from(rest.subsec_nanos() > 0)
}

fn retry_after(rest: Duration) -> Vec<(&'static str, String)> {
    vec![("retry-after", whole(rest).to_string())]
}

async fn seconds_to_wait() {
    let server = Limited::new(5, 10 * SECOND, retry_after);
    let account = server.account();
    let calls: Vec<_> = (0..15).map(|_| tokio::spawn(Kind::Write.call(&account, "x"))).collect();
    let start = Instant::now();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let elapsed = start.elapsed();
    assert!((20 * SECOND..23 * SECOND).contains(&elapsed), "three windows: {elapsed:?}");
}

/// Returns an account whose first `refusals` calls get 429 with these headers.
fn refused_first(refusals: u32, headers: impl Fn() -> Vec<(&'static str, String)> + Clone + Send + 'static) -> Account {
    let asked = Arc::new(AtomicU32::new(0));
    answered(move |_| {
        let refused = asked.fetch_add(1, Ordering::SeqCst) < refusals;
        let mut answer = json_answer(if refused { 429 } else { 200 }, &contact());
        for (name, value) in refused.then(&headers).unwrap_or_default() {
            answer.headers_mut().append(name, value.parse().unwrap());
        }
        async move { answer }
    })
}

/// Returns whether a call waited for `wait` plus at most the jitter.
fn is_wait(elapsed: Duration, wait: Duration) -> bool {
    let most = wait + (wait / 10).min(2 * SECOND);
    (wait..=most + Duration::from_millis(1)).contains(&elapsed)
}

async fn a_moment_to_wait_for() {
    const FORMS: [fn(SystemTime) -> String; 8] = [
        httpdate::fmt_http_date,
        |until| since_1970(until).as_secs().to_string(),
        |until| format!("{}.0", since_1970(until).as_secs()),
        |until| since_1970(until).as_millis().to_string(),
        |until| since_1970(until).as_micros().to_string(),
        |until| format!("\"{}\"", since_1970(until).as_secs()),
        |until| truto_core::Timestamp::from(until).as_str().to_owned(),
        |until| truto_core::Timestamp::from(until).as_str().replace('Z', "+00:00"),
    ];
    for name in ["retry-after", "retry-after-ms", "ratelimit-reset", "x-ratelimit-reset", "x-rate-limit-reset"] {
        for form in FORMS {
            for is_ahead in [true, false] {
                let account = refused_first(1, move || {
                    let now =
                        if is_ahead { SystemTime::now() + 600 * SECOND } else { SystemTime::now() - 600 * SECOND };
                    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(since_1970(now).as_secs());
                    vec![("date", httpdate::fmt_http_date(now)), (name, form(now + 8 * SECOND))]
                });
                let (result, elapsed) = timed(Kind::Read.call(&account, "")).await;
                result.unwrap();
                assert!(is_wait(elapsed, 8 * SECOND), "{name}, {}: {elapsed:?}", form(SystemTime::now()));
            }
        }
    }
    // Without a `Date` header, our own clock counts.
    for form in FORMS {
        let account = refused_first(1, move || vec![("retry-after", form(SystemTime::now() + 8 * SECOND))]);
        let (result, elapsed) = timed(Kind::Read.call(&account, "")).await;
        result.unwrap();
        assert!((6 * SECOND..9 * SECOND).contains(&elapsed), "{}: {elapsed:?}", form(SystemTime::now()));
    }
}

async fn a_moment_of_another_year() {
    for (name, value) in [
        ("retry-after", "1300000000"),
        ("retry-after", "4000000000000"),
        ("retry-after", "Fri, 31 Dec 2100 23:59:59 GMT"),
        ("retry-after-ms", "1300000000"),
        ("x-ratelimit-reset", "9999999999"),
        ("ratelimit-reset", "2100-12-31T23:59:59Z"),
    ] {
        let account = refused_first(1, move || vec![(name, value.to_owned())]);
        let (result, elapsed) = timed(Kind::Read.call(&account, "")).await;
        result.unwrap();
        assert!(is_wait(elapsed, SECOND), "{name}: {value}: {elapsed:?}");
    }
}

async fn a_time_that_many_wait_for() {
    let (asked, came) = (Arc::new(Mutex::new(std::collections::HashSet::new())), Arc::new(Mutex::new(Vec::new())));
    let (start, arrivals) = (Instant::now(), Arc::clone(&came));
    let client = client_answered(move |request: Request<Body>| {
        let is_first = asked.lock().unwrap().insert(request.uri().to_string());
        let mut answer = json_answer(if is_first { 429 } else { 200 }, &contact());
        if is_first {
            answer.headers_mut().insert("retry-after", 10.into());
        } else {
            arrivals.lock().unwrap().push(start.elapsed());
        }
        async move { answer }
    });
    let accounts: Vec<_> =
        (0..50).map(|id| client.account(format!("62f44730-dd91-461e-bd6a-{id:012}")).unwrap()).collect();
    let calls: Vec<_> = accounts.iter().map(|account| tokio::spawn(Kind::Read.call(account, ""))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let came = came.lock().unwrap();
    assert!(came.len() == 50 && came.iter().all(|elapsed| is_wait(*elapsed, 10 * SECOND)), "{came:?}");
    let moments: std::collections::BTreeSet<_> = came.iter().map(Duration::as_millis).collect();
    assert!(moments.len() > 40, "{moments:?}");
}

async fn a_time_that_just_fits() {
    for wait in [10, 100] {
        let account = refused_first(1, move || vec![("retry-after", wait.to_string())]);
        let wait = Duration::from_secs(wait);
        let bounded = account.with(CallOptions::new().deadline(wait + Duration::from_millis(20)));
        let (result, elapsed) = timed(Kind::Read.call(&bounded, "")).await;
        result.unwrap();
        assert!((wait..wait + Duration::from_millis(20)).contains(&elapsed), "{elapsed:?}");
    }
}

async fn the_quota_that_is_spent() {
    for lines in [
        &[("ratelimit", "limit=100, remaining=0, reset=7")][..],
        &[("ratelimit", "\"day\";r=900;t=3600, \"burst\";r=0;t=7")],
        &[("ratelimit", "\"day\";r=900;t=3600"), ("ratelimit", "\"burst\";r=0;t=7")],
        &[("ratelimit", "limit=1000, remaining=900, reset=3600"), ("ratelimit", "limit=10, remaining=0, reset=7")],
        &[("x-ratelimit-remaining", "900, 0"), ("x-ratelimit-reset", "3600, 7")],
        &[
            ("ratelimit-remaining", "900"),
            ("ratelimit-reset", "3600"),
            ("x-ratelimit-remaining", "0"),
            ("x-ratelimit-reset", "7"),
        ],
        &[("x-ratelimit-remaining", "0"), ("x-ratelimit-reset-after", "7.0")],
    ] {
        let headers = move || lines.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        let account = refused_first(1, headers);
        let (result, elapsed) = timed(Kind::Read.call(&account, "")).await;
        result.unwrap();
        assert!(is_wait(elapsed, 7 * SECOND), "{lines:?}: {elapsed:?}");

        // A success with the same headers has the same effect.
        let asked = Arc::new(AtomicU32::new(0));
        let account = answered(move |_| {
            let is_first = asked.fetch_add(1, Ordering::SeqCst) == 0;
            let mut answer = json_answer(200, &contact());
            for (name, value) in lines.iter().filter(|_| is_first) {
                answer.headers_mut().append(*name, HeaderValue::from_static(value));
            }
            async move { answer }
        });
        Kind::Read.call(&account, "").await.unwrap();
        let (result, elapsed) = timed(Kind::Read.call(&account, "")).await;
        result.unwrap();
        assert!(is_wait(elapsed, 7 * SECOND), "{lines:?}: {elapsed:?}");
    }
}

fn since_1970(time: SystemTime) -> Duration {
    time.duration_since(SystemTime::UNIX_EPOCH).unwrap()
}

async fn a_reset_to_wait_for() {
    for headers in [
        |rest: Duration| vec![("ratelimit-reset", whole(rest).to_string())],
        |rest: Duration| vec![("ratelimit", format!("\"default\";r=0;t={}", whole(rest)))],
        |rest: Duration| vec![("ratelimit", format!("limit=1, remaining=0, reset={}", whole(rest)))],
    ] {
        let server = Limited::new(1, 10 * SECOND, headers);
        let account = server.account();
        Kind::Read.call(&account, "").await.unwrap();
        let (result, elapsed) = timed(Kind::Read.call(&account, "")).await;
        result.unwrap();
        assert!((9 * SECOND..12 * SECOND).contains(&elapsed), "{elapsed:?}");
        assert_eq!(server.with(|state| state.refused), 1);
    }
}

async fn a_refusal_without_a_time() {
    let server = Limited::new(1, 6 * SECOND, |_| Vec::new());
    let account = server.account();
    Kind::Read.call(&account, "").await.unwrap();
    // After 1 s, 2 s and 4 s.
    let (result, elapsed) = timed(Kind::Read.call(&account, "")).await;
    result.unwrap();
    assert!((7 * SECOND..8 * SECOND).contains(&elapsed), "{elapsed:?}");
}

async fn an_hour_to_wait() {
    let named = |rest: Duration| [retry_after(rest), vec![("x-request-id", "r-17".to_owned())]].concat();
    let server = Limited::new(1, 3600 * SECOND, named);
    let account = server.account().with(CallOptions::new().deadline(60 * SECOND));
    Kind::Read.call(&account, "").await.unwrap();
    let before = SystemTime::now();
    let (result, elapsed) = timed(Kind::Write.call(&account, "x")).await;
    let error = failed(result, TOKEN);
    let Error::RateLimited(limited) = &error else { panic!("{error}") };
    assert_eq!((limited.kind(), error.status(), error.attempts()), (LimitKind::Window, Some(429), 1));
    assert_eq!(error.request_id(), Some("r-17"), "the error has a request id");
    assert!(elapsed < SECOND, "the call returns at once: {elapsed:?}");
    let wait = error.retry_at().unwrap().duration_since(before).unwrap();
    assert!((3590 * SECOND..3610 * SECOND).contains(&wait), "{wait:?}");
    assert_eq!(error.outcome(), Outcome::Rejected);
    // Later calls are not sent at all.
    for _ in 0..100 {
        let (result, elapsed) = timed(Kind::Write.call(&account, "x")).await;
        let error = failed(result, TOKEN);
        assert!(error.retry_at().is_some() && elapsed.is_zero(), "{error}");
        assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0));
    }
    assert_eq!(server.with(|state| state.sent), 2);
}

async fn a_bare_write_that_is_refused() {
    let server = Limited::new(0, 10 * SECOND, retry_after);
    let error = failed(Kind::Bare.call(&server.account(), "x").await, TOKEN);
    assert_eq!((error.status(), error.attempts(), error.outcome()), (Some(429), 1, Outcome::Rejected));
    assert!(matches!(error, Error::RateLimited(_)) && error.retry_at().is_some());
}

async fn refused_for_ever() {
    let server = Limited::new(0, SECOND, retry_after);
    let numbered = answered({
        let (server, refusals) = (server.clone(), Arc::new(AtomicU32::new(0)));
        move |_| {
            let mut answer = server.answer();
            let id = format!("refusal {}", refusals.fetch_add(1, Ordering::SeqCst) + 1);
            answer.headers_mut().insert("x-request-id", id.parse().unwrap());
            async move { answer }
        }
    });
    let error = failed(Kind::Read.call(&numbered, "").await, TOKEN);
    assert!(matches!(error, Error::RateLimited(_)), "{error}");
    assert_eq!((error.attempts(), server.with(|state| state.sent)), (4, 4));
    assert_eq!(error.request_id(), Some("refusal 4"), "of the last one");
}

async fn a_storm_on_one_account() {
    let server = Limited::new(50, 10 * SECOND, retry_after);
    let most = 16;
    let patient = quick().deadline(3600 * SECOND).max_attempts(100).max_concurrency_per_account(most);
    let account = server.account().with(patient);
    let calls: Vec<_> = (0..1000).map(|_| tokio::spawn(Kind::Write.call(&account, "x"))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let windows = server.with(|state| state.after_refusal.clone());
    assert_eq!(windows.len(), 20, "every window was used");
    assert!(windows.iter().all(|after| *after <= most + 1), "{windows:?}");
    println!("requests after the first 429 of each window, with {most} at once: {windows:?}");
}

async fn a_neighbour_is_unharmed() {
    let calls = Arc::new(AtomicU64::new(0));
    let counter = Arc::clone(&calls);
    let client = client_answered(move |request: Request<Body>| {
        let busy = request.uri().query().is_some_and(|query| query.contains(ACCOUNT));
        if !busy {
            counter.fetch_add(1, Ordering::SeqCst);
        }
        async move {
            tokio::time::sleep(Duration::from_millis(20)).await;
            let mut answer = json_answer(if busy { 429 } else { 200 }, &contact());
            if busy {
                answer.headers_mut().insert("retry-after", 5.into());
            }
            answer
        }
    });
    let neighbour = client.account(OTHER).unwrap();
    let throughput = async || {
        let before = calls.load(Ordering::SeqCst);
        let end = Instant::now() + 20 * SECOND;
        let workers: Vec<_> = (0..8)
            .map(|_| {
                let neighbour = neighbour.clone();
                tokio::spawn(async move {
                    while Instant::now() < end {
                        Kind::Read.call(&neighbour, "").await.unwrap();
                    }
                })
            })
            .collect();
        for worker in workers {
            worker.await.unwrap();
        }
        calls.load(Ordering::SeqCst) - before
    };
    let alone = throughput().await;
    let storm = client.account(ACCOUNT).unwrap().with(CallOptions::new().deadline(600 * SECOND).max_attempts(1000));
    let storm: Vec<_> = (0..1000).map(|_| tokio::spawn(Kind::Read.call(&storm, ""))).collect();
    let beside = throughput().await;
    for call in storm {
        call.abort();
    }
    println!("calls of the neighbour in 20 s: {alone} alone, {beside} beside the storm");
    assert!(beside * 100 >= alone * 95, "{beside} of {alone}");
}

async fn a_quota_that_is_spent() {
    let used = Arc::new(Mutex::new((Instant::now(), 0_u32)));
    let refused = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&refused);
    let account = answered(move |_| {
        let (used, counter) = (Arc::clone(&used), Arc::clone(&counter));
        async move {
            tokio::time::sleep(Duration::from_millis(20)).await;
            let mut used = used.lock().unwrap();
            if used.0.elapsed() >= 10 * SECOND {
                *used = (Instant::now(), 0);
            }
            used.1 += 1;
            let over = used.1 > 10;
            counter.fetch_add(u32::from(over), Ordering::SeqCst);
            let mut answer = json_answer(if over { 429 } else { 200 }, &contact());
            let headers = answer.headers_mut();
            headers.insert("ratelimit-limit", "10;w=10".parse().unwrap());
            headers.insert("ratelimit-remaining", 10_u32.saturating_sub(used.1).into());
            headers.insert("ratelimit-reset", whole((10 * SECOND).saturating_sub(used.0.elapsed())).into());
            answer
        }
    });
    let start = Instant::now();
    // The first call learns the limit; the others keep to it.
    Kind::Read.call(&account, "").await.unwrap();
    let calls: Vec<_> = (0..39).map(|_| tokio::spawn(Kind::Write.call(&account, "x"))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert!(start.elapsed() >= 30 * SECOND);
    // When a window opens, its quota is not known yet.
    let refused = refused.load(Ordering::SeqCst);
    assert!(refused <= 3 * 7, "{refused}");
}

async fn a_full_line() {
    let (most, came) = (Arc::new((AtomicU32::new(0), AtomicU32::new(0))), Arc::new(Mutex::new(String::new())));
    let (counter, order) = (Arc::clone(&most), Arc::clone(&came));
    let account = answered(move |request: Request<Body>| {
        order.lock().unwrap().extend(request.uri().path().chars().last());
        let counter = Arc::clone(&counter);
        async move {
            let now = counter.0.fetch_add(1, Ordering::SeqCst) + 1;
            counter.1.fetch_max(now, Ordering::SeqCst);
            tokio::time::sleep(SECOND).await;
            counter.0.fetch_sub(1, Ordering::SeqCst);
            json_answer(200, &contact())
        }
    });
    let three = account.with(CallOptions::new().max_concurrency_per_account(3));
    let start = Instant::now();
    let call = |id: u32| tokio::spawn(GetContact::builder().id(id.to_string()).send(&three));
    let calls: Vec<_> = (0..9).map(call).collect();
    tokio::time::sleep(Duration::from_millis(10)).await;
    let hurried = account.with(CallOptions::new().max_concurrency_per_account(3).on_limit(OnLimit::Fail));
    let error = failed(Kind::Write.call(&hurried, "x").await, TOKEN);
    assert!(matches!(&error, Error::RateLimited(limited) if limited.kind() == LimitKind::Concurrency), "{error}");
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!((start.elapsed(), most.1.load(Ordering::SeqCst)), (3 * SECOND, 3));
    assert_eq!(*came.lock().unwrap(), "012345678", "in order");
    Kind::Write.call(&hurried, "x").await.unwrap();
}

async fn a_refusal_of_zero_seconds() {
    let past = httpdate::fmt_http_date(SystemTime::now() - 5 * SECOND);
    for (name, value) in [("retry-after", "0"), ("ratelimit-reset", "0"), ("retry-after", past.as_str())] {
        let (asked, value) = (Arc::new(AtomicU32::new(0)), value.parse::<HeaderValue>().unwrap());
        let counter = Arc::clone(&asked);
        let opens = Instant::now() + 3 * SECOND;
        let account = answered(move |_| {
            counter.fetch_add(1, Ordering::SeqCst);
            let mut answer = json_answer(if Instant::now() < opens { 429 } else { 200 }, &contact());
            answer.headers_mut().insert(name, value.clone());
            async move {
                tokio::time::sleep(Duration::from_millis(10)).await;
                answer
            }
        });
        Kind::Write.call(&account, "x").await.unwrap();
        // At once, after 1 s, and after 2 s more.
        assert_eq!(asked.load(Ordering::SeqCst), 3, "{name}");
    }
}

async fn a_refusal_between_two_handles() {
    let sent = async |keep: bool| {
        let asked = Arc::new(AtomicU32::new(0));
        let counter = Arc::clone(&asked);
        let client = client_answered(move |_| {
            counter.fetch_add(1, Ordering::SeqCst);
            async { json_answer(429, &contact()) }
        });
        let kept = keep.then(|| client.account(ACCOUNT).unwrap());
        let end = Instant::now() + 600 * SECOND;
        while Instant::now() < end {
            let once = CallOptions::new().max_attempts(1).deadline(Duration::from_millis(5));
            failed(Kind::Read.call(&client.account(ACCOUNT).unwrap().with(once), "").await, TOKEN);
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        drop(kept);
        asked.load(Ordering::SeqCst)
    };
    let (kept, fresh) = (sent(true).await, sent(false).await);
    assert!(
        kept < 30 && fresh <= kept + 2,
        "requests in ten minutes: {kept} with one handle, {fresh} with a new handle per call"
    );
}

async fn headers_that_lie() {
    for (name, value) in [
        ("ratelimit-remaining", "-5"),
        ("ratelimit-remaining", "nothing"),
        ("ratelimit-reset", "99999999999999999999999999"),
        ("ratelimit-reset", "NaN"),
        ("ratelimit", "\"x\";r=;t=;;=,"),
        ("retry-after", "soon"),
    ] {
        let account = answered(move |_| async move {
            let mut answer = json_answer(200, &contact());
            let headers = answer.headers_mut();
            headers.insert("ratelimit-remaining", "0".parse().unwrap());
            headers.insert(name, value.parse().unwrap());
            answer
        });
        let (results, elapsed) = timed(async {
            for _ in 0..5 {
                Kind::Read.call(&account, "").await.unwrap();
            }
        })
        .await;
        assert_eq!((results, elapsed), ((), Duration::ZERO), "{name}: {value}");
    }
}
