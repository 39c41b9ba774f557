//! Generated CRM data on the wire: its links, its formats, the quirks of its providers, and walks while it changes.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::time::Duration;

use axum::body::Body;
use http::{Method, StatusCode};
use serde_json::{Map, Value, json};
use truto_sandbox::{Clock, CrmData, Sandbox, SandboxBuilder};

use crate::client::{Answer, associate, get, request, send};

fn builder() -> SandboxBuilder {
    Sandbox::builder().any_model(true).crm_data(CrmData::new().seed(7).records(400)).clock(Clock::manual())
}

fn sandbox() -> Sandbox {
    builder().in_process()
}

async fn call(sandbox: &Sandbox, account: &str, method: Method, path: &str, body: Option<Value>) -> Answer {
    let separator = if path.contains('?') { '&' } else { '?' };
    let target = format!("/unified/crm/{path}{separator}integrated_account_id={account}");
    let request = request(sandbox, method, &target).header("content-type", "application/json");
    send(sandbox, request.body(body.map_or_else(Body::empty, |body| Body::from(body.to_string()))).unwrap())
        .await
        .unwrap()
}

async fn read(sandbox: &Sandbox, account: &str, path: &str) -> Value {
    let answer = call(sandbox, account, Method::GET, path, None).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {answer:?}");
    answer.json()
}

async fn list(sandbox: &Sandbox, account: &str, path: &str) -> Vec<Value> {
    read(sandbox, account, path).await["result"].as_array().unwrap().clone()
}

async fn write(sandbox: &Sandbox, account: &str, method: Method, path: &str, body: Value) -> Value {
    let answer = call(sandbox, account, method, path, Some(body)).await;
    assert!(answer.status.is_success(), "{path}: {answer:?}");
    answer.json()
}

fn ids(records: &[Value]) -> Vec<String> {
    records.iter().map(|record| record["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn every_account_has_the_same_people_under_ids_of_its_own() {
    let sandbox = sandbox();
    let accounts = sandbox.accounts();
    let mut seen = BTreeSet::new();
    for account in [accounts.salesforce, accounts.attio, accounts.close, accounts.pipedrive] {
        let contacts = list(&sandbox, account, "contacts?limit=1000").await;
        assert_eq!(contacts.len(), 120);
        let ada = contacts.iter().find(|contact| contact["name"] == "Ada Lovelace").unwrap();
        assert_eq!(ada["email_addresses"][0]["email"], "ada.lovelace@northwind.example");
        let company = ada["account"]["id"].as_str().unwrap();
        let company = read(&sandbox, account, &format!("accounts/{company}")).await;
        assert_eq!(company["name"], ada["account"]["name"]);
        assert!(seen.insert(ada["id"].as_str().unwrap().to_owned()));
    }
    let again = self::sandbox();
    assert_eq!(sandbox.records(accounts.attio), again.records(accounts.attio));
    sandbox.reset();
    assert_eq!(sandbox.records(accounts.attio), again.records(accounts.attio), "a reset restores the data");
}

#[tokio::test]
async fn each_provider_has_its_own_records() {
    let sandbox = sandbox();
    let accounts = sandbox.accounts();
    let remote = async |account| {
        let ada = list(&sandbox, account, "contacts?name=Ada%20Lovelace").await[0].clone();
        (ada["remote_data"].clone(), ada)
    };
    let (raw, ada) = remote(accounts.salesforce).await;
    assert_eq!(
        (&raw["Id"], &raw["AccountId"], &raw["LastName"]),
        (&ada["id"], &ada["account"]["id"], &json!("Lovelace"))
    );
    assert_eq!(raw["attributes"]["type"], "Contact");
    assert_eq!(raw["Region__c"], ada["custom_fields"]["region"]);
    let (raw, ada) = remote(accounts.attio).await;
    assert_eq!(raw["id"]["record_id"], ada["id"]);
    assert_eq!(raw["values"]["name"][0]["full_name"], "Ada Lovelace");
    assert_eq!(raw["values"]["company"][0]["target_record_id"], ada["account"]["id"]);
    let (raw, ada) = remote(accounts.close).await;
    assert_eq!((&raw["organization_id"], &raw["display_name"]), (&ada["account"]["id"], &ada["name"]));
    assert!(raw["id"].as_str().unwrap().starts_with("cont_"));
    let (raw, ada) = remote(accounts.pipedrive).await;
    assert_eq!(raw["id"].as_u64().unwrap().to_string(), ada["id"]);
    assert_eq!(raw["org_id"]["name"], ada["account"]["name"]);
    assert_eq!(raw["email"][0], json!({ "value": "ada.lovelace@northwind.example", "label": "work", "primary": true }));
    assert_eq!(raw["add_time"].as_str().unwrap().len(), "2024-09-01 10:00:00".len());
}

#[tokio::test]
async fn some_providers_list_thin_rows_that_get_fills() {
    let sandbox = sandbox();
    let accounts = sandbox.accounts();
    for (account, resource, thin, is_thin) in [
        (accounts.close, "contacts", "addresses", true),
        (accounts.attio, "contacts", "addresses", false),
        (accounts.salesforce, "fields", "options", true),
        (accounts.attio, "fields", "options", true),
        (accounts.pipedrive, "fields", "options", false),
    ] {
        let row = list(&sandbox, account, resource).await[0].clone();
        assert_eq!(row.get(thin).is_none(), is_thin, "{account} {resource}");
        let full = read(&sandbox, account, &format!("{resource}/{}", row["id"].as_str().unwrap())).await;
        assert!(full.get(thin).is_some(), "{account} {resource}");
    }
}

#[tokio::test]
async fn a_provider_ignores_a_filter_in_silence_unless_filters_are_strict() {
    let query = "contacts?email_addresses[email]=ada.lovelace@northwind.example&limit=1000";
    let strict = sandbox();
    let accounts = strict.accounts();
    assert_eq!(list(&strict, accounts.close, query).await[0]["name"], "Ada Lovelace");
    let refused = call(&strict, accounts.pipedrive, Method::GET, query, None).await;
    assert_eq!(
        (refused.status, refused.failures()),
        (StatusCode::BAD_REQUEST, vec!["email_addresses[email]".to_owned()])
    );
    assert!(String::from_utf8_lossy(&refused.bytes).contains("Pipedrive does not filter by `email_addresses`"));

    let lenient = builder().strict_filters(false).in_process();
    assert_eq!(list(&lenient, accounts.close, query).await.len(), 1);
    assert_eq!(list(&lenient, accounts.pipedrive, query).await.len(), 120);
}

#[tokio::test]
async fn each_provider_demands_its_members() {
    let sandbox = sandbox();
    let accounts = sandbox.accounts();
    for (account, resource, body, missing) in [
        (accounts.close, "contacts", json!({ "first_name": "Grace" }), &["account"][..]),
        (accounts.pipedrive, "stages", json!({ "name": "Late" }), &["pipeline"]),
        (accounts.close, "tasks", json!({ "owner": { "id": "1" } }), &["account", "content"]),
        (
            accounts.close,
            "tasks",
            json!({ "owner": {}, "account": null, "content": "" }),
            &["account", "owner", "content"],
        ),
        (accounts.salesforce, "accounts", json!({}), &["name"]),
        (accounts.attio, "notes", json!({ "content": "x" }), &["contact", "account", "opportunity"]),
    ] {
        let answer = call(&sandbox, account, Method::POST, resource, Some(body)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{resource}");
        let body = answer.json();
        assert_eq!(body["truto_is_remote_error"], true);
        assert_eq!(body["truto_error_insight"]["missing_required_body_fields"]["value"], json!(missing), "{resource}");
        assert!(body["truto_error_insight"]["remote_error"]["description"].is_string());
        assert!(answer.message().contains(missing[0]));
        assert!(!body["raw_response"].is_null());
    }
    for (account, resource, body) in [
        (accounts.salesforce, "contacts", json!({ "first_name": "Grace" })),
        (accounts.attio, "accounts", json!({})),
        (accounts.close, "stages", json!({ "name": "Late" })),
        (accounts.attio, "notes", json!({ "content": "x", "contact": [{ "id": "1" }] })),
    ] {
        write(&sandbox, account, Method::POST, resource, body).await;
    }
}

#[tokio::test]
async fn a_write_is_dated_and_completed() {
    let sandbox = sandbox();
    let account = sandbox.accounts().close;
    let company = list(&sandbox, account, "accounts").await[0].clone();
    let body = json!({ "first_name": "Grace", "last_name": "Hopper", "account": { "id": company["id"] } });
    let created = write(&sandbox, account, Method::POST, "contacts", body.clone()).await;
    assert_eq!(created["account"], json!({ "id": company["id"], "name": company["name"] }));
    assert_eq!((&created["name"], &created["created_at"]), (&json!("Grace Hopper"), &created["updated_at"]));
    assert!(created["id"].as_str().unwrap().starts_with("cont_"));
    assert_eq!(created["remote_data"]["organization_id"], company["id"]);
    let mut moments = vec![created["updated_at"].clone()];
    let path = format!("contacts/{}", created["id"].as_str().unwrap());
    for last_name in ["Murray", "Hopper"] {
        let changed = write(&sandbox, account, Method::PATCH, &path, json!({ "last_name": last_name })).await;
        assert_eq!((&changed["name"], &changed["created_at"]), (&json!(format!("Grace {last_name}")), &moments[0]));
        assert_ne!(changed["etag"], created["etag"]);
        moments.push(changed["updated_at"].clone());
    }
    moments.push(write(&sandbox, account, Method::POST, "contacts", body).await["updated_at"].clone());
    sandbox.advance(Duration::from_secs(3600));
    moments.push(write(&sandbox, account, Method::PATCH, &path, json!({ "title": "CTO" })).await["updated_at"].clone());
    let moments: Vec<&str> = moments.iter().map(|moment| moment.as_str().unwrap()).collect();
    assert!(moments.is_sorted_by(|a, b| a < b), "the clock stands still, but no two changes are at once: {moments:?}");
    assert!(moments[4].starts_with("2026-01-01T01:00:00"), "{moments:?}");
    // So a mirror finds what changed since.
    let since = format!("contacts?updated_at[gt]={}", moments[1]);
    assert_eq!(list(&sandbox, account, &since).await.len(), 2);
}

#[tokio::test]
async fn links_show_up_on_the_records() {
    let sandbox = sandbox();
    let accounts = sandbox.accounts();
    let of = async |account, resource| list(&sandbox, account, resource).await;
    let (contacts, companies) = (of(accounts.attio, "contacts").await, of(accounts.attio, "accounts").await);
    let deals = of(accounts.attio, "opportunities").await;
    let (contact, deal) = (&contacts[0], &deals[0]);
    let company = companies.iter().find(|company| company["id"] != contact["account"]["id"]).unwrap();
    let body = json!({
        "entity": "contacts",
        "entity_id": contact["id"],
        "associations": { "accounts": [{ "id": company["id"] }], "opportunities": [{ "id": deal["id"] }] },
    });
    let answer = associate(&sandbox, accounts.attio, "", &body).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    let linked = read(&sandbox, accounts.attio, &format!("contacts/{}", contact["id"].as_str().unwrap())).await;
    assert_eq!(linked["account"], json!({ "id": company["id"], "name": company["name"] }));
    assert!(linked["updated_at"].as_str() > contact["updated_at"].as_str());
    assert_eq!(linked["remote_data"]["values"]["associated_opportunities"][0]["target_record_id"], deal["id"]);
    let linked = read(&sandbox, accounts.attio, &format!("opportunities/{}", deal["id"].as_str().unwrap())).await;
    assert!(linked["contact"].as_array().unwrap().contains(&json!({ "id": contact["id"] })));
    // The same link again changes nothing.
    associate(&sandbox, accounts.attio, "", &body).await;
    let again = read(&sandbox, accounts.attio, &format!("opportunities/{}", deal["id"].as_str().unwrap())).await;
    assert_eq!(again["updated_at"], linked["updated_at"]);

    let (companies, deals) =
        (of(accounts.salesforce, "accounts").await, of(accounts.salesforce, "opportunities").await);
    let deal = deals.iter().find(|deal| deal["account"]["id"] != companies[0]["id"]).unwrap();
    let body = json!({
        "entity": "accounts",
        "entity_id": companies[0]["id"],
        "associations": { "opportunities": [{ "id": deal["id"] }] },
    });
    associate(&sandbox, accounts.salesforce, "", &body).await;
    let found = list(
        &sandbox,
        accounts.salesforce,
        &format!("opportunities?account[id]={}&limit=1000", companies[0]["id"].as_str().unwrap()),
    )
    .await;
    assert!(ids(&found).contains(&deal["id"].as_str().unwrap().to_owned()));

    let body = json!({ "entity": "accounts", "entity_id": companies[0]["id"], "associations": { "opportunities": [{ "id": "no" }] } });
    let refused = associate(&sandbox, accounts.salesforce, "", &body).await;
    assert_eq!((refused.status, refused.json()["truto_is_remote_error"].clone()), (StatusCode::NOT_FOUND, json!(true)));
}

#[tokio::test]
async fn links_show_up_on_kept_records_too() {
    let sandbox = Sandbox::builder().any_model(true).in_process();
    let account = sandbox.accounts().close;
    sandbox.keep(account, "crm/contacts", json!({ "id": "c", "name": "Ada" }));
    sandbox.keep(account, "crm/accounts", json!({ "id": "a", "name": "Acme" }));
    let body = json!({ "entity": "contacts", "entity_id": "c", "associations": { "accounts": [{ "id": "a" }] } });
    associate(&sandbox, account, "", &body).await;
    let contact = read(&sandbox, account, "contacts/c?truto_ignore_remote_data=true").await;
    assert_eq!(contact, json!({ "id": "c", "name": "Ada", "account": { "id": "a", "name": "Acme" } }));
}

#[tokio::test]
async fn a_removed_record_leaves_no_references() {
    let sandbox = sandbox();
    let account = sandbox.accounts().pipedrive;
    let ada = list(&sandbox, account, "contacts?name=Ada%20Lovelace").await[0].clone();
    let company = ada["account"]["id"].as_str().unwrap();
    call(&sandbox, account, Method::DELETE, &format!("accounts/{company}"), None).await;
    let orphan = read(&sandbox, account, &format!("contacts/{}", ada["id"].as_str().unwrap())).await;
    assert_eq!(orphan["account"], Value::Null);
    assert!(orphan["updated_at"].as_str() > ada["updated_at"].as_str());
    for deal in list(&sandbox, account, "opportunities?limit=1000").await {
        assert_ne!(deal["account"]["id"], company);
    }
}

/// Walks through a list, and calls `between` after each page.
async fn walk(
    sandbox: &Sandbox,
    account: &str,
    path: &str,
    mut between: impl AsyncFnMut(usize, &[Value]),
) -> Vec<Value> {
    let mut seen = Vec::new();
    let mut cursor = String::new();
    for page in 0..1000 {
        let answer = read(sandbox, account, &format!("{path}&next_cursor={cursor}")).await;
        let rows = answer["result"].as_array().unwrap();
        seen.extend(rows.iter().cloned());
        let Some(next) = answer["next_cursor"].as_str() else { return seen };
        next.clone_into(&mut cursor);
        between(page, rows).await;
    }
    panic!("the walk does not end");
}

#[tokio::test]
async fn a_walk_loses_no_record_that_changes_meanwhile() {
    for order in ["", "&sort_by[updated_at]=asc", "&sort_by[created_at]=desc", "&updated_at[gt]=2023-01-01"] {
        let sandbox = sandbox();
        let account = sandbox.accounts().salesforce;
        let known = ids(&list(&sandbox, account, "contacts?limit=1000").await);
        let seen = walk(&sandbox, account, &format!("contacts?limit=10{order}"), async |page, rows: &[Value]| {
            // The record of the cursor, a record that was seen, and a record that may not have been seen. Twenty pages of
            // changes are enough, because a change may add a row to the walk.
            if page < 20 {
                for id in [rows.last().unwrap()["id"].as_str().unwrap(), &known[0], &known[known.len() - 1 - page]] {
                    write(&sandbox, account, Method::PATCH, &format!("contacts/{id}"), json!({ "title": page })).await;
                }
            }
        })
        .await;
        let found: HashSet<String> = ids(&seen).into_iter().collect();
        assert_eq!(found.len(), known.len(), "{order}");
    }
}

#[tokio::test]
async fn sorted_pages_go_on_where_they_ended() {
    let sandbox = sandbox();
    let account = sandbox.accounts().attio;
    for order in [
        "sort_by[name]=asc",
        "sort_by[title]=desc&sort_by[name]=asc",
        "sort_by[account][name]=desc",
        "sort_by[custom_fields][score]=asc",
    ] {
        let whole = list(&sandbox, account, &format!("contacts?limit=1000&{order}")).await;
        let pages = walk(&sandbox, account, &format!("contacts?limit=7&{order}"), async |_, _| {}).await;
        assert_eq!(ids(&pages), ids(&whole), "{order}");
    }
    let cursor = read(&sandbox, account, "contacts?limit=7&sort_by[name]=asc").await["next_cursor"].clone();
    let cursor = cursor.as_str().unwrap();
    let other = format!("contacts?sort_by[name]=asc&sort_by[title]=asc&next_cursor={cursor}");
    let refused = call(&sandbox, account, Method::GET, &other, None).await;
    assert_eq!((refused.status, refused.failures()), (StatusCode::BAD_REQUEST, vec!["next_cursor".to_owned()]));
}

/// A mirror that knows only what the lists answer.
#[tokio::test]
async fn a_mirror_by_updated_at_follows_every_change() {
    let sandbox = sandbox();
    let account = sandbox.accounts().close;
    let mut mirror: BTreeMap<String, Value> = BTreeMap::new();
    let mut since = "2000-01-01".to_owned();
    let mut number = 0_usize;
    for _ in 0..4 {
        let path = format!(
            "opportunities?limit=9&truto_ignore_remote_data=true&sort_by[updated_at]=asc&updated_at[gt]={since}"
        );
        let known = ids(&list(&sandbox, account, "opportunities?limit=1000").await);
        let rows = walk(&sandbox, account, &path, async |page, _| {
            if page < 4 {
                number += 7;
                let path = format!("opportunities/{}", known[number % known.len()]);
                write(&sandbox, account, Method::PATCH, &path, json!({ "amount": number })).await;
            }
        })
        .await;
        for row in rows {
            row["updated_at"].as_str().unwrap().clone_into(&mut since);
            mirror.insert(row["id"].as_str().unwrap().to_owned(), row);
        }
    }
    let held: BTreeMap<String, Value> = sandbox
        .records(account)
        .into_iter()
        .filter(|record| record.resource == "crm/opportunities")
        .map(|record| (record.id, Value::Object(record.fields)))
        .collect();
    assert_eq!(mirror, held);
}

#[tokio::test]
async fn control_routes_count_and_filter_the_data() {
    let sandbox = sandbox();
    let account = sandbox.accounts().attio;
    let data = get(&sandbox, &format!("/_sandbox/data?account={account}")).await.json();
    assert_eq!((&data["seed"], &data["accounts"][account]["crm/contacts"]), (&json!(7), &json!(120)));
    let records = get(&sandbox, &format!("/_sandbox/records?account={account}&resource=crm/users")).await.json();
    let records = records["records"].as_array().unwrap().clone();
    assert!(records.len() > 5 && records.iter().all(|record| record["resource"] == "crm/users"));
    let without: Map<String, Value> = Map::new();
    assert_eq!(
        get(&Sandbox::builder().in_process(), "/_sandbox/data").await.json(),
        json!({ "seed": null, "accounts": without })
    );
}
