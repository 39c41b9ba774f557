//! Lists over many pages: each record comes once, for pages of any form, and also after a resume.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http::Response;
use serde::Deserialize;
use serde_json::json;
use truto_core::error::{Error, Size};
use truto_core::paging::Items;
use truto_core::server::Registration;
use truto_core::{Account, CallOptions, Checkpoint, Endpoint, Json, Paginated, unified_endpoint};
use truto_sandbox::{Fault, Sandbox};

use crate::support::{Log, answering, client, response};

#[derive(Debug, Deserialize)]
struct Contact {
    id: String,
}

#[unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
struct ListContacts {
    search: Option<String>,
    #[truto(secret)]
    scope: Option<String>,
    #[truto(header = "X-Tenant")]
    tenant: Option<String>,
}

#[unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
struct ListContactsFrom {
    next_cursor: Option<String>,
}

/// Starts a sandbox with `count` contacts, and returns an account.
async fn contacts(count: usize) -> (Sandbox, Account) {
    filled(Sandbox::builder().endpoint(Registration::of::<ListContacts>()).start().await.unwrap(), count)
}

/// Creates a sandbox with 100 contacts for a test with a paused clock, and returns an account.
fn contacts_in_process() -> (Sandbox, Account) {
    filled(Sandbox::builder().endpoint(Registration::of::<ListContacts>()).in_process(), 100)
}

fn filled(sandbox: Sandbox, count: usize) -> (Sandbox, Account) {
    let account = client(&sandbox).account(sandbox.accounts().close).unwrap();
    for number in 0..count {
        sandbox.keep(account.id(), "crm/contacts", json!({ "name": number }));
    }
    (sandbox, account)
}

async fn ids(mut items: Items<Contact>) -> Result<Vec<String>, Error> {
    let mut ids = Vec::new();
    while let Some(contact) = items.try_next().await? {
        ids.push(contact.id);
    }
    Ok(ids)
}

/// Returns an account whose server sends these pages in turn, and then repeats the last page.
fn pages(pages: &'static [&'static str]) -> (Account, Log) {
    let asked = Arc::new(AtomicU32::new(0));
    let next = move || pages[(asked.fetch_add(1, Ordering::Relaxed) as usize).min(pages.len() - 1)];
    answering(move || -> Response<Bytes> { response(200, "application/json", next()) })
}

#[tokio::test]
async fn every_record_is_listed_once_and_in_order() {
    let (sandbox, account) = contacts(103).await;
    let expected: Vec<String> = sandbox.records(account.id()).into_iter().map(|record| record.id).collect();
    for prefetch in [0, 1, 5, usize::MAX] {
        let all = ListContacts::builder().limit(10).items(&account).prefetch(prefetch);
        assert_eq!(ids(all).await.unwrap(), expected, "{prefetch}");
    }
    assert_eq!(ids(ListContacts { search: None, scope: None, tenant: None }.items(&account)).await.unwrap(), expected);
    let mut pages = ListContacts::builder().limit(10).pages(&account);
    let mut sizes = Vec::new();
    while let Some(page) = pages.try_next().await.unwrap() {
        assert_eq!((page.meta().status(), page.is_partial()), (200, false));
        assert_eq!(page.next_cursor().is_none(), page.items().len() == 3);
        sizes.push(page.items().len());
    }
    assert_eq!(sizes, [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 3]);
    assert!(pages.checkpoint().is_complete());
    assert!(pages.try_next().await.unwrap().is_none(), "the end is final");
}

#[tokio::test]
async fn the_cursor_is_the_only_thing_that_changes() {
    let (account, log) = pages(&[
        r#"{"result": [{"id": "1"}], "next_cursor": "a b&c=d"}"#,
        r#"{"result": [], "next_cursor": "e"}"#,
        r#"{"result": [{"id": "2"}], "next_cursor": ""}"#,
    ]);
    let list = ListContacts::builder().search("Ada").limit(1).key_by("id").ignore_limit(false);
    assert_eq!(ids(list.items(&account)).await.unwrap(), ["1", "2"]);
    let common = "truto_key_by=id&truto_ignore_limit=false&search=Ada";
    let lines: Vec<String> = log.all().into_iter().map(|seen| seen.line).collect();
    let line = |rest: &str| {
        let account = "integrated_account_id=62f44730-dd91-461e-bd6a-aedd9e0ad79d";
        format!("GET https://api.example/prefix/unified/crm/contacts?{account}&limit=1&{common}{rest}")
    };
    assert_eq!(lines, [line(""), line("&next_cursor=a%20b%26c%3Dd"), line("&next_cursor=e")]);
}

#[tokio::test]
async fn a_listing_may_begin_at_a_cursor() {
    let last = &[r#"{"result": [{"id": "9"}]}"#];
    for from_field in [false, true] {
        let (account, log) = pages(last);
        let items = if from_field {
            ListContactsFrom::builder().next_cursor("x").items(&account)
        } else {
            ListContacts::builder().next_cursor("x").items(&account)
        };
        assert_eq!(ids(items).await.unwrap(), ["9"]);
        assert!(log.only().line.ends_with("&next_cursor=x"), "{}", log.only().line);
    }
    let (account, log) = pages(last);
    ListContacts::builder().next_cursor("x").limit(2).send(&account).await.unwrap();
    assert!(log.only().line.ends_with("&limit=2&next_cursor=x"), "{}", log.only().line);
}

#[tokio::test]
async fn a_circle_of_cursors_is_an_error_without_duplicates() {
    let (account, log) = pages(&[
        r#"{"result": [{"id": "1"}], "next_cursor": "a"}"#,
        r#"{"result": [{"id": "2"}], "next_cursor": "b"}"#,
        r#"{"result": [{"id": "3"}], "next_cursor": "a"}"#,
    ]);
    let mut items = ListContacts::builder().items(&account);
    for id in ["1", "2", "3"] {
        assert_eq!(items.try_next().await.unwrap().unwrap().id, id);
    }
    let Err(Error::CursorCycle(cycle)) = items.try_next().await else { panic!("a circle") };
    assert_eq!(cycle.pages(), 3);
    assert!(items.try_next().await.unwrap().is_none(), "the list ends after an error");
    assert_eq!(log.all().len(), 3);
}

#[tokio::test]
async fn partial_answers_are_visible() {
    let (account, _) = pages(&[
        r#"{"result": [{"id": "1"}], "next_cursor": "a", "is_partial_response": true}"#,
        r#"{"result": [{"id": "2"}]}"#,
    ]);
    let mut items = ListContacts::builder().items(&account).prefetch(0);
    assert!(!items.is_partial());
    items.try_next().await.unwrap();
    assert!(items.is_partial());
    items.try_next().await.unwrap();
    assert!(items.is_partial() && items.checkpoint().is_partial(), "the list stays partial");
    let mut pages = ListContacts::builder().pages(&account);
    assert!(!pages.try_next().await.unwrap().unwrap().is_partial());
}

#[tokio::test]
async fn a_resumed_listing_starts_with_the_next_item() {
    let (sandbox, account) = contacts(23).await;
    let expected: Vec<String> = sandbox.records(account.id()).into_iter().map(|record| record.id).collect();
    let list = || ListContacts::builder().limit(5).search("rec").items(&account);
    for taken in 0..=23 {
        let mut first = list().with_checkpoints();
        let mut seen = Vec::new();
        let mut saved = list().checkpoint().to_string();
        for _ in 0..taken {
            let (contact, checkpoint) = first.try_next().await.unwrap().unwrap();
            seen.push(contact.id);
            saved = checkpoint.to_string();
        }
        // The process dies here, and another process continues.
        drop(first);
        let checkpoint: Checkpoint = saved.parse().unwrap();
        assert_eq!(checkpoint.items(), taken);
        let second = list().resume(&checkpoint).unwrap();
        seen.extend(ids(second).await.unwrap());
        assert_eq!(seen, expected, "stopped after {taken}");
        assert_eq!(checkpoint.is_complete(), taken == 23);
    }
}

#[tokio::test]
async fn a_checkpoint_survives_being_resumed_twice() {
    let (sandbox, account) = contacts(23).await;
    let list = || ListContacts::builder().limit(10).items(&account);
    let mut checkpoint = list().checkpoint();
    let mut seen = Vec::new();
    // Each list reads three items.
    while !checkpoint.is_complete() {
        let mut items = list().resume(&checkpoint).unwrap();
        for _ in 0..3 {
            seen.extend(items.try_next().await.unwrap().map(|contact| contact.id));
        }
        checkpoint = items.checkpoint();
    }
    let expected: Vec<String> = sandbox.records(account.id()).into_iter().map(|record| record.id).collect();
    assert_eq!(seen, expected);
    assert_eq!((checkpoint.items(), checkpoint.resumed()), (23, 8));
    assert!(list().resume(&checkpoint).unwrap().try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn a_listing_that_has_begun_refuses_a_checkpoint() {
    let (_sandbox, account) = contacts(3).await;
    let list = || ListContacts::builder().items(&account);
    let mut items = list();
    items.try_next().await.unwrap();
    let checkpoint = items.checkpoint();
    for taken in [1, 3] {
        let mut begun = list();
        for _ in 0..taken {
            begun.try_next().await.unwrap();
        }
        let error = begun.resume(&checkpoint).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the list has already started: call `resume` before you read the first page or item"
        );
    }
}

#[tokio::test]
async fn another_listing_refuses_a_checkpoint() {
    let (sandbox, account) = contacts(1).await;
    let checkpoint = ListContacts::builder().search("a").items(&account).checkpoint();
    let other = client(&sandbox).account(sandbox.accounts().attio).unwrap();
    for items in [
        ListContacts::builder().search("b").items(&account),
        ListContacts::builder().items(&account),
        ListContacts::builder().search("a").items(&other),
    ] {
        assert!(matches!(items.resume(&checkpoint), Err(Error::Checkpoint(_))));
    }
    assert!(ListContacts::builder().search("a").items(&account).resume(&checkpoint).is_ok());
    let listing = |tenant: &str| ListContacts::builder().tenant(tenant).items(&account);
    assert!(listing("one").resume(&listing("one").checkpoint()).is_ok());
    assert!(listing("two").resume(&listing("one").checkpoint()).is_err(), "another header makes another list");
}

#[tokio::test]
async fn a_checkpoint_with_maximal_counts_can_be_resumed() {
    let (account, _) = pages(&[r#"{"result": [{"id": "1"}, {"id": "2"}]}"#]);
    let start = ListContacts::builder().items(&account).checkpoint().to_string();
    for (field, left) in [("items", 2), ("offset", 0)] {
        let edited = start.replace(&format!("\"{field}\":0"), &format!("\"{field}\":{}", u64::MAX));
        let items = ListContacts::builder().items(&account).resume(&edited.parse().unwrap()).unwrap();
        assert_eq!(ids(items).await.unwrap().len(), left, "{field}");
    }
}

#[tokio::test]
async fn a_checkpoint_holds_no_secret() {
    let (account, _) = pages(&[r#"{"result": []}"#]);
    let items = ListContacts::builder().scope("hunter2").items(&account);
    let shown = format!("{items:?} {}", items.checkpoint());
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[tokio::test]
async fn an_error_in_the_middle_keeps_the_checkpoint() {
    let (sandbox, account) = contacts(10).await;
    let account = account.with(CallOptions::new().max_attempts(1));
    let list = || ListContacts::builder().limit(4).items(&account).prefetch(0);
    let mut items = list();
    for _ in 0..4 {
        items.try_next().await.unwrap();
    }
    sandbox.script(Fault::status(http::StatusCode::NOT_FOUND));
    let error = items.try_next().await.unwrap_err();
    assert_eq!(error.status(), Some(404));
    assert!(items.try_next().await.unwrap().is_none());
    let rest = ids(list().resume(&items.checkpoint()).unwrap()).await.unwrap();
    assert_eq!(rest.len(), 6);
}

#[tokio::test]
async fn a_page_that_breaks_off_is_retried_without_duplicates() {
    let (sandbox, account) = contacts(30).await;
    for bytes in [0, 1, 100, 500] {
        sandbox.script(Fault::cut_at(bytes));
        let all = ids(ListContacts::builder().limit(10).items(&account)).await.unwrap();
        let distinct: BTreeSet<&String> = all.iter().collect();
        assert_eq!((all.len(), distinct.len()), (30, 30), "cut at {bytes}");
    }
}

#[tokio::test(start_paused = true)]
async fn prefetch_is_bounded() {
    let (sandbox, account) = contacts_in_process();
    let mut pages = ListContacts::builder().limit(10).pages(&account).prefetch(3);
    assert!(pages.try_next().await.unwrap().is_some());
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(sandbox.requests().len(), 1 + 3);
    let mut lazy = ListContacts::builder().limit(10).pages(&account).prefetch(0);
    assert!(lazy.try_next().await.unwrap().is_some());
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(sandbox.requests().len(), 1 + 3 + 1);
}

#[tokio::test(start_paused = true)]
async fn a_dropped_listing_sends_nothing_more() {
    let (sandbox, account) = contacts_in_process();
    let mut pages = ListContacts::builder().limit(10).pages(&account).prefetch(2);
    assert!(pages.try_next().await.unwrap().is_some());
    drop(pages);
    let asked = sandbox.requests().len();
    assert!((1..=3).contains(&asked), "{asked}");
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(sandbox.requests().len(), asked);
    drop(ListContacts::builder().items(&account));
    assert_eq!(sandbox.requests().len(), asked, "nothing is sent before the first poll");
}

/// Four pages with two, zero, one and two items.
const FOUR_PAGES: &[&str] = &[
    r#"{"result": [{"id": "1"}, {"id": "2"}], "next_cursor": "a"}"#,
    r#"{"result": [], "next_cursor": "b", "is_partial_response": true}"#,
    r#"{"result": [{"id": "3"}], "next_cursor": "c"}"#,
    r#"{"result": [{"id": "4"}, {"id": "5"}]}"#,
];

fn of(contacts: Vec<Contact>) -> Vec<String> {
    contacts.into_iter().map(|contact| contact.id).collect()
}

fn too_many(result: Result<Vec<Contact>, Error>, max: u64) {
    let Err(Error::TooLarge(error)) = result else { panic!("expected an error, found {result:?}") };
    assert_eq!((error.size(), error.limit()), (Size::List, max));
    assert_eq!(
        error.to_string(),
        format!(
            "GET /unified/crm/contacts: the list exceeds {max} items; allow more, or read them one by one with \
             `try_next`: no item is lost"
        )
    );
}

#[tokio::test]
async fn all_returns_all_items_up_to_a_maximum() {
    for prefetch in [0, 1, 9] {
        for max in [5, 6, usize::MAX] {
            let (account, log) = pages(FOUR_PAGES);
            let mut items = ListContacts::builder().items(&account).prefetch(prefetch);
            assert_eq!(of(items.all(max).await.unwrap()), ["1", "2", "3", "4", "5"]);
            assert!(items.is_partial(), "the empty page was partial");
            let checkpoint = items.checkpoint();
            assert_eq!((checkpoint.items(), checkpoint.is_complete(), log.all().len()), (5, true, 4));
            assert!(items.all(0).await.unwrap().is_empty() && items.try_next().await.unwrap().is_none());
        }
    }
    let (account, _) = pages(&[r#"{"result": []}"#]);
    assert!(ListContacts::builder().items(&account).all(0).await.unwrap().is_empty());
    assert!(ListContacts::builder().items(&account).try_collect::<Vec<Contact>>().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_list_over_the_maximum_is_an_error_that_loses_no_item() {
    for max in 0..5 {
        let (account, log) = pages(FOUR_PAGES);
        let mut items = ListContacts::builder().items(&account).prefetch(0);
        let start = items.checkpoint();
        too_many(items.all(max).await, max as u64);
        // The cap may be inside a page or at its end. The page that exceeds the cap is the last that is fetched.
        assert_eq!(log.all().len(), [1, 1, 3, 4, 4][max], "{max}");
        assert_eq!((items.checkpoint(), items.is_partial()), (start, false), "no item was taken");
        too_many(items.all(max).await, max as u64);
        let first = items.try_next().await.unwrap().unwrap();
        assert_eq!((first.id.as_str(), items.checkpoint().items()), ("1", 1));
        assert_eq!(of(items.all(4).await.unwrap()), ["2", "3", "4", "5"]);
        assert_eq!(log.all().len(), 4, "no page is fetched twice");
    }
}

#[tokio::test]
async fn each_checkpoint_after_the_maximum_resumes_with_the_next_item() {
    for taken in 0..=5 {
        let (account, _) = pages(FOUR_PAGES);
        let mut items = ListContacts::builder().items(&account);
        too_many(items.all(4).await, 4);
        for _ in 0..taken {
            items.try_next().await.unwrap().unwrap();
        }
        let checkpoint = items.checkpoint();
        assert_eq!((checkpoint.items(), checkpoint.is_complete()), (taken, taken == 5));
        // The server starts at the page that the checkpoint names.
        let from =
            ["b", "c"].iter().position(|cursor| checkpoint.to_string().contains(&format!(r#""cursor":"{cursor}""#)));
        let (account, log) = pages(&FOUR_PAGES[from.map_or(0, |at| at + 2)..]);
        let mut rest = ListContacts::builder().items(&account).resume(&checkpoint).unwrap();
        let expected = &["1", "2", "3", "4", "5"][usize::try_from(taken).unwrap()..];
        assert_eq!(of(rest.all(expected.len()).await.unwrap()), expected);
        assert_eq!(log.all().len(), [4, 4, 2, 1, 1, 0][usize::try_from(taken).unwrap()]);
    }
    let (sandbox, account) = contacts(23).await;
    let expected: Vec<String> = sandbox.records(account.id()).into_iter().map(|record| record.id).collect();
    let list = || ListContacts::builder().limit(10).items(&account);
    let mut items = list();
    let mut seen = Vec::new();
    for _ in 0..7 {
        seen.push(items.try_next().await.unwrap().unwrap().id);
    }
    let mut rest = list().resume(&items.checkpoint()).unwrap();
    too_many(rest.all(15).await, 15);
    seen.extend(of(rest.all(16).await.unwrap()));
    assert_eq!(seen, expected, "items taken before do not count");
}

#[tokio::test]
async fn items_are_collected_into_any_collection() {
    let (account, _) = pages(FOUR_PAGES);
    let mut items = ListContacts::builder().items(&account);
    assert_eq!(items.try_next().await.unwrap().unwrap().id, "1");
    let rest: Vec<Contact> = items.try_collect().await.unwrap();
    assert_eq!((of(rest).join(","), items.is_partial()), ("2,3,4,5".to_owned(), true));
    let (account, _) = pages(&[r#"{"result": ["b", "a"], "next_cursor": "x"}"#, r#"{"result": ["b"]}"#]);
    let set = ListNames::builder().items(&account).try_collect::<BTreeSet<String>>().await.unwrap();
    assert_eq!(Vec::from_iter(set), ["a", "b"]);
}

#[unified_endpoint(GET, "/unified/crm/contacts", response = String, paginated)]
struct ListNames {}

#[tokio::test]
async fn an_error_on_the_second_page_is_not_a_shorter_list() {
    let (sandbox, account) = contacts(10).await;
    let account = account.with(CallOptions::new().max_attempts(1));
    let list = || ListContacts::builder().limit(4).items(&account).prefetch(0);
    let mut items = list();
    too_many(items.all(3).await, 3);
    sandbox.script(Fault::status(http::StatusCode::NOT_FOUND));
    let start = items.checkpoint();
    for _ in 0..2 {
        assert_eq!(items.all(10).await.unwrap_err().status(), Some(404));
        assert_eq!(items.try_collect::<Vec<Contact>>().await.unwrap_err().status(), Some(404));
    }
    assert_eq!(items.checkpoint(), start);
    assert_eq!(ids(list().resume(&items.checkpoint()).unwrap()).await.unwrap().len(), 10);
    let mut came = 0;
    while items.try_next().await.unwrap().is_some() {
        came += 1;
    }
    assert_eq!((came, items.checkpoint().items(), items.checkpoint().is_complete()), (4, 4, false));
    assert_eq!(items.all(10).await.unwrap_err().status(), Some(404), "six items are missing");
    assert_eq!(list().resume(&items.checkpoint()).unwrap().all(6).await.unwrap().len(), 6);
}

#[tokio::test]
async fn items_stay_available_if_all_is_dropped() {
    let (sandbox, account) = contacts(30).await;
    let mut items = ListContacts::builder().limit(10).items(&account).prefetch(0);
    too_many(items.all(9).await, 9);
    sandbox.script(Fault::delay(Duration::from_secs(60)));
    let dropped = tokio::time::timeout(Duration::from_millis(50), items.all(30)).await;
    assert!(dropped.is_err());
    assert_eq!(items.checkpoint().items(), 0);
    for taken in 1..=10 {
        items.try_next().await.unwrap().unwrap();
        assert_eq!(items.checkpoint().items(), taken);
    }
}

#[tokio::test]
async fn all_items_can_be_read_in_a_task_of_their_own() {
    let (_sandbox, account) = contacts(12).await;
    let mut items = ListContacts::builder().limit(5).items(&account);
    let all = tokio::spawn(async move { items.all(12).await }).await.unwrap().unwrap();
    assert_eq!(all.len(), 12);
}

#[tokio::test]
async fn too_many_items_are_refused_before_they_use_the_memory() {
    let many = format!("{{\"result\": [{}null]}}", "null,".repeat(200_000));
    let (account, _) = answering(move || response(200, "application/json", many.clone()));
    let error = AnyContacts::builder().items(&account).try_next().await.unwrap_err();
    assert!(matches!(&error, Error::TooLarge(large) if large.limit() == 100_000), "{error}");
}

#[unified_endpoint(GET, "/unified/crm/contacts", paginated)]
struct AnyContacts {}

#[tokio::test]
async fn a_list_without_a_type_holds_any_json() {
    let (account, _) = pages(&[r#"{"result": {"k": {"id": "1"}}, "next_cursor": null}"#]);
    let mut items = AnyContacts::builder().items(&account);
    let item: Json = items.try_next().await.unwrap().unwrap();
    assert_eq!(item["id"], "1");
    assert!(AnyContacts::CONTRACT.is_paginated());
}
