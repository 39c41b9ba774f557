//! Calls without a declaration: what they send, what they refuse, and what comes back.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use truto_core::contract::Method;
use truto_core::error::Error;
use truto_core::types::RawJson;
use truto_core::{
    Account, Bulk, CallOptions, Checkpoint, DateFilter, Endpoint, Filter, Json, Page, Patch, SortBy, blocking,
    endpoints, json, unified_endpoint,
};
use truto_sandbox::Sandbox;

use crate::support::{ACCOUNT, answering, answering_json, client, response};

const ID: &str = "integrated_account_id=62f44730-dd91-461e-bd6a-aedd9e0ad79d";

fn url(rest: &str) -> String {
    rest.replacen('/', "https://api.example/prefix/", 1)
}

/// A record of the caller's.
#[derive(Default, Serialize)]
struct Employee {
    name: Option<String>,
    phone: Patch<String>,
    manager: Option<Box<Employee>>,
    tags: Vec<Tag>,
}

#[derive(Serialize)]
struct Tag {
    id: u8,
    note: Option<String>,
}

fn employee() -> Employee {
    let manager = Employee { phone: Patch::Clear, ..Employee::default() };
    Employee { manager: Some(Box::new(manager)), tags: vec![Tag { id: 1, note: None }], ..Employee::default() }
}

const BODY: &str = r#"{"manager":{"phone":null,"tags":[]},"tags":[{"id":1}]}"#;

#[tokio::test]
async fn each_form_has_its_method_path_and_body() {
    let (account, log) = answering_json(r#"{"result": []}"#);
    let employees = account.unified("hris", "employees");
    employees.list().send().await.unwrap();
    employees.get("7").await.unwrap();
    employees.create(&employee()).await.unwrap();
    employees.update(7, &employee()).send().await.unwrap();
    employees.delete("a b?").send().await.unwrap();
    employees.call("move-stage", &employee()).send().await.unwrap();
    let tickets = account.proxy("pull-requests");
    tickets.list().limit(5).send().await.unwrap();
    tickets.get("7").send().await.unwrap();
    tickets.create(&employee()).send().await.unwrap();
    tickets.update("7", &employee()).send().await.unwrap();
    tickets.delete("7").send().await.unwrap();
    tickets.call("close", &employee()).send().await.unwrap();
    account.custom("get", "/v1/x").send().await.unwrap();
    account.custom(Method::Post, "v1/a b/é").json(&employee()).send().await.unwrap();
    account.custom(http::Method::PUT, "v1/x/").json(&[1, 2]).send().await.unwrap();
    account.custom("DELETE", "/v1/x").json(&employee()).send().await.unwrap();
    account.custom("POST", "/v1/ping").send().await.unwrap();
    let sent: Vec<_> = log.all().into_iter().map(|seen| (seen.line, seen.body)).collect();
    let expected = [
        ("GET /unified/hris/employees", "", ""),
        ("GET /unified/hris/employees/7", "", ""),
        ("POST /unified/hris/employees", "", BODY),
        ("PATCH /unified/hris/employees/7", "", BODY),
        ("DELETE /unified/hris/employees/a%20b%3F", "", ""),
        ("POST /unified/hris/employees/move-stage", "", BODY),
        ("GET /proxy/pull-requests", "&limit=5", ""),
        ("GET /proxy/pull-requests/7", "", ""),
        ("POST /proxy/pull-requests", "", BODY),
        ("PATCH /proxy/pull-requests/7", "", BODY),
        ("DELETE /proxy/pull-requests/7", "", ""),
        ("POST /proxy/pull-requests/close", "", BODY),
        ("GET /custom/v1/x", "", ""),
        ("POST /custom/v1/a%20b/%C3%A9", "", BODY),
        ("PUT /custom/v1/x/", "", "[1,2]"),
        ("DELETE /custom/v1/x", "", BODY),
        ("POST /custom/v1/ping", "", ""),
    ];
    let expected = expected.map(|(line, query, body)| (url(&format!("{line}?{ID}{query}")), body.to_owned()));
    assert_eq!(sent, expected);
    for seen in log.all() {
        assert_eq!(seen.headers.contains_key("content-type"), !seen.body.is_empty(), "{}", seen.line);
        assert_eq!(seen.headers.contains_key("idempotency-key"), !seen.line.starts_with("GET "), "{}", seen.line);
    }
}

#[tokio::test]
async fn the_common_parameters_are_those_of_a_declared_call() {
    let (account, log) = answering_json(r#"{"result": []}"#);
    let list = account.unified("crm", "contacts").list().limit(10).next_cursor("c 1").key_by("email");
    let list = list.ignore_limit(false).exclude_fields(["a", "b"]).ignore_remote_data(true);
    list.remote_query("foo", json!({"bar": [1]})).query("search", "x").send().normalized().await.unwrap();
    assert_eq!(
        log.only().line,
        url(&format!(
            "GET /unified/crm/contacts?{ID}&truto_response_format=normalized&truto_ignore_remote_data=true\
             &truto_exclude_fields%5B%5D=a&truto_exclude_fields%5B%5D=b&limit=10&truto_key_by=email\
             &truto_ignore_limit=false&remote_query%5Bfoo%5D%5Bbar%5D%5B%5D=1&search=x&next_cursor=c%201"
        ))
    );

    let (account, log) = answering_json("{}");
    let contacts = account.unified("crm", "contacts");
    let data = json!({"n": null});
    for (body, sent) in [
        (json!({"name": {"first": "Ada"}}), r#"{"name":{"first":"Ada"},"remote_data":{"n":null}}"#),
        (json!({}), r#"{"remote_data":{"n":null}}"#),
    ] {
        contacts.create(&body).remote_data(data.clone()).send().await.unwrap();
        assert_eq!(log.all().last().unwrap().body, sent);
    }
    for (call, reason) in [
        (contacts.get("1"), "the call has no body"),
        (contacts.call("x", &[1]), "the body is not an object"),
        (contacts.create(&json!({"remote_data": 1})), "would be sent twice"),
    ] {
        let error = call.remote_data(data.clone()).send().await.unwrap_err();
        assert!(error.to_string().contains("`remote_data`: ") && error.to_string().contains(reason), "{error}");
    }
    assert_eq!(log.all().len(), 2);
}

#[tokio::test]
async fn a_query_value_of_any_shape_is_spelt_as_in_a_declared_endpoint() {
    let (account, log) = answering_json("{}");
    let raw: RawJson = serde_json::from_str(r#"{"b": 1, "a": 2}"#).unwrap();
    let get = account.unified("a", "b").get(1);
    let get =
        get.query("text", "a b&").query("id", 9_007_199_254_740_993_u64).query("yes", true).query("n", json!(null));
    let get = get.query("none", None::<u8>).query("some", Some("x")).query("ids", [1, 2]).query("ids", [3]);
    let get =
        get.query("created_at", DateFilter::gt("2024-01-01")).query("status", Filter::<String>::one_of(["a", "b"]));
    let get = get.query("sort_by", SortBy::desc("z").then_asc("a")).query("owner[id]", 1).query("raw", raw);
    let get = get.query("deep", json!([{"a": [1]}])).query("tag", Tag { id: 1, note: None });
    get.maybe_with(None::<u8>, |get, value| get.query("x", value)).send().await.unwrap();
    let line = log.only().line;
    let query = line.split_once(&format!("{ID}&")).unwrap().1;
    let query: Vec<_> =
        url::form_urlencoded::parse(query.as_bytes()).map(|(key, value)| format!("{key}={value}")).collect();
    assert_eq!(
        query,
        [
            "text=a b&",
            "id=9007199254740993",
            "yes=true",
            "n=",
            "some=x",
            "ids[]=1",
            "ids[]=2",
            "ids[]=3",
            "created_at[gt]=2024-01-01",
            "status[in]=a,b",
            "sort_by[z]=desc",
            "sort_by[a]=asc",
            "owner[id]=1",
            "raw[b]=1",
            "raw[a]=2",
            "deep[0][a][]=1",
            "tag[id]=1",
        ]
    );
    assert!(line.contains("text=a%20b%26&") && line.contains("&created_at%5Bgt%5D="), "{line}");
}

#[tokio::test]
async fn what_would_be_lost_or_sent_twice_is_refused_before_anything_is_sent() {
    let (account, log) = answering_json("{}");
    let get = || account.unified("a", "b").get("1");
    let list = || account.unified("a", "b").list();
    let custom = || account.custom("POST", "x");
    let refused = async |call: truto_core::dynamic::Request<_>| call.send().await.unwrap_err();
    for (error, path, reason) in [
        (refused(get().query("", 1)).await, "", "has no name"),
        (refused(get().query("k", json!([]))).await, "k", "an empty list would be left out"),
        (refused(get().query("k", f64::NAN)).await, "k", "not finite"),
        (refused(get().query("k", json!({"a]": 1}))).await, "k", "bracket"),
        (refused(get().query("integrated_account_id", ACCOUNT)).await, "integrated_account_id", "the account"),
        (refused(get().query("truto_response_format", "raw")).await, "truto_response_format", "`.send().raw()`"),
        (
            refused(get().query("truto_exclude_fields[]", "a").exclude_fields(["b"])).await,
            "truto_exclude_fields[]",
            "twice",
        ),
        (refused(account.unified("a", "b").create(&[1])).await, "", "has to be an object"),
        (refused(account.unified("a", "b").create(&json!(null))).await, "", "has to be an object"),
        (
            refused(account.unified("a", "b").update("1", &BTreeMap::from([("k", f32::INFINITY)]))).await,
            "",
            "not finite",
        ),
        (list().query("next_cursor", "a").send().await.unwrap_err(), "next_cursor", "`.next_cursor(cursor)`"),
        (list().limit(1).query("limit", 2).items().try_next().await.unwrap_err(), "limit", "twice"),
        (account.custom("GET", "x").json(&1).await.unwrap_err(), "", "a GET has no body"),
        (account.custom("HEAD", "x").await.unwrap_err(), "method", "`HEAD` is not a method"),
        (custom().header("Authorization", "x").await.unwrap_err(), "Authorization", "its own token"),
        (custom().header("a b", "x").await.unwrap_err(), "a b", "name is not valid"),
        (custom().header("X-A", "1").header("x-a", "2").await.unwrap_err(), "x-a", "given twice"),
    ] {
        let Error::Invalid(invalid) = &error else { panic!("{error}") };
        assert_eq!(invalid.failures().len(), 1, "{error}");
        assert_eq!(invalid.failures()[0].path(), path, "{error}");
        assert!(error.to_string().contains(reason), "{reason}: {error}");
    }
    // All slips of a call come at once.
    let Error::Invalid(invalid) = custom().header("host", "x").query("", 1).query("k", json!({})).await.unwrap_err()
    else {
        panic!("refused")
    };
    assert_eq!(invalid.failures().len(), 3, "{invalid}");
    assert!(log.all().is_empty());
    // One of the two alone is sent.
    list().query("limit", 2).send().await.unwrap_err();
    account.proxy("x").get(1).query("truto_response_format", "x").send().await.unwrap();
    let lines: Vec<_> = log.all().into_iter().map(|seen| seen.line).collect();
    assert!(lines[0].ends_with("&limit=2") && lines[1].ends_with("&truto_response_format=x"), "{lines:?}");
}

#[tokio::test]
async fn a_name_that_would_change_the_path_is_refused_and_named() {
    let (account, log) = answering_json("{}");
    for name in ["", ".", "..", "a/b", "a\\b", "a\nb", "\u{7f}", "../../proxy"] {
        let body = json!({});
        for (error, argument) in [
            (account.unified(name, "b").get("1").await.unwrap_err(), "model"),
            (account.unified("a", name).list().items().try_next().await.unwrap_err(), "resource"),
            (account.unified("a", "b").delete(name).await.unwrap_err(), "id"),
            (account.unified("a", "b").update(name, &body).await.unwrap_err(), "id"),
            (account.unified("a", "b").call(name, &body).await.unwrap_err(), "method"),
            (account.proxy(name).create(&body).await.unwrap_err(), "resource"),
            (account.proxy("a").get(name).await.unwrap_err(), "id"),
        ] {
            let Error::Invalid(invalid) = &error else { panic!("{error}") };
            assert_eq!(invalid.failures()[0].path(), argument, "{name:?}: {error}");
            assert!(error.endpoint().unwrap().contains('{'), "the template: {error}");
        }
    }
    for path in ["", "/", "//host/x", "a//b", "a/../b", "..", "./a", "a\\b", "a\r\nb", "x?admin=1"] {
        let error = account.custom("GET", path).await.unwrap_err();
        let Error::Invalid(invalid) = &error else { panic!("{error}") };
        assert_eq!(invalid.failures()[0].path(), "path", "{path:?}: {error}");
    }
    // A slash in an id is the caller's decision; a segment that changes the path is not.
    let files = account.unified("file-storage", "drive-items").encode_slashes();
    for id in ["../x", "a/./b", "", "a\\b"] {
        assert!(files.get(id).await.unwrap_err().to_string().contains("`id`: "), "{id}");
    }
    assert!(log.all().is_empty());
    let (slashes, sent) = answering_json("{}");
    slashes.unified("a", "b").encode_slashes().delete("docs/a b").await.unwrap();
    assert!(sent.only().line.contains("/unified/a/b/docs%2Fa%20b?"), "{}", sent.only().line);
    // Dots inside of a segment, and what a URL would read as something else, stay in it.
    account.custom("GET", "a.b/...;x/%2e%2e/#c:@").await.unwrap();
    assert!(log.only().line.contains("/custom/a.b/...%3Bx/%252e%252e/%23c%3A%40?"), "{}", log.only().line);
}

#[tokio::test]
async fn a_format_is_asked_for_only_where_there_are_formats() {
    let (account, log) = answering_json(r#"{"id": "1"}"#);
    let unified = account.unified("a", "b").get("1");
    let proxy = account.proxy("b").get("1");
    let custom = account.custom("GET", "b");
    assert_eq!(unified.send().raw().await.unwrap().json::<Json>().unwrap()["id"], "1");
    assert_eq!(proxy.send().raw().await.unwrap().bytes(), r#"{"id": "1"}"#.as_bytes());
    assert_eq!(custom.send().raw().await.unwrap().status(), 200);
    drop(unified.send().stream().await.unwrap());
    drop(proxy.send().stream().await.unwrap());
    drop(custom.send().stream().await.unwrap());
    let meta = custom.send().normalized().with_meta().await.unwrap();
    assert_eq!((meta.body, meta.meta.attempts()), (json!({"id": "1"}), 1));
    let formats: Vec<_> = log.all().iter().map(|seen| seen.line.split_once(ID).unwrap().1.to_owned()).collect();
    assert_eq!(formats, ["&truto_response_format=raw", "", "", "&truto_response_format=stream", "", "", ""]);
}

#[tokio::test]
async fn headers_and_options_reach_the_wire() {
    let (account, log) = answering_json("{}");
    let call = account.custom("PATCH", "x").header("X-Api-Version", "2024-01").json(&json!({}));
    assert!(!format!("{call:?}").contains("2024-01"), "{call:?}");
    call.send().idempotency_key("k-1").await.unwrap();
    call.send().without_idempotency_key().await.unwrap();
    call.clone().await.unwrap();
    call.await.unwrap();
    let seen = log.all();
    assert!(seen.iter().all(|seen| seen.headers["x-api-version"] == "2024-01"));
    assert_eq!(seen[0].headers["idempotency-key"], "k-1");
    assert!(!seen[1].headers.contains_key("idempotency-key"));
    let drawn = |index: usize| seen[index].headers["idempotency-key"].to_str().unwrap();
    assert!(drawn(2).len() == 36 && drawn(2) != drawn(3));

    let keyed = account.with(CallOptions::new().idempotency_key("k-2"));
    keyed.unified("a", "b").create(&json!({})).await.unwrap();
    assert_eq!(log.all().last().unwrap().headers["idempotency-key"], "k-2");

    let notes = account.unified("crm", "notes");
    let calls = (0..3).map(|row| (row, notes.create(&json!({"row": row})).send()));
    let mut results = Bulk::new(calls);
    while let Some((_, result)) = results.next().await {
        result.unwrap();
    }
    assert_eq!(log.all().len(), 8);
}

#[derive(Debug, PartialEq, Deserialize)]
struct Merged {
    id: String,
}

#[unified_endpoint(POST, "/unified/crm/contacts/merge", response = Merged)]
struct MergeContacts {}

#[unified_endpoint(POST, "/unified/crm/contacts", response = Json)]
struct CreateContact {}

#[tokio::test]
async fn a_custom_method_answers_with_its_result_in_either_form() {
    for json in [r#"{"result": {"id": "1"}}"#, r#"{"id": "1"}"#, "{\"result\":\n{\"id\": \"1\"} }\n"] {
        let (account, _) = answering_json(json);
        let one = || Merged { id: "1".to_owned() };
        assert_eq!(MergeContacts {}.send(&account).await.unwrap(), one());
        let merge = account.unified("crm", "contacts").call("merge", &json!({}));
        assert_eq!(merge.send().await.unwrap(), json!({"id": "1"}));
        assert_eq!(merge.send().decode_as::<Merged>().await.unwrap(), one());
        assert_eq!(merge.clone().decode_as::<Merged>().send().with_meta().await.unwrap().body, one());
        merge.send().decode_as::<()>().await.unwrap();
        // What came is untouched where the caller asks for it.
        assert_eq!(merge.send().raw().await.unwrap().bytes(), json.as_bytes());
        let whole: Json = serde_json::from_str(json).unwrap();
        assert_eq!(CreateContact {}.send(&account).await.unwrap(), whole, "not a custom method");
        assert_eq!(account.unified("crm", "contacts").create(&json!({})).await.unwrap(), whole);
        assert_eq!(account.proxy("contacts").call("merge", &json!({})).await.unwrap(), whole);
        assert_eq!(account.custom("POST", "a/b").await.unwrap(), whole);
    }
}

#[tokio::test]
async fn the_providers_own_answers_are_read_as_they_are() {
    let (account, _) = answering_json(r#"{"result": [{"id": "1"}], "next_cursor": "n", "prev_cursor": null}"#);
    let users = account.custom("GET", "/v1/users");
    let page: Page<Merged> = users.clone().decode_as().await.unwrap();
    assert_eq!((page.items()[0].id.as_str(), page.next_cursor()), ("1", Some("n")));
    assert_eq!(users.await.unwrap()["result"][0]["id"], "1");
    let (account, _) = answering(|| response(200, "text/csv", "a,b"));
    let report = account.custom("GET", "/v1/report.csv");
    assert_eq!(report.send().raw().await.unwrap().bytes(), b"a,b".as_slice());
    assert!(report.send().max_attempts(1).await.unwrap_err().to_string().contains("text/csv"));
}

#[tokio::test]
async fn only_what_is_a_wrapper_is_unwrapped() {
    #[derive(Debug, Deserialize)]
    struct Report {
        result: String,
    }
    let call = async |answer: &'static str| {
        let (account, _) = answering_json(answer);
        account.unified("a", "b").call("m", &json!({})).send().decode_as::<Json>().await.unwrap()
    };
    for whole in [r#"{"result": 1, "next_cursor": null}"#, r#"{"results": []}"#, "[1]", r#"{"id": 1, "result": 2}"#] {
        assert_eq!(call(whole).await, serde_json::from_str::<Json>(whole).unwrap());
    }
    assert_eq!(call(r#"{"result": [{"id": 1}]}"#).await, json!([{"id": 1}]));
    assert_eq!(call(r#"{"result": null}"#).await, json!(null));
    assert_eq!(call("").await, json!(null));

    // A type of the whole answer is read too, and a type of neither is explained where it stands.
    let (account, _) = answering_json(r#"{"result": "done"}"#);
    let method = account.unified("a", "b").call("m", &json!({}));
    assert_eq!(method.send().decode_as::<Report>().await.unwrap().result, "done");
    let (account, _) = answering_json(r#"{"result": {"id": 7}}"#);
    let method = account.unified("a", "b").call("m", &json!({}));
    let error = method.send().decode_as::<Merged>().max_attempts(1).await.unwrap_err();
    assert!(error.to_string().contains("`result.id`") && error.to_string().contains("expected a string"), "{error}");
    // Each of these can be read from any object, so the names decide.
    let whole = method.send().decode_as::<Envelope>().await.unwrap();
    assert_eq!(whole.result.and_then(|part| part.id), Some(7));
    assert_eq!(method.send().decode_as::<Part>().await.unwrap().id, Some(7));
    let error = method.send().decode_as::<Vec<u8>>().max_attempts(1).await.unwrap_err();
    assert!(error.to_string().contains("`result`"), "{error}");
}

#[derive(Deserialize)]
struct Envelope {
    result: Option<Part>,
}

#[derive(Deserialize)]
struct Part {
    id: Option<u8>,
}

#[tokio::test]
async fn an_error_of_the_api_is_the_same_as_that_of_a_declared_call() {
    let (account, _) = answering(|| {
        response(
            422,
            "application/json",
            r#"{"statusCode": 422, "error": "Unprocessable Entity", "message": "no such method"}"#,
        )
    });
    let error = account.unified("ats", "jobs").call("close", &json!({})).await.unwrap_err();
    assert_eq!((error.status(), error.endpoint()), (Some(422), Some("POST /unified/{model}/{resource}/{method}")));
    assert!(error.to_string().contains("no such method"), "{error}");
}

#[tokio::test]
async fn an_error_says_which_model_and_resource_were_called_and_no_id() {
    let (account, _) =
        answering(|| response(404, "application/json", r#"{"statusCode": 404, "message": "no such thing"}"#));
    let employees = account.unified("hris", "employees");
    let empty = json!({});
    for (error, called, template) in [
        (
            employees.get("ada@example.com").await.unwrap_err(),
            "GET /unified/hris/employees/{id}",
            "/unified/{model}/{resource}/{id}",
        ),
        (
            employees.call("invite", &empty).await.unwrap_err(),
            "POST /unified/hris/employees/invite",
            "/unified/{model}/{resource}/{method}",
        ),
        (
            employees.list().items().try_next().await.unwrap_err(),
            "GET /unified/hris/employees",
            "/unified/{model}/{resource}",
        ),
        (
            employees.get("a/b").await.unwrap_err(),
            "GET /unified/hris/employees/{id}",
            "/unified/{model}/{resource}/{id}",
        ),
        (account.proxy("tickets").delete(7).await.unwrap_err(), "DELETE /proxy/tickets/{id}", "/proxy/{resource}/{id}"),
        (account.custom("PUT", "/v1/notes").await.unwrap_err(), "PUT /custom/v1/notes", "/custom/{path}"),
    ] {
        let said = error.to_string();
        assert!(
            said.starts_with(&format!("{called}: ")) || said.starts_with(&format!("{called} was not sent")),
            "{said}"
        );
        assert!(format!("{error:?}").contains(called), "{error:?}");
        // A program counts by the template, which has few values.
        assert!(error.endpoint().unwrap().ends_with(&format!(" {template}")), "{:?}", error.endpoint());
    }
    let odd = account.unified("a\n\u{202e}b", "c").list().send().await.unwrap_err().to_string();
    assert!(odd.contains("/unified/a\\n\\u{202e}b/c"), "{odd}");
    let long = account.custom("GET", "x".repeat(100_000)).await.unwrap_err().to_string();
    assert!(long.len() < 1_000, "{} characters", long.len());
}

#[unified_endpoint(GET, "/unified/hris/employees", paginated)]
struct ListEmployees {
    department: Option<String>,
}

#[unified_endpoint(GET, "/unified/hris/employees/{id}")]
struct GetEmployee {
    id: String,
}

#[unified_endpoint(POST, "/unified/hris/employees")]
struct CreateEmployee {
    name: String,
    department: Option<String>,
}

#[unified_endpoint(PATCH, "/unified/hris/employees/{id}")]
struct UpdateEmployee {
    id: String,
    department: Patch<String>,
}

#[unified_endpoint(DELETE, "/unified/hris/employees/{id}")]
struct DeleteEmployee {
    id: String,
}

#[unified_endpoint(GET, "/unified/hris/groups", paginated)]
struct ListGroups {}

/// A sandbox with 60 employees, a third of them in sales.
fn company() -> (Sandbox, Account) {
    let endpoints = endpoints![ListEmployees, GetEmployee, CreateEmployee, UpdateEmployee, DeleteEmployee, ListGroups];
    let sandbox = Sandbox::builder().endpoints(endpoints).in_process();
    let account = client(&sandbox).account(sandbox.accounts().close).unwrap();
    for number in 0..60 {
        let department = if number % 3 == 0 { "sales" } else { "works" };
        sandbox.keep(account.id(), "hris/employees", json!({"name": number.to_string(), "department": department}));
        sandbox.keep(account.id(), "hris/groups", json!({"name": number.to_string()}));
    }
    (sandbox, account)
}

#[derive(Debug, Deserialize)]
struct Person {
    id: String,
    name: String,
}

#[tokio::test]
async fn a_record_lives_and_dies_without_a_declaration() {
    let (_sandbox, account) = company();
    let employees = account.unified("hris", "employees");
    let ada = employees.create(&json!({"name": "Ada"})).decode_as::<Person>().await.unwrap();
    let changed = employees.update(&ada.id, &json!({"department": "sales"})).await.unwrap();
    assert_eq!(changed["department"], "sales");
    let read = employees.get(&ada.id).await.unwrap();
    assert_eq!((&read["name"], &read["department"]), (&json!("Ada"), &json!("sales")));
    let sales = employees.list().query("department", "sales").items().all(100).await.unwrap();
    assert_eq!(sales.len(), 21);
    employees.delete(&ada.id).await.unwrap();
    assert_eq!(employees.get(&ada.id).await.unwrap_err().status(), Some(404));
    let page: Page<Person> = employees.list().limit(7).decode_as().send().await.unwrap();
    assert_eq!((page.items().len(), page.next_cursor().is_some()), (7, true));
}

#[tokio::test]
async fn a_list_is_resumed_by_its_checkpoint_and_by_no_other() {
    let (_sandbox, account) = company();
    let list = |resource: &str| account.unified("hris", resource).list().limit(8).decode_as::<Person>();
    let mut items = list("employees").items().prefetch(2);
    let mut names = Vec::new();
    while names.len() < 21 {
        names.push(items.try_next().await.unwrap().unwrap().name);
    }
    let saved: Checkpoint = items.checkpoint().to_string().parse().unwrap();
    assert_eq!(saved.endpoint(), "GET /unified/{model}/{resource}");
    drop(items);
    let mut rest = list("employees").items().resume(&saved).unwrap();
    names.extend(rest.all(100).await.unwrap().into_iter().map(|person| person.name));
    assert_eq!(names, (0..60).map(|number| number.to_string()).collect::<Vec<_>>());
    for other in [list("groups"), list("employees").query("department", "sales"), list("employees").limit(9)] {
        assert!(matches!(other.items().resume(&saved).unwrap_err(), Error::Checkpoint(_)));
    }
    // The order of the parameters has no meaning.
    let one = list("employees").query("a", [1, 2]).query("b", Filter::<String>::one_of(["x", "y"]));
    let same = list("employees").query("b", Filter::<String>::one_of(["y", "x"])).query("a", [1, 2]);
    let _ = same.items().resume(&one.items().checkpoint()).unwrap();
    let mut pages = list("groups").pages();
    let mut count = 0;
    while let Some(page) = pages.try_next().await.unwrap() {
        count += page.items().len();
    }
    assert_eq!(count, 60);
}

#[test]
fn the_blocking_client_waits_for_it() {
    let (sandbox, _) = company();
    let client = blocking::Client::new(client(&sandbox)).unwrap();
    let employees = client.account(sandbox.accounts().close).unwrap().unified("hris", "employees");
    let page = client.wait(employees.list().limit(3).send()).unwrap();
    assert_eq!(page.items()[0]["name"], "0");
    assert_eq!(client.iter(employees.list().items()).map(Result::unwrap).count(), 60);
}

#[tokio::test]
async fn calls_can_be_spawned_kept_and_shared() {
    fn assert_shareable<T: Send + Sync + Clone + 'static>(_: &T) {}
    let (_sandbox, account) = company();
    let employees = account.unified("hris", "employees");
    let (get, list) = (employees.get("1"), employees.list());
    assert_shareable(&employees);
    assert_shareable(&get);
    assert_shareable(&list);
    let id = list.send().await.unwrap().items()[0]["id"].as_str().unwrap().to_owned();
    let name = tokio::spawn(async move { employees.get(id).await.unwrap()["name"].clone() });
    assert_eq!(name.await.unwrap(), "0");
}
