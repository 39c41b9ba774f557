//! Compares the CPU time of reading a large answer record by record with the same loop by hand: a `memchr` over
//! reqwest's `bytes_stream`, and `serde_json::from_slice` of each line into the same type.
//!
//! `cargo run --release -p truto-benches --bin read_records`, with `-- raw`, `-- lines`, `-- envelope` or
//! `-- stream` for one row. The records are contacts of about 1 KB. They come from memory in pieces of 16 KiB, as TLS
//! delivers them; only the row of the plain stream reads from a server on loopback, because a stream that copies no byte
//! costs nothing.

mod answers;
mod counted;
mod cpu;
mod server;

use std::error::Error;
use std::fmt::Write as _;
use std::hint::black_box;
use std::io;

use bytes::Bytes;
use futures_util::{StreamExt, stream};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use truto_core::crm::{Contact, ListContacts};
use truto_core::response::RecordStream;
use truto_core::types::RawJson;
use truto_core::{Account, Client};

use crate::answers::answering;
use crate::counted::Counted;

const RECORDS: u32 = 16_384;
/// How often each variant reads the answer in one round.
const ANSWERS: u32 = 16;
const PIECE: usize = 16 * 1024;
const ACCOUNT: &str = "62f44730-dd91-461e-bd6a-aedd9e0ad79d";
const MIB: f64 = 1024.0 * 1024.0;

/// A comparison, and the least part of the other's speed that is good enough.
struct Row {
    name: &'static str,
    what: &'static str,
    ours: &'static str,
    other: &'static str,
    goal: f64,
}

const ROWS: [Row; 4] = [
    Row { name: "raw", what: "RawJson, NDJSON", ours: "raw-ours", other: "raw-by-hand", goal: 0.95 },
    Row { name: "lines", what: "Contact, NDJSON", ours: "lines-ours", other: "lines-by-hand", goal: 0.95 },
    Row {
        name: "envelope",
        what: "Contact, envelope against NDJSON",
        ours: "envelope-ours",
        other: "lines-by-hand",
        goal: 0.85,
    },
    Row { name: "stream", what: "bytes", ours: "stream-ours", other: "stream-by-hand", goal: 0.95 },
];

fn main() -> Result<(), Box<dyn Error>> {
    if let Some(Counted { way, operations, argument: url }) = Counted::from_args() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let lines = || pieces(lines());
        return match &*way {
            "raw-ours" => timed(lines(), |answer| runtime.block_on(ours::<RawJson>(operations, LINES, answer))),
            "raw-by-hand" => timed(lines(), |answer| runtime.block_on(by_hand::<Box<RawValue>>(operations, answer))),
            "lines-ours" => timed(lines(), |answer| runtime.block_on(ours::<Contact>(operations, LINES, answer))),
            "lines-by-hand" => timed(lines(), |answer| runtime.block_on(by_hand::<Contact>(operations, answer))),
            "envelope-ours" => timed(pieces(envelope()), |answer| {
                runtime.block_on(ours::<Contact>(operations, "application/json", answer))
            }),
            "stream-ours" => cpu::tell(|| runtime.block_on(stream_ours(operations, &url))),
            "stream-by-hand" => cpu::tell(|| runtime.block_on(stream_by_hand(operations, &url))),
            _ => Err(format!("unknown variant `{way}`").into()),
        };
    }
    let only = std::env::args().nth(1);
    let url = server::start(envelope().leak(), server::RATE_LIMIT)?;
    println!("{:<40}{:>12}{:>12}{:>8}{:>6}", "MiB/s of CPU time", "truto-core", "by hand", "ratio", "goal");
    for row in ROWS.iter().filter(|row| only.as_deref().is_none_or(|only| only == row.name)) {
        let (ours, other, ratio) = cpu::measure(row.ours, row.other, ANSWERS, &url)?;
        let size = f64::from(u32::try_from(lines().len())?);
        let speed = |microseconds: f64| size / MIB / microseconds * 1e6;
        println!("{:<40}{:>12.0}{:>12.0}{:>8.2}{:>6.2}", row.what, speed(ours), speed(other), 1.0 / ratio, row.goal);
    }
    Ok(())
}

const LINES: &str = "application/x-ndjson";

fn timed(answer: Vec<Bytes>, run: impl FnOnce(Vec<Bytes>) -> Result<(), Box<dyn Error>>) -> Result<(), Box<dyn Error>> {
    cpu::tell(|| run(answer))
}

async fn ours<T: DeserializeOwned>(
    answers: u32,
    content_type: &'static str,
    answer: Vec<Bytes>,
) -> Result<(), Box<dyn Error>> {
    let account = answering(content_type, move || body(&answer))?;
    for _ in 0..answers {
        let mut records = ListContacts::builder().send(&account).stream().await?.records::<T>();
        while let Some(record) = records.try_next().await? {
            black_box(&record);
        }
        assert_eq!(RecordStream::count(&records), u64::from(RECORDS));
    }
    Ok(())
}

/// Splits at line ends. Only a line that two pieces share is copied.
async fn by_hand<T: DeserializeOwned>(answers: u32, answer: Vec<Bytes>) -> Result<(), Box<dyn Error>> {
    let read = |line: &[u8]| serde_json::from_slice::<T>(line).map(|record| drop(black_box(record)));
    for _ in 0..answers {
        let response = reqwest::Response::from(http::Response::new(body(&answer)));
        let (mut pieces, mut begun, mut records) = (response.bytes_stream(), Vec::new(), 0);
        while let Some(piece) = pieces.next().await {
            let piece = piece?;
            let mut start = 0;
            for end in memchr::memchr_iter(b'\n', &piece) {
                if begun.is_empty() {
                    read(&piece[start..end])?;
                } else {
                    begun.extend_from_slice(&piece[start..end]);
                    read(&begun)?;
                    begun.clear();
                }
                records += 1;
                start = end + 1;
            }
            begun.extend_from_slice(&piece[start..]);
        }
        assert_eq!(records, RECORDS);
    }
    Ok(())
}

async fn stream_ours(answers: u32, url: &str) -> Result<(), Box<dyn Error>> {
    let account: Account = Client::builder().token("token").base_url(url).build()?.account(ACCOUNT)?;
    for _ in 0..answers {
        let mut pieces = ListContacts::builder().send(&account).stream().await?;
        while let Some(piece) = pieces.try_next().await? {
            black_box(&piece);
        }
    }
    Ok(())
}

async fn stream_by_hand(answers: u32, url: &str) -> Result<(), Box<dyn Error>> {
    let client = reqwest::Client::new();
    let url = format!("{url}/unified/crm/contacts");
    for _ in 0..answers {
        let mut pieces = client.get(&url).bearer_auth("token").send().await?.error_for_status()?.bytes_stream();
        while let Some(piece) = pieces.next().await {
            black_box(&piece?);
        }
    }
    Ok(())
}

/// A body that comes in these pieces.
fn body(pieces: &[Bytes]) -> reqwest::Body {
    let pieces: Vec<_> = pieces.iter().cloned().map(Ok::<_, io::Error>).collect();
    reqwest::Body::wrap_stream(stream::iter(pieces))
}

fn pieces(answer: String) -> Vec<Bytes> {
    let answer = Bytes::from(answer);
    (0..answer.len()).step_by(PIECE).map(|from| answer.slice(from..answer.len().min(from + PIECE))).collect()
}

fn lines() -> String {
    (0..RECORDS).fold(String::new(), |lines, number| contact(lines, number) + "\n")
}

fn envelope() -> String {
    let mut items = (0..RECORDS).fold(String::from(r#"{"result":["#), |items, number| contact(items, number) + ",");
    items.pop();
    items + r#"],"next_cursor":"cursor-2","prev_cursor":null}"#
}

/// Adds a contact as the API sends it, without `remote_data`.
fn contact(mut text: String, number: u32) -> String {
    // A `String` takes any text.
    let _ = write!(
        text,
        r#"{{"id":"003Ux0000{number:06}","first_name":"Ada","last_name":"Lovelace {number}","name":"Ada Lovelace {number}","title":"Countess of \"Engines\"","account":{{"id":"001Ux000003GhNt","name":"Analytical Engines Ltd."}},"#
    );
    text.push_str(concat!(
        r#""addresses":[{"id":"1","street_1":"12 St James's Square","city":"London","state":"Greater London","postal_code":"SW1Y 4JH","country":"United Kingdom","type":"work"}],"#,
        r#""email_addresses":[{"id":"1","email":"ada@engines.example","type":"work"},{"id":"2","email":"ada@home.example","type":"home"}],"#,
        r#""phone_numbers":[{"id":"1","number":"+44 20 7946 0958","extension":null,"type":"work"}],"#,
        r#""tags":[{"id":"7","name":"mathematics"},{"id":"8","name":"computing"}],"custom_fields":{"tier":"gold","score":97,"renewal":"2025-03-01"},"#,
        r#""last_activity_at":"2024-05-06T07:08:09.000Z","created_at":"2023-06-16T09:21:21.000Z","updated_at":"2024-05-06T07:08:09.000Z","etag":"\"33a64df5\"","owner":{"id":"005Ux000001AbCd","name":"Charles Babbage"},"urls":[{"url":"https://crm.example/003Ux","type":"self"}]}"#,
    ));
    text
}
