//! The future of a call: the formats and options that it takes before the first poll, and what happens after it.

use std::collections::BTreeSet;
use std::time::Duration;

use serde::Deserialize;
use truto_core::builder::Given;
use truto_core::crm::{Association, CreateAssociation, CreateAssociationBuilder, crm_entity};
use truto_core::error::{Clock, Error, Outcome};
use truto_core::response::{ByteStream, RawResponse, Response};
use truto_core::settings::{Backoff, MinThroughput, OnLimit, RetryBudget};
use truto_core::{Account, Bulk, Call, CallOptions, Endpoint, Json, Page, Paginated, Sending, unified_endpoint};
use truto_sandbox::{Fault, Sandbox};

use crate::support::{Log, answering, answering_json, polled, response};

const SECOND: Duration = Duration::from_secs(1);

#[derive(Debug, Deserialize)]
struct Contact {
    id: String,
}

#[unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
struct ListContacts {}

#[unified_endpoint(GET, "/unified/crm/contacts/{id}", response = Contact)]
struct GetContact {
    id: String,
}

#[derive(Debug, Deserialize, PartialEq)]
struct OnlyId {
    entity_id: String,
}

fn request() -> CreateAssociationBuilder<Given, Given<crm_entity::Contacts>> {
    CreateAssociation::builder().entity_id("1").entity(crm_entity::Contacts)
}

/// Returns the values of `truto_response_format` and of the cursor in the only request.
fn formats(log: &Log) -> Vec<String> {
    let line = log.all().last().unwrap().line.clone();
    let query = line.split_once('?').unwrap().1.to_owned();
    query.split('&').filter_map(|pair| pair.strip_prefix("truto_response_format=")).map(str::to_owned).collect()
}

#[tokio::test]
async fn each_format_has_a_type_in_any_order_of_the_methods() {
    let (account, log) = answering_json(r#"{"entity_id": "1"}"#);
    let only = OnlyId { entity_id: "1".to_owned() };
    let call = || request().send(&account);

    let link: Association = call().await.unwrap();
    assert_eq!((link.entity_id.as_deref(), formats(&log)), (Some("1"), vec![]));
    let with_meta: Response<Association> = call().with_meta().await.unwrap();
    assert_eq!((with_meta.meta.status(), formats(&log)), (200, vec![]));
    assert_eq!((call().decode_as::<OnlyId>().await.unwrap(), formats(&log)), (only, vec![]));

    let normalized: Association = call().normalized().await.unwrap();
    assert_eq!((normalized.entity_id.as_deref(), formats(&log)), (Some("1"), vec!["normalized".to_owned()]));
    let each: [Sending<Response<OnlyId>>; 6] = [
        call().normalized().decode_as::<OnlyId>().with_meta(),
        call().normalized().with_meta().decode_as::<OnlyId>(),
        call().decode_as::<OnlyId>().normalized().with_meta(),
        call().decode_as::<OnlyId>().with_meta().normalized(),
        call().with_meta().normalized().decode_as::<OnlyId>(),
        call().with_meta().deadline(SECOND).decode_as::<OnlyId>().max_attempts(2).normalized(),
    ];
    for call in each {
        let Response { body, meta } = call.await.unwrap();
        assert_eq!((body.entity_id.as_str(), meta.attempts(), formats(&log)), ("1", 1, vec!["normalized".to_owned()]));
    }

    let raw: RawResponse = call().deadline(SECOND).raw().max_attempts(1).await.unwrap();
    assert_eq!((raw.bytes().as_ref(), formats(&log)), (&br#"{"entity_id": "1"}"#[..], vec!["raw".to_owned()]));
    let stream: ByteStream = call().stream().idempotency_key("k").await.unwrap();
    assert_eq!((stream.meta().status(), formats(&log)), (200, vec!["stream".to_owned()]));
    // The last format wins, as with setters.
    call().normalized().raw().await.unwrap();
    assert_eq!(formats(&log), ["raw"]);
}

#[tokio::test]
async fn a_builder_a_struct_and_a_call_send_the_same() {
    let (account, log) = answering_json(r#"{"entity_id": "1"}"#);
    let value = request().build();
    let call: Call<CreateAssociation> = request().exclude_fields(["remote_data"]).call();
    request().send(&account).normalized().idempotency_key("k").await.unwrap();
    value.send(&account).normalized().idempotency_key("k").await.unwrap();
    Endpoint::send(&value, &account).idempotency_key("k").normalized().await.unwrap();
    call.send(&account).normalized().idempotency_key("k").await.unwrap();
    let all = log.all();
    assert!(all.iter().all(|seen| seen.headers["idempotency-key"] == "k" && seen.body == all[0].body));
    assert_eq!((&all[1].line, &all[2].line), (&all[0].line, &all[0].line));
    assert!(all[3].line.contains("truto_exclude_fields%5B%5D=remote_data"), "{}", all[3].line);
    assert!(all[3].line.contains("truto_response_format=normalized"), "{}", all[3].line);
}

#[tokio::test]
async fn the_format_is_added_to_the_query() {
    let (account, log) = answering_json("[]");
    let list = || ListContacts::builder().limit(5).next_cursor("a b").remote_query("q", "é");
    let _: ByteStream = list().send(&account).stream().await.unwrap();
    let line = log.only().line;
    for part in ["limit=5", "next_cursor=a%20b", "remote_query%5Bq%5D=%C3%A9", "truto_response_format=stream"] {
        assert_eq!(line.matches(part).count(), 1, "{line}");
    }
    let page: Page<Json> = list().send(&account).normalized().decode_as().await.unwrap();
    assert_eq!(page.items().len(), 0);
}

fn is_spawnable<T: Send + Unpin + 'static>(_: &T) {}

#[tokio::test]
async fn nothing_is_sent_before_the_first_poll() {
    let (account, log) = answering_json("{}");
    drop(request().send(&account).raw().deadline(SECOND));
    drop(ListContacts {}.items(&account).deadline(SECOND));
    tokio::task::yield_now().await;
    assert_eq!(log.all().len(), 0);
    is_spawnable(&request().send(&account).stream());
    is_spawnable(&request().send(&account).with_meta().normalized());
}

#[tokio::test]
async fn a_value_that_cannot_be_encoded_is_an_error_in_every_format() {
    let (account, log) = answering_json("{}");
    let wrong = || GetContact::builder().id("..").send(&account);
    let errors = [
        wrong().await.unwrap_err(),
        wrong().with_meta().await.unwrap_err(),
        wrong().normalized().decode_as::<Json>().idempotency_key("k").await.unwrap_err(),
        wrong().raw().deadline(SECOND).await.unwrap_err(),
        wrong().stream().await.unwrap_err(),
    ];
    assert!(errors.iter().all(|error| matches!(error, Error::Invalid(_))), "{errors:?}");
    let oversized = GetContact::builder().id("x".repeat(65_600)).send(&account).raw().await.unwrap_err();
    assert!(matches!(&oversized, Error::Invalid(_)), "{oversized}");
    assert_eq!(log.all().len(), 0);
}

#[tokio::test(start_paused = true)]
async fn options_of_the_call_win_over_the_account_and_the_client() {
    let sandbox = Sandbox::builder().in_process();
    let client = sandbox.client();
    let client = client.deadline(50 * SECOND).max_attempts(1).build().unwrap();
    let account = client.account(sandbox.accounts().pipedrive).unwrap();
    let patient = account.with(CallOptions::new().deadline(40 * SECOND).first_byte_timeout(1000 * SECOND));
    let after = async |call: Sending<Association>| {
        sandbox.script(Fault::delay(45 * SECOND));
        match call.await {
            Err(Error::Timeout(error)) => Some((error.clock(), error.after())),
            other => {
                other.unwrap();
                None
            }
        }
    };
    assert_eq!(after(request().send(&account)).await, None);
    assert_eq!(after(request().send(&patient)).await, Some((Clock::Deadline, 40 * SECOND)));
    let call = || request().send(&patient).deadline(30 * SECOND);
    assert_eq!(after(call()).await, Some((Clock::Deadline, 30 * SECOND)));
    // The last value wins, and unset options do not change anything.
    assert_eq!(after(call().deadline(20 * SECOND)).await, Some((Clock::Deadline, 20 * SECOND)));
    let options = CallOptions::new().first_byte_timeout(10 * SECOND);
    assert_eq!(after(call().options(options.clone())).await, Some((Clock::FirstByte, 10 * SECOND)));
    assert_eq!(after(call().options(options.deadline(5 * SECOND))).await, Some((Clock::Deadline, 5 * SECOND)));
    // The handle keeps its options.
    assert_eq!(after(request().send(&patient)).await, Some((Clock::Deadline, 40 * SECOND)));
}

#[tokio::test]
async fn every_option_is_a_method_of_the_future_and_of_a_list() {
    let (account, log) = answering_json("[]");
    macro_rules! each {
        ($call:expr) => {
            $call
                .first_byte_timeout(SECOND)
                .stall_timeout(SECOND)
                .min_throughput(MinThroughput::OFF)
                .stream_min_throughput(MinThroughput::OFF)
                .attempt_timeout(SECOND)
                .deadline(SECOND)
                .max_attempts(1)
                .backoff(Backoff::new(SECOND, SECOND))
                .retry_budget(RetryBudget::percent(1))
                .max_concurrency_per_account(1)
                .on_limit(OnLimit::Fail)
                .max_redirects(0)
                .max_body_bytes(2)
                .options(CallOptions::new())
        };
    }
    each!(ListContacts {}.send(&account)).without_idempotency_key().await.unwrap();
    drop(each!(ListContacts {}.send(&account)).idempotency_key("k").stream().await.unwrap());
    assert!(each!(ListContacts {}.pages(&account)).try_next().await.unwrap().is_some());
    assert!(each!(ListContacts {}.items(&account)).try_next().await.unwrap().is_none());
    assert_eq!(log.all().len(), 4);
    let error = each!(ListContacts {}.items(&account)).max_body_bytes(1).try_next().await.unwrap_err();
    assert!(matches!(&error, Error::TooLarge(error) if error.limit() == 1), "{error}");
}

#[tokio::test]
async fn a_key_of_a_call_applies_to_this_call_only() {
    let (account, log) = answering_json("{}");
    let keyed = account.with(CallOptions::new().idempotency_key("handle"));
    let call = |account: &Account| request().send(account);
    call(&account).idempotency_key("first").idempotency_key("call").await.unwrap();
    call(&account).await.unwrap();
    call(&keyed).await.unwrap();
    call(&keyed).idempotency_key("call").await.unwrap();
    call(&keyed).options(CallOptions::new().idempotency_key("options").max_attempts(1)).await.unwrap();
    call(&keyed).without_idempotency_key().await.unwrap();
    call(&keyed).without_idempotency_key().idempotency_key("again").await.unwrap();
    let refused = call(&keyed).idempotency_key("a\nb").await.unwrap_err();
    assert!(matches!(&refused, Error::Config(error) if error.setting() == "idempotency_key"), "{refused}");
    assert_eq!(refused.outcome(), Outcome::NotSent);
    let keys: Vec<Option<String>> = log
        .all()
        .iter()
        .map(|seen| seen.headers.get("idempotency-key").map(|key| key.to_str().unwrap().to_owned()))
        .collect();
    let drawn = keys[1].clone().unwrap();
    assert!(!["call", "handle"].contains(&drawn.as_str()) && drawn.len() > 20, "{drawn}");
    let expected = ["call", &drawn, "handle", "call", "options", "", "again"];
    assert_eq!(keys.iter().map(|key| key.as_deref().unwrap_or_default()).collect::<Vec<_>>(), expected);
}

#[tokio::test]
async fn a_bulk_takes_calls_with_options_of_their_own() {
    let (account, log) = answering_json(r#"{"entity_id": "1"}"#);
    let calls = (0..20).map(|row| {
        let call = request().send(&account).normalized().decode_as::<OnlyId>();
        (row, call.idempotency_key(format!("row-{row}")).deadline(SECOND))
    });
    let mut results = Bulk::new(calls).concurrency(3);
    let mut rows = BTreeSet::new();
    while let Some((row, result)) = results.next().await {
        assert_eq!(result.unwrap().entity_id, "1");
        rows.insert(format!("row-{row}"));
    }
    let keys: BTreeSet<String> =
        log.all().iter().map(|seen| seen.headers["idempotency-key"].to_str().unwrap().to_owned()).collect();
    assert_eq!((rows.len(), keys), (20, rows));
}

/// Returns a call that was polled and is not done.
fn under_way<T>(mut call: Sending<T>) -> Sending<T> {
    assert!(polled(&mut call).is_pending());
    call
}

#[tokio::test(start_paused = true)]
async fn an_option_after_the_first_poll_has_no_effect() {
    let sandbox = Sandbox::builder().in_process();
    let client = sandbox.client();
    let account = client.build().unwrap().account(sandbox.accounts().pipedrive).unwrap();
    sandbox.script(Fault::delay(10 * SECOND));
    let call = under_way(request().send(&account));
    let late = call.deadline(SECOND).without_idempotency_key().options(CallOptions::new().max_body_bytes(1));
    late.await.unwrap();
    assert!(sandbox.requests()[0].header("idempotency-key").is_some());
}

#[tokio::test(start_paused = true)]
async fn a_format_after_the_first_poll_is_an_error() {
    let sandbox = Sandbox::builder().in_process();
    let client = sandbox.client();
    let account = client.build().unwrap().account(sandbox.accounts().pipedrive).unwrap();
    let slow = || {
        sandbox.script(Fault::delay(10 * SECOND));
        request().send(&account)
    };
    let write = || under_way(slow());
    let errors = [
        ("raw", write().raw().await.unwrap_err()),
        ("stream", write().stream().await.unwrap_err()),
        ("normalized", write().normalized().await.unwrap_err()),
        ("with_meta", write().with_meta().await.unwrap_err()),
        ("decode_as", write().decode_as::<Json>().await.unwrap_err()),
        ("normalized", under_way(slow().with_meta()).normalized().await.unwrap_err()),
        ("decode_as", under_way(slow().with_meta()).decode_as::<Json>().await.unwrap_err()),
        // The first mistake remains the error.
        ("raw", write().raw().deadline(SECOND).await.unwrap_err()),
    ];
    for (method, error) in errors {
        assert!(matches!(&error, Error::Config(error) if error.setting() == method), "{error}");
        // The request may have been handled, so the outcome must be unknown.
        assert_eq!(error.outcome(), Outcome::Unknown, "{error}");
        assert_eq!(error.endpoint(), Some("POST /unified/crm/associations"));
    }
    let error = write().raw().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "`raw` was called after the first poll of the call, which ended the call: choose the format before you await the call; \
         the server may have carried it out"
    );
    let (account, _) = answering(|| response(200, "application/json", "{}"));
    let mut read = GetContact::builder().id("1").send(&account).decode_as::<Json>();
    while polled(&mut read).is_pending() {
        tokio::task::yield_now().await;
    }
    assert_eq!(read.raw().await.unwrap_err().outcome(), Outcome::NotSent);
}

#[tokio::test(start_paused = true)]
async fn the_deadline_of_a_list_applies_to_each_page() {
    let sandbox = Sandbox::builder().endpoint(truto_core::server::Registration::of::<ListContacts>()).in_process();
    let client = sandbox.client();
    let account = client.build().unwrap().account(sandbox.accounts().close).unwrap();
    for number in 0..9 {
        sandbox.keep(account.id(), "crm/contacts", truto_core::json!({ "name": number }));
    }
    let list = || ListContacts::builder().limit(3).items(&account).prefetch(0).deadline(5 * SECOND).max_attempts(1);
    for _ in 0..3 {
        sandbox.script(Fault::delay(4 * SECOND));
    }
    let mut items = list();
    let mut ids = Vec::new();
    while let Some(contact) = items.try_next().await.unwrap() {
        ids.push(contact.id);
    }
    assert_eq!(ids.len(), 9, "three pages take four seconds each");
    sandbox.script(Fault::delay(6 * SECOND));
    let error = list().try_next().await.unwrap_err();
    assert!(matches!(&error, Error::Timeout(error) if error.clock() == Clock::Deadline), "{error}");
    // Options and a checkpoint work in either order.
    let rest = || ListContacts::builder().limit(3).items(&account);
    for resumed in [
        rest().resume(&items.checkpoint()).unwrap().deadline(SECOND),
        rest().deadline(SECOND).resume(&items.checkpoint()).unwrap(),
    ] {
        assert!(resumed.checkpoint().is_complete());
    }
}

/// Names of methods of the future are free for fields.
#[unified_endpoint(POST, "/unified/crm/notes")]
struct CreateNote {
    raw: String,
    stream: Option<String>,
    normalized: Option<bool>,
    send_with_meta: Option<u8>,
    with_meta: Option<u8>,
    deadline: Option<String>,
}

#[tokio::test]
async fn names_of_formats_and_options_are_free_for_fields() {
    let (account, log) = answering_json("{}");
    let note = CreateNote::builder().raw("r").stream("s").normalized(true).send_with_meta(1).with_meta(2).deadline("d");
    note.send(&account).with_meta().await.unwrap();
    let expected = r#"{"raw":"r","stream":"s","normalized":true,"send_with_meta":1,"with_meta":2,"deadline":"d"}"#;
    assert_eq!(log.only().body, expected);
}
