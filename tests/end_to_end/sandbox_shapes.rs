//! The shapes of the sandbox's answers, as a client without types sees them over a socket.

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use truto_core::{Endpoint, endpoints, unified_endpoint};
use truto_sandbox::{Answer, CapabilitiesShape, Fault, Sandbox, SandboxBuilder};

/// Lists tickets.
#[unified_endpoint(GET, "/unified/ticketing/tickets", paginated)]
struct ListTickets {
    status: Option<String>,
}

/// Creates a ticket.
#[unified_endpoint(POST, "/unified/ticketing/tickets")]
struct CreateTicket {
    title: String,
    priority: Option<u32>,
}

/// A comment on a ticket.
#[derive(truto_core::UnifiedRecord)]
struct Comment {
    /// Its text.
    text: Option<String>,
}

/// Reads a comment.
#[unified_endpoint(GET, "/unified/ticketing/comments/{id}", response = Comment)]
struct GetComment {
    id: String,
}

/// Deletes a ticket.
#[unified_endpoint(DELETE, "/unified/ticketing/tickets/{id}")]
struct DeleteTicket {
    id: String,
}

/// Merges tickets.
#[unified_endpoint(POST, "/unified/ticketing/tickets/merge")]
struct MergeTickets {
    ids: Vec<String>,
}

/// Calls a hook of the provider.
#[unified_endpoint(POST, "/proxy/hooks/ping")]
struct PingHook {
    id: String,
}

struct Api {
    sandbox: Sandbox,
    http: reqwest::Client,
    account: &'static str,
}

impl Api {
    async fn start(builder: SandboxBuilder) -> Self {
        let sandbox = builder.start().await.unwrap();
        Self { account: sandbox.accounts().close, sandbox, http: reqwest::Client::new() }
    }

    /// A sandbox that declares tickets and serves every other model.
    async fn open() -> Self {
        let declared = endpoints![ListTickets, CreateTicket, DeleteTicket, MergeTickets, PingHook, GetComment];
        Self::start(Sandbox::builder().endpoints(declared).any_model(true)).await
    }

    fn request(&self, method: Method, target: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{target}", self.sandbox.url()));
        request.bearer_auth(self.sandbox.token())
    }

    /// Calls a path of the account, with a query that starts with `&` or is empty.
    async fn call(&self, method: Method, path: &str, query: &str, body: Value) -> (u16, Value) {
        let target = format!("{path}?integrated_account_id={}{query}", self.account);
        let request = self.request(method, &target);
        answer(if body.is_null() { request } else { request.json(&body) }).await
    }

    async fn get(&self, path: &str, query: &str) -> (u16, Value) {
        self.call(Method::GET, path, query, Value::Null).await
    }

    async fn capabilities(&self, query: &str) -> Value {
        let target = format!("/integrated-account/{}/capabilities{query}", self.account);
        answer(self.request(Method::GET, &target)).await.1
    }

    async fn batch(&self, resources: Value) -> (u16, Value) {
        let body = json!({ "integrated_account_id": self.account, "args": { "top": 9 }, "resources": resources });
        answer(self.request(Method::POST, "/batch-request").json(&body)).await
    }

    fn keep(&self, resource: &str, records: impl IntoIterator<Item = Value>) {
        for record in records {
            self.sandbox.keep(self.account, resource, record);
        }
    }
}

/// Sends a request. A body that is empty is `null`, and a body that is not JSON is a text.
async fn answer(request: RequestBuilder) -> (u16, Value) {
    let response = request.send().await.unwrap();
    let (status, text) = (response.status().as_u16(), response.text().await.unwrap());
    if text.is_empty() {
        return (status, Value::Null);
    }
    (status, serde_json::from_str(&text).unwrap_or(Value::String(text)))
}

fn names(rows: &Value, key: &str) -> Vec<String> {
    rows.as_array().unwrap().iter().map(|row| row[key].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_delete_answers_the_id_alone() {
    let mut api = Api::open().await;
    for (query, expected) in [
        ("", json!({ "id": "7" })),
        ("&truto_response_format=normalized", json!({ "id": "7" })),
        ("&truto_exclude_fields[]=id&truto_exclude_fields[]=remote_data", json!({ "id": "7" })),
        ("&remote_query[a]=b", json!({ "id": "7" })),
        ("&truto_response_format=raw", json!({})),
    ] {
        for resource in ["ticketing/tickets", "hris/employees"] {
            api.keep(resource, [json!({ "id": "7", "title": "x" })]);
            let path = format!("/unified/{resource}/7");
            assert_eq!(api.call(Method::DELETE, &path, query, Value::Null).await, (200, expected.clone()), "{query}");
            assert_eq!(api.call(Method::DELETE, &path, query, Value::Null).await.0, 404);
        }
    }
    api.account = api.sandbox.accounts().salesforce;
    api.keep("ticketing/tickets", [json!({ "id": "7" })]);
    let raw = api.call(Method::DELETE, "/unified/ticketing/tickets/7", "&truto_response_format=raw", Value::Null).await;
    assert_eq!(raw, (204, Value::Null), "the provider answers nothing");
}

#[tokio::test]
async fn a_custom_method_answers_its_result_and_stores_nothing() {
    let api = Api::open().await;
    let body = json!({ "ids": ["1", "2"] });
    for path in ["/unified/ticketing/tickets/merge", "/unified/hris/employees/merge", "/unified/hris/employees/7"] {
        for query in ["", "&truto_response_format=normalized", "&truto_exclude_fields=ids"] {
            let called = api.call(Method::POST, path, query, body.clone()).await;
            assert_eq!(called, (200, json!({ "result": body })), "{path} {query}");
        }
        assert_eq!(api.call(Method::POST, path, "&truto_response_format=raw", body.clone()).await, (200, body.clone()));
    }
    assert_eq!(
        api.call(Method::POST, "/unified/hris/employees/sync", "", Value::Null).await.1,
        json!({ "result": {} })
    );
    assert!(api.sandbox.records(api.account).is_empty());
    let made = api.sandbox.remote_calls(api.account);
    assert_eq!(made.last().unwrap().endpoint, "POST /unified/hris/employees/sync");
}

#[tokio::test]
async fn a_model_that_nobody_declares_keeps_records() {
    let api = Api::open().await;
    let employees = "/unified/hris/employees";
    let (status, ada) =
        api.call(Method::POST, employees, "", json!({ "name": "Ada", "remote_data": { "x": 1 } })).await;
    assert_eq!((status, &ada["name"], &ada["remote_data"]["x"]), (201, &json!("Ada"), &json!(1)));
    let path = format!("{employees}/{}", ada["id"].as_str().unwrap());
    assert_eq!(
        api.get(&path, "&truto_response_format=normalized").await,
        (200, json!({ "id": ada["id"], "name": "Ada" }))
    );
    let (_, changed) = api.call(Method::PATCH, &path, "", json!({ "name": "Eve" })).await;
    assert_eq!((&changed["id"], &changed["name"]), (&ada["id"], &json!("Eve")));
    assert_eq!(api.call(Method::PATCH, employees, "", json!({ "id": ada["id"], "name": "Ada" })).await.0, 200);
    assert_eq!(api.get("/unified/hris/employees/nobody", "").await.0, 404);
    assert_eq!(api.call(Method::PUT, &path, "", json!({})).await.0, 405, "the unified API has no PUT");

    api.keep("hris/employees", (0..60).map(|n| json!({ "id": format!("e{n:02}"), "name": format!("n{n:02}") })));
    let mut found = Vec::new();
    let mut cursor = String::new();
    loop {
        let (_, page) = api.get(employees, &format!("&name[like]=n%25&limit=25&next_cursor={cursor}")).await;
        found.extend(names(&page["result"], "name"));
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = next.to_owned();
    }
    assert_eq!(found, (0..60).map(|n| format!("n{n:02}")).collect::<Vec<_>>());
    assert_eq!(api.get("/unified/my-own-model/things", "").await.1["result"], json!([]), "any model");
    // A program that declares a resource knows all its methods.
    assert_eq!(api.get("/unified/ticketing/tickets/7", "").await.0, 405);
    assert_eq!(api.call(Method::POST, "/unified/ticketing/tickets/split", "", json!({})).await.0, 405);
    assert_eq!(api.get("/unified/ticketing/tickets", "&limit=none").await.0, 400);
    assert_eq!(api.get(employees, "&limit=none").await.0, 400, "the common parameters are checked");
}

#[tokio::test]
async fn other_models_are_off_unless_they_are_wanted() {
    let api = Api::start(Sandbox::builder()).await;
    let (status, refused) = api.get("/unified/hris/employees", "").await;
    assert_eq!(status, 404);
    assert!(refused["message"].as_str().unwrap().contains("`any_model(true)`"), "{refused}");
    assert_eq!(api.get("/proxy/tickets", "").await.0, 200, "the proxy has any resource");
}

#[tokio::test]
async fn the_proxy_answers_the_body_of_the_provider() {
    let mut api = Api::open().await;
    api.keep("proxy/tickets", [json!({ "id": "1", "subject": "a" }), json!({ "id": "2", "subject": "b" })]);
    api.keep("hris/tickets", [json!({ "id": "3", "subject": "c" })]);
    let (_, page) = api.get("/proxy/tickets", "&limit=2&per_page=7").await;
    assert_eq!(page["result"], json!([{ "id": "1", "subject": "a" }, { "id": "2", "subject": "b" }]));
    let next = format!("&limit=2&next_cursor={}", page["next_cursor"].as_str().unwrap());
    let (_, page) = api.get("/proxy/tickets", &next).await;
    assert_eq!((&page["result"][0]["subject"], &page["next_cursor"]), (&json!("c"), &Value::Null), "a model's record");

    let ours = "&truto_ignore_remote_data=true&truto_exclude_fields=subject&remote_query[a]=b";
    assert_eq!(api.get("/proxy/tickets/1", ours).await, (200, json!({ "id": "1", "subject": "a" })));
    let (status, created) = api.call(Method::POST, "/proxy/tickets", "", json!({ "remote_data": { "own": 1 } })).await;
    assert_eq!((status, &created["remote_data"]), (201, &json!({ "own": 1 })), "a member like any other");
    let (_, changed) = api.call(Method::PATCH, "/proxy/tickets/3", "", json!({ "subject": "C" })).await;
    assert_eq!(changed, json!({ "id": "3", "subject": "C" }));
    assert_eq!(api.get("/proxy/tickets/3", "").await.1, changed);
    assert_eq!(api.call(Method::DELETE, "/proxy/tickets/3", "", Value::Null).await, (200, json!({})));
    let (status, gone) = api.get("/proxy/tickets/3", "").await;
    assert_eq!((status, &gone["truto_is_remote_error"]), (404, &json!(true)), "the provider has no such record");

    let before = api.sandbox.records(api.account).len();
    let merged = api.call(Method::POST, "/proxy/tickets/merge", "", json!({ "ids": [1] })).await;
    assert_eq!(merged, (200, json!({ "ids": [1] })), "no envelope");
    assert_eq!(api.sandbox.records(api.account).len(), before);

    api.account = api.sandbox.accounts().pipedrive;
    api.keep("proxy/deals", [json!({ "id": "1" })]);
    let (_, deal) = api.get("/proxy/deals/1", "").await;
    assert_eq!((&deal["success"], &deal["data"]["id"]), (&json!(true), &json!("1")), "the envelope of the provider");
    assert_eq!(api.call(Method::POST, "/proxy/hooks/ping", "", json!({})).await.0, 400, "a declared method is checked");
    assert_eq!(api.call(Method::POST, "/proxy/hooks/ping", "", json!({ "id": "1" })).await.1, json!({ "id": "1" }));
    let form = api.request(Method::POST, &format!("/unified/hris/files?integrated_account_id={}", api.account));
    assert_eq!(answer(form.header("content-type", "text/csv").body("a,b")).await.0, 400, "a record is JSON");
    let file = api.request(Method::POST, &format!("/proxy/files?integrated_account_id={}", api.account));
    let (status, file) = answer(file.header("content-type", "text/csv").body("a,b")).await;
    assert_eq!((status, &file["data"]["file"]["content_type"]), (201, &json!("text/csv")), "{file}");
}

#[tokio::test]
async fn the_custom_api_echoes_in_its_envelope() {
    let builder = Sandbox::builder()
        .answer_custom(Method::GET, "/v1/reports/*", |call| Answer::ok(json!([call.path(), call.account().provider()])))
        .answer_custom(Method::GET, "v1/csv", |_| {
            Answer::ok(json!("a,b")).header(http::header::CONTENT_TYPE, http::HeaderValue::from_static("text/csv"))
        })
        .answer_custom(Method::DELETE, "/v1/reports/7", |_| {
            Answer::refused(http::StatusCode::CONFLICT, "It is in use")
        });
    let api = Api::start(builder).await;
    for method in [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
        let (status, echo) =
            api.call(method.clone(), "/custom/v1/a%20b/c", "&x[y]=1", json!({ "z": 2, "methodConfig": {} })).await;
        let result = json!({ "method": method.as_str(), "path": "/v1/a b/c", "query": { "x": { "y": "1" } }, "body": { "z": 2 } });
        assert_eq!((status, echo), (200, json!({ "result": result, "next_cursor": null, "prev_cursor": null })));
    }
    let (_, report) = api.get("/custom/v1/reports/7", "").await;
    assert_eq!(report, json!({ "result": ["/v1/reports/7", "close"], "next_cursor": null, "prev_cursor": null }));
    assert_eq!(api.get("/custom/v1/csv", "").await, (200, json!("a,b")), "what is not JSON has no envelope");
    assert_eq!(api.call(Method::DELETE, "/custom/v1/reports/7", "", Value::Null).await.0, 409);
    assert_eq!(api.sandbox.remote_calls(api.account)[0].endpoint, "GET /custom/v1/a b/c");

    let once = |body: &'static str| {
        let target = format!("/custom/v1/notes?integrated_account_id={}", api.account);
        api.request(Method::POST, &target).header("idempotency-key", "k").body(body).send()
    };
    assert!(once("a").await.unwrap().headers().get("idempotency-replayed").is_none());
    assert_eq!(once("a").await.unwrap().headers()["idempotency-replayed"], "true");
    assert_eq!(once("b").await.unwrap().status(), 422);
}

#[tokio::test]
async fn the_capabilities_have_all_blocks_of_the_captured_shape() {
    let api = Api::open().await;
    api.keep("hris/job_roles", [json!({ "title": "Engineer" })]);
    api.keep("proxy/webhooks", [json!({})]);
    let all = api.capabilities("").await;
    let mut blocks: Vec<&String> = all.as_object().unwrap().keys().collect();
    blocks.sort();
    assert_eq!(blocks, ["account", "ai_readiness", "auth", "environment_id", "integration", "proxy", "unified"]);
    assert_eq!((&all["integration"]["name"], &all["integration"]["label"]), (&json!("close"), &json!("Close")));
    assert_eq!((&all["account"]["id"], &all["account"]["is_blocked"]), (&json!(api.account), &json!(false)));
    let ready = &all["ai_readiness"];
    assert_eq!((&ready["proxy_methods"], &ready["proxy_methods_with_descriptions"]), (&json!(16), &json!(15)));

    assert_eq!(names(&all["unified"], "resource"), ["associations", "job_roles", "comments", "tickets"]);
    let tickets = &all["unified"][3];
    assert_eq!((&tickets["model"], &tickets["model_label"]), (&json!("ticketing"), &json!("Ticketing")));
    assert_eq!(tickets["methods"], json!(["list", "create", "delete", "merge"]));
    assert_eq!(all["unified"][1]["methods"], json!(["list", "get", "create", "update", "delete"]));
    assert_eq!(names(&all["proxy"], "resource"), ["hooks", "job_roles", "webhooks"]);
    let list = &all["proxy"][1]["methods"][0];
    assert_eq!((&list["method"], &list["name"]), (&json!("list"), &json!("list_all_close_job_roles")));
    for flag in ["has_description", "has_query_schema", "has_body_schema", "has_response_schema"] {
        assert!(list[flag].is_boolean(), "{flag}");
    }
    let blocked = format!("/integrated-account/{}/capabilities", api.sandbox.accounts().blocked);
    let blocked = answer(api.request(Method::GET, &blocked)).await.1;
    assert_eq!(blocked["account"]["is_blocked"], true);
}

#[tokio::test]
async fn the_capabilities_can_be_narrowed() {
    let api = Api::open().await;
    api.keep("hris/job_roles", [json!({})]);
    let methods = async |query: &str| {
        let unified = api.capabilities(query).await["unified"].clone();
        let rows = unified.as_array().unwrap().iter().map(|row| (row["resource"].clone(), row["methods"].clone()));
        rows.collect::<Vec<_>>()
    };
    assert_eq!(methods("?methods=read&resource=job_roles").await, [(json!("job_roles"), json!(["list", "get"]))]);
    let write = json!(["create", "delete"]);
    assert_eq!(methods("?methods=write&resource=tickets").await, [(json!("tickets"), write)]);
    assert_eq!(methods("?methods=custom").await, [(json!("tickets"), json!(["merge"]))]);
    assert_eq!(
        methods("?methods[]=list&methods[]=custom&resource=tickets").await,
        [(json!("tickets"), json!(["list", "merge"]))]
    );
    assert_eq!(methods("?resource=ticketing/tickets").await, [], "the name has no model in it");
    let unified = api.capabilities("?type=unified").await;
    assert_eq!((&unified["proxy"], unified["unified"].as_array().unwrap().len()), (&json!([]), 4));
    let proxy = api.capabilities("?type=proxy&methods=delete").await;
    assert_eq!((&proxy["unified"], proxy["proxy"][0]["methods"].as_array().unwrap().len()), (&json!([]), 1));
    let custom = api.capabilities("?methods=custom&resource=hooks").await;
    assert_eq!(custom["proxy"], json!([]), "a custom method has no description");
    let custom = api.capabilities("?methods=custom&resource=hooks&has_description=false").await;
    assert_eq!(custom["proxy"][0]["methods"][0]["method"], "ping");
    assert_eq!(api.capabilities("?type=none").await["statusCode"], 400);
    let integration = answer(api.request(Method::GET, "/integration/close/capabilities")).await.1;
    assert!(integration.get("account").is_none() && integration["unified"][0].get("env_overridden").is_none());
}

#[tokio::test]
async fn the_capabilities_have_the_shape_of_the_reference_if_it_is_wanted() {
    let builder = Sandbox::builder().endpoints(endpoints![MergeTickets]).any_model(true);
    let api = Api::start(builder.capabilities_shape(CapabilitiesShape::Reference)).await;
    api.keep("proxy/webhooks", [json!({})]);
    let all = api.capabilities("").await;
    assert_eq!((&all["integration"]["slug"], &all["integration"]["name"]), (&json!("close"), &json!("Close")));
    assert_eq!(names(&all["unified"]["resources"], "name"), ["associations", "tickets"]);
    assert_eq!(all["proxy"]["resources"][0]["methods"][0]["name"], "webhooks_list");
    assert_eq!(all["account"]["slug"], "close");
    for (block, key) in [
        ("auth", "scopes"),
        ("auth", "documentation_url"),
        ("ai_readiness", "total_methods"),
        ("ai_readiness", "score"),
    ] {
        assert!(all[block].get(key).is_some(), "{block}.{key}");
    }
}

#[tokio::test]
async fn a_meta_route_has_the_documented_keys_and_fills_the_schemas() {
    let api = Api::open().await;
    api.keep("hris/employees", [json!({ "name": "Ada", "age": 36, "manager": { "id": "1" } })]);
    let meta = async |path: &str| api.get(path, "").await;
    let documented = [
        "default_body",
        "default_query",
        "documentation_link",
        "method",
        "query_schema",
        "request_body_schema",
        "response_mapping",
        "schema",
    ];
    for method in ["list", "create", "delete", "merge"] {
        let (status, list) = meta(&format!("/unified/ticketing/tickets/meta/{method}")).await;
        let mut keys: Vec<&String> = list.as_object().unwrap().keys().collect();
        keys.sort();
        assert_eq!(
            (status, keys),
            (200, documented.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>().iter().collect())
        );
        assert!(list["schema"]["type"].is_string() && list["query_schema"]["type"].is_string(), "{list}");
    }
    let (_, list) = meta("/unified/ticketing/tickets/meta/list").await;
    assert_eq!(list["query_schema"]["properties"]["status"]["type"], json!(["string", "null"]));
    assert_eq!(list["request_body_schema"], Value::Null);
    let (_, create) = meta("/unified/ticketing/tickets/meta/create").await;
    assert_eq!(create["request_body_schema"], CreateTicket::CONTRACT.body_schema().unwrap());
    let (_, delete) = meta("/unified/ticketing/tickets/meta/delete").await;
    assert_eq!(delete["schema"]["properties"], json!({ "id": { "type": "string" } }));
    assert_eq!(meta("/unified/ticketing/tickets/meta/get").await.0, 404);
    let (_, comment) = meta("/unified/ticketing/comments/meta/get").await;
    assert_eq!(comment["schema"]["properties"]["text"]["description"], "Its text.", "from the declared record");

    let (_, open) = meta("/unified/hris/employees/meta/update").await;
    assert_eq!(open["schema"]["properties"]["age"], json!({ "type": "integer" }), "from the records");
    assert_eq!(open["request_body_schema"]["properties"]["manager"]["properties"]["id"]["type"], "string");
    assert_eq!(meta("/unified/hris/employees/meta/merge").await.0, 404);
    let (_, of) = meta("/unified/hris/employees/close/meta/get").await;
    assert_eq!(of["response_schema"], of["schema"]["properties"]);
    assert_eq!(meta("/unified/hris/employees/hubspot/meta/get").await.0, 404);
}

#[tokio::test]
async fn a_batch_answers_by_resource() {
    let api = Api::open().await;
    api.keep("hris/employees", (0..60).map(|n| json!({ "id": format!("e{n:02}"), "team": n % 2 })));
    api.keep("proxy/hooks", [json!({ "id": "h" })]);
    let (status, batch) = api
        .batch(json!([
            { "resource": "ats/jobs", "method": "create", "body": { "of": "{{resources.ticketing.tickets.id}}", "top": "{{args.top}}" }, "depends_on": "ticketing/tickets" },
            { "resource": "ticketing/tickets", "method": "create", "body": { "title": "a" } },
            { "resource": "hris/employees", "method": "list", "query": { "team": 1, "limit": 7, "truto_ignore_remote_data": true } },
            { "resource": "hris/groups", "method": "get", "id": "missing" },
            { "resource": "hris/tags", "method": "list", "depends_on": ["hris/groups"] },
            { "resource": "crm/contacts", "method": "merge", "body": { "ids": [1] } },
            { "resource": "hooks", "method": "list" },
        ]))
        .await;
    assert_eq!(status, 200);
    let result = &batch["result"];
    assert_eq!(result["hris/employees"].as_array().unwrap().len(), 30, "every page");
    let ticket = &result["ticketing/tickets"][0];
    assert_eq!((&result["ats/jobs"][0]["of"], &result["ats/jobs"][0]["top"]), (&ticket["id"], &json!(9)));
    assert_eq!(result["crm/contacts"], json!([{ "ids": [1] }]));
    assert_eq!((&result["hooks"], &batch["errors"]["hooks"]), (&json!([]), &json!([])), "the proxy needs `persist`");
    let errors = &batch["errors"];
    assert_eq!((&errors["hris/groups"][0]["statusCode"], &result["hris/groups"]), (&json!(404), &json!([])));
    assert_eq!(errors["hris/tags"][0]["statusCode"], 424, "its dependency failed");
    assert_eq!(errors["ticketing/tickets"], json!([]));

    let persisted = json!([{ "resource": "hooks", "method": "get", "id": "h", "persist": true }]);
    assert_eq!(api.batch(persisted).await.1["result"]["hooks"], json!([{ "id": "h" }]));
    let looped = json!([
        { "resource": "hris/employees", "method": "list", "query": { "limit": 100 } },
        { "resource": "hris/tags", "method": "create", "loop_on": "{{resources.hris.employees}}", "depends_on": "hris/employees",
          "body": { "name": "of {{resources.hris.employees.id}}" } },
    ]);
    let (_, looped) = api.batch(looped).await;
    let tags = names(&looped["result"]["hris/tags"], "name");
    assert_eq!((tags.len(), tags[59].as_str()), (60, "of e59"));
    let update = json!([
        { "resource": "hris/employees", "method": "update", "id": "e00", "body": { "team": 5 } },
        { "resource": "hris/tags", "method": "delete", "id": "nothing" },
    ]);
    let (_, updated) = api.batch(update).await;
    assert_eq!(updated["result"]["hris/employees"][0]["team"], 5);
    assert_eq!(updated["errors"]["hris/tags"][0]["statusCode"], 404);
}

#[tokio::test]
async fn a_batch_is_checked_and_replayed() {
    let api = Api::open().await;
    for (body, path) in [
        (json!({ "resources": [] }), "integrated_account_id"),
        (json!({ "integrated_account_id": "x", "resources": [] }), "integrated_account_id"),
        (json!({ "integrated_account_id": api.account }), "resources"),
        (json!({ "integrated_account_id": api.account, "resources": [{ "method": "list" }] }), "resources[0].resource"),
    ] {
        let (status, refused) = answer(api.request(Method::POST, "/batch-request").json(&body)).await;
        assert_eq!((status, &refused["details"]["failures"][0]["path"]), (400, &json!(path)));
    }
    assert_eq!(answer(api.request(Method::GET, "/batch-request")).await.0, 405);
    let body = json!({
        "integrated_account_id": api.account,
        "resources": [{ "resource": "hris/employees", "method": "create", "body": { "name": "Ada" } }],
    });
    let send = || api.request(Method::POST, "/batch-request").header("idempotency-key", "k").json(&body).send();
    api.sandbox.script(Fault::status(http::StatusCode::BAD_GATEWAY).after_handling());
    assert_eq!(send().await.unwrap().status(), 502);
    assert_eq!(send().await.unwrap().headers()["idempotency-replayed"], "true");
    assert_eq!(api.sandbox.records(api.account).len(), 1, "it ran once");
    let read_only =
        json!({ "integrated_account_id": api.sandbox.accounts().read_only, "resources": body["resources"] });
    let (_, refused) = answer(api.request(Method::POST, "/batch-request").json(&read_only)).await;
    assert_eq!(refused["errors"]["hris/employees"][0]["statusCode"], 405);
}
