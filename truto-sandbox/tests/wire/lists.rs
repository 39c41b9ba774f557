//! Pages of a list on the wire: their size, their cursors, and items by key.

use http::StatusCode;
use serde_json::{Value, json};
use truto_core::server::Registration;
use truto_core::unified_endpoint;
use truto_sandbox::Sandbox;

use crate::client::{Answer, get};

/// Lists contacts.
#[unified_endpoint(GET, "/unified/crm/contacts", paginated)]
struct ListContacts {}

/// Lists notes, and declares `limit` and `next_cursor` itself.
#[unified_endpoint(GET, "/unified/crm/notes", paginated)]
struct ListNotes {
    limit: Option<u32>,
    next_cursor: Option<String>,
}

/// Creates a sandbox with this many contacts.
fn contacts(count: usize) -> Sandbox {
    let builder = Sandbox::builder().endpoint(Registration::of::<ListContacts>());
    let sandbox = builder.endpoint(Registration::of::<ListNotes>()).in_process();
    for number in 0..count {
        sandbox.keep(
            sandbox.accounts().close,
            "crm/contacts",
            json!({ "number": number, "name": format!("n{number}") }),
        );
    }
    sandbox
}

async fn list(sandbox: &Sandbox, query: &str) -> Answer {
    let account = sandbox.accounts().close;
    get(sandbox, &format!("/unified/crm/contacts?integrated_account_id={account}&truto_ignore_remote_data=1{query}"))
        .await
}

fn numbers(page: &Value) -> Vec<u64> {
    let items = page["result"].as_array().unwrap().iter();
    items.map(|item| item["number"].as_u64().unwrap()).collect()
}

#[tokio::test]
async fn a_page_has_as_many_items_as_the_limit_says() {
    let sandbox = contacts(30);
    for (query, count) in [
        ("", 25),
        ("&limit=7", 7),
        ("&limit=30", 30),
        ("&limit=31", 30),
        ("&limit=5000", 30),
        ("&limit=", 25),
        ("&limit=7&truto_ignore_limit=true", 30),
        ("&limit=7&truto_ignore_limit=false", 7),
        ("&limit=7&next_cursor=", 7),
    ] {
        let page = list(&sandbox, query).await.json();
        assert_eq!(numbers(&page), (0..count).collect::<Vec<_>>(), "{query}");
        assert_eq!((&page["result_count"], page["next_cursor"].is_null()), (&json!(count), count == 30), "{query}");
        assert_eq!(page["prev_cursor"], Value::Null);
    }
    let empty = list(&contacts(0), "").await.json();
    assert_eq!(empty, json!({ "result": [], "next_cursor": null, "prev_cursor": null, "result_count": 0 }));
}

#[tokio::test]
async fn a_cursor_leads_to_the_next_page() {
    let sandbox = contacts(10);
    let (mut query, mut seen, mut pages) = ("&limit=4".to_owned(), Vec::new(), 0);
    loop {
        let page = list(&sandbox, &query).await.json();
        seen.extend(numbers(&page));
        pages += 1;
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        query = format!("&limit=4&next_cursor={cursor}");
    }
    assert_eq!((seen, pages), ((0..10).collect(), 3));
    // An item that is added in the meantime does not shift the pages.
    let cursor = list(&sandbox, "&limit=4").await.json()["next_cursor"].as_str().unwrap().to_owned();
    sandbox.keep(sandbox.accounts().close, "crm/contacts", json!({ "number": 10 }));
    let rest = list(&sandbox, &format!("&next_cursor={cursor}")).await.json();
    assert_eq!(numbers(&rest), (4..=10).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_cursor_whose_item_is_gone_has_expired() {
    let sandbox = contacts(10);
    let cursor = list(&sandbox, "&limit=4").await.json()["next_cursor"].as_str().unwrap().to_owned();
    sandbox.reset();
    let expired = list(&sandbox, &format!("&next_cursor={cursor}")).await;
    assert_eq!(expired.status, StatusCode::GONE);
    assert!(expired.message().contains("expired"));
}

#[tokio::test]
async fn items_can_be_keyed_by_a_field() {
    let sandbox = contacts(3);
    let page = list(&sandbox, "&truto_key_by=name&limit=2").await.json();
    let items = page["result"].as_object().unwrap();
    assert_eq!(items.keys().collect::<Vec<_>>(), ["n0", "n1"]);
    assert_eq!((&items["n1"]["number"], &page["result_count"]), (&json!(1), &json!(2)));
    let cursor = page["next_cursor"].as_str().unwrap();
    let rest = list(&sandbox, &format!("&truto_key_by=number&next_cursor={cursor}")).await;
    assert_eq!(rest.json()["result"]["2"]["name"], "n2", "a number becomes a key by its digits");
}

#[tokio::test]
async fn a_list_streams_its_items_first() {
    let sandbox = contacts(3);
    let query = "&truto_response_format=stream";
    let list_of_three = list(&sandbox, query).await;
    assert_eq!(list_of_three.header("content-type"), "application/json");
    let items = list_of_three.json();
    sandbox.stream_bytes(10_000);
    let large = list(&sandbox, query).await;
    assert_eq!(large.header("content-type"), "application/x-ndjson");
    assert!(large.bytes.len() >= 10_000);
    let records: Vec<Value> = large
        .bytes
        .trim_ascii_end()
        .split(|byte| *byte == b'\n')
        .map(|line| serde_json::from_slice(line).unwrap())
        .collect();
    assert_eq!(&records[..3], items.as_array().unwrap(), "the items of the list come first");
    assert!(records.len() > 3 && records.iter().all(Value::is_object));
}

#[tokio::test]
async fn invalid_page_parameters_are_refused() {
    let sandbox = contacts(3);
    for (query, path) in [
        ("&limit=ten", "limit"),
        ("&limit=0", "limit"),
        ("&limit=-1", "limit"),
        ("&limit=1.5", "limit"),
        ("&limit=1&limit=2", "limit"),
        ("&limit[gt]=2", "limit"),
        ("&next_cursor=mine", "next_cursor"),
        ("&next_cursor=after_1&next_cursor=after_2", "next_cursor"),
        ("&truto_ignore_limit=maybe", "truto_ignore_limit"),
        ("&truto_key_by[]=name", "truto_key_by"),
    ] {
        let answer = list(&sandbox, query).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{query}");
        assert_eq!(answer.failures(), [path], "{query}");
    }
    // A parameter that the endpoint declares is checked once, by its declared type.
    let account = sandbox.accounts().close;
    let notes =
        async |query: &str| get(&sandbox, &format!("/unified/crm/notes?integrated_account_id={account}{query}")).await;
    assert_eq!(notes("&limit=ten").await.failures(), ["limit"]);
    assert_eq!(notes("&next_cursor=mine").await.failures(), ["next_cursor"]);
    assert_eq!(notes("&limit=3").await.json()["result"], json!([]));
}
