//! Counts the instructions and allocations of one create call over HTTP/1 on loopback, over each transport, compared with the
//! same call written by hand with reqwest and serde, and with hyper-util and serde; and the CPU time of 20,000 such calls at 32 at
//! once.
//!
//! `cargo run --release -p truto-benches --bin create_call`, with `-- calls` or `-- bulk` for a half of it. The server runs in the
//! parent process, so it is not counted.

mod callgrind;
mod counted;
mod cpu;
mod server;

use std::error::Error;
use std::num::{ParseIntError, TryFromIntError};
use std::time::Duration;

use bytes::Bytes;
use futures_util::{StreamExt, stream};
use http::Request;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use truto_core::crm::{Association, CreateAssociation, crm_entity};
use truto_core::settings::ClientBuilder;
use truto_core::{Account, Bulk, CallOptions, Client, Sending};

use crate::callgrind::{cost, table};
use crate::counted::Counted;

const TOKEN: &str = "3c1f9e57-5d3c-4d53-a9a3-5a8a3a1a7f90";
const ACCOUNT: &str = "62f44730-dd91-461e-bd6a-aedd9e0ad79d";
const RECORD: &str = "003Ux000004TbQd";
const LINKED: &str = "001Ux000003GhNt";
const TIMEOUT: Duration = Duration::from_secs(30);
/// Calls of a bulk, and how many of them are on the wire at once.
const BULK: u32 = 20_000;
const AT_ONCE: usize = 32;

const ANSWER: &str = server::LINK;

/// The call as an author writes it who needs only this endpoint.
mod by_hand {
    use super::{Deserialize, RawValue, Serialize};

    #[derive(Serialize)]
    pub(super) struct Create<'a> {
        pub(super) entity_id: &'a str,
        pub(super) entity: Entity,
        pub(super) associations: Links,
    }

    #[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub(super) enum Entity {
        Accounts,
        Opportunities,
        Contacts,
        Leads,
    }

    #[derive(Default, Serialize, Deserialize)]
    #[serde(default)]
    pub(super) struct Links {
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub(super) accounts: Vec<Reference>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub(super) contacts: Vec<Reference>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub(super) leads: Vec<Reference>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub(super) opportunities: Vec<Reference>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub(super) organizations: Vec<Reference>,
    }

    #[derive(Serialize, Deserialize)]
    pub(super) struct Reference {
        pub(super) id: String,
    }

    #[derive(Deserialize)]
    pub(super) struct Association {
        pub(super) entity_id: Option<String>,
        pub(super) entity: Option<Entity>,
        pub(super) associations: Links,
        pub(super) remote_data: Option<Box<RawValue>>,
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    if let Some(Counted { way, operations, argument: url }) = Counted::from_args() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        return match &*way {
            "create-ours" => runtime.block_on(ours(operations, &url)),
            #[cfg(feature = "tls")]
            "create-direct" => runtime.block_on(direct(operations, &url)),
            "create-hyper" => runtime.block_on(by_hand_on_hyper(operations, &url)),
            "create-by-hand" => runtime.block_on(by_hand(operations, &url)),
            "bulk-ours" => cpu::tell(|| runtime.block_on(bulk_ours(operations, &url))),
            #[cfg(feature = "tls")]
            "bulk-direct" => cpu::tell(|| runtime.block_on(bulk_direct(operations, &url))),
            "bulk-narrow" => cpu::tell(|| runtime.block_on(bulk_narrow(operations, &url))),
            #[cfg(feature = "tls")]
            "bulk-narrow-direct" => cpu::tell(|| runtime.block_on(bulk_narrow_direct(operations, &url))),
            "bulk-by-hand" => cpu::tell(|| runtime.block_on(bulk_by_hand(operations, &url))),
            _ => Err(format!("unknown variant `{way}`").into()),
        };
    }
    let only = std::env::args().nth(1);
    let is_asked = |part: &str| only.as_deref().is_none_or(|only| only == part);
    let plain = server::start(ANSWER, "")?;
    if is_asked("calls") {
        let limited = server::start(ANSWER, server::RATE_LIMIT)?;
        for (name, url) in
            [("one create call", plain.as_str()), ("the same, with `ratelimit-*` headers answered", &limited)]
        {
            let by_hand = cost("create-by-hand", 1000, url)?;
            let on_hyper = cost("create-hyper", 1000, url)?;
            let others = [("reqwest and serde", by_hand), ("hyper-util and serde", on_hyper)];
            table(name, "truto-core", cost("create-ours", 1000, url)?, &others);
            #[cfg(feature = "tls")]
            table("over the direct transport", "truto-core, direct", cost("create-direct", 1000, url)?, &others);
        }
    }
    if is_asked("bulk") {
        compare("bulk-ours", "bulk-by-hand", BULK, &plain)?;
        #[cfg(feature = "tls")]
        compare("bulk-direct", "bulk-by-hand", BULK, &plain)?;
        compare("bulk-narrow", "bulk-by-hand", BULK, &plain)?;
        #[cfg(feature = "tls")]
        compare("bulk-narrow-direct", "bulk-by-hand", BULK, &plain)?;
    }
    Ok(())
}

async fn ours(calls: u32, url: &str) -> Result<(), Box<dyn Error>> {
    calls_of(&account(url)?, calls).await
}

#[cfg(feature = "tls")]
async fn direct(calls: u32, url: &str) -> Result<(), Box<dyn Error>> {
    calls_of(&over_direct(url)?, calls).await
}

#[cfg(feature = "tls")]
fn over_direct(url: &str) -> Result<Account, truto_core::Error> {
    client(url).direct(truto_core::transport::Direct::new()).build()?.account(ACCOUNT)
}

async fn calls_of(account: &Account, calls: u32) -> Result<(), Box<dyn Error>> {
    for _ in 0..calls {
        check_ours(&send(account).await?);
    }
    Ok(())
}

/// Many calls through [`Bulk`], of an account that lets as many in as there are at once: by hand nothing else holds them back.
async fn bulk_ours(calls: u32, url: &str) -> Result<(), Box<dyn Error>> {
    let (url, at_once) = at_once(url)?;
    bulk_of(&wide(&account(url)?, at_once)?, calls, at_once).await
}

/// The same of an account that lets only the default number in, so that most calls wait at it.
async fn bulk_narrow(calls: u32, url: &str) -> Result<(), Box<dyn Error>> {
    let (url, at_once) = at_once(url)?;
    bulk_of(&account(url)?, calls, at_once).await
}

fn wide(account: &Account, at_once: usize) -> Result<Account, TryFromIntError> {
    Ok(account.with(CallOptions::new().max_concurrency_per_account(at_once.try_into()?)))
}

#[cfg(feature = "tls")]
async fn bulk_direct(calls: u32, url: &str) -> Result<(), Box<dyn Error>> {
    let (url, at_once) = at_once(url)?;
    bulk_of(&wide(&over_direct(url)?, at_once)?, calls, at_once).await
}

#[cfg(feature = "tls")]
async fn bulk_narrow_direct(calls: u32, url: &str) -> Result<(), Box<dyn Error>> {
    let (url, at_once) = at_once(url)?;
    bulk_of(&over_direct(url)?, calls, at_once).await
}

async fn bulk_of(account: &Account, calls: u32, at_once: usize) -> Result<(), Box<dyn Error>> {
    let mut results = Bulk::new((0..calls).map(|number| (number, send(account)))).concurrency(at_once);
    while let Some((_, link)) = results.next().await {
        check_ours(&link?);
    }
    Ok(())
}

/// Parses the address and, if it follows, how many calls are on the wire at once.
fn at_once(argument: &str) -> Result<(&str, usize), ParseIntError> {
    argument.split_once(' ').map_or(Ok((argument, AT_ONCE)), |(url, count)| Ok((url, count.parse()?)))
}

fn account(url: &str) -> Result<Account, truto_core::Error> {
    client(url).build()?.account(ACCOUNT)
}

fn client(url: &str) -> ClientBuilder {
    Client::builder().token(TOKEN).base_url(url).deadline(TIMEOUT)
}

fn send(account: &Account) -> Sending<Association> {
    CreateAssociation::builder().entity_id(RECORD).entity(crm_entity::Contacts).accounts([LINKED]).send(account)
}

fn check_ours(link: &Association) {
    assert!(link.entity_id.as_deref() == Some(RECORD) && link.associations.accounts[0].id == LINKED);
    assert!(link.entity.as_ref().is_some_and(|entity| entity.known().is_some()) && link.remote_data.is_none());
}

async fn by_hand(calls: u32, url: &str) -> Result<(), Box<dyn Error>> {
    let client = reqwest::Client::builder().timeout(TIMEOUT).build()?;
    let endpoint = format!("{url}/unified/crm/associations");
    for _ in 0..calls {
        check_by_hand(&create_by_hand(&client, &endpoint).await?);
    }
    Ok(())
}

/// Many calls through `buffer_unordered`, on one task: its best form.
async fn bulk_by_hand(calls: u32, url: &str) -> Result<(), Box<dyn Error>> {
    let (url, at_once) = at_once(url)?;
    let client = reqwest::Client::builder().timeout(TIMEOUT).build()?;
    let endpoint = format!("{url}/unified/crm/associations");
    let calls = (0..calls).map(|_| create_by_hand(&client, &endpoint));
    let mut results = stream::iter(calls).buffer_unordered(at_once);
    while let Some(link) = results.next().await {
        check_by_hand(&link?);
    }
    Ok(())
}

async fn create_by_hand(client: &reqwest::Client, endpoint: &str) -> Result<by_hand::Association, reqwest::Error> {
    client
        .post(endpoint)
        .query(&[("integrated_account_id", ACCOUNT)])
        .bearer_auth(TOKEN)
        .header("idempotency-key", uuid::Uuid::new_v4().to_string())
        .json(&body_by_hand())
        .send()
        .await?
        .error_for_status()?
        .json()
        .await
}

fn body_by_hand() -> by_hand::Create<'static> {
    use by_hand::{Create, Entity, Links, Reference};

    let accounts = vec![Reference { id: LINKED.to_owned() }];
    Create { entity_id: RECORD, entity: Entity::Contacts, associations: Links { accounts, ..Links::default() } }
}

type Hyper = legacy::Client<HttpConnector, Full<Bytes>>;

async fn by_hand_on_hyper(calls: u32, url: &str) -> Result<(), Box<dyn Error>> {
    let client = legacy::Client::builder(TokioExecutor::new()).pool_timer(TokioTimer::new()).build_http();
    for _ in 0..calls {
        check_by_hand(&create_on_hyper(&client, url).await?);
    }
    Ok(())
}

async fn create_on_hyper(client: &Hyper, url: &str) -> Result<by_hand::Association, Box<dyn Error>> {
    let call = async {
        let request = Request::post(format!("{url}/unified/crm/associations?integrated_account_id={ACCOUNT}"))
            .header("authorization", format!("Bearer {TOKEN}"))
            .header("idempotency-key", uuid::Uuid::new_v4().to_string())
            .header("content-type", "application/json")
            .header("accept", "*/*")
            .body(Full::from(serde_json::to_vec(&body_by_hand())?))?;
        let response = client.request(request).await?;
        if !response.status().is_success() {
            return Err(format!("the server answered {}", response.status()).into());
        }
        let body = response.into_body().collect().await?.to_bytes();
        Ok::<_, Box<dyn Error>>(serde_json::from_slice(&body)?)
    };
    tokio::time::timeout(TIMEOUT, call).await?
}

fn check_by_hand(link: &by_hand::Association) {
    assert!(link.entity_id.as_deref() == Some(RECORD) && link.associations.accounts[0].id == LINKED);
    assert!(link.entity == Some(by_hand::Entity::Contacts) && link.remote_data.is_none());
}

/// Prints the CPU time of a call in each variant.
fn compare(ours: &str, other: &str, calls: u32, url: &str) -> Result<(), Box<dyn Error>> {
    let (our_time, other_time, ratio) = cpu::measure(ours, other, calls, url)?;
    println!("{:<40}{:>14}", format!("{calls} operations"), "CPU, µs each");
    println!("{ours:<40}{our_time:>14.2}");
    println!("{other:<40}{other_time:>14.2}");
    println!("{:<40}{ratio:>14.3}", format!("{ours} against {other}"));
    Ok(())
}
