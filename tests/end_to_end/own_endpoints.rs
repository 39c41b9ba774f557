//! Endpoints that the crate does not have, declared with the attribute.

use serde::{Deserialize, Serialize};
use truto_core::crm::CrmEntity;
use truto_core::error::Error;
use truto_core::types::RawJson;
use truto_core::{Endpoint, Json, Patch, Reference, unified_endpoint};

use crate::support::{answering, answering_json, response};

#[derive(Debug, Deserialize)]
struct Contact {
    id: String,
}

/// Updates a contact.
#[unified_endpoint(PATCH, "/unified/crm/contacts/{id}", response = Contact)]
struct UpdateContact {
    id: String,
    name: Patch<String>,
    #[truto(within = "address.main")]
    city: Patch<String>,
    #[truto(within = "address")]
    kind: Option<String>,
    #[truto(within = "owner", rename = "id")]
    owner: Option<u64>,
    tags: Patch<Vec<String>>,
    #[truto(query)]
    engagement_type: Option<String>,
    #[truto(header = "X-Trace")]
    trace: Option<String>,
}

/// Finds employees.
#[unified_endpoint(GET, "/unified/hris/employees")]
struct FindEmployees {
    #[truto(rename = "created_at[gt]")]
    since: Option<String>,
    #[truto(style = comma, rename = "id[in]")]
    ids: Option<Vec<String>>,
    #[truto(style = repeat)]
    tag: Option<Vec<String>>,
    sort_by: Option<Json>,
    active: bool,
}

/// Deletes a file.
#[unified_endpoint(DELETE, "/unified/file-storage/drive-items/{path}", response = Option<Reference>)]
struct DeleteFile {
    #[truto(slash = encode)]
    path: String,
}

/// Merges contacts.
#[unified_endpoint(POST, "/unified/crm/contacts/merge")]
struct MergeContacts {
    record_to_keep: Reference,
    duplicates: Vec<Reference>,
    #[truto(default)]
    dry_run: bool,
    #[truto(secret)]
    passphrase: Option<String>,
}

/// Creates a field. The entity is in the query, and so is a field with a rule.
#[unified_endpoint(POST, "/unified/crm/fields")]
struct CreateField {
    #[truto(query, entity)]
    of: CrmEntity,
    #[truto(query, only_for(Leads))]
    stage: Option<String>,
    label: String,
}

fn url(rest: &str) -> String {
    rest.replacen('/', "https://api.example/prefix/", 1)
}

const ID: &str = "integrated_account_id=62f44730-dd91-461e-bd6a-aedd9e0ad79d";

#[tokio::test]
async fn a_patch_has_three_states() {
    let (account, log) = answering_json(r#"{"id": "1"}"#);
    let contact = UpdateContact::builder()
        .id("a b?")
        .name("N")
        .clear_city()
        .kind("home")
        .owner(7)
        .tags(Vec::<String>::new())
        .engagement_type("call")
        .trace("t-1")
        .send(&account)
        .await
        .unwrap();
    assert_eq!(contact.id, "1");
    UpdateContact::builder().id("x").send(&account).await.unwrap();

    let seen = log.all();
    assert_eq!(seen[0].line, url(&format!("PATCH /unified/crm/contacts/a%20b%3F?{ID}&engagement_type=call")));
    assert_eq!(
        seen[0].body,
        r#"{"name":"N","address":{"main":{"city":null},"kind":"home"},"owner":{"id":7},"tags":[]}"#
    );
    assert_eq!(seen[0].headers["x-trace"], "t-1");
    assert_eq!(seen[1].body, "{}");
}

/// A request with fields whose types can be `null`.
#[unified_endpoint(POST, "/unified/crm/notes")]
struct CreateNote {
    any: Option<Json>,
    record: Option<RawJson>,
    #[truto(within = "outer")]
    inner: Option<Json>,
    text: Option<String>,
}

#[tokio::test]
async fn null_survives_the_json_form() {
    let (account, log) = answering_json("{}");
    let record: RawJson = serde_json::from_str("null").unwrap();
    let note = CreateNote::builder().any(Json::Null).record(record).inner(Json::Null).build();
    note.send(&account).await.unwrap();
    let json = serde_json::to_string(&note).unwrap();
    CreateNote::from_json(json.as_bytes()).unwrap().send(&account).await.unwrap();
    let text = CreateNote::from_json(br#"{"any": 1, "text": null}"#).unwrap();
    assert_eq!(text.text, None, "a string cannot be `null`, so the field is left out");
    text.send(&account).await.unwrap();
    let bodies: Vec<String> = log.all().into_iter().map(|seen| seen.body).collect();
    let nulls = r#"{"any":null,"record":null,"outer":{"inner":null}}"#;
    assert_eq!(bodies, [nulls, nulls, r#"{"any":1}"#]);
}

#[tokio::test]
async fn a_header_value_is_sent_unchanged_or_refused() {
    let (account, log) = answering_json(r#"{"id": "1"}"#);
    for lost in [" t", "t ", "\tt", "t\t", " ", "\u{b}t", "t\n"] {
        let Error::Invalid(refused) = UpdateContact::builder().id("x").trace(lost).send(&account).await.unwrap_err()
        else {
            panic!("{lost:?} was taken for another fault");
        };
        assert_eq!(refused.failures()[0].path(), "X-Trace", "{lost:?}");
    }
    assert!(log.all().is_empty());
    for kept in ["", "t t", "t\tt", "\"t\", (é)"] {
        UpdateContact::builder().id("x").trace(kept).send(&account).await.unwrap();
        assert_eq!(log.all().last().unwrap().headers["x-trace"], kept);
    }
}

#[tokio::test]
async fn a_read_has_a_query_and_no_body() {
    let (account, log) = answering_json(r#"{"result": [1]}"#);
    let answer = FindEmployees::builder()
        .since("2024-01-01T00:00:00.000Z")
        .ids(["a", "b c"])
        .tag(["x", "y"])
        .sort_by(truto_core::json!({"name": "asc"}))
        .active(true)
        .send(&account)
        .await
        .unwrap();
    assert_eq!(answer, truto_core::json!({"result": [1]}));
    let seen = log.only();
    assert_eq!(
        seen.line,
        url(&format!(
            "GET /unified/hris/employees?{ID}&created_at%5Bgt%5D=2024-01-01T00%3A00%3A00.000Z&id%5Bin%5D=a,b%20c\
             &tag=x&tag=y&sort_by%5Bname%5D=asc&active=true"
        ))
    );
    assert_eq!(seen.body, "");
    assert!(!seen.headers.contains_key("idempotency-key"));
    assert!(!seen.headers.contains_key("content-type"));

    let refused = FindEmployees::builder().ids(["a,b"]).active(false).send(&account).await.unwrap_err();
    assert!(refused.to_string().contains("`id[in]`: the item `a,b` contains a comma"), "{refused}");
    assert_eq!(log.all().len(), 1);
}

#[tokio::test]
async fn a_path_value_never_changes_the_path() {
    let (account, log) = answering(|| response(204, "application/json", ""));
    assert_eq!(DeleteFile::builder().path("a/b c").send(&account).await.unwrap(), None);
    let seen = log.only();
    assert_eq!(seen.line, url(&format!("DELETE /unified/file-storage/drive-items/a%2Fb%20c?{ID}")));
    assert!(seen.headers.contains_key("idempotency-key"));
    for path in ["", ".", "..", "a/../b", "a\\b", "a\u{0}"] {
        let error = DeleteFile::builder().path(path).send(&account).await.unwrap_err();
        assert!(matches!(error, Error::Invalid(_)), "{path:?}: {error}");
    }
    for id in ["../accounts", "a/b", ".."] {
        assert!(UpdateContact::builder().id(id).send(&account).await.is_err(), "{id}");
    }
    assert_eq!(log.all().len(), 1);
}

#[tokio::test]
async fn a_custom_method_is_an_endpoint() {
    let (account, log) = answering_json(r#"{"result": {"id": "1"}}"#);
    let merge = MergeContacts::builder().record_to_keep("1").duplicates(["2", "3"]).passphrase("open sesame");
    let request = merge.build();
    assert!(!format!("{request:?}").contains("sesame"));
    let answer = request.send(&account).await.unwrap();
    assert_eq!(answer["id"], "1", "what stands in `result`");
    assert_eq!(
        log.only().body,
        r#"{"record_to_keep":{"id":"1"},"duplicates":[{"id":"2"},{"id":"3"}],"dry_run":false,"passphrase":"open sesame"}"#
    );
}

#[tokio::test]
async fn an_echoed_secret_is_not_shown() {
    let (account, _) = answering(|| response(400, "application/json", r#"{"message": "open sesame is too weak"}"#));
    let error =
        MergeContacts::builder().record_to_keep("1").passphrase("open sesame").send(&account).await.unwrap_err();
    assert!(!format!("{error} {error:?}").contains("sesame"), "{error:?}");
    assert!(error.to_string().contains("*** is too weak"));
}

#[tokio::test]
async fn an_entity_in_the_query_has_rules() {
    let (account, log) = answering_json("{}");
    CreateField::builder().of(truto_core::crm::crm_entity::Leads).stage("new").label("L").send(&account).await.unwrap();
    assert_eq!(log.only().line, url(&format!("POST /unified/crm/fields?{ID}&of=leads&stage=new")));
    let refused = CreateField::builder().of(CrmEntity::Accounts).stage("new").label("L").build().unwrap_err();
    assert!(refused.to_string().contains("`stage` is not allowed when the entity is `accounts`, only for `leads`"));
}

#[test]
fn the_json_form_has_every_field_at_its_wire_name() {
    let request = UpdateContact::builder().id("1").name("N").kind("k").engagement_type("call").trace("t").build();
    let json = serde_json::to_string(&request).unwrap();
    assert_eq!(json, r#"{"id":"1","name":"N","address":{"kind":"k"},"engagement_type":"call","X-Trace":"t"}"#);
    let read: UpdateContact = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), json);
    let read: UpdateContact = serde_json::from_str(r#"{"id": "1", "name": null}"#).unwrap();
    assert_eq!(read.name, Patch::Clear);
    assert_eq!(read.tags, Patch::Leave);
}

/// Logs an engagement: the body and the query have a parameter of the same name.
#[unified_endpoint(POST, "/unified/crm/engagements")]
struct CreateEngagement {
    engagement_type: String,
    #[truto(query, rename = "engagement_type")]
    engagement_type_query: String,
}

#[test]
fn one_name_may_travel_twice() {
    let json = r#"{"engagement_type":"call"}"#;
    let read = CreateEngagement::from_json(json.as_bytes()).unwrap();
    assert_eq!((read.engagement_type.as_str(), read.engagement_type_query.as_str()), ("call", "call"));
    assert_eq!(serde_json::to_string(&read).unwrap(), json);
    let differ = CreateEngagement::builder().engagement_type("call").engagement_type_query("mail").build();
    assert!(serde_json::to_string(&differ).is_err(), "one of the two values would be lost");
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Strange {
    map: std::collections::BTreeMap<(u8, u8), u8>,
}

/// A request with a field that serde cannot write as JSON.
#[unified_endpoint(POST, "/unified/crm/strange")]
struct SendStrange {
    strange: Strange,
}

#[tokio::test]
async fn a_value_that_cannot_be_encoded_is_refused_before_anything_is_sent() {
    let (account, log) = answering_json("{}");
    let strange = Strange { map: [((1, 2), 3)].into() };
    let error = SendStrange { strange }.send(&account).await.unwrap_err();
    assert!(matches!(error, Error::Invalid(_)), "{error}");
    assert!(log.all().is_empty());
}

/// A request with a number in each place.
#[unified_endpoint(POST, "/unified/crm/numbers/{at}")]
struct SendNumbers {
    at: f64,
    #[truto(query)]
    near: Option<f32>,
    #[truto(header = "X-Far")]
    far: Option<f64>,
    price: Patch<f32>,
    more: Vec<Option<f64>>,
}

#[tokio::test]
async fn a_number_that_is_not_finite_never_becomes_null() {
    let (account, log) = answering_json("{}");
    let numbers = || SendNumbers::builder().at(1.5);
    numbers().near(0.1).far(2.5).price(0.1).more([Some(1.0), None]).send(&account).await.unwrap();
    let seen = log.only();
    assert_eq!(seen.line, url(&format!("POST /unified/crm/numbers/1.5?{ID}&near=0.1")));
    assert_eq!(
        (seen.headers["x-far"].as_bytes(), seen.body.as_str()),
        (&b"2.5"[..], r#"{"price":0.1,"more":[1.0,null]}"#)
    );
    for (path, request) in [
        ("at", SendNumbers::builder().at(f64::NAN)),
        ("near", numbers().near(f32::INFINITY)),
        ("X-Far", numbers().far(f64::NAN)),
        ("price", numbers().price(f32::NAN)),
        ("more", numbers().more([None, Some(f64::NEG_INFINITY)])),
    ] {
        let Err(Error::Invalid(invalid)) = request.send(&account).await else { panic!("{path} was sent") };
        assert_eq!(invalid.failures()[0].path(), path, "{invalid}");
        assert!(invalid.to_string().contains("not finite"), "{invalid}");
    }
    assert_eq!(log.all().len(), 1);
}

/// A request that declares common parameters as fields.
#[unified_endpoint(POST, "/unified/crm/declared")]
struct SendDeclared {
    #[truto(within = "remote_data", rename = "note")]
    note: Option<String>,
    #[truto(query, rename = "truto_exclude_fields")]
    excluded: Option<Vec<String>>,
    #[truto(query, rename = "truto_ignore_remote_data")]
    ignored: Option<bool>,
    #[truto(query, rename = "remote_query[x]")]
    x: Option<String>,
}

#[tokio::test]
async fn a_common_parameter_declared_as_a_field_is_sent_once() {
    let (account, log) = answering_json("{}");
    let call = || SendDeclared::builder().note("n").x("1").call();
    call().remote_query("y", "2").send(&account).await.unwrap();
    let seen = log.only();
    assert_eq!(seen.line, url(&format!("POST /unified/crm/declared?{ID}&remote_query%5Bx%5D=1&remote_query%5By%5D=2")));
    assert_eq!(seen.body, r#"{"remote_data":{"note":"n"}}"#);
    for (path, call) in [
        ("remote_data", call().remote_data(truto_core::json!({"b": 2}))),
        ("truto_exclude_fields", call().exclude_fields(["a"])),
        ("truto_ignore_remote_data", call().ignore_remote_data(true)),
        ("remote_query[x]", call().remote_query("x", "2")),
    ] {
        let Err(Error::Invalid(invalid)) = call.send(&account).await else { panic!("{path} was sent") };
        assert_eq!(invalid.failures()[0].path(), path, "{invalid}");
    }
    let json = br#"{"remote_data": {"note": "n"}, "truto_ignore_remote_data": true}"#;
    truto_core::Call::<SendDeclared>::from_json(json).unwrap().send(&account).await.unwrap();
    assert_eq!(log.all()[1].body, r#"{"remote_data":{"note":"n"}}"#, "fields of the document stay fields");
    assert_eq!(log.all().len(), 2);
}

#[tokio::test]
async fn a_long_url_is_refused_before_anything_is_sent() {
    let (account, log) = answering_json("{}");
    let find = |length: usize| FindEmployees::builder().since("x".repeat(length)).active(true);
    find(65_000).send(&account).await.unwrap();
    let Err(Error::Invalid(invalid)) = find(66_000).send(&account).await else { panic!("it was sent") };
    assert!(invalid.to_string().contains("the URL has "), "{invalid}");
    assert_eq!(log.all().len(), 1);
}
