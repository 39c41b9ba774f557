use core::time::Duration;
use std::sync::{Arc, Mutex};

use futures_util::FutureExt;
use http::{Request, Response, StatusCode};
use serde_json::json;

use super::*;
use crate::capabilities::ConnectionStatus;
use crate::client::Client;
use crate::request::decode::RequestReader;
use crate::transport::body::Body;

const ID: &str = "62f44730-dd91-461e-bd6a-aedd9e0ad79d";

/// The targets of the requests that a server received.
#[derive(Clone, Default)]
struct Received(Arc<Mutex<Vec<String>>>);

impl Received {
    fn take(&self) -> Vec<String> {
        core::mem::take(&mut *self.0.lock().unwrap())
    }
}

/// An account of a server that answers each request with `status` and `answer`.
fn account(status: u16, answer: &str) -> (Account, Received) {
    let received = Received::default();
    let (log, answer) = (received.clone(), answer.to_owned());
    let server = tower::service_fn(move |request: Request<Body>| {
        let mut log = log.0.lock().unwrap();
        log.push(request.uri().path_and_query().unwrap().to_string());
        // The state of the connection changes from answer to answer.
        let answer = answer.replace("$N", &log.len().to_string());
        let head = Response::builder().status(StatusCode::from_u16(status).unwrap());
        async move { head.header("content-type", "application/json").body(Body::from(answer)) }
    });
    let client = Client::builder().token("t").base_url("http://localhost").transport(server).build().unwrap();
    (client.account(ID).unwrap(), received)
}

/// An endpoint without fields.
macro_rules! endpoint {
    ($name:ident, $method:ident $path:literal) => {
        struct $name;

        impl Endpoint for $name {
            type Response = Value;
            type Scope = crate::scope::AccountScope;
            const CONTRACT: &'static Contract = &Contract::new(stringify!($name), Method::$method, $path, &[]);

            fn field_ref(&self, _: usize) -> FieldRef<'_> {
                FieldRef::Absent
            }

            fn decode(_: &mut RequestReader) -> Option<Self> {
                Some(Self)
            }
        }
    };
}

endpoint!(ListContacts, Get "/unified/crm/contacts");
endpoint!(MergeContacts, Post "/unified/crm/contacts/merge");
endpoint!(ListLeads, Get "/unified/crm/leads");
endpoint!(ListEmployees, Get "/unified/hris/employees");
endpoint!(ListTickets, Get "/proxy/tickets");

const KNOWN: &str = r#"{"integration": {"name": "pipedrive"}, "account": {"id": "$N", "status": "active"}, "unified": [
    {"model": "crm", "resource": "contacts", "methods": ["list", "get"]}
]}"#;

#[tokio::test(start_paused = true)]
async fn an_answer_is_remembered_for_its_time() {
    let (account, received) = account(200, KNOWN);
    let first = account.capabilities().await.unwrap();
    tokio::time::advance(Duration::from_secs(299)).await;
    let again = account.clone().capabilities().await.unwrap();
    assert!(Arc::ptr_eq(&first, &again));
    assert_eq!(received.take(), [format!("/integrated-account/{ID}/capabilities")]);
    // A caller may accept an older answer, and a younger one only.
    let younger = account.capabilities().max_age(Duration::from_secs(60)).await.unwrap();
    assert!(!Arc::ptr_eq(&first, &younger));
    tokio::time::advance(Duration::from_secs(301)).await;
    let older = account.capabilities().max_age(Duration::from_secs(600)).await.unwrap();
    assert!(Arc::ptr_eq(&younger, &older));
    assert_eq!(received.take().len(), 1);
    drop(account.capabilities().await.unwrap());
    drop(account.capabilities().max_age(Duration::ZERO).await.unwrap());
    assert_eq!(received.take().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn each_question_of_each_account_is_remembered_by_itself() {
    let (account, received) = account(200, KNOWN);
    let question = || {
        account.capabilities().surface(Surface::Proxy).methods(["list", "a b"]).resource("x&y").has_description(false)
    };
    drop(question().await.unwrap());
    drop(question().await.unwrap());
    drop(account.capabilities().surface(Surface::Unified).await.unwrap());
    let path = format!("/integrated-account/{ID}/capabilities");
    let expected = [
        format!("{path}?type=proxy&methods=list,a%20b&resource=x%26y&has_description=false"),
        format!("{path}?type=unified"),
    ];
    assert_eq!(received.take(), expected);
    let engine = Arc::clone(&account.handle().caller.engine);
    let other = Account::new(engine, "62f44730-dd91-461e-bd6a-aedd9e0ad79e").unwrap();
    drop(other.capabilities().surface(Surface::Unified).await.unwrap());
    assert_eq!(received.take().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn questions_at_once_do_not_wait_for_each_other() {
    let (account, received) = account(200, KNOWN);
    let ask = || async { account.capabilities().await };
    let (one, two) = tokio::join!(ask(), ask());
    assert_eq!(one.unwrap(), two.unwrap());
    assert!(received.take().len() <= 2);
    assert_eq!(account.handle().caller.engine.capabilities.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_failure_is_not_remembered() {
    let (account, received) = account(403, r#"{"statusCode": 403, "error": "Forbidden", "message": "no"}"#);
    for _ in 0..2 {
        assert_eq!(account.capabilities().await.unwrap_err().status(), Some(403));
    }
    assert_eq!(received.take().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn the_state_of_the_connection_is_asked_for_each_time() {
    let (account, received) = account(200, KNOWN);
    for expected in ["1", "2"] {
        let status = account.status().await.unwrap();
        assert_eq!((status.id.as_deref(), status.status), (Some(expected), Some(ConnectionStatus::Active)));
    }
    assert_eq!(received.take(), vec![format!("/integrated-account/{ID}/capabilities?type=unified"); 2]);
}

#[tokio::test(start_paused = true)]
async fn an_answer_without_the_state_is_an_error() {
    let (account, _) = account(200, "{}");
    let error = account.status().await.unwrap_err();
    assert!(error.is_decode() && error.to_string().contains("no `account` block"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_declared_endpoint_is_checked_before_its_first_call() {
    let (account, received) = account(200, KNOWN);
    account.check::<ListContacts>().await.unwrap();
    account.check::<ListTickets>().await.unwrap();
    assert_eq!(account.supports::<ListTickets>().await.unwrap(), MethodSupport::Unknown);
    for (checked, message) in [
        (
            account.check::<MergeContacts>().boxed().await,
            "POST /unified/crm/contacts/merge was not sent: `pipedrive` has no method `merge` of `crm/contacts`, only `list` or `get`",
        ),
        (
            account.check::<ListLeads>().boxed().await,
            "GET /unified/crm/leads was not sent: `pipedrive` has no resource `leads` of the model `crm`, only `contacts`",
        ),
        (
            account.check::<ListEmployees>().boxed().await,
            "GET /unified/hris/employees was not sent: `pipedrive` has no model `hris`, only `crm`",
        ),
    ] {
        assert_eq!(checked.unwrap_err().to_string(), message);
    }
    assert_eq!(received.take().len(), 1, "one question answers them all");
    let Err(Error::Invalid(invalid)) = account.check::<MergeContacts>().await else { panic!("it is missing") };
    let Problem::Unsupported(unsupported) = invalid.failures()[0].problem() else { panic!("{invalid:?}") };
    assert_eq!((unsupported.lacks, unsupported.method), (Lacks::Method, "merge"));
    assert_eq!(unsupported.available, ["list", "get"]);
}

#[tokio::test(start_paused = true)]
async fn names_of_the_server_are_shown_bounded_and_escaped() {
    let methods: Vec<String> = (0..40).map(|number| format!("m{number}\u{1b}{}", "x".repeat(5000))).collect();
    let known = json!({"unified": [{"model": "crm", "resource": "contacts", "methods": methods}]});
    let (account, _) = account(200, &known.to_string());
    let shown = account.check::<ListContacts>().await.unwrap_err().to_string();
    assert!(
        shown.len() < 4000 && shown.ends_with(" and 24 more") && shown.contains("the account has no method"),
        "{shown}"
    );
    assert!(!shown.contains('\u{1b}'));
}

#[tokio::test(start_paused = true)]
async fn a_method_is_described() {
    let answer = json!({
        "method": "list", "documentation_link": 7, "query_schema": {"type": "object"}, "response_mapping": "$.x", "default_query": {},
    });
    let (account, received) = account(200, &answer.to_string());
    let meta = account.meta("crm", "field groups", "list").await.unwrap();
    assert_eq!(meta.query_schema.unwrap().as_str(), r#"{"type":"object"}"#);
    assert_eq!((meta.method.as_deref(), meta.documentation_link, meta.schema), (Some("list"), None, None));
    assert_eq!(received.take(), [format!("/unified/crm/field%20groups/meta/list?integrated_account_id={ID}")]);
    for (model, resource, method, named) in
        [("", "b", "c", "model"), ("a", "..", "c", "resource"), ("a", "b", "c/d", "method")]
    {
        let Err(Error::Invalid(invalid)) = account.meta(model, resource, method).await else { panic!("{named}") };
        assert_eq!(invalid.failures()[0].path(), named);
    }
    assert_eq!(received.take(), Vec::<String>::new());
}

#[tokio::test(start_paused = true)]
async fn a_blocked_account_can_be_asked() {
    let blocked = r#"{"statusCode": 503, "error": "Service Unavailable", "message": "account blocked"}"#;
    let known = KNOWN.replace("$N", "a");
    let server = tower::service_fn(move |request: Request<Body>| {
        let is_call = request.uri().path().starts_with("/unified/");
        let (status, answer) = if is_call { (503, blocked.to_owned()) } else { (200, known.clone()) };
        let head = Response::builder().status(StatusCode::from_u16(status).unwrap());
        async move { head.header("content-type", "application/json").body(Body::from(answer)) }
    });
    let client = Client::builder().token("t").base_url("http://localhost").transport(server).build().unwrap();
    let account = client.account(ID).unwrap();
    for _ in 0..20 {
        drop(ListContacts.send(&account).await.unwrap_err());
    }
    account.status().await.unwrap();
    drop(account.capabilities().await.unwrap());
}
