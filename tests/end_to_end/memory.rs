//! Memory: a large stream is never in memory as a whole, and a large error takes only a few times its size.

use peak_alloc::PeakAlloc;
use tokio::sync::Mutex;
use truto_core::builder::Given;
use truto_core::crm::{CreateAssociation, CreateAssociationBuilder, crm_entity};
use truto_core::transport::{Body, Direct};
use truto_core::{Client, Error, Json};
use truto_sandbox::Sandbox;

/// Counts the allocated bytes. The server runs in this process, so its memory is counted, too.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Runs one test at a time, because the counter is global.
static ALONE: Mutex<()> = Mutex::const_new(());

const LARGE: u64 = 256 << 20;
const MIB: usize = 1 << 20;

fn request() -> CreateAssociationBuilder<Given, Given<crm_entity::Contacts>> {
    CreateAssociation::builder().entity_id("cont_1").entity(crm_entity::Contacts)
}

#[tokio::test]
async fn a_stream_of_256_mib_takes_less_than_8_mib() {
    let _alone = ALONE.lock().await;
    let sandbox = Sandbox::start().await.unwrap();
    sandbox.stream_bytes(LARGE);
    for client in [sandbox.client(), sandbox.client().direct(Direct::new())] {
        let account = client.build().unwrap().account(sandbox.accounts().close).unwrap();
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();

        let mut bytes = request().send(&account).stream().await.unwrap();
        let mut pieces = 0_u64;
        while bytes.try_next().await.unwrap().is_some() {
            pieces += 1;
        }
        assert!(bytes.received() >= LARGE && pieces > 1000, "{} bytes in {pieces} pieces", bytes.received());

        let mut records = request().send(&account).stream().await.unwrap().records::<Json>();
        while records.try_next().await.unwrap().is_some() {}
        assert!(records.count() > 1000);

        let grown = MEMORY.peak_usage() - before;
        assert!(grown < 8 * MIB, "the peak grew by {} KiB", grown / 1024);
    }
}

#[tokio::test]
async fn a_call_without_a_declaration_leaves_nothing_behind_whatever_its_names() {
    let _alone = ALONE.lock().await;
    let service = tower::service_fn(|_: http::Request<Body>| async {
        let answer = http::Response::builder().header("content-type", "application/json");
        Ok::<_, std::io::Error>(answer.body(Body::from("{}".to_owned())).unwrap())
    });
    let client = Client::builder().token("t0p-s3cret").base_url("https://api.example").transport(service);
    let account = client.build().unwrap().account("62f44730-dd91-461e-bd6a-aedd9e0ad79d").unwrap();
    let many = async |from: u32| {
        for number in from..from + 2_000 {
            let name = format!("{number}-{}", "x".repeat(100));
            account.unified(&name, &name).get(&name).query(&name, &name).await.unwrap();
            account.custom("PUT", &name).json(&name).await.unwrap();
        }
    };
    many(0).await;
    let before = MEMORY.current_usage();
    many(2_000).await;
    let grown = MEMORY.current_usage().saturating_sub(before);
    assert!(grown < 32 * 1024, "{grown} bytes stay after 4,000 calls");
}

#[tokio::test]
async fn an_error_takes_at_most_a_few_times_its_size() {
    let _alone = ALONE.lock().await;
    let many = |item: &str| format!("[{}{item}]", format!("{item},").repeat((MIB - 1024) / (item.len() + 1)));
    for member in [
        format!(r#""details":{{"failures":{}}}"#, many("1")),
        format!(r#""details":{{"failures":[{}]}}"#, many("1")),
        format!(r#""details":{{"failures":[{{"path":{},"message":"no"}}]}}"#, many("1")),
        format!(r#""raw_response":{}"#, many("1")),
        format!(r#""message":{}"#, many("1")),
        format!(r#""message":"{}""#, "é ".repeat(MIB / 3 - 1024)),
        format!(r#""message":"{}""#, r"\u0041".repeat(MIB / 6 - 1024)),
        format!(r#""truto_error_insight":{{"x":{}}}"#, many("1")),
        format!(r#""result":{}"#, many("{}")),
        format!(r#""x":0{}"#, (0..80_000).map(|key| format!(",\"{key}\":1")).collect::<Vec<_>>().concat()),
    ] {
        for status in [400, 200] {
            let body = format!(r#"{{"statusCode":400,"error":"Bad Request",{member}}}"#);
            assert!(body.len() <= MIB);
            let service = tower::service_fn(move |_: http::Request<Body>| {
                let answer = http::Response::builder().status(status).header("content-type", "application/json");
                let answer = answer.body(Body::from(body.clone())).unwrap();
                async move { Ok::<_, std::io::Error>(answer) }
            });
            let client = Client::builder().token("t0p-s3cret").base_url("https://api.example").transport(service);
            let account = client.build().unwrap().account("62f44730-dd91-461e-bd6a-aedd9e0ad79d").unwrap();
            let before = MEMORY.current_usage();
            MEMORY.reset_peak_usage();
            let error = request().send(&account).normalized().decode_as::<Json>().await.unwrap_err();
            let peak = MEMORY.peak_usage() - before;
            assert!(peak < 16 * MIB, "the peak grew by {} KiB: {member:.60}", peak / 1024);
            assert!(matches!(&error, Error::Api(refused) if refused.status() == 400), "{error}");
        }
    }
}
