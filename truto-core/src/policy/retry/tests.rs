//! What follows which failure: the table, and what holds for any sequence of failures.

use std::sync::LazyLock;
use std::time::SystemTime;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use proptest::prelude::*;
use serde_json::json;
use tokio::time::{Instant, advance};

use super::*;
use crate::contract::{Contract, Method};
use crate::error::{DecodeError, NetworkError, Size};
use crate::meta::Meta;
use crate::policy::attempt::Attempt;
use crate::policy::clock::End;
use crate::policy::limit::Limiters;
use crate::policy::settings::{RetryBudget, Settings};
use crate::redact::Redactor;

const CREATE: &Contract = &Contract::new("Create", Method::Post, "/unified/crm/contacts", &[]);
const SECOND: Duration = Duration::from_secs(1);
const KEYED: Repeat = Repeat::Keyed { own: false };

fn attempt(repeat: Repeat) -> Attempt {
    Attempt { contract: CREATE, names: None, number: 1, repeat }
}

fn meta(status: u16, headers: &[(&'static str, &str)]) -> Meta {
    let headers: HeaderMap = headers
        .iter()
        .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_str(value).unwrap()))
        .collect();
    let status = StatusCode::from_u16(status).unwrap();
    Meta::new(status, headers, 1, SystemTime::UNIX_EPOCH, &Redactor::default())
}

fn refused(repeat: Repeat, status: u16, headers: &[(&'static str, &str)], envelope: &serde_json::Value) -> Error {
    let body = Bytes::from(envelope.to_string());
    attempt(repeat).refused(meta(status, headers), body, &Redactor::default())
}

fn api(repeat: Repeat, status: u16) -> Error {
    refused(repeat, status, &[], &json!({}))
}

fn network(repeat: Repeat, kind: NetworkKind, unsent: bool) -> Error {
    let context = attempt(repeat).context(repeat.unanswered(unsent), None);
    NetworkError { context, kind, received: 0, cause: String::new() }.into()
}

fn timed_out(repeat: Repeat, clock: Clock) -> Error {
    attempt(repeat).timed_out(End::new(clock, Instant::now(), SECOND), None)
}

fn garbled(repeat: Repeat, kind: DecodeKind) -> Error {
    let context = attempt(repeat).unanswered(None);
    DecodeError::new(context, meta(200, &[]), Bytes::new(), kind, &Redactor::default()).into()
}

fn html() -> DecodeKind {
    DecodeKind::ContentType { found: "text/html".to_owned() }
}

fn terms(repeat: Repeat) -> Terms<'static> {
    static DEFAULT: LazyLock<Settings> = LazyLock::new(Settings::default);
    let spread = Spread { random: u32::MAX, left: Duration::from_secs(100) };
    Terms { settings: &DEFAULT, repeat, spread, closed: SECOND, is_trial: false, may_refresh: true }
}

/// What follows a first attempt that failed like this.
fn first(error: &Error, terms: Terms<'_>) -> Next {
    Tries { attempts: 1, ..Tries::default() }.decide(error, terms, || true)
}

#[test]
fn the_table_of_statuses_is_the_api_s() {
    let remote = json!({"truto_is_remote_error": true});
    let blocked = json!({"statusCode": 503, "error": "Service Unavailable", "message": "The account is blocked"});
    let limit = json!({"truto_error_insight": {"rate_limit_error": {"description": "slow down"}}});
    let mismatch = json!({"message": "This Idempotency-Key was used for another request"});
    for (status, headers, envelope, verdict) in [
        (400, &[][..], &json!({}), Verdict::Final),
        (401, &[], &json!({}), Verdict::Unauthorized),
        (401, &[], &remote, Verdict::Final),
        (403, &[], &json!({}), Verdict::Final),
        (403, &[], &limit, Verdict::Limited),
        (403, &[("retry-after", "3")], &json!({}), Verdict::Limited),
        (403, &[("x-ratelimit-remaining", "0")], &json!({}), Verdict::Limited),
        (403, &[("x-ratelimit-remaining", "1")], &json!({}), Verdict::Final),
        (404, &[], &json!({}), Verdict::Final),
        (405, &[], &json!({}), Verdict::Final),
        (408, &[], &json!({}), Verdict::Transient),
        (409, &[], &json!({}), Verdict::Final),
        (409, &[("retry-after", "3")], &remote, Verdict::Final),
        (410, &[], &json!({}), Verdict::Final),
        (422, &[], &remote, Verdict::Final),
        (422, &[], &mismatch, Verdict::Final),
        (425, &[], &json!({}), Verdict::Transient),
        (429, &[], &json!({}), Verdict::Limited),
        (429, &[], &remote, Verdict::Limited),
        (500, &[], &json!({}), Verdict::Transient),
        (500, &[], &remote, Verdict::Transient),
        (501, &[], &json!({}), Verdict::Final),
        (502, &[], &json!({}), Verdict::Transient),
        (503, &[], &json!({}), Verdict::Transient),
        (503, &[], &blocked, Verdict::Blocked),
        (503, &[("retry-after", "3")], &blocked, Verdict::Transient),
        (504, &[], &json!({}), Verdict::Transient),
        (529, &[], &json!({}), Verdict::Transient),
    ] {
        let error = refused(KEYED, status, headers, envelope);
        assert_eq!(Verdict::of(&error), verdict, "{status} {headers:?} {envelope}");
    }
}

#[test]
fn what_could_happen_twice_is_sent_again_only_when_it_did_not_leave() {
    for repeat in [Repeat::Read, KEYED, Repeat::Idempotent] {
        for error in [
            api(repeat, 502),
            network(repeat, NetworkKind::Exchange, false),
            timed_out(repeat, Clock::FirstByte),
            garbled(repeat, html()),
        ] {
            assert!(matches!(first(&error, terms(repeat)), Next::Pause(_)), "{repeat:?} {error}");
        }
        assert_eq!(first(&api(repeat, 429), terms(repeat)), Next::Window(SECOND));
    }
    let never = Repeat::Never;
    for error in [
        api(never, 500),
        api(never, 503),
        api(never, 408),
        api(never, 425),
        api(never, 429),
        network(never, NetworkKind::Exchange, false),
        network(never, NetworkKind::BodyInterrupted, false),
        timed_out(never, Clock::FirstByte),
        timed_out(never, Clock::Attempt),
        garbled(never, html()),
    ] {
        assert_eq!(first(&error, terms(never)), Next::Fail, "{error}");
    }
    for kind in [NetworkKind::Dns, NetworkKind::Connect] {
        assert!(matches!(first(&network(never, kind, true), terms(never)), Next::Pause(_)));
    }
}

#[test]
fn what_would_fail_again_is_not_tried_again() {
    for error in [
        network(Repeat::Read, NetworkKind::Tls, true),
        network(Repeat::Read, NetworkKind::Proxy, true),
        timed_out(Repeat::Read, Clock::Deadline),
        garbled(Repeat::Read, DecodeKind::Empty),
        garbled(Repeat::Read, DecodeKind::Shape { path: ".".to_owned(), reason: String::new() }),
        attempt(Repeat::Read).too_large(Size::Body, 1, None),
        api(Repeat::Read, 404),
    ] {
        assert_eq!(first(&error, terms(Repeat::Read)), Next::Fail, "{error}");
    }
}

#[test]
fn an_answer_that_cannot_be_read_is_asked_for_once_more() {
    let mut tries = Tries { attempts: 1, ..Tries::default() };
    assert!(matches!(tries.decide(&garbled(KEYED, html()), terms(KEYED), || true), Next::Pause(_)));
    tries.attempts = 2;
    assert_eq!(tries.decide(&garbled(KEYED, html()), terms(KEYED), || true), Next::Fail);
    assert!(matches!(tries.decide(&api(KEYED, 500), terms(KEYED), || true), Next::Pause(_)));
}

#[test]
fn a_token_is_renewed_once() {
    let mut tries = Tries { attempts: 1, ..Tries::default() };
    assert_eq!(tries.decide(&api(Repeat::Never, 401), terms(Repeat::Never), || false), Next::Refresh);
    assert_eq!(tries.decide(&api(Repeat::Never, 401), terms(Repeat::Never), || true), Next::Fail);
    let fixed = Terms { may_refresh: false, ..terms(KEYED) };
    assert_eq!(first(&api(KEYED, 401), fixed), Next::Fail);
}

#[test]
fn the_server_says_when_and_the_deadline_whether() {
    let wait = |wait: &str| refused(KEYED, 503, &[("retry-after", wait)], &json!({}));
    assert_eq!(first(&wait("7"), terms(KEYED)), Next::Pause(7 * SECOND));
    assert_eq!(first(&wait("99"), terms(KEYED)), Next::Pause(99 * SECOND));
    assert_eq!(first(&wait("100"), terms(KEYED)), Next::Fail, "no time is left behind it");
    assert_eq!(first(&wait("3600"), terms(KEYED)), Next::Fail);
    let spread = Spread { random: u32::MAX / 2, ..terms(KEYED).spread };
    let jitter = Terms { spread, ..terms(KEYED) };
    let Next::Pause(pause) = first(&api(KEYED, 500), jitter) else { panic!("again") };
    assert!((Duration::from_millis(249)..=Duration::from_millis(250)).contains(&pause), "{pause:?}");
}

/// Zero seconds, a date that is over, and no hint at all are the same: our own pause, which grows and differs.
#[test]
fn a_hint_of_nothing_makes_no_pause_shorter() {
    let hints = [
        ("retry-after", "0"),
        ("retry-after", "0.001"),
        ("retry-after", "Thu, 01 Jan 1970 00:00:00 GMT"),
        ("retry-after-ms", "1"),
    ];
    for status in [500, 502, 503, 504, 408, 425, 529] {
        for attempts in 1..4 {
            for random in [0, u32::MAX / 3, u32::MAX] {
                let pause = |error: &Error| {
                    let spread = Spread { random, ..terms(KEYED).spread };
                    let Next::Pause(pause) = (Tries { attempts, ..Tries::default() }).decide(
                        error,
                        Terms { spread, ..terms(KEYED) },
                        || true,
                    ) else {
                        panic!("again")
                    };
                    pause
                };
                let own = pause(&api(KEYED, status));
                for hint in hints {
                    let hinted = pause(&refused(KEYED, status, &[hint], &json!({})));
                    assert!(hinted >= own, "{status} {hint:?}: {hinted:?} and not {own:?}");
                }
            }
        }
    }
}

#[test]
fn a_trial_has_one_attempt_and_a_spent_budget_none() {
    let trial = Terms { is_trial: true, ..terms(KEYED) };
    assert_eq!(first(&api(KEYED, 500), trial), Next::Fail);
    let mut tries = Tries { attempts: 1, ..Tries::default() };
    assert_eq!(tries.decide(&api(KEYED, 500), terms(KEYED), || false), Next::Fail);
    assert_eq!(tries.decide(&api(KEYED, 429), terms(KEYED), || false), Next::Window(SECOND), "the limit paces those");
}

#[test]
fn a_trial_that_was_answered_is_a_call_like_any_other() {
    let trial = Terms { is_trial: true, ..terms(KEYED) };
    assert_eq!(first(&api(KEYED, 429), trial), Next::Window(SECOND));
    assert_eq!(first(&api(KEYED, 401), trial), Next::Refresh);
}

#[test]
fn a_window_is_waited_for_where_the_deadline_and_the_caller_allow_it() {
    let refusal = api(KEYED, 429);
    assert_eq!(first(&refusal, Terms { closed: 99 * SECOND, ..terms(KEYED) }), Next::Window(99 * SECOND));
    assert_eq!(first(&refusal, Terms { closed: 100 * SECOND, ..terms(KEYED) }), Next::Fail);
    let settings = &Settings { on_limit: OnLimit::Fail, ..Settings::default() };
    assert_eq!(first(&refusal, Terms { settings, ..terms(KEYED) }), Next::Fail);
}

fn any_failure(repeat: Repeat) -> impl Strategy<Value = Error> {
    let status = prop_oneof![Just(401), Just(403), Just(404), Just(408), Just(409), Just(429), Just(503), 400_u16..600];
    let waits = prop_oneof![Just(None), (0_u64..200).prop_map(Some), Just(Some(u64::MAX))];
    let answers = (status, waits).prop_map(move |(status, wait)| match wait {
        Some(wait) => refused(repeat, status, &[("retry-after", &wait.to_string())], &json!({})),
        None => api(repeat, status),
    });
    let connections = prop_oneof![
        Just((NetworkKind::Dns, true)),
        Just((NetworkKind::Connect, true)),
        Just((NetworkKind::Tls, true)),
        Just((NetworkKind::Exchange, false)),
        Just((NetworkKind::BodyInterrupted, false)),
    ];
    let clocks = prop_oneof![Just(Clock::Connect), Just(Clock::FirstByte), Just(Clock::Stall), Just(Clock::Attempt)];
    prop_oneof![
        answers,
        connections.prop_map(move |(kind, unsent)| network(repeat, kind, unsent)),
        clocks.prop_map(move |clock| timed_out(repeat, clock)),
        Just(garbled(repeat, html())),
    ]
}

fn any_repeat() -> impl Strategy<Value = Repeat> {
    let own = any::<bool>().prop_map(|own| Repeat::Keyed { own });
    prop_oneof![Just(Repeat::Read), own, Just(Repeat::Idempotent), Just(Repeat::Never)]
}

/// A call whose attempts fail like this, each after so long.
fn any_call() -> impl Strategy<Value = (Repeat, Vec<(Error, u64)>)> {
    any_repeat().prop_flat_map(|repeat| {
        let attempts = proptest::collection::vec((any_failure(repeat), 0_u64..40_000), 1..12);
        (Just(repeat), attempts)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Attempts, deadline and budget hold, and nothing that could happen twice is sent twice, whatever fails in whatever order.
    #[test]
    fn no_sequence_of_failures_goes_beyond_what_is_allowed(
        calls in proptest::collection::vec(any_call(), 1..12),
        max_attempts in 0_u32..8,
        deadline in 1_u64..200,
        budget in (0_u32..50, 0_u32..5),
        random in any::<u32>(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        runtime.block_on(async {
            let budget = RetryBudget::percent(budget.0).reserve(budget.1);
            let limiter = Limiters::default().get(1);
            let settings = Settings { max_attempts, ..Settings::default() };
            let (mut sent, mut paid) = (0_u32, 0_u32);
            for (repeat, failures) in calls {
                let end = Instant::now() + Duration::from_secs(deadline);
                let mut tries = Tries::default();
                let mut may_have_left = false;
                for (error, millis) in failures {
                    let Ok(permit) = limiter.enter(&settings, Some(end), tries.attempts == 0, None).await else { break };
                    prop_assert!(Instant::now() <= end, "sent after the deadline");
                    prop_assert!(!(may_have_left && repeat == Repeat::Never), "sent although it may have been carried out");
                    tries.attempts += 1;
                    sent += u32::from(tries.attempts == 1);
                    prop_assert!(tries.attempts <= max_attempts.max(1));
                    // An attempt ends with the deadline at the latest.
                    let left = end.saturating_duration_since(Instant::now());
                    advance(Duration::from_millis(millis).min(left)).await;
                    may_have_left |= error.outcome() == Outcome::Unknown;
                    let is_trial = permit.is_trial;
                    let left = end.saturating_duration_since(Instant::now());
                    let spread = Spread { random, left };
                    let closed_until = permit.attempt_failed(&error, budget, spread);
                    let closed = closed_until.unwrap_or(Instant::now()).saturating_duration_since(Instant::now());
                    let terms = Terms { settings: &settings, spread, closed, is_trial, ..terms(repeat) };
                    let mut asked = false;
                    let next = tries.decide(&error, terms, || {
                        asked = limiter.take_retry(budget);
                        asked
                    });
                    paid += u32::from(asked);
                    match next {
                        Next::Fail => break,
                        Next::Pause(pause) => {
                            prop_assert!(asked, "a retry that nobody paid for");
                            prop_assert!(pause < left);
                            advance(pause).await;
                        }
                        Next::Window(wait) => prop_assert!(wait < left),
                        Next::Refresh => {}
                    }
                }
            }
            // What was spent comes back in 10 s or so; a dozen calls take a dozen deadlines at most.
            let reserves = 12 * deadline.div_ceil(10) + 1;
            let most = u64::from(budget.reserve) * reserves + u64::from(sent * budget.percent) / 100 + 1;
            prop_assert!(u64::from(paid) <= most, "{paid} retries for {sent} calls");
            Ok(())
        })?;
    }

    /// What is known of a write only ever gets less certain, unless the key says otherwise.
    #[test]
    fn what_may_have_happened_is_never_forgotten((repeat, failures) in any_call()) {
        let mut before = None;
        for (error, _) in failures {
            let over_all = repeat.call_outcome(before, error.outcome(), error.refused_by_api());
            if before == Some(Outcome::Unknown) && over_all != Outcome::Unknown {
                let judged = matches!(repeat, Repeat::Keyed { .. });
                prop_assert!(judged && over_all == Outcome::Rejected);
            }
            before = Some(over_all);
        }
    }
}
