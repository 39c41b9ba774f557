//! Compares a list that reads ahead with the bound that no list beats: the server's time alone, or the reader's time alone,
//! whichever is longer.
//!
//! `cargo run --release -p truto-benches --bin prefetch [ROUNDS]`. Server and reader wait for fixed times. What a wait really takes
//! is measured in the same round, so that a busy machine lengthens the bound, too.

use std::env;
use std::error::Error;
use std::time::{Duration, Instant};

use truto_core::crm::ListContacts;
use truto_core::transport::Body;
use truto_core::{Account, Client};

const PAGES: u32 = 50;
const READ_AHEAD: usize = 2;
/// Milliseconds that the server and the reader take for each page.
const CASES: [(u64, u64); 3] = [(30, 10), (20, 20), (10, 30)];

fn main() -> Result<(), Box<dyn Error>> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(compare())
}

async fn compare() -> Result<(), Box<dyn Error>> {
    let rounds: usize = env::args().nth(1).and_then(|text| text.parse().ok()).filter(|rounds| *rounds > 0).unwrap_or(3);
    println!(
        "{:<40}{:>10}{:>10}{:>10}{:>8}",
        "ms of a page at the server, the reader", "bound", "prefetch", "without", "ratio"
    );
    let mut worst = 0.0_f64;
    for (server, reader) in CASES.map(|(server, reader)| (Duration::from_millis(server), Duration::from_millis(reader)))
    {
        // The least time over the rounds is that with the least else to do for the machine.
        let [mut server_alone, mut reader_alone, mut ahead, mut in_turn] = [f64::INFINITY; 4];
        for _ in 0..rounds {
            server_alone = read(server, Duration::ZERO, 0).await?.min(server_alone);
            reader_alone = read(Duration::ZERO, reader, 0).await?.min(reader_alone);
            ahead = read(server, reader, READ_AHEAD).await?.min(ahead);
            in_turn = read(server, reader, 0).await?.min(in_turn);
        }
        let bound = server_alone.max(reader_alone);
        let (name, ratio) = (format!("{}, {}", server.as_millis(), reader.as_millis()), ahead / bound);
        println!("{name:<40}{bound:>10.2}{ahead:>10.2}{in_turn:>10.2}{ratio:>8.3}");
        worst = worst.max(ratio);
    }
    println!("the worst ratio to the bound: {worst:.3} (goal 1.05)");
    Ok(())
}

/// Returns the seconds in which a list of [`PAGES`] pages is read.
async fn read(server: Duration, reader: Duration, ahead: usize) -> Result<f64, Box<dyn Error>> {
    let account = answering_after(server)?;
    let mut pages = ListContacts::builder().pages(&account).prefetch(ahead);
    let (start, mut count) = (Instant::now(), 0);
    while let Some(page) = pages.try_next().await? {
        count += u32::try_from(page.items().len())?;
        wait(reader).await;
    }
    assert_eq!(count, PAGES);
    Ok(start.elapsed().as_secs_f64())
}

/// Returns an account whose server answers with a page of a list after this time.
fn answering_after(server: Duration) -> Result<Account, truto_core::Error> {
    let transport = tower::service_fn(move |request: http::Request<Body>| async move {
        wait(server).await;
        let query = request.uri().query().unwrap_or_default();
        let cursor = query.split('&').find_map(|pair| pair.strip_prefix("next_cursor="));
        let next = cursor.and_then(|cursor| cursor.parse().ok()).unwrap_or(0) + 1;
        let next = if next < PAGES { format!("\"{next}\"") } else { "null".to_owned() };
        let page = format!(r#"{{"result":[{{"id":"1"}}],"next_cursor":{next}}}"#);
        http::Response::builder().header("content-type", "application/json").body(Body::from(page))
    });
    let client = Client::builder().token("token").base_url("https://api.example").transport(transport).build()?;
    client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")
}

async fn wait(time: Duration) {
    if !time.is_zero() {
        tokio::time::sleep(time).await;
    }
}
