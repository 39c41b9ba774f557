//! Saved calls: another process sends the same bytes, and a text that somebody changed reaches nothing else.

use std::collections::{HashMap, HashSet};

use http_body_util::Full;
use serde::Serialize;
use truto_core::contract::Method;
use truto_core::crm::{self, CreateAssociation, CrmEntity, crm_entity};
use truto_core::dynamic::Request;
use truto_core::error::{Error, Problem};
use truto_core::provider::{Attio, Close};
use truto_core::saved::SavedCall;
use truto_core::scope::AccountScope;
use truto_core::types::RawJson;
use truto_core::{
    Account, Call, Checkpoint, Client, DateFilter, Endpoint, File, Filter, Json, Page, SortBy, json, unified_endpoint,
};

use crate::support::{Log, Seen, answering, answering_json, response};

const ID: &str = "integrated_account_id=62f44730-dd91-461e-bd6a-aedd9e0ad79d";

/// Writes a call as text and reads it in another process.
fn reread(saved: &SavedCall) -> SavedCall {
    let text = serde_json::to_string(saved).unwrap();
    let read: SavedCall = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(&read, saved, "{text}");
    assert_eq!(read.identity(), saved.identity());
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
    // A database may keep JSON as a tree.
    let tree: SavedCall = serde_json::from_value(serde_json::to_value(saved).unwrap()).unwrap();
    assert_eq!(tree.identity(), saved.identity(), "{text}");
    read
}

/// The parts of a request that the server sees, without the boundary, which is another one for each call that is not saved.
fn seen(seen: &Seen) -> (String, Vec<(String, String)>, Vec<u8>) {
    let content_type = seen.headers.get("content-type").map(|value| value.to_str().unwrap().to_owned());
    let boundary = content_type.as_deref().and_then(|value| value.strip_prefix("multipart/form-data; boundary="));
    let without = |bytes: &[u8]| -> Vec<u8> {
        let Some(boundary) = boundary else { return bytes.to_vec() };
        let mut rest = bytes;
        let mut out = Vec::new();
        while let Some(at) = rest.windows(boundary.len()).position(|window| window == boundary.as_bytes()) {
            out.extend_from_slice(&rest[..at]);
            rest = &rest[at + boundary.len()..];
        }
        [out, rest.to_vec()].concat()
    };
    let headers = seen
        .headers
        .iter()
        .map(|(name, value)| (name.to_string(), String::from_utf8(without(value.as_bytes())).unwrap()));
    (seen.line.clone(), headers.collect(), without(&seen.bytes))
}

/// Sends a call as it is, saved, and read; checks that the server sees the same; returns what was read.
async fn same<E: Endpoint<Scope = AccountScope>>(call: Call<E>) -> SavedCall {
    let (account, log) = answering_json("{}");
    let saved = call.save().unwrap();
    let read = reread(&saved);
    // What the answer is decoded into does not matter here.
    drop(call.send(&account).idempotency_key("k").await);
    saved.send(&account).idempotency_key("k").await.unwrap();
    read.send(&account).idempotency_key("k").await.unwrap();
    are_same(&log.all());
    assert_eq!(saved.endpoint(), E::CONTRACT.to_string());
    assert_eq!(read.takes_key(), log.all()[0].headers.contains_key("idempotency-key"));
    read
}

fn are_same(requests: &[Seen]) {
    let [direct, saved, read] = requests else { panic!("{} requests", requests.len()) };
    assert_eq!(seen(direct), seen(saved));
    assert_eq!((&saved.line, &saved.headers, &saved.bytes), (&read.line, &read.headers, &read.bytes));
}

/// A request of an endpoint with as many of its fields as this finds values for.
fn filled<E: Endpoint<Scope = AccountScope>>() -> Call<E> {
    let values = [
        json!("x \"é\" 7"),
        json!("2024-01-01T00:00:00.000Z"),
        json!(7),
        json!(true),
        json!({"id": "1"}),
        json!([{"id": "1"}, {"id": "2"}]),
        json!(["b", "a"]),
        json!("contacts"),
        json!({"a": [1.5, null]}),
    ];
    let mut document = json!({});
    for field in E::CONTRACT.fields() {
        let path = field.json_path();
        for value in &values {
            let mut tried = document.clone();
            let object = field.objects().iter().fold(&mut tried, |object, name| &mut object[*name]);
            object[field.wire_name()] = value.clone();
            let is_accepted = match Call::<E>::from_value(tried.clone()) {
                Ok(call) => call.save().is_ok(),
                Err(Error::Invalid(invalid)) => !invalid.failures().iter().any(|failure| {
                    failure.path().starts_with(&path) || matches!(failure.problem(), Problem::Rule { .. })
                }),
                Err(_) => false,
            };
            if is_accepted {
                document = tried;
                break;
            }
        }
    }
    let remote = json!({"remote_query": {"q": "a b", "n": [1, 2]}, "truto_exclude_fields": ["remote_data"]});
    document.as_object_mut().unwrap().extend(remote.as_object().unwrap().clone());
    if E::CONTRACT.method().has_body() {
        document["remote_data"] = json!({"x": {"y": null}});
    }
    Call::from_value(document).unwrap_or_else(|error| panic!("{}: {error}", E::CONTRACT))
}

/// Runs `same` for each endpoint, and returns their names.
macro_rules! all_same {
    ($($endpoint:ident),+ $(,)?) => {{
        let mut names = Vec::new();
        $(
            same(filled::<crm::$endpoint>()).await;
            names.push(crm::$endpoint::CONTRACT.name());
        )+
        names
    }};
}

#[tokio::test]
async fn every_write_of_the_crm_is_sent_with_the_same_bytes() {
    let mut checked = all_same![
        CreateAccount,
        UpdateAccount,
        DeleteAccount,
        MergeAccounts,
        BatchDeleteAccounts,
        CreateAssociation,
        CreateContact,
        UpdateContact,
        DeleteContact,
        MergeContacts,
        BatchDeleteContacts,
        CreateEngagement,
        UpdateEngagement,
        DeleteEngagement,
        CreateFieldGroup,
        UpdateFieldGroup,
        CreateField,
        UpdateField,
        DeleteField,
        CreateLead,
        UpdateLead,
        DeleteLead,
        CreateNote,
        UpdateNote,
        DeleteNote,
        CreateOpportunity,
        UpdateOpportunity,
        DeleteOpportunity,
        CreatePipeline,
        UpdatePipeline,
        DeletePipeline,
        CreateProject,
        UpdateProject,
        DeleteProject,
        CreateStage,
        UpdateStage,
        DeleteStage,
        CreateTask,
        UpdateTask,
        DeleteTask,
        CreateUser,
        UpdateUser,
        DeleteUser,
    ];
    let registry = crm::endpoints();
    let writes = registry.iter().filter(|endpoint| endpoint.contract().method() != Method::Get);
    let mut writes: Vec<_> = writes.map(|endpoint| endpoint.contract().name()).collect();
    checked.sort_unstable();
    writes.sort_unstable();
    assert_eq!(checked, writes);
}

/// Uploads a file as the body.
#[unified_endpoint(PUT, "/unified/file-storage/drive-items/{id}", body = raw)]
struct PutFile {
    #[truto(slash = encode)]
    id: String,
    content: File,
    #[truto(header = "X-Checksum")]
    checksum: Option<String>,
}

/// Uploads files as parts.
#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = multipart)]
struct PostParts {
    name: String,
    size: Option<f64>,
    tree: Option<Json>,
    files: Vec<File>,
}

/// A request with a secret in every place.
#[unified_endpoint(POST, "/unified/vault/{door}/open")]
struct OpenDoor {
    door: String,
    #[truto(secret)]
    key: Option<String>,
    #[truto(secret, query)]
    pin: Option<String>,
    #[truto(secret, header = "X-Secret")]
    header: Option<String>,
}

fn upload() -> Call<PostParts> {
    let bytes: Vec<u8> = (0..=255).collect();
    let files = [File::new(bytes).content_type("a/b").file_name("\"\r\n.pdf"), File::text("x")];
    let upload = PostParts::builder().name("\r\né").size(1e21).tree(json!({"b": [null, "x"], "a": 0.1})).files(files);
    upload.remote_data(json!({"x": 1})).call()
}

#[tokio::test]
async fn files_headers_and_secrets_are_sent_with_the_same_bytes() {
    let put = PutFile::builder().id("a b/c").content(File::text("hé").file_name("h.txt")).checksum("é7");
    assert!(same(put.call()).await.is_sensitive());
    assert!(same(upload()).await.is_sensitive());
    assert!(!same(PostParts::builder().name("n").call()).await.is_sensitive(), "there is no file");
    assert!(!same(OpenDoor::builder().door("a").call()).await.is_sensitive());
    for open in [
        OpenDoor::builder().door("a").key("k"),
        OpenDoor::builder().door("a").pin(""),
        OpenDoor::builder().door("a").header("h"),
    ] {
        assert!(same(open.call()).await.is_sensitive());
    }
}

#[derive(Serialize)]
struct Employee {
    name: Option<String>,
    tags: Vec<u8>,
}

#[tokio::test]
async fn calls_by_name_are_sent_with_the_same_bytes() {
    let employee = Employee { name: None, tags: vec![1] };
    let (account, log) = answering_json("{}");
    let employees = account.unified("hris", "employees");
    let files = account.unified("file-storage", "drive-items").encode_slashes();
    let tickets = account.proxy("pull-requests");
    let raw: RawJson = serde_json::from_str(r#"{ "z" : 1.50, "a": "\u0061\/" }"#).unwrap();
    let by_name = ByName { account: &account, log: &log };
    by_name.same(&employees.get("a b?"), "GET /unified/hris/employees/{id}").await;
    by_name.same(&employees.create(&employee).remote_data(json!({"x": 1})), "POST /unified/hris/employees").await;
    by_name.same(&employees.create(&raw).query("a[b]", json!({"c": [1]})), "POST /unified/hris/employees").await;
    let change = employees.update(7, &employee).exclude_fields(["b", "a"]).query("x", 1);
    by_name.same(&change, "PATCH /unified/hris/employees/{id}").await;
    by_name.same(&employees.delete("7").remote_query("q", "a,b"), "DELETE /unified/hris/employees/{id}").await;
    by_name.same(&employees.call("move-stage", &[1, 2]), "POST /unified/hris/employees/move-stage").await;
    by_name.same(&files.get("docs/a b.md"), "GET /unified/file-storage/drive-items/{id}").await;
    by_name.same(&tickets.create(&employee).query("x", "1"), "POST /proxy/pull-requests").await;
    by_name.same(&tickets.update("7", &employee), "PATCH /proxy/pull-requests/{id}").await;
    by_name.same(&tickets.call("close", &employee), "POST /proxy/pull-requests/close").await;
    by_name.same(&account.custom("GET", "/v1/a b/é/").query("x", [1, 2]), "GET /custom/v1/a b/é/").await;
    let put = account.custom("PUT", "v1/x").json(&[1, 2]).header("X-Key", "ü");
    by_name.same(&put, "PUT /custom/v1/x").await;
    by_name.same(&account.custom("DELETE", "v1/x").json(&employee), "DELETE /custom/v1/x").await;
    by_name.same(&account.custom("POST", "v1/ping"), "POST /custom/v1/ping").await;
    assert!(!put.save().unwrap().is_sensitive(), "a call by name declares no secret");
}

struct ByName<'a> {
    account: &'a Account,
    log: &'a Log,
}

impl ByName<'_> {
    /// The same for a call by name.
    async fn same<A>(&self, call: &Request<A>, endpoint: &str) {
        let before = self.log.all().len();
        let saved = call.save().unwrap();
        call.send().idempotency_key("k").await.unwrap();
        saved.send(self.account).idempotency_key("k").await.unwrap();
        reread(&saved).send(self.account).idempotency_key("k").await.unwrap();
        are_same(&self.log.all()[before..]);
        assert_eq!(saved.endpoint(), endpoint);
    }
}

/// Lists tickets.
#[unified_endpoint(GET, "/unified/ticketing/tickets", response = Json, paginated)]
struct ListTickets {
    #[truto(query)]
    created_at: Option<DateFilter>,
    #[truto(query, style = comma)]
    tags: Option<Vec<String>>,
    #[truto(secret, header = "X-Secret")]
    secret: Option<String>,
}

#[tokio::test]
async fn a_list_is_read_to_its_end_and_resumed() {
    let pages = || {
        let (account, log) = answering_pages();
        (account, log)
    };
    let (account, log) = pages();
    let created = DateFilter::gt("2024-01-01").and_lt("2024-02-01");
    let list = ListTickets::builder().created_at(created).tags(["a b", "c"]).limit(2).secret("s3cret").call();
    let read = reread(&list.save().unwrap());
    assert!(read.is_paginated() && !read.takes_key() && read.method() == Method::Get);
    let mut direct = list.pages(&account);
    while direct.try_next().await.unwrap().is_some() {}
    let direct: Vec<String> = log.all().into_iter().map(|seen| seen.line).collect();
    assert_eq!(direct.len(), 2);
    let (account, log) = pages();
    let mut saved = read.pages::<Json>(&account);
    let first = saved.try_next().await.unwrap().unwrap();
    assert_eq!(first.items(), &[json!({"id": "1"})]);
    let place: Checkpoint = saved.checkpoint().to_string().parse().unwrap();
    assert!(saved.try_next().await.unwrap().is_some() && saved.try_next().await.unwrap().is_none());
    assert_eq!(log.all().into_iter().map(|seen| seen.line).collect::<Vec<_>>(), direct);

    // The next run has another API key, and resumes.
    let renewed = ListTickets { secret: Some("another".to_owned()), ..list.request().clone() };
    let renewed = renewed.into_call().limit(2).save().unwrap();
    let mut resumed = renewed.pages::<Json>(&account).resume(&place).unwrap();
    assert_eq!(resumed.try_next().await.unwrap().unwrap().items(), &[json!({"id": "2"})]);
    let other = list.clone().limit(3).save().unwrap().pages::<Json>(&account).resume(&place);
    assert!(matches!(other, Err(Error::Checkpoint(_))), "another request");

    // It can begin with another page, which the sent query names last.
    let later = reread(&list.next_cursor("2").save().unwrap());
    let (account, log) = pages();
    later.send(&account).decode_as::<Page<Json>>().await.unwrap();
    let mut pages = later.pages::<Json>(&account);
    assert!(pages.try_next().await.unwrap().is_some() && pages.try_next().await.unwrap().is_none());
    let lines: Vec<String> = log.all().into_iter().map(|seen| seen.line).collect();
    assert_eq!(lines, [direct[1].clone(), direct[1].clone()]);
}

/// An account whose lists have two pages.
fn answering_pages() -> (Account, Log) {
    let log = Log::default();
    let kept = log.clone();
    let transport = tower::service_fn(move |request: http::Request<truto_core::transport::Body>| {
        let is_last = request.uri().query().is_some_and(|query| query.contains("next_cursor=2"));
        let id = if is_last {
            r#"{"result": [{"id": "2"}], "next_cursor": null}"#
        } else {
            r#"{"result": [{"id": "1"}], "next_cursor": "2"}"#
        };
        kept.see(&request);
        async move { Ok::<_, std::io::Error>(response(200, "application/json", id).map(Full::new)) }
    });
    let client = Client::builder().token("t").base_url("https://api.example").transport(transport).build().unwrap();
    (client.account(crate::support::ACCOUNT).unwrap(), log)
}

#[tokio::test]
async fn a_call_that_is_no_list_has_no_pages() {
    let (account, log) = answering_json("{}");
    let saved = account.unified("hris", "employees").get("7").save().unwrap();
    let error = saved.pages::<Json>(&account).try_next().await.unwrap_err();
    assert!(matches!(error, Error::Invalid(_)), "{error}");
    let said = "GET /unified/hris/employees/{id} was not sent: the call is not a list";
    assert!(error.to_string().starts_with(said), "{error}");
    assert!(log.all().is_empty());
}

#[tokio::test]
async fn an_answer_is_read_by_the_rules_of_the_endpoint() {
    let (account, log) = answering_json(r#"{"result": {"a": 1.50}}"#);
    let merge = reread(&account.unified("crm", "contacts").call("merge", &json!({})).save().unwrap());
    assert_eq!(merge.send(&account).await.unwrap().as_str(), r#"{"a": 1.50}"#, "a custom method is unwrapped");
    let post = reread(&account.proxy("a").call("b", &json!({})).save().unwrap());
    assert_eq!(post.send(&account).await.unwrap().as_str(), r#"{"result": {"a": 1.50}}"#);
    merge.query("x", 1).unwrap().send(&account).raw().await.unwrap();
    post.send(&account).raw().await.unwrap();
    let lines: Vec<String> = log.all().into_iter().skip(2).map(|seen| seen.line).collect();
    let merge =
        format!("POST https://api.example/prefix/unified/crm/contacts/merge?{ID}&truto_response_format=raw&x=1");
    assert_eq!(lines, [merge, format!("POST https://api.example/prefix/proxy/a/b?{ID}")]);

    let (account, _) = answering(|| response(204, "application/json", ""));
    let delete = reread(&account.unified("crm", "contacts").delete("7").save().unwrap());
    assert_eq!(delete.send(&account).await.unwrap().as_str(), "null");
    delete.send(&account).decode_as::<()>().await.unwrap();
}

#[tokio::test]
async fn an_error_names_the_endpoint_and_hides_the_secrets() {
    let (account, _) = answering(|| response(400, "application/json", r#"{"message": "no s3cret-key"}"#));
    let read = reread(&OpenDoor::builder().door("7").key("s3cret-key").call().save().unwrap());
    let error = read.send(&account).await.unwrap_err();
    assert!(error.to_string().starts_with("POST /unified/vault/{door}/open: 400"), "{error}");
    assert_eq!(error.endpoint(), Some("POST /unified/{model}/{resource}/{method}"), "programs count by a template");
    let shown = format!("{error} {error:?} {read:?}");
    assert!(!shown.contains("s3cret"), "{shown}");
    assert!(format!("{:?}", upload().save().unwrap()).contains("6 parts"));
}

#[tokio::test]
async fn what_send_refuses_is_not_saved() {
    let broken = CreateAssociation::builder().entity_id("1").entity(CrmEntity::Accounts).call();
    let broken = CreateAssociation { contacts: vec!["2".into()], ..broken.into_request() };
    let Err(Error::Invalid(invalid)) = broken.into_call().save() else { panic!("accounts have no contacts") };
    assert_eq!(invalid.failures()[0].path(), "associations.contacts");
    let (account, _) = answering_json("{}");
    for refused in [
        account.unified("hris", "employees").get("../7").save(),
        account.unified("hris", "employees").get("7").query("integrated_account_id", "x").save(),
        account.custom("POST", "v1/x").header("Host", "evil").save(),
        account.custom("GET", "v1/x").json(&json!({})).save(),
        account.custom("TRACE", "v1/x").save(),
        account.unified("a", "b").list().query("next_cursor", "x").save(),
    ] {
        assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
    }

    /// An endpoint of an account at a path of the platform.
    #[unified_endpoint(POST, "/integrated-account/refresh", scope = account)]
    struct Refresh {}
    let error = Refresh {}.into_call().save().unwrap_err().to_string();
    assert!(error.contains("cannot be saved: its path is not below `/unified/`"), "{error}");
}

#[tokio::test]
async fn the_rules_of_providers_are_checked_when_it_is_sent() {
    let (account, log) = answering_json("{}");
    let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Accounts).call();
    let read = reread(&link.save().unwrap());
    let error = read.send(&account.clone().provider::<Close>()).await.unwrap_err();
    let said = "POST /unified/crm/associations was not sent: `close` does not support this endpoint";
    assert_eq!(error.to_string(), said);
    assert!(log.all().is_empty());
    read.send(&account.clone().provider::<Attio>()).await.unwrap();
    read.send(&account).await.unwrap();
}

#[tokio::test]
async fn a_parameter_is_replaced_with_everything_in_its_brackets() {
    let (account, log) = answering_json(r#"{"result": []}"#);
    let list =
        account.unified("crm", "contacts").list().query("updated_at", json!({"gt": 1, "lt": 2})).query("updated", 3);
    let saved = list.limit(5).save().unwrap();
    let asked = async |saved: SavedCall| {
        reread(&saved).send(&account).await.unwrap();
        log.all().last().unwrap().line.split_once(ID).unwrap().1.to_owned()
    };
    let query = |name: &str, value: Json| saved.clone().query(name, value).unwrap();
    assert_eq!(
        asked(query("updated_at[gt]", json!(7))).await,
        "&limit=5&updated_at%5Blt%5D=2&updated=3&updated_at%5Bgt%5D=7"
    );
    assert_eq!(asked(query("updated_at", json!({"gt": 7}))).await, "&limit=5&updated=3&updated_at%5Bgt%5D=7");
    assert_eq!(asked(saved.clone().query("updated_at", None::<u8>).unwrap()).await, "&limit=5&updated=3");
    assert_eq!(asked(query("a b", json!(["&"]))).await.rsplit_once('&').unwrap().1, "a%20b%5B%5D=%26");
    for (name, value) in [
        ("integrated_account_id", json!("x")),
        ("integrated_account_id[]", json!("x")),
        ("truto_response_format", json!("raw")),
        ("next_cursor", json!("x")),
        ("", json!("x")),
        ("empty", json!([])),
    ] {
        let error = saved.clone().query(name, value).unwrap_err();
        assert!(error.to_string().starts_with("GET /unified/crm/contacts was not sent: "), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn every_attempt_has_the_same_key_and_the_same_bytes() {
    let tries = std::sync::Arc::new(std::sync::atomic::AtomicU32::new(0));
    let (account, log) = answering(move || match tries.fetch_add(1, std::sync::atomic::Ordering::Relaxed) {
        0 => response(503, "application/json", "{}"),
        _ => response(200, "application/json", "{}"),
    });
    let saved = upload().save().unwrap();
    saved.send(&account).await.unwrap();
    // Another process repeats it under the key.
    let key = log.all()[0].headers["idempotency-key"].to_str().unwrap().to_owned();
    reread(&upload().save().unwrap()).send(&account).idempotency_key(key).await.unwrap();
    let all = log.all();
    assert_eq!(all.len(), 3);
    for seen in &all[1..] {
        assert_eq!((&seen.line, &seen.headers, &seen.bytes), (&all[0].line, &all[0].headers, &all[0].bytes));
    }
}

#[test]
fn equal_values_have_one_identity() {
    /// A record with members without an order.
    #[derive(Clone, Serialize)]
    struct Record {
        map: HashMap<String, u8>,
        set: HashSet<u8>,
        list: Vec<u8>,
    }
    let (account, _) = answering_json("{}");
    let map = |names: [&str; 3]| names.into_iter().map(|name| (name.to_owned(), 1)).collect();
    let record = |names, list: [u8; 2]| Record { map: map(names), set: (0..9).collect(), list: list.to_vec() };
    let create = |record: &Record| account.proxy("a").create(record).save().unwrap().identity();
    let first = create(&record(["a", "b", "c"], [1, 2]));
    for _ in 0..20 {
        assert_eq!(create(&record(["c", "a", "b"], [1, 2])), first);
    }
    assert_ne!(create(&record(["a", "b", "c"], [2, 1])), first);

    let json = |text: &str| {
        let raw: RawJson = serde_json::from_str(text).unwrap();
        account.proxy("a").create(&raw).save().unwrap().identity()
    };
    assert_eq!(json(r#"{"a": 1.50, "b": {"x": "\u0061", "y": []}}"#), json(r#"{"b":{"y":[],"x":"a"},"a":1.5}"#));
    let bodies =
        ["{}", r#"{"a":1}"#, r#"{"a":1.0}"#, r#"{"a":"1"}"#, r#"{"a":null}"#, r#"{"a":[1]}"#, r#"{"a":{"b":1}}"#];
    let mut different: HashSet<[u8; 16]> = bodies.into_iter().map(json).collect();

    let list = || account.unified("crm", "contacts").list();
    let identity = |list: truto_core::dynamic::List<truto_core::dynamic::Unified>| list.save().unwrap().identity();
    let gt_lt = |one: &str, other: &str| list().query(format!("a[{one}]"), 1).query(format!("a[{other}]"), 1);
    assert_eq!(identity(gt_lt("gt", "lt")), identity(gt_lt("lt", "gt")));
    assert_eq!(identity(list().query("a", 1).query("b", 2)), identity(list().query("b", 2).query("a", 1)));
    let one_of = |items: [&str; 2]| list().query("status", Filter::<String>::one_of(items));
    assert_eq!(identity(one_of(["open", "new"])), identity(one_of(["new", "open"])));
    assert_eq!(identity(list().exclude_fields(["b", "a", "b"])), identity(list().exclude_fields(["a", "b"])));
    let lists = [
        list(),
        list().query("a", 1),
        list().query("a", 2),
        list().query("b", 1),
        list().query("ids", ["a", "b"]),
        list().query("ids", ["b", "a"]),
        list().query("sort_by", SortBy::asc("a").then_desc("b")),
        list().query("sort_by", SortBy::desc("b").then_asc("a")),
        list().next_cursor("2"),
        one_of(["open", "won"]),
    ];
    let (count, lists) = (lists.len(), lists.map(identity));
    different.extend(lists);
    let employees = account.unified("hris", "employees");
    let calls = [employees.get("7"), employees.get("8"), employees.delete("7"), employees.update("7", &json!({}))];
    let (calls_count, calls) = (calls.len(), calls.map(|call| call.save().unwrap().identity()));
    different.extend(calls);
    let headers = ["1", "2"].map(|value| account.custom("POST", "x").header("a", value).save().unwrap().identity());
    different.extend(headers);
    let file = |file: File| PutFile::builder().id("1").content(file).call().save().unwrap().identity();
    different.extend([file(File::text("a")), file(File::text("b")), file(File::new(b"a"))]);
    let parts = |text: &str, name: &str| {
        let parts = PostParts::builder().name("n").files([File::text(text).file_name(name)]);
        parts.call().save().unwrap().identity()
    };
    assert_eq!(parts("a", "b"), parts("a", "b"), "the boundary does not count");
    different.extend([parts("a", "b"), parts("a", "c"), parts("c", "b")]);
    assert_eq!(different.len(), bodies.len() + count + calls_count + 2 + 3 + 3, "no two calls share one");
}

#[test]
fn the_form_and_the_identity_do_not_change() {
    let (account, _) = answering_json("{}");
    let list = account.unified("crm", "contacts").list().query("created_at", DateFilter::gt("2024-01-01"));
    let open = OpenDoor::builder().door("a b").key("k").header("h").call();
    let file = PutFile::builder().id("1").content(File::text("hi"));
    let parts = PostParts::builder().name("n").files([File::text("hi").file_name("h.txt")]);
    let mut identities = Vec::new();
    for (saved, text) in [
        (
            list.next_cursor("x").save(),
            r#"{"version":1,"endpoint":"GET /unified/crm/contacts","path":"/unified/crm/contacts","query":"created_at%5Bgt%5D=2024-01-01","paginated":true,"cursor":"x"}"#,
        ),
        (
            open.save(),
            r#"{"version":1,"endpoint":"POST /unified/vault/{door}/open","path":"/unified/vault/a%20b/open","headers":[["x-secret","h"]],"body":{"key":"k"},"secrets":["k","\"k\"","h","\"h\""]}"#,
        ),
        (
            file.call().save(),
            r#"{"version":1,"endpoint":"PUT /unified/file-storage/drive-items/{id}","path":"/unified/file-storage/drive-items/1","query":"truto_body_passthrough=true","file":{"base64":"aGk=","content_type":"text/plain; charset=utf-8"}}"#,
        ),
        (
            parts.call().save(),
            r#"{"version":1,"endpoint":"POST /unified/file-storage/drive-items","path":"/unified/file-storage/drive-items","parts":[{"name":"name","value":"n"},{"name":"files","file":{"base64":"aGk=","content_type":"text/plain; charset=utf-8","file_name":"h.txt"}}]}"#,
        ),
    ] {
        let saved = saved.unwrap();
        assert_eq!(serde_json::to_value(&saved).unwrap(), serde_json::from_str::<Json>(text).unwrap());
        identities.push(format!("{:032x}", u128::from_be_bytes(saved.identity())));
    }
    let expected = [
        "2dabed0b0391041426cf7d471081b2db",
        "281e819486f7eb4836a9a72b69b936e3",
        "20a5fe69abfee2c80c4a8f25365f8631",
        "7f03e473ee8a7d57ec4beb6c011a2316",
    ];
    assert_eq!(identities, expected);
}

/// A saved text with other members.
fn text(members: &[(&str, Json)]) -> String {
    let mut text =
        json!({"version": 1, "endpoint": "POST /unified/crm/contacts", "path": "/unified/crm/contacts", "body": {}});
    for (name, value) in members {
        text[*name] = value.clone();
    }
    text.to_string()
}

/// Asserts that the text is refused with these words, and without its values.
fn refused(text: &str, said: &str) {
    let error = serde_json::from_str::<SavedCall>(text).expect_err(text).to_string();
    assert!(error.contains(said), "{error}, expected {said}: {text}");
    assert!(!error.contains("s3cret"), "{error}");
}

#[test]
fn a_changed_text_reaches_no_other_path() {
    serde_json::from_str::<SavedCall>(&text(&[])).unwrap();
    for path in [
        "",
        "/",
        "/unified",
        "/unified/",
        "/team/x",
        "/integrated-account",
        "//evil.example/unified/x",
        "unified/x",
        "https://evil.example/unified/x",
        "@evil.example/unified/x",
        "/Unified/x",
        "/proxy/x",
        "/custom/x",
        "/%75nified/x",
    ] {
        refused(&text(&[("path", json!(path))]), "not a saved call: ");
    }
    for path in [
        "/unified/../team",
        "/unified/%2e%2e/team",
        "/unified/a/.%2E/../b",
        "/unified/./x",
        "/unified//x",
        "/unified/a//",
        "/unified/%2e%2e%2fteam",
        "/unified/a\\b",
        "/unified/a%5Cb",
        "/unified/a?x=1",
        "/unified/a#x",
        "/unified/a b",
        "/unified/a\r\nHost: evil",
        "/unified/a%0d%0aX: y",
        "/unified/a\tb",
        "/unified/é",
        "/unified/%",
        "/unified/%4",
        "/unified/%zz",
        "/unified/%ff",
        "/unified/a%00",
    ] {
        refused(&text(&[("path", json!(path))]), "`path`");
    }
}

#[test]
fn a_changed_text_reaches_no_other_account_and_no_other_header() {
    for query in [
        "integrated_account_id=s3cret",
        "a=1&integrated_account_id=x",
        "%69ntegrated_account_id=x",
        "integrated_account_id%5B%5D=x",
        "integrated%5Faccount%5Fid=x",
        "integrated_account_id",
        "%20integrated_account_id=x",
        "truto_response_format=raw",
        "a b=1",
        "a=1#x",
        "a=1\r\nX: y",
        "a=%",
        "a=%0",
        "a=é",
        "a[b]=1",
        "a=1?b",
        "a=/x",
        "a=\\x",
    ] {
        refused(&text(&[("query", json!(query))]), "`query`");
    }
    for (name, value) in [
        ("Host", "evil"),
        ("authorization", "s3cret"),
        ("Content-Type", "text/html"),
        ("content-length", "0"),
        ("transfer-encoding", "chunked"),
        ("cookie", "s3cret"),
        ("x", "a\r\nHost: evil"),
        ("x\r\ny", "a"),
        ("x", " a"),
        ("x", "a\n"),
        ("", "a"),
        ("x y", "a"),
        ("x:", "a"),
        ("x", "\0"),
    ] {
        refused(&text(&[("headers", json!([[name, value]]))]), "header");
    }
    refused(&text(&[("headers", json!([["x", "a"], ["X", "b"]]))]), "is given twice");
}

#[test]
fn a_changed_text_is_refused_with_words() {
    for endpoint in [
        "",
        "POST",
        "post /unified/crm/contacts",
        "GET /unified/crm/contacts",
        "TRACE /unified/x",
        "POST /proxy/x",
        "POST /unified/a\r\nb",
        "POST /unified/\u{1b}[31m",
        "POST /unified/\u{202e}",
        "POST  /unified/x",
        "s3cret",
    ] {
        refused(&text(&[("endpoint", json!(endpoint))]), "not a saved call: ");
    }
    for (members, said) in [
        (vec![("version", json!(2))], "its version is 2, and this version of truto-core reads 1"),
        (vec![("version", json!(2)), ("path", json!(["s3cret"])), ("new", json!(1))], "its version is 2"),
        (vec![("version", json!("s3cret"))], "`version` is not a number"),
        (vec![("version", json!(-1))], "`version` is not a number"),
        (vec![("path", json!(7))], "`path` is not a text"),
        (vec![("secrets", json!("s3cret"))], "`secrets` is not a list of texts"),
        (vec![("headers", json!([["s3cret"]]))], "`headers` is not a list of pairs"),
        (vec![("s3cret", json!(1))], "a member of another name"),
        (vec![("paginated", json!(true))], "a list is a GET"),
        (vec![("cursor", json!("x"))], "only a list has a cursor"),
        (vec![("file", json!({"base64": ""}))], "two bodies"),
        (vec![("parts", json!([]))], "two bodies"),
        (vec![("endpoint", json!("GET /unified/crm/contacts"))], "a GET has no body"),
    ] {
        refused(&text(&members), said);
    }
    for (part, said) in [
        (json!({"value": 1}), "`name` is missing"),
        (json!({"name": "a"}), "neither `value` nor `file`"),
        (json!({"name": "a", "value": 1, "file": {"base64": ""}}), "another name"),
        (json!({"name": "a", "file": {"base64": "s3cret!"}}), "`base64`"),
        (json!({"name": "a", "file": {"base64": "", "content_type": "a/b\r\nX: s3cret"}}), "content type"),
    ] {
        let mut text: Json = serde_json::from_str(&text(&[("parts", json!([part]))])).unwrap();
        text.as_object_mut().unwrap().remove("body");
        refused(&text.to_string(), said);
    }
    for text in ["", "null", "7", "\"s3cret\"", "[\"s3cret\"]", "{}", "{\"version\":1}", "{", "{\"s3cret\":"] {
        assert!(serde_json::from_str::<SavedCall>(text).is_err(), "{text}");
        assert!(!serde_json::from_str::<SavedCall>(text).unwrap_err().to_string().contains("s3cret"));
    }
}

#[test]
fn a_body_that_is_nested_deep_is_no_danger() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let text = text(&[]).replace("{}", &deep);
    let saved: SavedCall = serde_json::from_str(&text).unwrap();
    assert_eq!(saved.identity(), saved.clone().identity());
    let half = self::text(&[]).replace("{}", r#"{"a":"\ud800"}"#);
    let half: SavedCall = serde_json::from_str(&half).unwrap();
    assert_ne!(half.identity(), saved.identity());
}
