//! Many calls at once: a fault affects only its own call, and a waiting call does not block calls that could be sent.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use http::Request;
use tokio::time::Instant;
use truto_core::error::Error;
use truto_core::settings::OnLimit;
use truto_core::transport::Body;
use truto_core::{Account, Bulk, CallOptions};

use crate::support::{
    ACCOUNT, GetContact, Kind, MILLISECOND, OTHER, SECOND, TOKEN, answered, client_answered, contact, failed,
    json_answer, quick, timed,
};

crate::faults! {
    "many calls";
    "one of many calls fails, hangs or is refused" => "the other calls are not affected": one_of_many on paused_clock;
    "many calls of a limited account are in front of another account's calls" => "the other account's calls are not delayed":
        a_parked_account_among_many on paused_clock;
    "one of many calls waits for its next attempt behind slow calls" => "its deadline is kept": a_deadline_among_many on paused_clock;
    "many calls are dropped" => "nothing continues": many_that_are_dropped on paused_clock;
    "a call of the same account between two results" => "the call is sent": a_call_between_two_results on paused_clock;
    "a slow reader of the results" => "the account stays usable for others": a_slow_reader_of_results on paused_clock;
    "one of many calls waits for a slot" => "it does not hold a slot of its account": a_wait_for_a_slot on paused_clock;
    "many calls wait for a slot" => "they are sent in their order": a_line_for_slots on paused_clock;
    "one of many calls is the probe of a rate limit, and has no slot" => "another call probes":
        a_probe_without_a_slot on paused_clock;
    "an account with many waiting calls is refused, and then opens" => "all its calls are sent, in their order":
        an_account_that_opens on paused_clock;
    "calls that must not wait are behind calls that wait" => "they fail at once": calls_that_must_not_wait on paused_clock;
    "a reader of the results that pauses" => "the calls ahead of it are sent": a_reader_that_pauses on paused_clock;
    "many calls wait for their account" => "no more than `ahead` calls are taken": calls_ahead on paused_clock;
    "one of many calls is the trial of an outage, and has no slot" => "another call is the trial":
        a_trial_without_a_slot on paused_clock;
}

async fn one_of_many() {
    let sent = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&sent);
    let client = client_answered(move |request: Request<Body>| {
        counter.fetch_add(1, Ordering::SeqCst);
        let path = request.uri().path().to_owned();
        async move {
            if path.ends_with("/slow") {
                tokio::time::sleep(100 * SECOND).await;
            }
            tokio::time::sleep(SECOND).await;
            json_answer(if path.ends_with("/missing") { 404 } else { 200 }, &contact())
        }
    });
    let accounts: Vec<_> = (0..10)
        .map(|number| client.account(format!("62f44730-dd91-461e-bd6a-aedd9e0ad7{number:02}")).unwrap())
        .collect();
    let ids = |number: usize| match number {
        13 => "missing",
        14 => "slow",
        15 => "../etc",
        _ => "1",
    };
    let calls = (0..200).map(|number| {
        let account = accounts[number % 10].with(CallOptions::new().deadline(20 * SECOND).max_attempts(1));
        (number, GetContact::builder().id(ids(number)).send(&account))
    });
    let start = Instant::now();
    let mut results = Bulk::new(calls).concurrency(10);
    let mut outcomes = std::collections::BTreeMap::new();
    while let Some((number, result)) = results.next().await {
        assert!(outcomes.insert(number, result).is_none(), "{number} came twice");
    }
    assert_eq!(outcomes.len(), 200);
    assert!(start.elapsed() <= 40 * SECOND, "{:?}", start.elapsed());
    assert!(start.elapsed() >= 19 * SECOND, "no more than ten at once: {:?}", start.elapsed());
    assert_eq!(outcomes[&13].as_ref().unwrap_err().status(), Some(404));
    assert!(matches!(outcomes[&14].as_ref().unwrap_err(), Error::Timeout(_)));
    assert!(matches!(outcomes[&15].as_ref().unwrap_err(), Error::Invalid(_)));
    assert_eq!(outcomes.values().filter(|result| result.is_ok()).count(), 197);
    assert_eq!(sent.load(Ordering::SeqCst), 199);
}

async fn a_parked_account_among_many() {
    let client = client_answered(|request: Request<Body>| {
        let busy = request.uri().query().is_some_and(|query| query.contains(ACCOUNT));
        async move {
            tokio::time::sleep(100 * MILLISECOND).await;
            let mut answer = json_answer(if busy { 429 } else { 200 }, &contact());
            if busy {
                answer.headers_mut().insert("retry-after", 60.into());
            }
            answer
        }
    });
    let parked = client.account(ACCOUNT).unwrap().with(CallOptions::new().max_attempts(2));
    let other = client.account(OTHER).unwrap();
    let calls = (0..600).map(|number| {
        let account = if number < 500 { &parked } else { &other };
        (number, Kind::Read.call(account, ""))
    });
    let start = Instant::now();
    let mut results = Bulk::new(calls).concurrency(8);
    let mut others = 0;
    while others < 100 {
        let (number, result) = results.next().await.unwrap();
        if number >= 500 {
            result.unwrap();
            others += 1;
        }
    }
    assert!(start.elapsed() < 5 * SECOND, "{:?}", start.elapsed());
}

async fn a_deadline_among_many() {
    let account = answered(|request: Request<Body>| {
        let fails = request.uri().path().ends_with("/fails");
        async move {
            tokio::time::sleep(if fails { MILLISECOND } else { 50 * SECOND }).await;
            json_answer(if fails { 503 } else { 200 }, &contact())
        }
    });
    let bounded = account.with(quick().deadline(10 * SECOND));
    let calls = [("fails", &bounded), ("slow", &account)];
    let mut results =
        Bulk::new(calls.map(|(id, account)| (id, GetContact::builder().id(id).send(account)))).concurrency(1);
    let start = Instant::now();
    let (id, result) = results.next().await.unwrap();
    let error = failed(result, TOKEN);
    assert_eq!((id, error.attempts()), ("fails", 1), "{error}");
    assert!(start.elapsed() <= 10 * SECOND + MILLISECOND, "{:?}", start.elapsed());
    let (id, result) = results.next().await.unwrap();
    assert_eq!((id, result.is_ok()), ("slow", true));
}

async fn many_that_are_dropped() {
    let sent = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&sent);
    let account = answered(move |_| {
        counter.fetch_add(1, Ordering::SeqCst);
        async {
            tokio::time::sleep(SECOND).await;
            json_answer(200, &contact())
        }
    });
    let calls = (0..1000).map(|number| (number, Kind::Write.call(&account, "many")));
    let mut results = Bulk::new(calls).concurrency(4);
    for _ in 0..3 {
        results.next().await.unwrap().1.unwrap();
    }
    drop(results);
    let before = sent.load(Ordering::SeqCst);
    assert!((4..=3 + 4 + 4).contains(&before), "{before}");
    tokio::time::sleep(60 * SECOND).await;
    assert_eq!(sent.load(Ordering::SeqCst), before);
}

/// Returns an account whose server takes 100 ms for each response.
fn steady() -> Account {
    answered(|_| async {
        tokio::time::sleep(100 * MILLISECOND).await;
        json_answer(200, &contact())
    })
}

async fn a_call_between_two_results() {
    let account = steady();
    let mut results = Bulk::new((0..100).map(|number| (number, Kind::Read.call(&account, ""))));
    let mut written = 0;
    while let Some((number, result)) = results.next().await {
        result.unwrap();
        if number % 10 == 0 {
            let (result, elapsed) = timed(Kind::Write.call(&account, "x")).await;
            assert!(elapsed <= SECOND, "{elapsed:?}: {result:?}");
            written += usize::from(result.is_ok());
        }
    }
    assert_eq!(written, 10);
}

async fn a_slow_reader_of_results() {
    let account = steady();
    let mut results = Bulk::new((0..100).map(|number| (number, Kind::Read.call(&account, ""))));
    results.next().await.unwrap().1.unwrap();
    let other = tokio::spawn(timed(Kind::Read.call(&account, "")));
    tokio::time::sleep(300 * SECOND).await;
    let (result, elapsed) = other.await.unwrap();
    assert!(elapsed <= SECOND, "{elapsed:?}: {result:?}");
    let mut rest = 0;
    while let Some((_, result)) = results.next().await {
        rest += usize::from(result.is_ok());
    }
    assert_eq!(rest, 99);
}

async fn a_wait_for_a_slot() {
    let on_the_wire = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&on_the_wire);
    let client = client_answered(move |request: Request<Body>| {
        let slow = request.uri().query().is_some_and(|query| query.contains(ACCOUNT));
        counter.fetch_add(u32::from(!slow), Ordering::SeqCst);
        async move {
            tokio::time::sleep(if slow { 50 * SECOND } else { 10 * MILLISECOND }).await;
            json_answer(200, &contact())
        }
    });
    let (slow, quick) = (client.account(ACCOUNT).unwrap(), client.account(OTHER).unwrap());
    let calls: Vec<_> =
        (0..40).map(|number| (number, Kind::Read.call(if number < 8 { &slow } else { &quick }, ""))).collect();
    let mut results = Bulk::new(calls).concurrency(1);
    let many = tokio::spawn(async move { while results.next().await.is_some() {} });
    tokio::time::sleep(SECOND).await;
    assert_eq!(on_the_wire.load(Ordering::SeqCst), 0, "no call of the quick account has had a slot");
    let (result, elapsed) = timed(Kind::Read.call(&quick, "")).await;
    assert!(elapsed <= SECOND, "the account is idle: {elapsed:?}: {result:?}");
    many.abort();
}

async fn a_line_for_slots() {
    let sent = Arc::new(std::sync::Mutex::new(Vec::new()));
    let log = Arc::clone(&sent);
    let client = client_answered(move |request: Request<Body>| {
        log.lock().unwrap().push(request.uri().path().rsplit('/').next().unwrap().parse::<u32>().unwrap());
        async move {
            tokio::time::sleep(SECOND).await;
            json_answer(200, &contact())
        }
    });
    let account = client.account(ACCOUNT).unwrap();
    let calls = (0..50_u32).map(|number| (number, GetContact::builder().id(number.to_string()).send(&account)));
    let mut results = Bulk::new(calls).concurrency(3);
    while let Some((number, result)) = results.next().await {
        assert!(result.is_ok(), "{number}: {result:?}");
    }
    assert!(sent.lock().unwrap().is_sorted(), "{sent:?}");
}

async fn a_probe_without_a_slot() {
    let asked = Arc::new(AtomicU32::new(0));
    let client = client_answered(move |request: Request<Body>| {
        let slow = request.uri().query().is_some_and(|query| query.contains(ACCOUNT));
        let refused = !slow && asked.fetch_add(1, Ordering::SeqCst) == 0;
        async move {
            tokio::time::sleep(if slow { 55 * SECOND } else { 10 * MILLISECOND }).await;
            let mut answer = json_answer(if refused { 429 } else { 200 }, &contact());
            if refused {
                answer.headers_mut().insert("retry-after", 1.into());
            }
            answer
        }
    });
    let (slow, limited) = (client.account(ACCOUNT).unwrap(), client.account(OTHER).unwrap());
    let calls: Vec<_> =
        (0..20).map(|number| (number, Kind::Read.call(if number == 0 { &limited } else { &slow }, ""))).collect();
    let mut results = Bulk::new(calls).concurrency(1);
    let many = tokio::spawn(async move { while results.next().await.is_some() {} });
    tokio::time::sleep(2 * SECOND).await;
    // The account's window has been open for a second, and its calls are not on the wire.
    let (result, elapsed) = timed(Kind::Read.call(&limited, "")).await;
    assert!(elapsed <= SECOND, "{elapsed:?}: {result:?}");
    many.abort();
}

async fn a_trial_without_a_slot() {
    let start = Instant::now();
    let client = client_answered(move |request: Request<Body>| {
        let slow = request.uri().query().is_some_and(|query| query.contains(ACCOUNT));
        let fails = !slow && start.elapsed() < 60 * SECOND;
        async move {
            tokio::time::sleep(if slow { 55 * SECOND } else { 10 * MILLISECOND }).await;
            json_answer(if fails { 502 } else { 200 }, &contact())
        }
    });
    let (slow, down) = (client.account(ACCOUNT).unwrap(), client.account(OTHER).unwrap());
    while !matches!(Kind::Read.call(&down, "").await, Err(Error::Unavailable(_))) {}
    tokio::time::sleep(100 * SECOND).await;
    // The slow call has the only slot.
    let mut results = Bulk::new([&slow, &down].map(|account| ((), Kind::Read.call(account, "")))).concurrency(1);
    let many = tokio::spawn(async move {
        let mut worked = 0;
        while let Some(((), result)) = results.next().await {
            worked += usize::from(result.is_ok());
        }
        worked
    });
    tokio::time::sleep(SECOND).await;
    let (result, elapsed) = timed(Kind::Read.call(&down, "")).await;
    assert!(result.is_ok() && elapsed <= SECOND, "{elapsed:?}: {result:?}");
    assert_eq!(many.await.unwrap(), 2);
}

async fn an_account_that_opens() {
    let sent = Arc::new(std::sync::Mutex::new(Vec::new()));
    let log = Arc::clone(&sent);
    let start = Instant::now();
    let client = client_answered(move |request: Request<Body>| {
        let refused = start.elapsed() < SECOND;
        if !refused {
            log.lock().unwrap().push(request.uri().path().rsplit('/').next().unwrap().parse::<u32>().unwrap());
        }
        async move {
            tokio::time::sleep(100 * MILLISECOND).await;
            let mut answer = json_answer(if refused { 429 } else { 200 }, &contact());
            if refused {
                answer.headers_mut().insert("retry-after", 10.into());
            }
            answer
        }
    });
    // The account lets fewer calls in than there are slots.
    let account = client.account(ACCOUNT).unwrap().with(CallOptions::new().max_concurrency_per_account(4));
    let calls = (0..400_u32).map(|number| (number, GetContact::builder().id(number.to_string()).send(&account)));
    let mut results = Bulk::new(calls).concurrency(8);
    let mut count = 0;
    while let Some((number, result)) = results.next().await {
        assert!(result.is_ok(), "{number}: {result:?}");
        count += 1;
    }
    assert_eq!(count, 400);
    // The first four were refused, and are sent again among the others.
    let sent = sent.lock().unwrap();
    assert!(sent.iter().copied().filter(|number| *number >= 4).eq(4..400), "{sent:?}");
    assert!(start.elapsed() <= 30 * SECOND, "four at once take ten seconds: {:?}", start.elapsed());
}

async fn calls_that_must_not_wait() {
    let client = client_answered(|_| async {
        tokio::time::sleep(SECOND).await;
        json_answer(200, &contact())
    });
    let patient = client.account(ACCOUNT).unwrap().with(CallOptions::new().max_concurrency_per_account(1));
    let impatient = patient.with(CallOptions::new().on_limit(OnLimit::Fail));
    let start = Instant::now();
    let calls = (0..60).map(|number| (number, Kind::Read.call(if number < 40 { &patient } else { &impatient }, "")));
    let mut results = Bulk::new(calls).concurrency(4);
    for _ in 40..60 {
        let (number, result) = results.next().await.unwrap();
        assert!(number >= 40, "{number}: {result:?}");
        assert!(matches!(result, Err(Error::RateLimited(_))), "{result:?}");
    }
    assert!(start.elapsed() < SECOND, "{:?}", start.elapsed());
    let mut rest = 0;
    while let Some((_, result)) = results.next().await {
        rest += usize::from(result.is_ok());
    }
    assert_eq!(rest, 40);
}

async fn a_reader_that_pauses() {
    let sent = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&sent);
    let client = client_answered(move |_| {
        counter.fetch_add(1, Ordering::SeqCst);
        async {
            tokio::time::sleep(10 * MILLISECOND).await;
            json_answer(200, &contact())
        }
    });
    let account = client.account(ACCOUNT).unwrap();
    let mut results = Bulk::new((0..4000_u32).map(|number| (number, Kind::Read.call(&account, "")))).concurrency(8);
    let (mut read, mut ahead) = (0, Vec::new());
    while let Some((_, result)) = results.next().await {
        result.unwrap();
        read += 1;
        if read % 500 == 0 {
            tokio::time::sleep(100 * SECOND).await;
            ahead.push(sent.load(Ordering::SeqCst) - read);
        }
    }
    assert_eq!(read, 4000);
    assert!(ahead[0] >= 8, "{ahead:?}");
    assert!(ahead[4] >= 500, "the pauses are longer than the calls that wait: {ahead:?}");
}

async fn calls_ahead() {
    let taken = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&taken);
    let client = client_answered(|_| async {
        tokio::time::sleep(SECOND).await;
        json_answer(200, &contact())
    });
    let account = client.account(ACCOUNT).unwrap().with(CallOptions::new().max_concurrency_per_account(2));
    let calls = (0..100_u32).map(move |number| {
        counter.fetch_add(1, Ordering::SeqCst);
        (number, Kind::Read.call(&account, ""))
    });
    let mut results = Bulk::new(calls).concurrency(4).ahead(20);
    let mut read = 0;
    while let Some((_, result)) = results.next().await {
        result.unwrap();
        read += 1;
        assert!(taken.load(Ordering::SeqCst) < read + 20, "{read} of {taken:?}");
    }
    assert_eq!(read, 100);
}
