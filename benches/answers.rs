//! Answers that come from memory, and one of any size: contacts of about 1 KB, one a line.

// Each bench uses a part.
#![allow(dead_code)]

use std::error::Error;
use std::fs;
use std::future::ready;
use std::io;

use bytes::Bytes;
use futures_util::stream;
use serde::de::DeserializeOwned;
use truto_core::crm::ListContacts;
use truto_core::transport::Body;
use truto_core::{Account, Client};

/// Records in one piece of an answer: a piece has the size of a piece of TLS.
const PIECE: u16 = 16;

const RECORD: &str = concat!(
    r#"{"id":"003Ux000004TbQd","first_name":"Ada","last_name":"Lovelace","name":"Ada Lovelace","title":"Countess of \"Engines\"","#,
    r#""account":{"id":"001Ux000003GhNt","name":"Analytical Engines Ltd."},"addresses":[{"id":"1","street_1":"12 St James's Square","#,
    r#""city":"London","state":"Greater London","postal_code":"SW1Y 4JH","country":"United Kingdom","type":"work"}],"#,
    r#""email_addresses":[{"id":"1","email":"ada@engines.example","type":"work"},{"id":"2","email":"ada@home.example","type":"home"}],"#,
    r#""phone_numbers":[{"id":"1","number":"+44 20 7946 0958","extension":null,"type":"work"}],"tags":[{"id":"7","name":"mathematics"},"#,
    r#"{"id":"8","name":"computing"}],"custom_fields":{"tier":"gold","score":97,"renewal":"2025-03-01"},"#,
    r#""last_activity_at":"2024-05-06T07:08:09.000Z","created_at":"2023-06-16T09:21:21.000Z","updated_at":"2024-05-06T07:08:09.000Z","#,
    r#""owner":{"id":"005Ux000001AbCd","name":"Charles Babbage"},"urls":[{"url":"https://crm.example/003Ux","type":"self"}]}"#,
    "\n"
);

/// The bytes of one record.
pub(crate) const RECORD_SIZE: u64 = RECORD.len() as u64;

/// Reads an answer of this many records, and returns how many came.
pub(crate) async fn read<T: DeserializeOwned>(records: u64) -> Result<u64, Box<dyn Error>> {
    let account = answering("application/x-ndjson", lines(records))?;
    let mut contacts = ListContacts::builder().send(&account).stream().await?.records::<T>();
    let mut count = 0;
    while contacts.try_next().await?.is_some() {
        count += 1;
    }
    Ok(count)
}

/// Returns a body of this many records. Its pieces share one memory.
fn lines(records: u64) -> impl Fn() -> reqwest::Body + Clone {
    let piece = Bytes::from(RECORD.repeat(PIECE.into()));
    let rest: usize = (0..records % u64::from(PIECE)).map(|_| RECORD.len()).sum();
    move || {
        let rest = (rest > 0).then(|| piece.slice(..rest));
        let piece = piece.clone();
        let whole = (0..records / u64::from(PIECE)).map(move |_| piece.clone());
        reqwest::Body::wrap_stream(stream::iter(whole.chain(rest).map(Ok::<_, io::Error>)))
    }
}

/// Returns an account whose server answers each request with such a body.
pub(crate) fn answering(
    content_type: &'static str,
    body: impl Fn() -> reqwest::Body + Clone + Send + Sync + 'static,
) -> Result<Account, truto_core::Error> {
    let transport = tower::service_fn(move |_: http::Request<Body>| {
        ready(http::Response::builder().header("content-type", content_type).body(Body::wrap(body())))
    });
    let client = Client::builder().token("token").base_url("https://api.example").transport(transport).build()?;
    client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")
}

/// The most memory that this process has held, in KiB. Linux tells it.
pub(crate) fn peak_memory() -> Result<f64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("/proc/self/status has no VmHWM")?;
    Ok(peak.trim().trim_end_matches(" kB").parse()?)
}
