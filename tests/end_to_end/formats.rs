//! The four response formats, over a socket.

use serde::Deserialize;
use truto_core::builder::Given;
use truto_core::crm::{CreateAssociation, CreateAssociationBuilder, crm_entity};
use truto_core::error::{DecodeKind, Error};
use truto_core::{Json, json};
use truto_sandbox::{Fault, Sandbox};

use crate::support::{answering, client, response};

fn request() -> CreateAssociationBuilder<Given, Given<crm_entity::Contacts>> {
    CreateAssociation::builder().entity_id("per_1").entity(crm_entity::Contacts).leads(["lead_1"])
}

#[derive(Deserialize)]
struct OnlyId {
    entity_id: String,
}

#[tokio::test]
async fn each_format_is_a_method_with_a_type_of_its_own() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().pipedrive).unwrap();

    let unified = request().send(&account).with_meta().await.unwrap();
    assert!(unified.body.remote_data.is_some());
    assert!((200..300).contains(&unified.meta.status()));
    assert!(unified.meta.request_id().is_some());
    assert_eq!(unified.meta.attempts(), 1);

    let normalized = request().send(&account).normalized().await.unwrap();
    assert_eq!(normalized.entity_id.as_deref(), Some("per_1"));

    assert_eq!(request().send(&account).normalized().decode_as::<OnlyId>().await.unwrap().entity_id, "per_1");

    let raw = request().send(&account).raw().await.unwrap();
    assert_eq!(raw.json::<Json>().unwrap()["success"], true, "Pipedrive's own envelope");
    assert!(raw.headers().contains_key("content-type"));

    let mut bytes = request().send(&account).stream().await.unwrap();
    let mut all = Vec::new();
    while let Some(piece) = bytes.try_next().await.unwrap() {
        all.extend_from_slice(&piece);
    }
    assert_eq!(bytes.received(), all.len() as u64);
    assert!(bytes.try_next().await.unwrap().is_none(), "the end is final");

    let formats: Vec<_> = sandbox.requests().iter().map(|request| request.query.contains("response_format")).collect();
    assert_eq!(formats, [false, true, true, true, true]);
}

#[tokio::test]
async fn excluded_fields_are_left_out() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().pipedrive).unwrap();
    let link = request().exclude_fields(["remote_data", "entity_id"]).send(&account).await.unwrap();
    assert!(link.remote_data.is_none() && link.entity_id.is_none());
    let link = request().ignore_remote_data(true).send(&account).await.unwrap();
    assert!(link.remote_data.is_none() && link.entity_id.is_some());
}

#[tokio::test]
async fn remote_query_reaches_the_provider() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().pipedrive).unwrap();
    let remote = json!({"nested": {"list": ["a b", 1], "é&=": "ü+%"}});
    request()
        .remote_query("filter", remote["nested"].clone())
        .remote_data(remote.clone())
        .send(&account)
        .await
        .unwrap();
    let call = sandbox.remote_calls(account.id()).remove(0);
    assert_eq!(call.remote_data, remote);
    assert_eq!(call.remote_query, json!({"filter": {"list": ["a b", "1"], "é&=": "ü+%"}}));
}

#[tokio::test]
async fn records_come_one_by_one() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().close).unwrap();
    sandbox.stream_bytes(100_000);
    let mut records = request().send(&account).stream().await.unwrap().records::<Json>();
    let mut count = 0;
    while let Some(record) = records.try_next().await.unwrap() {
        assert!(record.is_object());
        count += 1;
    }
    assert!(count > 10, "{count}");
    assert_eq!(records.count(), count);
}

#[tokio::test]
async fn a_record_of_another_shape_does_not_end_the_stream() {
    let (account, _) = answering(|| response(200, "application/x-ndjson", "{\"id\": \"1\"}\n7\n{\"id\": \"2\"}"));
    let mut records = request().send(&account).stream().await.unwrap().records::<truto_core::Reference>();
    assert_eq!(records.try_next().await.unwrap().unwrap().id, "1");
    let error = records.try_next().await.unwrap_err();
    assert_eq!(error.records(), None, "the error offers no resume");
    let Error::Decode(error) = error else { panic!("7 is not a reference") };
    assert!(matches!(error.kind(), DecodeKind::Shape { path, .. } if path.starts_with("record 2")));
    assert_eq!(records.try_next().await.unwrap().unwrap().id, "2");
    assert!(records.try_next().await.unwrap().is_none());
}

/// Some type of a caller accepts whatever comes.
#[derive(Default)]
struct Lenient(String);

impl<'de> Deserialize<'de> for Lenient {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = truto_core::Reference::deserialize(deserializer);
        Ok(read.map(|reference| Self(reference.id)).unwrap_or_default())
    }
}

#[tokio::test]
async fn lines_are_read_record_by_record_however_they_are_broken() {
    const LINES: &str = concat!(
        "{\"id\": \"1\"}\r\n\r\n{\"id\": \"2\"}{\"id\": \"3\"}\n{\"id\": [4]}\n{\n \"x\": {}\n,\n \"y\": {}\n}\n",
        "{\"id\":\n\"6\"} {\"id\": [7]}\n{\"id\": \"}\\n{\"}\n{\"id\": \"9\"}\n{\"id\": \"10\"}",
    );
    for skipped in [0, 4] {
        let (account, _) = answering(|| response(200, "application/x-ndjson", LINES));
        let records = request().send(&account).stream().await.unwrap().records::<truto_core::Reference>();
        let (mut records, mut found) = (records.after(skipped), Vec::new());
        loop {
            match records.try_next().await {
                Ok(Some(record)) => found.push(record.id),
                Ok(None) => break,
                Err(Error::Decode(error)) => match error.kind() {
                    DecodeKind::Shape { path, .. } => found.push(path.clone()),
                    other => panic!("{other:?}"),
                },
                Err(error) => panic!("{error}"),
            }
        }
        let all = ["1", "2", "3", "record 4 id", "record 5", "6", "record 7 id", "}\n{", "9", "10"];
        assert_eq!(found, all[usize::try_from(skipped).unwrap()..]);
        assert_eq!(records.count(), 10);
    }
    let (account, _) =
        answering(|| response(200, "application/x-ndjson", "{\"id\": \"1\"}\n{\"x\": {}\n}\n{\"id\": \"3\"}\n"));
    let mut records = request().send(&account).stream().await.unwrap().records::<Lenient>();
    for id in ["1", "", "3"] {
        match records.try_next().await {
            Ok(record) => assert_eq!(record.unwrap().0, id),
            Err(Error::Decode(_)) if id.is_empty() => {}
            Err(error) => panic!("{error}"),
        }
    }
    assert!(records.try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn a_stream_that_breaks_off_is_an_error_and_not_an_end() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().close).unwrap();
    sandbox.stream_bytes(1_000_000);
    sandbox.script(Fault::cut_at(50_000));
    let mut records = request().send(&account).stream().await.unwrap().records::<Json>();
    let error = loop {
        match records.try_next().await {
            Ok(Some(_)) => {}
            Ok(None) => panic!("taken for the end"),
            Err(error) => break error,
        }
    };
    assert!(matches!(error, Error::Network(_)), "{error}");
    assert!(records.try_next().await.unwrap().is_none());

    let (account, _) = answering(|| response(200, "application/json", "[{\"id\": \"1\"}, {\"id\": "));
    let mut records = request().send(&account).stream().await.unwrap().records::<Json>();
    assert!(records.try_next().await.unwrap().is_some());
    assert!(records.try_next().await.unwrap_err().to_string().contains("connection lost after"));
}

#[tokio::test]
async fn an_error_status_is_an_error_of_a_stream() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().read_only).unwrap();
    assert_eq!(request().send(&account).stream().await.unwrap_err().status(), Some(405));
    assert_eq!(request().send(&account).raw().await.unwrap_err().status(), Some(405));
}
