//! Errors: their predicates, their texts, and how mocks create them.

use std::time::Duration;

use serde::Deserialize;
use truto_core::crm::CreateAssociation;
use truto_core::error::{
    ApiErrorKind, Clock, DecodeKind, LimitKind, NetworkKind, Outcome, Problem, RedirectReason, Size,
};
use truto_core::mock::{MockAnswer, MockError};
use truto_core::{Checkpoint, Error, Json, Page, json, unified_endpoint};

/// Reads a ticket.
#[unified_endpoint(GET, "/unified/ticketing/tickets/{id}")]
struct GetTicket {
    id: String,
}

const SECOND: Duration = Duration::from_secs(1);

/// One error of each kind, with the predicates that hold, in the order of [`asked`].
fn every_error() -> Vec<(Error, &'static str)> {
    let api = |status| Error::from(MockError::api(status, "no"));
    let network = |kind| Error::from(MockError::network(kind, "it broke"));
    let timeout = |clock| Error::from(MockError::timeout(clock, SECOND));
    let decode = |kind| MockAnswer::new(200).undecodable(kind);
    let reason = || "x".to_owned();
    let remote =
        |status| MockAnswer::new(status).json(json!({ "message": "no", "truto_is_remote_error": true })).refused();
    vec![
        (MockError::config("token", "is empty", "give one").into(), ""),
        (MockError::invalid("name", "is too long").into(), "invalid"),
        ("page 7".parse::<Checkpoint>().unwrap_err(), ""),
        (MockError::token("sealed").into(), "retryable"),
        (MockError::rate_limited(LimitKind::Window, Some(SECOND)).into(), "rate_limited retryable"),
        (MockError::rate_limited(LimitKind::Line, None).into(), "rate_limited retryable"),
        (MockError::unavailable(SECOND, MockError::api(404, "no")).into(), "retryable"),
        (network(NetworkKind::Dns), "connect retryable"),
        (network(NetworkKind::Connect), "connect retryable"),
        (network(NetworkKind::Tls), "connect"),
        (network(NetworkKind::Proxy), "connect"),
        (network(NetworkKind::Exchange), "retryable"),
        (network(NetworkKind::BodyInterrupted), "retryable"),
        (timeout(Clock::Connect), "timeout connect retryable"),
        (timeout(Clock::FirstByte), "timeout retryable"),
        (timeout(Clock::Stall), "timeout retryable"),
        (timeout(Clock::Throughput), "timeout retryable"),
        (timeout(Clock::Attempt), "timeout retryable"),
        (timeout(Clock::Deadline), "timeout retryable"),
        (MockAnswer::new(302).redirect(RedirectReason::Write), ""),
        (api(400), "invalid"),
        (api(401), "unauthorized"),
        (remote(401), "unauthorized"),
        (api(403), "forbidden"),
        (MockAnswer::new(403).header("retry-after", "7").refused(), "rate_limited retryable"),
        (api(404), "not_found"),
        (api(405), ""),
        (api(408), "retryable"),
        (api(409), "conflict"),
        (remote(409), "conflict"),
        (api(410), "not_found"),
        (api(413), ""),
        (api(422), "invalid"),
        (remote(422), "invalid"),
        (MockError::api(422, "This `Idempotency-Key` was used for another request").into(), ""),
        (api(425), "retryable"),
        (api(429), "rate_limited retryable"),
        (api(500), "retryable"),
        (api(501), ""),
        (api(502), "retryable"),
        (api(503), "retryable"),
        (MockError::api(503, "The account is blocked").into(), ""),
        (api(504), "retryable"),
        (decode(DecodeKind::ContentType { found: reason() }), "decode retryable"),
        (decode(DecodeKind::Syntax { reason: reason() }), "decode"),
        (decode(DecodeKind::Compression { reason: reason() }), "decode"),
        (decode(DecodeKind::Empty), "decode"),
        (decode(DecodeKind::Shape { path: reason(), reason: reason() }), "decode"),
        (decode(DecodeKind::Short { found: 1, expected: 2 }), "decode"),
        (MockError::too_large(Size::Body, 16).into(), ""),
        (MockError::too_large(Size::List, 16).into(), ""),
        (MockError::cursor_cycle(3).into(), ""),
    ]
}

/// Returns the names of the predicates that hold.
fn asked(error: &Error) -> String {
    type Predicate = fn(&Error) -> bool;
    let all: [(&str, Predicate); 10] = [
        ("invalid", Error::is_invalid),
        ("unauthorized", Error::is_unauthorized),
        ("forbidden", Error::is_forbidden),
        ("not_found", Error::is_not_found),
        ("conflict", Error::is_conflict),
        ("rate_limited", Error::is_rate_limited),
        ("timeout", Error::is_timeout),
        ("connect", Error::is_connect),
        ("decode", Error::is_decode),
        ("retryable", Error::is_retryable),
    ];
    all.iter().filter(|(_, holds)| holds(error)).map(|(name, _)| *name).collect::<Vec<_>>().join(" ")
}

#[test]
fn each_error_matches_its_predicates() {
    for (error, expected) in every_error() {
        assert_eq!(asked(&error), expected, "{error}");
    }
}

#[test]
fn debug_starts_with_the_message_and_ends_with_the_details() {
    for (error, _) in every_error() {
        let (sentence, line, lines) = (error.to_string(), format!("{error:?}"), format!("{error:#?}"));
        assert!(line.starts_with(&format!("{sentence} [")) && line.ends_with(']'), "{line}");
        assert!(lines.starts_with(&format!("{sentence}\n")), "{lines}");
        assert!(!line.contains('\n'), "the text is one line: {line}");
        assert!(line.contains("Error") || line.contains("InvalidRequest"), "{line}");
    }
    // `main` prints the `Debug` text of a boxed error.
    let boxed: Box<dyn std::error::Error> = Error::from(MockError::api(404, "There is no such ticket")).into();
    assert!(format!("{boxed:?}").starts_with("POST /mocked: 404 Not Found: There is no such ticket; check the id"));
    // Error types that are not variants of `Error`.
    let unknown = "contact".parse::<truto_core::crm::CrmEntity>().unwrap_err();
    assert!(format!("{unknown:?}").starts_with(&format!("{unknown} [UnknownEntity")));
    let query = truto_core::server::ReceivedQuery::parse(&"a=1&".repeat(1_001)).unwrap_err();
    assert_eq!(format!("{query:?}"), "The query has more than 1000 parameters [QueryError]");
    let webhook = truto_core::webhook::Webhook::new("").unwrap_err();
    assert_eq!(format!("{webhook:?}"), format!("{webhook} [EmptySecret]"));
    let invalid = match MockError::invalid("name", "is too long").into() {
        Error::Invalid(invalid) => invalid,
        other => panic!("{other}"),
    };
    assert!(format!("{invalid:?}").starts_with("POST /mocked was not sent: `name`: is too long [InvalidRequest"));
}

#[test]
fn debug_shows_no_control_character_of_a_server() {
    let error =
        MockAnswer::new(400).header("x-request-id", "a\tb").json(json!({ "message": "a\u{1b}[2J\r\nb" })).refused();
    for shown in [format!("{error:?}"), format!("{error:#?}").replace('\n', "")] {
        assert!(!shown.contains(char::is_control), "{shown:?}");
    }
}

#[test]
fn a_mocked_error_equals_the_error_of_a_call() {
    let read = |error: MockError| Error::from(error.endpoint::<GetTicket>());
    let write = |error: MockError| Error::from(error.endpoint::<CreateAssociation>());
    let late = || MockError::timeout(Clock::Attempt, SECOND);
    assert_eq!((read(late()).outcome(), write(late()).outcome()), (Outcome::NotSent, Outcome::Unknown));
    assert_eq!(write(MockError::network(NetworkKind::Connect, "x")).outcome(), Outcome::NotSent);
    assert_eq!(write(MockError::api(422, "no")).outcome(), Outcome::Rejected);
    assert_eq!(write(MockError::api(502, "no")).outcome(), Outcome::Unknown);
    assert_eq!(write(MockError::api(502, "no").outcome(Outcome::Rejected)).outcome(), Outcome::Rejected);
    assert_eq!(read(late()).endpoint(), Some("GET /unified/ticketing/tickets/{id}"));

    let error = Error::from(MockError::api(429, "slow down").attempts(4).request_id("req-7"));
    assert_eq!((error.status(), error.attempts(), error.request_id()), (Some(429), 4, Some("req-7")));
    assert_eq!(error.to_string().matches("tried 4 times").count(), 1);
    let error = Error::from(late().attempts(2).request_id("req-8"));
    assert_eq!((error.attempts(), error.request_id()), (2, Some("req-8")));
    assert_eq!(Error::from(MockError::rate_limited(LimitKind::Line, None)).attempts(), 0);

    let Error::Invalid(invalid) = MockError::invalid("a", "x").and_invalid("b", "y").into() else { panic!() };
    let paths: Vec<&str> = invalid.failures().iter().map(truto_core::error::Failure::path).collect();
    assert_eq!(paths, ["a", "b"]);
    assert!(matches!(invalid.failures()[0].problem(), Problem::Value { reason } if reason == "x"));
    let Error::Unavailable(down) = MockError::unavailable(SECOND, MockError::api(503, "The account is blocked")).into()
    else {
        panic!()
    };
    assert!(matches!(down.cause(), Error::Api(api) if api.kind() == ApiErrorKind::Blocked));
    assert_eq!(Error::from(MockError::api(7, "what")).status(), Some(500), "7 is not a status");
}

#[derive(Debug, Deserialize, PartialEq)]
struct Ticket {
    title: String,
}

#[tokio::test]
async fn a_mocked_answer_equals_the_answer_of_a_call() {
    let ticket = || json!({ "title": "On fire" });
    assert_eq!(MockAnswer::new(200).json(ticket()).sent::<Ticket>().unwrap().title, "On fire");
    let list = MockAnswer::new(200).json(json!({ "result": [ticket()], "next_cursor": "2" }));
    let page: Page<Ticket> = list.sent().unwrap();
    assert_eq!((page.items().len(), page.next_cursor(), page.is_partial()), (1, Some("2"), false));
    let page =
        MockAnswer::new(200).header("ratelimit-remaining", "3").page(vec![Ticket { title: "a".to_owned() }], None);
    assert_eq!((page.meta().rate_limit().unwrap().remaining, page.next_cursor()), (Some(3), None));

    assert!(MockAnswer::new(200).json(json!({})).sent::<Ticket>().unwrap_err().is_decode());
    assert!(
        MockAnswer::new(200).body("<html>").header("content-type", "text/html").sent::<Json>().unwrap_err().is_decode()
    );
    assert!(MockAnswer::new(404).json(json!({ "message": "gone" })).sent::<Ticket>().unwrap_err().is_not_found());
    let disguised = json!({ "statusCode": 409, "error": "Conflict", "message": "there" });
    assert!(MockAnswer::new(200).json(disguised).sent::<Ticket>().unwrap_err().is_conflict());
    assert_eq!(MockAnswer::new(204).sent::<Option<Ticket>>().unwrap(), None);

    let raw = MockAnswer::new(200).json(ticket()).raw();
    assert_eq!((raw.status(), raw.json::<Ticket>().unwrap().title.as_str()), (200, "On fire"));
    let mut stream = MockAnswer::new(200).json(json!([ticket(), ticket()])).stream().records::<Ticket>();
    let mut records = 0;
    while stream.try_next().await.unwrap().is_some() {
        records += 1;
    }
    assert_eq!(records, 2);
    let response = MockAnswer::new(201).attempts(2).response(());
    assert_eq!((response.meta.status(), response.meta.attempts()), (201, 2));
}
