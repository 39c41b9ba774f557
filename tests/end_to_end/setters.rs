//! Setters: repeated calls, empty lists, and forwarding of optional values. No given value is lost silently.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::sync::{Arc, Mutex};

use serde::{Deserialize, Serialize};
use truto_core::crm::{CreateAssociation, CrmEntity, crm_entity};
use truto_core::error::{Error, Failure};
use truto_core::generated::Common;
use truto_core::{Call, Endpoint, File, Json, Patch, Reference, json, unified_endpoint};
use truto_sandbox::{Fault, Sandbox};

use crate::support::answering_json;

type Names = Vec<String>;

#[unified_endpoint(POST, "/unified/crm/collections")]
struct SendCollections {
    plain: Vec<String>,
    numbers: Vec<u8>,
    optional: Option<Vec<Reference>>,
    optional_numbers: Option<Vec<u8>>,
    required_set: BTreeSet<u8>,
    set: Option<HashSet<String>>,
    queue: Option<VecDeque<u8>>,
    map: Option<BTreeMap<String, u8>>,
    #[truto(default)]
    counts: HashMap<String, u8>,
    #[truto(default)]
    flags: Vec<bool>,
    alias: Names,
    scalar: Option<String>,
}

fn sent(request: &impl Serialize) -> Json {
    serde_json::to_value(request).unwrap()
}

#[test]
fn setters_of_lists_sets_and_maps_add() {
    let mut builder = SendCollections::builder().required_set([1]).alias(["a".to_owned()]);
    for tag in ["x", "y", "z"] {
        builder = builder.plain([tag]).optional([tag]).set([tag.to_owned()]);
    }
    let builder = builder.numbers([1, 2]).numbers([2]).optional_numbers([7]).optional_numbers(vec![8, 9]);
    let builder = builder.required_set([3]).required_set([2]).queue([1]).queue([1]).flags([true]).flags([false]);
    let builder = builder.map([("a".to_owned(), 1), ("b".to_owned(), 1)]).map([("b".to_owned(), 2)]);
    let builder = builder.counts([("a".to_owned(), 1)]).counts([("b".to_owned(), 2)]);
    let request = builder.scalar("first").scalar("second").alias(["b".to_owned()]).build();
    let mut set: Vec<String> = request.set.clone().unwrap().into_iter().collect();
    set.sort();
    assert_eq!(set, ["x", "y", "z"]);
    let mut rest = sent(&request);
    rest.as_object_mut().unwrap().remove("set");
    let expected = json!({
        "plain": ["x", "y", "z"], "numbers": [1, 2, 2], "optional": [{"id": "x"}, {"id": "y"}, {"id": "z"}],
        "optional_numbers": [7, 8, 9], "required_set": [1, 2, 3], "queue": [1, 1], "map": {"a": 1, "b": 2},
        "counts": {"a": 1, "b": 2}, "flags": [true, false], "alias": ["b"], "scalar": "second",
    });
    assert_eq!(rest, expected);
}

#[unified_endpoint(PATCH, "/unified/crm/collections/{id}")]
struct UpdateCollections {
    id: String,
    tags: Patch<Vec<String>>,
    scores: Patch<Vec<u8>>,
    labels: Patch<BTreeMap<String, String>>,
    name: Patch<String>,
    title: Option<String>,
    phones: Option<Vec<String>>,
}

#[test]
fn setters_of_a_patch_of_a_list_add_and_clear_replaces() {
    let update = || UpdateCollections::builder().id("1");
    let label = |key: &str| BTreeMap::from([(key.to_owned(), "x".to_owned())]);
    for (builder, expected) in [
        (update().tags(["a"]).tags(["b"]).scores([1]).scores([2]), json!({"tags": ["a", "b"], "scores": [1, 2]})),
        (update().labels(label("a")).labels(label("b")), json!({"labels": {"a": "x", "b": "x"}})),
        (update().clear_tags().tags(["a"]).tags(["b"]), json!({"tags": ["a", "b"]})),
        (update().tags(["a"]).clear_tags(), json!({"tags": null})),
        (update().tags(["a"]).clear_tags().tags(["b"]), json!({"tags": ["b"]})),
        (update().labels(label("a")).clear_labels().labels(label("b")), json!({"labels": {"b": "x"}})),
        (update().tags([] as [&str; 0]), json!({"tags": []})),
        (update().clear_tags().tags([] as [&str; 0]), json!({"tags": []})),
        (update().phones([] as [&str; 0]).phones(["1"]), json!({"phones": ["1"]})),
        (update().name("a").name("b"), json!({"name": "b"})),
    ] {
        let mut found = sent(&builder.build());
        found.as_object_mut().unwrap().remove("id");
        assert_eq!(found, expected);
    }
}

#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = multipart)]
struct UploadAll {
    files: Vec<File>,
}

#[test]
fn files_add_up() {
    let upload = UploadAll::builder().files([File::text("a")]).files([File::text("b"), File::text("c")]).build();
    assert_eq!(upload.files.len(), 3);
}

#[tokio::test]
async fn excluded_fields_add_up() {
    let (account, log) = answering_json("{}");
    let request = || UpdateCollections::builder().id("1");
    request().exclude_fields(["a"]).exclude_fields(["b"]).exclude_fields([] as [&str; 0]).send(&account).await.unwrap();
    let call = request().exclude_fields(["a"]).call().exclude_fields(vec!["b".to_owned()]);
    call.send(&account).await.unwrap();
    let mut common = Common::default();
    common.exclude_fields(["a"]);
    common.exclude_fields(["b"]);
    Call::with_common(request().build(), common).send(&account).await.unwrap();
    let lines = log.all();
    assert_eq!(lines.len(), 3);
    for seen in lines {
        assert!(seen.line.ends_with("&truto_exclude_fields%5B%5D=a&truto_exclude_fields%5B%5D=b"), "{}", seen.line);
    }
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Criteria {
    name: String,
    tags: Vec<String>,
}

#[unified_endpoint(GET, "/unified/crm/lists", paginated)]
struct FindAll {
    ids: Option<Vec<String>>,
    #[truto(style = repeat)]
    repeated: Option<Vec<u8>>,
    #[truto(style = comma)]
    joined: Option<Vec<String>>,
    #[truto(style = comma, rename = "owner[in]")]
    owners: Option<Vec<String>>,
    set: Option<BTreeSet<String>>,
    hashed: Option<HashSet<u8>>,
    map: Option<BTreeMap<String, u8>>,
    lists: Option<Vec<Vec<u8>>>,
    criteria: Option<Criteria>,
    tree: Option<Json>,
    alias: Option<Names>,
    #[truto(rename = "truto_exclude_fields")]
    excluded: Option<Vec<String>>,
    patched: Patch<Vec<String>>,
}

/// Asserts that the request is refused and the error names this field.
fn assert_refused<T>(path: &str, how: &str, result: Result<T, Error>) {
    let Err(Error::Invalid(invalid)) = result else { panic!("{path} was sent, {how}") };
    assert_eq!(invalid.failures()[0].path(), path, "{how}: {invalid}");
    assert!(invalid.to_string().contains("would list everything"), "{how}: {invalid}");
}

#[tokio::test]
async fn an_empty_list_in_a_query_is_refused() {
    let (account, log) = answering_json("[]");
    let find = FindAll::builder;
    let none = || Vec::<String>::new();
    for (path, builder) in [
        ("ids", find().ids(none())),
        ("repeated", find().repeated([])),
        ("joined", find().joined(none())),
        ("owner[in]", find().owners(none())),
        ("set", find().set(BTreeSet::new())),
        ("hashed", find().hashed(HashSet::new())),
        ("map", find().map(BTreeMap::new())),
        ("lists", find().lists(Vec::<Vec<u8>>::new())),
        ("lists", find().lists([vec![1], vec![]])),
        ("criteria", find().criteria(Criteria { name: "a".to_owned(), tags: none() })),
        ("tree", find().tree(json!([]))),
        ("tree", find().tree(json!({"a": {"b": []}, "c": 1}))),
        ("tree", find().tree(json!({}))),
        ("alias", find().alias(none())),
        ("truto_exclude_fields", find().excluded(none())),
        ("patched", find().patched(none())),
    ] {
        let text = serde_json::to_vec(&builder.clone().build()).unwrap();
        assert_refused(path, "a builder", builder.clone().send(&account).await);
        assert_refused(path, "a struct", builder.clone().build().send(&account).await);
        assert_refused(path, "a call", builder.clone().call().send(&account).raw().await);
        assert_refused(path, "items", builder.items(&account).try_next().await);
        assert_refused(path, "JSON", FindAll::from_json(&text).unwrap().send(&account).await);
        let call: Call<FindAll> = serde_json::from_slice(&text).unwrap();
        assert_refused(path, "a call from JSON", call.send(&account).await);
        let request: FindAll = serde_json::from_slice(&text).unwrap();
        assert_refused(path, "serde", request.send(&account).await);
    }
    assert!(log.all().is_empty());
    // An explicit "nothing" is sent, and an unset field is left out.
    find().clear_patched().send(&account).await.unwrap();
    assert!(log.only().line.ends_with("&patched="), "{}", log.only().line);
}

#[unified_endpoint(PUT, "/unified/crm/bodies/{id}")]
struct PutBody {
    id: String,
    tags: Option<Vec<String>>,
    #[truto(within = "a.b")]
    deep: Patch<Vec<u8>>,
    map: Option<BTreeMap<String, u8>>,
}

#[tokio::test]
async fn an_empty_list_of_a_body_arrives() {
    let (account, log) = answering_json("{}");
    let put = || PutBody::builder().id("1");
    put().tags([] as [&str; 0]).deep([]).map(BTreeMap::new()).send(&account).await.unwrap();
    let value =
        PutBody { id: "1".to_owned(), tags: Some(vec![]), deep: Patch::Set(vec![]), map: Some(BTreeMap::new()) };
    value.send(&account).await.unwrap();
    let text = br#"{"id": "1", "tags": [], "a": {"b": {"deep": []}}, "map": {}}"#;
    PutBody::from_json(text).unwrap().send(&account).await.unwrap();
    put().send(&account).await.unwrap();
    SendCollections::builder().required_set([]).alias(vec![]).plain([] as [&str; 0]).send(&account).await.unwrap();
    let bodies: Vec<String> = log.all().into_iter().map(|seen| seen.body).collect();
    let empty = r#"{"tags":[],"a":{"b":{"deep":[]}},"map":{}}"#;
    assert_eq!(bodies[..4], [empty, empty, empty, "{}"]);
    assert_eq!(bodies[4], r#"{"required_set":[],"counts":{},"flags":[],"alias":[]}"#);
}

#[unified_endpoint(PATCH, "/unified/crm/forwarded/{id}")]
struct Forward {
    id: String,
    #[truto(entity)]
    kind: CrmEntity,
    #[truto(only_for(Leads))]
    source: Option<String>,
    #[truto(only_for(Leads, Contacts))]
    phone: Patch<String>,
    score: Patch<u32>,
    tags: Patch<Vec<String>>,
    #[truto(query)]
    limit: Option<u8>,
    links: Option<Vec<Reference>>,
}

/// The input of a program that builds a request.
#[derive(Clone, Default)]
struct Row {
    source: Option<&'static str>,
    phone: Patch<&'static str>,
    score: Patch<u32>,
    tags: Patch<Vec<String>>,
    limit: Option<u8>,
    links: Option<Vec<String>>,
    excluded: Option<Vec<String>>,
    note: Option<Json>,
}

macro_rules! forwarded {
    ($builder:expr, $row:expr) => {{
        let row: Row = $row;
        $builder
            .maybe_with(row.source, |builder, source| builder.source(source))
            .patch_with(row.phone, |builder, phone| builder.phone(phone), |builder| builder.clear_phone())
            .patch_with(row.score, |builder, score| builder.score(score), |builder| builder.clear_score())
            .patch_with(row.tags, |builder, tags| builder.tags(tags), |builder| builder.clear_tags())
            .maybe_with(row.limit, |builder, limit| builder.limit(limit))
            .maybe_with(row.links, |builder, links| builder.links(links))
            .maybe_with(row.excluded, |builder, names| builder.exclude_fields(names))
            .maybe_with(row.note, |builder, note| builder.remote_data(note))
    }};
}

#[tokio::test]
async fn optional_values_are_forwarded() {
    let full = Row {
        source: Some("web"),
        phone: Patch::Clear,
        score: Patch::Set(3),
        tags: Patch::Set(vec!["b".to_owned()]),
        limit: Some(5),
        links: Some(vec!["1".to_owned()]),
        excluded: Some(vec!["c".to_owned()]),
        note: Some(json!({"n": 1})),
    };
    let set = |row: Row| {
        let builder = Forward::builder().kind(crm_entity::Leads).tags(["a"]).links(["0"]).source("s").score(1);
        forwarded!(builder, row).id("1")
    };
    let (account, log) = answering_json("{}");
    set(full.clone()).send(&account).await.unwrap();
    set(Row::default()).send(&account).await.unwrap();
    let seen = log.all();
    assert!(seen[0].line.ends_with("&truto_exclude_fields%5B%5D=c&limit=5"), "{}", seen[0].line);
    let body = r#"{"kind":"leads","source":"web","phone":null,"score":3,"tags":["a","b"],"links":[{"id":"0"},{"id":"1"}],"remote_data":{"n":1}}"#;
    assert_eq!(seen[0].body, body);
    assert_eq!(seen[1].body, r#"{"kind":"leads","source":"s","score":1,"tags":["a"],"links":[{"id":"0"}]}"#);

    // If the entity is known at run time, forwarded values are checked like set values.
    let checked = |kind, row| forwarded!(Forward::builder().id("1").kind(kind), row).build();
    assert_eq!(sent(&checked(CrmEntity::Leads, full.clone()).unwrap())["source"], "web");
    checked(CrmEntity::Accounts, Row::default()).unwrap();
    let Err(Error::Invalid(invalid)) = checked(CrmEntity::Accounts, full) else { panic!("no rule was checked") };
    let broken: Vec<&str> = invalid.failures().iter().map(Failure::path).collect();
    assert_eq!(broken, ["source", "phone"]);
}

#[tokio::test]
async fn hooks_and_reqwest_settings_add_up() {
    let sandbox = Sandbox::start().await.unwrap();
    let told: Arc<Mutex<Vec<&'static str>>> = Arc::default();
    let tell = |what| {
        let told = Arc::clone(&told);
        move || told.lock().unwrap().push(what)
    };
    let (retry, second_retry) = (tell("first retry"), tell("second retry"));
    let (limit, second_limit) = (tell("first limit"), tell("second limit"));
    let (reqwest, second_reqwest) = (tell("first reqwest"), tell("second reqwest"));
    let client = sandbox
        .client()
        .on_retry(move |_| retry())
        .on_retry(move |_| second_retry())
        .on_rate_limit(move |_| limit())
        .on_rate_limit(move |_| second_limit())
        .configure_reqwest(move |builder| {
            reqwest();
            builder
        })
        .configure_reqwest(move |builder| {
            second_reqwest();
            builder
        });
    let account = client.build().unwrap().account(sandbox.accounts().salesforce).unwrap();
    let zero = http::HeaderValue::from_static("0");
    sandbox.script(Fault::status(http::StatusCode::TOO_MANY_REQUESTS).header(http::header::RETRY_AFTER, zero));
    CreateAssociation::builder().entity_id("1").entity(crm_entity::Accounts).send(&account).await.unwrap();
    let expected = ["first reqwest", "second reqwest", "first limit", "second limit", "first retry", "second retry"];
    assert_eq!(*told.lock().unwrap(), expected);
}
