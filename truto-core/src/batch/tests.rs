use std::sync::{Arc, Mutex};

use http::{HeaderMap, Request, Response};
use http_body_util::BodyExt;
use serde_json::json;

use super::entry::has_placeholder;
use super::*;
use crate::client::Client;
use crate::contract::{BodyForm, Field, Kind, Style};
use crate::endpoint::Paginated;
use crate::error::{BatchErrorKind, Outcome};
use crate::request::decode::RequestReader;
use crate::request::encode::field_ref::FieldRef;
use crate::response::page::Page;
use crate::transport::body::Body as HttpBody;
use crate::types::file::File;
use crate::types::filter::DateFilter;
use crate::types::sort_by::SortBy;

const ID: &str = "62f44730-dd91-461e-bd6a-aedd9e0ad79d";

/// The headers and bodies that a server received.
type Received = Arc<Mutex<Vec<(HeaderMap, Value)>>>;

/// An account of a server that answers each request with `answer`.
fn account(answer: &str) -> (Account, Received) {
    let received = Received::default();
    let (log, answer) = (Arc::clone(&received), answer.to_owned());
    let server = tower::service_fn(move |request: Request<HttpBody>| {
        let (log, answer) = (Arc::clone(&log), answer.clone());
        async move {
            let (head, body) = request.into_parts();
            assert_eq!((head.method.as_str(), head.uri.path_and_query().unwrap().as_str()), ("POST", "/batch-request"));
            let body = body.collect().await.unwrap().to_bytes();
            log.lock().unwrap().push((head.headers, serde_json::from_slice(&body).unwrap()));
            Response::builder().header("content-type", "application/json").body(HttpBody::from(answer))
        }
    });
    let client = Client::builder().token("t").base_url("http://localhost").transport(server).build().unwrap();
    (client.account(ID).unwrap(), received)
}

/// An endpoint with these fields.
macro_rules! endpoint {
    (
        $name:ident -> $response:ty, $method:ident $path:literal $(.$tail:ident($($argument:expr)?))*,
        { $($field:ident: $ty:ty = $declared:expr,)* }
    ) => {
        #[derive(Clone, Default)]
        struct $name { $($field: $ty,)* }

        impl Endpoint for $name {
            type Response = $response;
            type Scope = crate::scope::AccountScope;
            const CONTRACT: &'static Contract =
                &Contract::new(stringify!($name), Method::$method, $path, &[$($declared,)*])$(.$tail($($argument)?))*;

            #[allow(unused_mut, unused_variables, unused_assignments)]
            fn field_ref(&self, index: usize) -> FieldRef<'_> {
                let mut at = 0;
                $(
                    if index == at {
                        return FieldRef::optional(&self.$field);
                    }
                    at += 1;
                )*
                FieldRef::Absent
            }

            fn decode(_: &mut RequestReader) -> Option<Self> {
                None
            }
        }
    };
}

endpoint!(ListContacts -> Page<Value>, Get "/unified/crm/contacts".paginated(), {
    created_at: Option<DateFilter> = Field::optional("created_at", Kind::Any).query(),
    owner: Option<u64> = Field::optional("owner", Kind::Integer).query().renamed("owner[id]"),
    team: Option<String> = Field::optional("team", Kind::String).query().renamed("owner[team][id]"),
    tags: Option<Vec<String>> = Field::optional("tags", Kind::Any).query().renamed("tag[in]").style(Style::Comma),
    ids: Option<Vec<String>> = Field::optional("ids", Kind::Any).query(),
    sort_by: Option<SortBy> = Field::optional("sort_by", Kind::Any).query(),
});
endpoint!(GetAccount -> Value, Get "/unified/crm/accounts/{id}", { id: Option<String> = Field::required("id", Kind::String).path(), });
endpoint!(CreateLead -> Value, Post "/unified/crm/leads", {
    name: Option<String> = Field::optional("name", Kind::String),
    amount: Option<f64> = Field::optional("amount", Kind::Number),
    password: Option<String> = Field::optional("password", Kind::String).secret(),
});
endpoint!(UpdateNote -> Value, Patch "/unified/crm/notes/{id}", {
    id: Option<String> = Field::required("id", Kind::String).path(),
    text: Option<String> = Field::optional("text", Kind::String),
});
endpoint!(DeleteTask -> (), Delete "/unified/crm/tasks/{id}", { id: Option<String> = Field::required("id", Kind::String).path(), });
endpoint!(MergeContacts -> Value, Post "/unified/crm/contacts/merge", { ids: Option<Vec<String>> = Field::optional("ids", Kind::Any), });
endpoint!(ListTickets -> Page<Value>, Get "/proxy/tickets".paginated(), {});
endpoint!(ListAny -> Page<Value>, Get "/proxy/{resource}".paginated(), {
    resource: Option<String> = Field::required("resource", Kind::String).path(),
});
endpoint!(CallApi -> Value, Post "/custom/v1/x", {});
endpoint!(Keyed -> Value, Post "/unified/crm/keyed", {
    key: Option<String> = Field::optional("key", Kind::String).header("idempotency-key"),
});
endpoint!(Upload -> Value, Post "/unified/crm/files".with_body(BodyForm::Raw), { file: Option<File> = Field::optional("file", Kind::File), });

impl Paginated for ListContacts {
    type Item = Value;
}

impl Paginated for ListAny {
    type Item = Value;
}

impl Paginated for ListTickets {
    type Item = Value;
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn lead(name: &str) -> CreateLead {
    CreateLead { name: Some(text(name)), ..CreateLead::default() }
}

#[tokio::test(start_paused = true)]
async fn each_kind_of_request_is_sent_as_the_api_documents_it() {
    let (account, received) = account(r#"{"result": {}}"#);
    let mut batch = Batch::new(&account);
    let list = ListContacts {
        created_at: Some(DateFilter::gt("2024-01-01T00:00:00Z")),
        owner: Some(7),
        team: Some(text("t")),
        tags: Some(vec!["a".to_owned(), "b".to_owned()]),
        ids: Some(vec!["1".to_owned(), "2".to_owned()]),
        sort_by: Some(SortBy::desc("name").then_asc("id")),
    };
    let list = Call::new(list)
        .limit(50)
        .exclude_fields(["remote_data"])
        .ignore_remote_data(true)
        .remote_query("a", json!({"b": [1, "c"]}))
        .next_cursor("c1");
    let contacts = batch.add(list).unwrap();
    let account_of = batch.add(GetAccount { id: Some(text("00 1-x")) }).unwrap();
    let new = CreateLead { amount: Some(1.5), ..lead("Ada") };
    let created = batch.add_after(Call::new(new).remote_data(json!({"X": 1})), [&account_of]).unwrap();
    batch
        .add_after(UpdateNote { id: Some(text("5")), text: Some(text("t")) }, [contacts.resource(), created.resource()])
        .unwrap();
    batch.add(DeleteTask { id: Some(text("9")) }).unwrap();
    let tickets = batch.add(ListTickets::default()).unwrap();
    batch.loop_on(&tickets, "resources.crm.contacts").args(json!({"since": "2024"}));
    assert_eq!((batch.len(), tickets.resource()), (6, "tickets"));
    batch.send().await.unwrap();
    let (headers, body) = received.lock().unwrap().remove(0);
    assert!(headers.contains_key("idempotency-key"));
    assert_eq!(headers["content-type"], "application/json");
    assert_eq!(
        body,
        json!({
            "integrated_account_id": ID,
            "args": {"since": "2024"},
            "resources": [
                {"resource": "crm/contacts", "method": "list", "query": {
                    "truto_ignore_remote_data": true,
                    "truto_exclude_fields": ["remote_data"],
                    "limit": 50,
                    "created_at": {"gt": "2024-01-01T00:00:00Z"},
                    "owner": {"id": 7, "team": {"id": "t"}},
                    "tag": {"in": "a,b"},
                    "ids": ["1", "2"],
                    "sort_by": {"name": "desc", "id": "asc"},
                    "remote_query": {"a": {"b": [1, "c"]}},
                    "next_cursor": "c1",
                }},
                {"resource": "crm/accounts", "method": "get", "id": "00 1-x"},
                {"resource": "crm/leads", "method": "create", "depends_on": ["crm/accounts"],
                    "body": {"name": "Ada", "amount": 1.5, "remote_data": {"X": 1}}},
                {"resource": "crm/notes", "method": "update", "id": "5", "body": {"text": "t"},
                    "depends_on": ["crm/contacts", "crm/leads"]},
                {"resource": "crm/tasks", "method": "delete", "id": "9"},
                {"resource": "tickets", "method": "list", "persist": true, "loop_on": "resources.crm.contacts"},
            ],
        })
    );
}

#[tokio::test(start_paused = true)]
async fn a_custom_method_has_its_name_and_no_id() {
    let (account, received) = account("{}");
    let mut batch = Batch::new(&account);
    batch.add(MergeContacts { ids: Some(vec!["1".to_owned()]) }).unwrap();
    batch.send().idempotency_key("merge-1").await.unwrap();
    let (headers, body) = received.lock().unwrap().remove(0);
    assert_eq!(headers["idempotency-key"], "merge-1");
    assert_eq!(body["resources"], json!([{"resource": "crm/contacts", "method": "merge", "body": {"ids": ["1"]}}]));
}

#[tokio::test(start_paused = true)]
async fn the_order_of_a_sort_is_kept() {
    let (account, _) = account("{}");
    let mut batch = Batch::new(&account);
    let sorted = ListContacts { sort_by: Some(SortBy::desc("name").then_asc("id")), ..ListContacts::default() };
    batch.add(sorted).unwrap();
    let body = batch.encode().unwrap().body.unwrap();
    let text = core::str::from_utf8(&body).unwrap();
    assert!(text.contains(r#""sort_by":{"name":"desc","id":"asc"}"#), "{text}");
}

#[test]
fn what_a_batch_cannot_hold_is_refused_before_it_is_sent() {
    fn refused<T>(added: Result<T, Error>) -> String {
        added.err().unwrap().to_string()
    }
    let (account, received) = account("{}");
    let mut batch = Batch::new(&account);
    batch.add(ListContacts::default()).unwrap();
    let twice = refused(batch.add(MergeContacts::default()));
    assert!(
        twice.contains(
            "`resources[1].resource`: the batch has a request for `crm/contacts`, and the API answers by resource"
        ),
        "{twice}"
    );
    let unknown = refused(batch.add_after(lead("a"), ["crm/accounts"]));
    assert!(unknown.contains("`resources[1].depends_on`: the batch has no request for `crm/accounts`"), "{unknown}");
    let custom = refused(batch.add(CallApi {}));
    assert!(custom.starts_with("POST /custom/v1/x was not sent: a batch takes requests to"), "{custom}");
    let header = refused(batch.add(Keyed { key: Some(text("k")) }));
    assert!(header.contains("a batch sends no header for a single request"), "{header}");
    let file = refused(batch.add(Upload { file: Some(File::text("x")) }));
    assert!(file.contains("a batch sends JSON, and no files"), "{file}");
    let keyed = refused(Batch::new(&account).add(Call::new(ListTickets {}).key_by("id")));
    assert!(keyed.contains("`truto_key_by`"), "{keyed}");
    let path = refused(batch.add(GetAccount { id: Some(text("..")) }));
    assert!(path.contains("`id`"), "{path}");
    assert_eq!(batch.len(), 1, "what was refused is not in the batch");
    assert!(received.lock().unwrap().is_empty());
}

#[test]
fn a_text_is_a_placeholder_only_if_that_is_said() {
    let (account, _) = account("{}");
    let mut batch = Batch::new(&account);
    let hostile = lead("{{args.token}}");
    let refused = batch.add(hostile.clone()).unwrap_err().to_string();
    assert!(refused.contains("`resources[0].body`: `{{` begins a placeholder"), "{refused}");
    let escaped: crate::types::RawJson = serde_json::from_str(r#"["\u007B{x}}"]"#).unwrap();
    let call = Call::new(lead("a")).remote_data(escaped.parse::<Value>().unwrap());
    assert!(batch.add(call).is_err());
    assert!(
        batch.add(Call::new(ListTickets {}).remote_query("a", "{{x}}")).unwrap_err().to_string().contains(".query`")
    );
    assert!(batch.add(GetAccount { id: Some(text("{{x}}")) }).unwrap_err().to_string().contains(".id`"));
    assert!(batch.add(ListAny { resource: Some(text("{{x}}")) }).unwrap_err().to_string().contains(".resource`"));
    assert!(has_placeholder(r#"{"a": "\u007b\u007B"}"#) && !has_placeholder(r#"{"a": {"b": "{ \u007d"}}"#));
    batch.add(Call::new(lead("{ {a} }")).remote_data(json!({"a": {"b": {}}}))).unwrap();
    batch.allow_placeholders();
    batch.add_after(GetAccount { id: Some(text("{{resources.crm.leads.id}}")) }, ["crm/leads"]).unwrap();
}

#[tokio::test(start_paused = true)]
async fn an_empty_batch_is_refused() {
    let (account, received) = account("{}");
    let error = Batch::new(&account).send().await.unwrap_err();
    assert_eq!(error.to_string(), "POST /batch-request was not sent: `resources`: the batch is empty: add a request");
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert!(received.lock().unwrap().is_empty());
}

#[tokio::test(start_paused = true)]
async fn results_are_found_by_their_entries() {
    let (account, _) = account(
        r#"{"result": {"crm/contacts": [{"id": "1"}, {"id": 2.50}], "crm/accounts": {"id": "7"}, "crm/tasks": [{"id": "9"}],
            "crm/notes": [], "crm/leads": [{"id": "l"}], "tickets": null},
            "errors": {"crm/contacts": [], "crm/leads": [{"statusCode": 422, "message": "Email is invalid"}, "no"]}}"#,
    );
    let mut batch = Batch::new(&account);
    let contacts = batch.add(ListContacts::default()).unwrap();
    let one = batch.add(GetAccount { id: Some(text("7")) }).unwrap();
    let deleted = batch.add(DeleteTask { id: Some(text("9")) }).unwrap();
    let updated = batch.add(UpdateNote { id: Some(text("5")), text: None }).unwrap();
    let created = batch.add(lead("a")).unwrap();
    let tickets = batch.add(ListTickets {}).unwrap();
    let results = batch.send().await.unwrap();
    assert_eq!(results.rows(&contacts).unwrap().len(), 2);
    assert_eq!(results.row(&one).unwrap()["id"], "7", "a record without a list around it is a row");
    results.row(&deleted).unwrap();
    assert_eq!(results.rows(&tickets).unwrap(), Vec::<Value>::new());
    assert_eq!(results.failed().collect::<Vec<_>>(), ["crm/leads"]);

    let Err(Error::Batch(failed)) = results.row(&created) else { panic!("it failed") };
    assert_eq!(
        (failed.resource(), failed.kind(), failed.outcome()),
        ("crm/leads", BatchErrorKind::Failed, Outcome::Unknown)
    );
    assert_eq!(failed.failures()[0].raw()["statusCode"], 422);
    let shown = failed.to_string();
    assert!(shown.starts_with("POST /batch-request: `crm/leads` failed; Email is invalid; no"), "{shown}");
    assert_eq!(results.rows_before_failure(&created).unwrap().len(), 1);
    let Err(Error::Batch(empty)) = results.row(&updated) else { panic!("no row") };
    assert_eq!((empty.kind(), empty.outcome()), (BatchErrorKind::NoRow, Outcome::Unknown));
}

#[tokio::test(start_paused = true)]
async fn the_outcome_of_a_request_follows_from_its_errors() {
    for (errors, outcome) in [
        (r#"[{"statusCode": 422}, {"status": 404}]"#, Outcome::Rejected),
        (r#"[{"statusCode": 422}, {"status": 502}]"#, Outcome::Unknown),
        (r#"[{"message": "no"}]"#, Outcome::Unknown),
        (r#""no""#, Outcome::Unknown),
        (r#"{"message": "no"}"#, Outcome::Unknown),
    ] {
        let (account, _) =
            account(&format!(r#"{{"result": {{}}, "errors": {{"crm/leads": {errors}, "crm/contacts": {errors}}}}}"#));
        let mut batch = Batch::new(&account);
        let created = batch.add(lead("a")).unwrap();
        let read = batch.add(ListContacts::default()).unwrap();
        let results = batch.send().await.unwrap();
        let failed = results.rows(&created).unwrap_err();
        assert_eq!(failed.outcome(), outcome, "{errors}: {failed}");
        assert_eq!(results.rows(&read).unwrap_err().outcome(), Outcome::NotSent);
        assert!(!failed.is_retryable());
    }
}

#[tokio::test(start_paused = true)]
async fn what_the_validation_found_is_shown() {
    let (account, _) = account(
        r#"{"errors": {"crm/leads": [{"statusCode": 400, "message": "Validation failed",
            "details": {"failures": [{"path": "name", "message": "is too long"}]}}]}}"#,
    );
    let mut batch = Batch::new(&account);
    let created = batch.add(lead("a")).unwrap();
    let error = batch.send().await.unwrap().row(&created).unwrap_err();
    assert!(error.to_string().contains("`crm/leads` failed; Validation failed; `name`: is too long"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn an_answer_of_another_shape_is_no_success() {
    for (answer, says) in [
        ("{}", "the answer says nothing of `crm/contacts`"),
        (r#"{"result": null, "errors": []}"#, "the answer says nothing of `crm/contacts`"),
        (
            r#"{"result": {"crm/leads": []}, "errors": {"crm/contacts": {}}}"#,
            "the answer says nothing of `crm/contacts`",
        ),
    ] {
        let (account, _) = account(answer);
        let mut batch = Batch::new(&account);
        let contacts = batch.add(ListContacts::default()).unwrap();
        let error = batch.send().await.unwrap().rows(&contacts).unwrap_err();
        assert!(error.to_string().contains(says), "{answer}: {error}");
    }
    for answer in ["[]", "null", r#"{"result": [1]}"#, r#"{"result": {}, "errors": ["no"]}"#, ""] {
        let (account, _) = account(answer);
        let mut batch = Batch::new(&account);
        batch.add(lead("a")).unwrap();
        let error = batch.send().await.unwrap_err();
        assert!(error.is_decode() && error.outcome() == Outcome::Unknown, "{answer}: {error}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_row_that_does_not_fit_is_named_by_its_path() {
    endpoint!(ListNames -> Page<String>, Get "/unified/crm/names".paginated(), {});
    endpoint!(ListPairs -> Page<(u8, Vec<u8>)>, Get "/unified/crm/pairs".paginated(), {});
    let (account, _) = account(r#"{"result": {"crm/names": ["a", 7], "crm/pairs": [[1, [2, "x"]]]}}"#);
    let mut batch = Batch::new(&account);
    let names = batch.add(ListNames {}).unwrap();
    let pairs = batch.add(ListPairs {}).unwrap();
    let results = batch.send().await.unwrap();
    let error = results.rows(&names).unwrap_err();
    assert!(error.is_decode() && error.to_string().contains(r#"result["crm/names"][1]"#), "{error}");
    let error = results.rows(&pairs).unwrap_err();
    assert!(error.to_string().contains(r#"result["crm/pairs"][0]"#), "{error}");
}

#[tokio::test(start_paused = true)]
async fn secrets_of_a_request_are_not_shown() {
    let (account, _) = account(r#"{"result": {}, "errors": {"crm/leads": ["the password hunter22 is weak"]}}"#);
    let mut batch = Batch::new(&account);
    let new = CreateLead { password: Some(text("hunter22")), ..lead("a") };
    let created = batch.add(new).unwrap();
    assert!(!format!("{batch:?}").contains("hunter22"));
    let results = batch.send().await.unwrap();
    let error = results.row(&created).unwrap_err();
    assert!(!format!("{error} {error:?} {results:?}").contains("hunter22"), "{error}");
}
