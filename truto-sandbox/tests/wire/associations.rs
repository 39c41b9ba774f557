//! `POST /unified/crm/associations`: the stored links, and the answer in each format.

use std::collections::BTreeSet;

use crate::client::{associate, body};
use http::StatusCode;
use serde_json::{Value, json};
use truto_sandbox::{Link, Sandbox};

fn sandbox() -> Sandbox {
    Sandbox::builder().in_process()
}

fn kinds_and_ids(links: &[Link]) -> Vec<(&str, &str)> {
    links.iter().map(|link| (link.kind.as_str(), link.id.as_str())).collect()
}

#[tokio::test]
async fn the_documented_body_is_accepted() {
    let sandbox = sandbox();
    let page = json!({ "entity_id": "your_entity_id", "entity": "accounts", "associations": {}, "remote_data": {} });
    let answer = associate(&sandbox, sandbox.accounts().salesforce, "", &page).await;
    assert_eq!(answer.status, StatusCode::CREATED);
    let body = answer.json();
    assert_eq!(body["entity_id"], "your_entity_id");
    assert_eq!(body["entity"], "accounts");
    assert_eq!(body["associations"], json!({ "acocunts": [], "contacts": [], "leads": [], "opportunities": [] }));
    assert_eq!(body["remote_data"]["Id"], "your_entity_id");
    assert!(sandbox.all_links().is_empty());
}

#[tokio::test]
async fn links_are_stored_once_and_answered_under_the_documented_keys() {
    let sandbox = sandbox();
    let attio = sandbox.accounts().attio;
    let request = json!({
        "entity_id": "p1",
        "entity": "contacts",
        "associations": {
            "accounts": [{ "id": "a1" }, { "id": "a2" }],
            "acocunts": [{ "id": "a2" }, { "id": "a3" }],
            "leads": [{ "id": "l1" }],
            "organizations": [{ "id": "o1" }],
        },
    });
    for _ in 0..2 {
        let answer = associate(&sandbox, attio, "", &request).await;
        let ids = |key: &str| -> Vec<Value> {
            let body = answer.json();
            body["associations"][key].as_array().unwrap().iter().map(|reference| reference["id"].clone()).collect()
        };
        let mut accounts: Vec<String> = ids("acocunts").iter().map(|id| id.as_str().unwrap().to_owned()).collect();
        accounts.sort();
        assert_eq!(accounts, ["a1", "a2", "a3"], "both spellings, without duplicate ids");
        assert_eq!(ids("leads"), ["l1"]);
        assert!(answer.json()["associations"].get("accounts").is_none());
        assert!(answer.json()["associations"].get("organizations").is_none());
    }
    let links = sandbox.links(attio);
    let mut stored = kinds_and_ids(&links);
    stored.sort_unstable();
    let expected =
        [("accounts", "a1"), ("accounts", "a2"), ("accounts", "a3"), ("leads", "l1"), ("organizations", "o1")];
    assert_eq!(stored, expected);
    assert!(sandbox.links(sandbox.accounts().close).is_empty());
}

#[tokio::test]
async fn every_violation_of_the_contract_is_named() {
    let sandbox = sandbox();
    let refused = async |body: Value| {
        let query = "&truto_response_format=xml&truto_ignore_remote_data=maybe";
        let answer = associate(&sandbox, sandbox.accounts().salesforce, query, &body).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        assert_eq!(answer.message(), "Validation failed", "`details.failures` says the rest");
        let mut failures = answer.failures();
        failures.retain(|path| !path.starts_with("truto_"));
        assert_eq!(failures.len() + 2, answer.failures().len(), "the common parameters are checked too");
        failures.sort();
        failures
    };
    let forbidden = json!({ "contacts": [{ "id": "1" }], "leads": [{ "id": "2" }] });
    let rules = refused(json!({ "entity": "accounts", "entity_id": "1", "associations": forbidden })).await;
    assert_eq!(rules, ["associations.contacts", "associations.leads"]);
    let shape = refused(json!({ "associations": { "contact": [] } })).await;
    assert_eq!(shape, ["associations.contact", "entity", "entity_id"]);
    assert!(sandbox.all_links().is_empty());
    assert!(sandbox.remote_calls(sandbox.accounts().salesforce).is_empty(), "nothing reached the provider");
}

#[tokio::test]
async fn an_unknown_entity_is_refused_by_the_contract() {
    let sandbox = sandbox();
    let request = json!({ "entity_id": "1", "entity": "tickets" });
    let answer = associate(&sandbox, sandbox.accounts().salesforce, "", &request).await;
    assert_eq!((answer.status, answer.failures()), (StatusCode::BAD_REQUEST, vec!["entity".to_owned()]));
}

#[tokio::test]
async fn each_provider_links_only_what_it_supports() {
    let sandbox = sandbox();
    let accounts = sandbox.accounts();
    for (account, supported) in [
        (accounts.salesforce, vec!["accounts", "opportunities"]),
        (accounts.attio, vec!["accounts", "opportunities", "contacts"]),
        (accounts.close, vec!["opportunities", "contacts"]),
        (accounts.pipedrive, vec!["leads", "contacts"]),
    ] {
        for entity in ["accounts", "opportunities", "contacts", "leads"] {
            let answer = associate(&sandbox, account, "", &json!({ "entity_id": "1", "entity": entity })).await;
            if supported.contains(&entity) {
                assert_eq!(answer.status, StatusCode::CREATED, "{entity}");
                continue;
            }
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{entity}");
            let body = answer.json();
            assert!(answer.message().contains(entity));
            assert_eq!(body["truto_is_remote_error"], true);
            assert!(body["truto_error_insight"]["remote_error"]["description"].is_string());
            assert!(body["raw_response"].to_string().contains(entity));
        }
    }
}

#[tokio::test]
async fn each_provider_has_its_own_format_of_refusals() {
    let sandbox = sandbox();
    let accounts = sandbox.accounts();
    let refuse = async |account, entity| {
        let answer = associate(&sandbox, account, "", &json!({ "entity_id": "1", "entity": entity })).await;
        answer.json()["raw_response"].clone()
    };
    assert!(refuse(accounts.salesforce, "leads").await[0]["errorCode"].is_string());
    assert_eq!(refuse(accounts.attio, "leads").await["type"], "invalid_request_error");
    assert!(refuse(accounts.close, "leads").await["field-errors"]["entity"].is_string());
    assert_eq!(refuse(accounts.pipedrive, "accounts").await["success"], false);
}

#[tokio::test]
async fn the_four_formats_differ() {
    let sandbox = sandbox();
    let attio = sandbox.accounts().attio;
    let unified = associate(&sandbox, attio, "", &body()).await.json();
    assert_eq!(unified["remote_data"]["id"]["record_id"], "001");

    let normalized = associate(&sandbox, attio, "&truto_response_format=normalized", &body()).await.json();
    assert_eq!(normalized["associations"], unified["associations"]);
    assert!(normalized.get("remote_data").is_none());

    let raw = associate(&sandbox, attio, "&truto_response_format=raw&truto_exclude_fields=data", &body()).await;
    assert_eq!(raw.header("content-type"), "application/json");
    assert_eq!(raw.json(), json!({ "data": unified["remote_data"] }), "`raw` is unchanged");

    let stream = associate(&sandbox, attio, "&truto_response_format=stream", &body()).await;
    assert!(!stream.headers.contains_key("content-length"));
    assert_eq!(stream.json(), raw.json());
}

#[tokio::test]
async fn fields_are_excluded_in_every_spelling() {
    let sandbox = sandbox();
    let salesforce = sandbox.accounts().salesforce;
    for query in [
        "&truto_exclude_fields[]=remote_data&truto_exclude_fields[]=entity",
        "&truto_exclude_fields%5B0%5D=remote_data&truto_exclude_fields%5B1%5D=entity",
        "&truto_exclude_fields=remote_data&truto_exclude_fields=entity",
        "&truto_exclude_fields=remote_data,entity",
        "&truto_exclude_fields=remote_data%2Centity&next_cursor=",
        "&truto_ignore_remote_data=true&truto_exclude_fields[]=entity",
        "&truto_ignore_remote_data=1&truto_exclude_fields=entity",
    ] {
        let answer = associate(&sandbox, salesforce, query, &body()).await.json();
        let keys: BTreeSet<&str> = answer.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, BTreeSet::from(["associations", "entity_id"]), "{query}");
    }
}

#[tokio::test]
async fn remote_query_and_remote_data_reach_the_provider() {
    let sandbox = sandbox();
    let accounts = sandbox.accounts();
    let mut request = body();
    request["remote_data"] = json!({ "Custom__c": { "deep": [1] } });
    let query = "&remote_query[foo]=bar+baz&remote_query[list][]=1&remote_query[deep][0][x]=2";
    let expected = json!({ "foo": "bar baz", "list": ["1"], "deep": [{ "x": "2" }] });

    let unified = associate(&sandbox, accounts.salesforce, query, &request).await.json();
    assert_eq!(unified["remote_data"]["Custom__c"], json!({ "deep": [1] }));
    assert_eq!(unified["remote_data"]["_sandbox"]["remote_query"], expected);

    let raw = associate(&sandbox, accounts.attio, &format!("{query}&truto_response_format=raw"), &request).await.json();
    assert_eq!(raw["data"]["values"]["Custom__c"], json!({ "deep": [1] }));

    let call = &sandbox.remote_calls(accounts.salesforce)[0];
    assert_eq!(call.endpoint, "POST /unified/crm/associations");
    assert_eq!(call.remote_query, expected);
    assert_eq!(call.remote_data, request["remote_data"]);
}

#[tokio::test]
async fn a_large_stream_is_ndjson_of_the_requested_size() {
    let sandbox = sandbox();
    sandbox.stream_bytes(1 << 20);
    let query = "&truto_response_format=stream";
    let answer =
        associate(&sandbox, sandbox.accounts().pipedrive, query, &json!({ "entity_id": "1", "entity": "leads" })).await;
    assert_eq!(answer.header("content-type"), "application/x-ndjson");
    assert!(answer.bytes.len() >= 1 << 20);
    let records = answer.bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let mut ids: Vec<String> =
        records.map(|line| serde_json::from_slice::<Value>(line).unwrap()["id"].to_string()).collect();
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
    assert!(count > 4_000);
}
