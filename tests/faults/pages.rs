//! Lists with unusual or broken pages.

use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use futures_util::FutureExt;
use serde::Deserialize;
use serde_json::{Value, json};
use truto_core::error::Error;
use truto_core::transport::Body;
use truto_core::{Account, unified_endpoint};

use crate::support::{Contact, ListContacts, TOKEN, answered, failed, json_answer};

crate::faults! {
    "pages";
    "a page repeats its own cursor" => "`CursorCycle`; no item comes twice": a_cursor_that_repeats on paused_clock;
    "the cursors form a circle" => "the same, for any length": a_circle_of_cursors on paused_clock;
    "an empty page with a cursor" => "the list continues": an_empty_page_in_the_middle on paused_clock;
    "`next_cursor` is empty, null or missing" => "the list ends": the_ends_of_a_listing on paused_clock;
    "`truto_key_by`: an object in place of the list" => "its items are read": items_by_key on paused_clock;
    "items as a list, by key, `null` or missing; escaped keys; members in any order" =>
        "pages, items and a stream of records give the same items and cursor, or all refuse": a_page_in_every_form
        on paused_clock;
    "`is_partial_response`" => "visible on the page, the list, the checkpoint and the stream of records":
        a_partial_page on paused_clock;
    "a page of any size that ends with the members of an error envelope" =>
        "the error of the envelope, and the page is retried": a_page_that_takes_itself_back on paused_clock;
    "two members that can hold the items" => "an empty member is ignored; two full members are `Decode`":
        a_page_with_two_lists on paused_clock;
    "a cursor that is a number of any length" => "sent back unchanged": a_cursor_of_many_digits on paused_clock;
    "the cursor expires in the middle" => "the error, and the checkpoint stays valid": an_expired_cursor on paused_clock;
    "the server fails in the middle" => "the page is read again, and no item comes twice": failures_in_the_middle on paused_clock;
    "the type of an item panics" => "the caller sees the panic, and the list ends": a_type_that_panics on paused_clock;
}

/// Returns an account whose server sends these pages in turn, and the number of pages sent.
fn pages(pages: Vec<(u16, Value)>) -> (Account, Arc<AtomicU32>) {
    let given = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&given);
    let account = answered(move |_| {
        let number = counter.fetch_add(1, Ordering::SeqCst) as usize;
        let (status, page) = pages[number % pages.len()].clone();
        async move { json_answer(status, &page) }
    });
    (account, given)
}

fn page(id: usize, cursor: &str) -> (u16, Value) {
    (200, json!({ "result": [{ "id": id.to_string(), "name": null }], "next_cursor": cursor }))
}

/// Reads the ids until the end or the first error.
async fn read(account: &Account) -> (Vec<String>, Result<(), Error>) {
    let mut items = ListContacts::builder().items(account);
    let mut ids = Vec::new();
    loop {
        match items.try_next().await {
            Ok(Some(contact)) => ids.push(contact.id),
            Ok(None) => return (ids, Ok(())),
            Err(error) => {
                assert!(items.try_next().await.unwrap().is_none(), "the list ends after an error");
                return (ids, Err(error));
            }
        }
    }
}

/// Reads a response as a page, as items and as a stream of records: ids, next cursor, and whether it is partial.
async fn in_every_way(body: &str) -> [Result<(Vec<String>, Option<String>, bool), Error>; 3] {
    // The second page is the last page.
    let asked = Arc::new(AtomicU32::new(0));
    let account = {
        let (body, asked) = (body.to_owned(), Arc::clone(&asked));
        answered(move |request| {
            let is_next = request.uri().query().is_some_and(|query| query.contains("next_cursor"));
            asked.fetch_add(u32::from(is_next), Ordering::SeqCst);
            let body = if is_next { r#"{"result":[]}"#.to_owned() } else { body.clone() };
            async move {
                let answer = http::Response::builder().header("content-type", "application/json");
                answer.body(Body::from(body)).unwrap()
            }
        })
    };
    let mut pages = ListContacts::builder().pages(&account);
    let page = pages.try_next().await.map(|page| {
        let page = page.unwrap();
        let ids = page.items().iter().map(|contact| contact.id.clone()).collect();
        (ids, page.next_cursor().map(str::to_owned), page.is_partial())
    });
    drop(pages);
    asked.store(0, Ordering::SeqCst);
    let items = async {
        let mut items = ListContacts::builder().items(&account);
        let mut ids = Vec::new();
        while let Some(contact) = items.try_next().await? {
            ids.push(contact.id);
        }
        // `items` does not show the cursor, but requests the next page.
        let cursor = page.as_ref().ok().and_then(|page| page.1.clone());
        assert_eq!(asked.load(Ordering::SeqCst), u32::from(cursor.is_some()), "{body}");
        Ok((ids, cursor, items.is_partial()))
    };
    let stream = async {
        let mut records = ListContacts::builder().send(&account).stream().await?.records::<Contact>();
        let mut ids = Vec::new();
        while let Some(contact) = records.try_next().await? {
            ids.push(contact.id);
        }
        Ok((ids, records.next_cursor().map(str::to_owned), records.is_partial()))
    };
    let (items, stream) = (items.await, stream.await);
    [page, items, stream]
}

async fn a_page_in_every_form() {
    let one = r#"{"id":"1","name":null}"#;
    let two = format!(r#"{one},{{"id":"2","name":"]}}"}}"#);
    let by_key = r#"{"a":{"id":"1","name":null},"b\"{":{"id":"2","name":"]}"}}"#;
    for (body, ids, cursor, is_partial) in [
        (format!(r#"{{"result":[{two}],"next_cursor":"p2"}}"#), 2, Some("p2"), false),
        (format!(r#"{{"next_cursor":"p2","is_partial_response":true,"results":[{two}]}}"#), 2, Some("p2"), true),
        (format!(r#"{{"is_partial_response":true,"result":{by_key},"next_cursor":7}}"#), 2, Some("7"), true),
        (format!(r#"{{"next_cursor":"p2","results": {by_key} }}"#), 2, Some("p2"), false),
        (format!(r#"{{"\u0072esult":[{one}],"\u006eext_cursor":"p2"}}"#), 1, Some("p2"), false),
        (format!(r#"{{"results":null,"\u0072esult\u0073":{by_key},"next_cursor":""}}"#), 2, None, false),
        (r#"{"result":null,"next_cursor":"p2"}"#.to_owned(), 0, Some("p2"), false),
        (r#"{"is_partial_response":true,"next_cursor":"p2","result":null}"#.to_owned(), 0, Some("p2"), true),
        (r#"{"result":{},"next_cursor":"p2"}"#.to_owned(), 0, Some("p2"), false),
        (r#"{"result":[],"next_cursor":"p2"}"#.to_owned(), 0, Some("p2"), false),
        (format!(r#"{{"result":[],"results":{by_key},"result":null}}"#), 2, None, false),
        (format!("[{two}]"), 2, None, false),
    ] {
        let expected: Vec<String> = (1..=ids).map(|id| id.to_string()).collect();
        for told in in_every_way(&body).await {
            let (ids, found, partial) = told.unwrap_or_else(|error| panic!("{error}: {body}"));
            assert_eq!((&ids, found.as_deref(), partial), (&expected, cursor, is_partial), "{body}");
        }
    }
    // An envelope without items is not a page. It is not a record either, because a record would hide the cursor.
    for body in
        [r#"{"next_cursor":"p2"}"#, r#"{"is_partial_response":true,"data":[]}"#, r#"{"result":7,"next_cursor":"p2"}"#]
    {
        for told in in_every_way(body).await {
            assert!(matches!(failed(told, TOKEN), Error::Decode(_)), "{body}");
        }
    }
}

async fn a_cursor_that_repeats() {
    let (account, given) = pages(vec![page(1, "a"), page(2, "a"), page(3, "a")]);
    let (ids, end) = read(&account).await;
    assert_eq!(ids, ["1", "2"]);
    assert!(matches!(failed(end, TOKEN), Error::CursorCycle(_)));
    assert_eq!(given.load(Ordering::SeqCst), 2);
}

async fn a_circle_of_cursors() {
    for length in [2_usize, 3, 7, 100] {
        // The first page leads into the circle, but is not part of it.
        let circle = (0..length).map(|number| page(number + 1, &format!("cursor {}", (number + 1) % length)));
        let (account, given) = pages(std::iter::once(page(0, "cursor 0")).chain(circle).collect());
        let (ids, end) = read(&account).await;
        let expected: Vec<String> = (0..=length).map(|id| id.to_string()).collect();
        assert_eq!(ids, expected);
        assert!(matches!(failed(end, TOKEN), Error::CursorCycle(_)));
        assert_eq!(given.load(Ordering::SeqCst) as usize, length + 1);
    }
}

async fn an_empty_page_in_the_middle() {
    let empty = (200, json!({ "result": [], "next_cursor": "b" }));
    let first = (200, json!({ "result": [], "next_cursor": "a" }));
    let (account, _) = pages(vec![first, empty, page(1, "c"), page(2, "")]);
    let (ids, end) = read(&account).await;
    end.unwrap();
    assert_eq!(ids, ["1", "2"]);
}

async fn the_ends_of_a_listing() {
    for last in [
        json!({ "result": [], "next_cursor": "" }),
        json!({ "result": [], "next_cursor": null }),
        json!({ "result": [] }),
    ] {
        let (account, given) = pages(vec![page(1, "a"), (200, last)]);
        let (ids, end) = read(&account).await;
        end.unwrap();
        assert_eq!((ids.len(), given.load(Ordering::SeqCst)), (1, 2));
    }
}

async fn items_by_key() {
    let keyed =
        json!({ "result": { "x": { "id": "1", "name": "a" }, "y": { "id": "2", "name": "b" } }, "next_cursor": "a" });
    let (account, _) = pages(vec![(200, keyed), page(3, "")]);
    let (ids, end) = read(&account).await;
    end.unwrap();
    assert_eq!(ids, ["1", "2", "3"]);
}

async fn a_partial_page() {
    let partial = json!({ "result": [{ "id": "1", "name": null }], "next_cursor": "a", "is_partial_response": true });
    let (account, _) = pages(vec![(200, partial), page(2, "")]);
    let mut listing = ListContacts::builder().pages(&account);
    assert!(listing.try_next().await.unwrap().unwrap().is_partial());
    assert!(!listing.try_next().await.unwrap().unwrap().is_partial());
    assert!(listing.checkpoint().is_partial() && listing.checkpoint().items() == 2);
    for (page, expected) in [
        (json!({ "is_partial_response": true, "result": [] }), true),
        (json!({ "result": [], "some": 1, "is_partial_response": true }), true),
        (json!({ "result": [{ "is_partial_response": true }], "is_partial_response": false }), false),
    ] {
        let (account, _) = pages(vec![(200, page)]);
        let mut records = ListContacts::builder().send(&account).stream().await.unwrap().records::<Value>();
        while records.try_next().await.unwrap().is_some() {}
        assert_eq!(records.is_partial(), expected);
    }
}

async fn a_page_that_takes_itself_back() {
    for items in [0, 1000] {
        let items: Vec<Value> = (0..items).map(|id| json!({ "id": id.to_string(), "name": "x".repeat(80) })).collect();
        let taken_back = |status: u16| {
            let error = json!({ "result": items, "statusCode": status, "error": "x", "message": "it broke off" });
            (200, error)
        };
        let (account, given) = pages(vec![taken_back(502), page(1, "")]);
        let (ids, end) = read(&account).await;
        end.unwrap();
        assert_eq!((ids.len(), given.load(Ordering::SeqCst)), (1, 2), "the page is retried");
        let (account, _) = pages(vec![taken_back(404)]);
        let (ids, end) = read(&account).await;
        assert_eq!((ids.len(), failed(end, TOKEN).status()), (0, Some(404)));
        // A list with the status of a failure is an error even without an error name.
        let (account, _) = pages(vec![(200, json!({ "statusCode": 404, "result": items }))]);
        assert_eq!(failed(read(&account).await.1, TOKEN).status(), Some(404));
    }
}

async fn a_page_with_two_lists() {
    let of = |first: Value, second: Value| vec![(200, json!({ "result": first, "results": second }))];
    let (one, two) = (json!([{ "id": "1", "name": null }]), json!({ "k": { "id": "2", "name": null } }));
    for nothing in [json!(null), json!([]), json!({})] {
        for (first, second) in [(one.clone(), nothing.clone()), (nothing.clone(), one.clone())] {
            let (ids, end) = read(&pages(of(first, second)).0).await;
            end.unwrap();
            assert_eq!(ids, ["1"], "beside {nothing}");
        }
    }
    for second in [one.clone(), two] {
        let (ids, end) = read(&pages(of(one.clone(), second)).0).await;
        assert!(ids.is_empty());
        let Error::Decode(error) = failed(end, TOKEN) else { panic!("items were lost") };
        assert!(error.to_string().contains("two lists of items"), "{error}");
    }
}

async fn a_cursor_of_many_digits() {
    for cursor in ["7", "18446744073709551616", "100000000000000000001", "\"007\""] {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let queries = Arc::clone(&asked);
        let account = answered(move |request: http::Request<Body>| {
            let mut queries = queries.lock().unwrap();
            queries.push(request.uri().query().unwrap().to_owned());
            let next = if queries.len() == 1 { cursor } else { "null" };
            let body = format!(r#"{{"result":[],"next_cursor":{next}}}"#);
            let answer = http::Response::builder().header("content-type", "application/json");
            async move { answer.body(Body::from(body)).unwrap() }
        });
        let (_, end) = read(&account).await;
        end.unwrap();
        let second: String = asked.lock().unwrap().remove(1);
        assert!(second.ends_with(&format!("next_cursor={}", cursor.trim_matches('"'))), "{second}");
    }
}

async fn an_expired_cursor() {
    let gone = (410, json!({ "statusCode": 410, "error": "Gone", "message": "The cursor has expired" }));
    let (account, _) = pages(vec![page(1, "a"), page(2, "b"), gone]);
    let mut items = ListContacts::builder().items(&account);
    items.try_next().await.unwrap();
    items.try_next().await.unwrap();
    let error = failed(items.try_next().await, TOKEN);
    assert_eq!(error.status(), Some(410));
    assert_eq!((items.checkpoint().items(), items.checkpoint().is_complete()), (2, false));
}

async fn failures_in_the_middle() {
    let bad = (502, json!({}));
    let (account, _) = pages(vec![bad.clone(), page(1, "a"), bad.clone(), bad.clone(), page(2, "b"), bad, page(3, "")]);
    let (ids, end) = read(&account).await;
    end.unwrap();
    assert_eq!(ids, ["1", "2", "3"]);
}

/// A record whose `Deserialize` panics.
#[derive(Debug, Deserialize)]
#[serde(from = "Value")]
struct Buggy;

impl From<Value> for Buggy {
    fn from(_: Value) -> Self {
        panic!("a bug in the type")
    }
}

#[unified_endpoint(GET, "/unified/crm/contacts", response = Buggy, paginated)]
struct ListBuggy {}

async fn a_type_that_panics() {
    let (account, given) = pages(vec![page(1, "a")]);
    let mut items = ListBuggy::builder().items(&account);
    let panic = AssertUnwindSafe(items.try_next()).catch_unwind().await.unwrap_err();
    assert_eq!(panic.downcast_ref::<&str>(), Some(&"a bug in the type"));
    let next = AssertUnwindSafe(items.try_next()).catch_unwind().await;
    assert!(matches!(next, Ok(Ok(None))));
    assert_eq!(given.load(Ordering::SeqCst), 1);
}
