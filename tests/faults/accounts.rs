//! Calls 100,000 accounts once each: their state takes little memory, and the client frees it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "clippy allows these in tests, but not in their helpers")]

use std::time::Duration;

use peak_alloc::PeakAlloc;
use tokio::time::advance;
use truto_core::transport::Body;
use truto_core::{Account, Client, Json, unified_endpoint};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const ACCOUNTS: u128 = 100_000;
const MIB: usize = 1 << 20;

#[unified_endpoint(GET, "/unified/crm/contacts/{id}")]
struct GetContact {
    id: String,
}

/// Returns a client whose server sends rate-limit headers, which the client has to remember for each account.
fn client() -> Client {
    client_of(200, "{}".to_owned())
}

fn client_of(status: u16, body: String) -> Client {
    let service = tower::service_fn(move |_: http::Request<Body>| {
        let answer = http::Response::builder()
            .status(status)
            .header("content-type", "application/json")
            .header("ratelimit-limit", "50;w=60")
            .header("ratelimit-remaining", "40")
            .header("ratelimit-reset", "60");
        let answer = answer.body(Body::from(body.clone())).unwrap();
        async move { Ok::<_, std::io::Error>(answer) }
    });
    Client::builder().token("t").base_url("https://api.example").transport(service).build().unwrap()
}

fn account(client: &Client, number: u128) -> Account {
    let hex = format!("{number:032x}");
    let id = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-");
    client.account(id).unwrap()
}

async fn touch(client: &Client, numbers: std::ops::Range<u128>) {
    for number in numbers {
        let _: Json = GetContact::builder().id("1").send(&account(client, number)).await.unwrap();
    }
}

/// Returns the resident memory of the process in bytes.
fn resident() -> usize {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: usize = statm.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or_default();
    pages * 4096
}

/// Runs one test at a time, because the counter is global.
static ALONE: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

#[tokio::test(start_paused = true)]
async fn a_hundred_thousand_accounts_take_little_and_give_it_back() {
    let _alone = ALONE.lock().await;
    let client = client();
    // The first round is not measured, because it fills the allocator's caches.
    touch(&client, 0..ACCOUNTS).await;
    advance(Duration::from_secs(61)).await;
    touch(&client, 0..5000).await;
    advance(Duration::from_secs(61)).await;
    touch(&client, 0..1000).await;
    let before = MEMORY.current_usage();
    let mut after_round = Vec::new();
    for round in 1..=3 {
        touch(&client, round * ACCOUNTS..(round + 1) * ACCOUNTS).await;
        let grown = MEMORY.current_usage().saturating_sub(before);
        assert!(grown <= 64 * MIB, "round {round}: {} MiB", grown / MIB);
        after_round.push(resident());
        println!("round {round}: the heap grew by {} KiB, resident {} KiB", grown / 1024, resident() / 1024);
        // The limits expire after a minute.
        advance(Duration::from_secs(61)).await;
    }
    let (least, most) = (after_round.iter().min().unwrap(), after_round.iter().max().unwrap());
    assert!(*most <= least + least / 10, "resident memory grows: {after_round:?}");
    // The next call frees the expired state.
    touch(&client, 0..5000).await;
    advance(Duration::from_secs(61)).await;
    touch(&client, 0..1000).await;
    let left = MEMORY.current_usage().saturating_sub(before);
    println!("at the end {} KiB are left", left / 1024);
    assert!(left <= MIB, "{} KiB are left", left / 1024);
}

#[tokio::test(start_paused = true)]
async fn what_is_known_of_an_account_that_is_down_is_small() {
    let _alone = ALONE.lock().await;
    let page = serde_json::json!({
        "statusCode": 503, "error": "Service Unavailable", "message": "The account is blocked",
        "raw_response": "<p>no</p>".repeat(10_000),
    });
    let client = client_of(503, page.to_string());
    let before = MEMORY.current_usage();
    for number in 0..1000 {
        let call = GetContact::builder().id("1").send(&account(&client, number)).await;
        assert!(call.is_err());
    }
    let each = MEMORY.current_usage().saturating_sub(before) / 1000;
    assert!(each < 4096, "{each} bytes are kept of an answer of 90 kB");
}
