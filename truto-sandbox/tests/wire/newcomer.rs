//! A model of a new user's own, and the messages that correct the usual mistakes.

use http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use truto_core::crm::GetContact;
use truto_core::{Account, Client, DateFilter, Error, File, Filter, Json, SortBy, endpoints, unified_endpoint};
use truto_sandbox::{Answer, Sandbox};

#[derive(Debug, Deserialize)]
struct Ticket {
    id: String,
    title: String,
    status: Option<String>,
}

/// Lists tickets.
#[unified_endpoint(GET, "/unified/ticketing/tickets", response = Ticket, paginated)]
struct ListTickets {
    status: Option<Filter<String>>,
    priority: Option<Filter<u32>>,
    created_at: Option<DateFilter>,
    search: Option<String>,
    sort_by: Option<SortBy>,
}

/// Reads a ticket.
#[unified_endpoint(GET, "/unified/ticketing/tickets/{id}", response = Ticket)]
struct GetTicket {
    id: String,
}

/// Creates a ticket.
#[unified_endpoint(POST, "/unified/ticketing/tickets", response = Ticket)]
struct CreateTicket {
    title: String,
    status: Option<String>,
    priority: Option<u32>,
    created_at: Option<String>,
}

/// Changes a ticket.
#[unified_endpoint(PATCH, "/unified/ticketing/tickets/{id}", response = Ticket)]
struct UpdateTicket {
    id: String,
    status: Option<String>,
}

/// Deletes a ticket.
#[unified_endpoint(DELETE, "/unified/ticketing/tickets/{id}")]
struct DeleteTicket {
    id: String,
}

/// Merges tickets.
#[unified_endpoint(POST, "/unified/ticketing/tickets/merge")]
struct MergeTickets {
    keep: String,
    drop: Vec<String>,
}

/// Attaches a file to a ticket.
#[unified_endpoint(POST, "/unified/ticketing/attachments", body = multipart)]
struct Attach {
    ticket: String,
    file: File,
}

const TICKETS: &str = "ticketing/tickets";

fn builder() -> truto_sandbox::SandboxBuilder {
    Sandbox::builder()
        .endpoints(endpoints![ListTickets, GetTicket, CreateTicket, UpdateTicket, DeleteTicket, Attach])
        .answer::<MergeTickets>(|call| {
        let MergeTickets { keep, drop } = call.request();
        if call.record(TICKETS, keep).is_none() {
            return Answer::refused(StatusCode::NOT_FOUND, format!("There is no ticket {keep}"));
        }
        let gone = drop.iter().filter(|id| call.remove(TICKETS, id)).count();
        Answer::ok(json!({ "result": { "id": keep, "merged": gone } }))
    })
}

fn account(sandbox: &Sandbox) -> Account {
    sandbox.client().build().unwrap().account(sandbox.accounts().close).unwrap()
}

async fn try_everything(sandbox: Sandbox) {
    let account = account(&sandbox);
    for (title, status, priority, created_at) in [
        ("The printer is on fire", "open", 9, "2024-01-01T08:00:00Z"),
        ("Coffee is out", "open", 10, "2024-02-01T08:00:00Z"),
        ("Late again", "closed", 1, "2024-03-01T08:00:00Z"),
    ] {
        let ticket = CreateTicket::builder().title(title).status(status).priority(priority).created_at(created_at);
        assert_eq!(ticket.send(&account).await.unwrap().title, title);
    }
    let list = || ListTickets::builder();
    let titles = async |tickets: Result<truto_core::Page<Ticket>, Error>| -> Vec<String> {
        tickets.unwrap().into_items().into_iter().map(|ticket| ticket.title).collect()
    };
    let by_priority = list().status("open").sort_by(SortBy::desc("priority")).send(&account).await;
    assert_eq!(titles(by_priority).await, ["Coffee is out", "The printer is on fire"]);
    assert_eq!(titles(list().status(["closed"]).send(&account).await).await, ["Late again"]);
    assert_eq!(titles(list().priority(Filter::gte(10)).send(&account).await).await, ["Coffee is out"]);
    let february = list().created_at(DateFilter::gte("2024-02-01").and_lt("2024-03-01"));
    assert_eq!(titles(february.send(&account).await).await, ["Coffee is out"]);
    assert_eq!(titles(list().search("PRINTER").send(&account).await).await, ["The printer is on fire"]);
    let mut all = list().limit(1).items(&account);
    let mut ids = Vec::new();
    while let Some(ticket) = all.try_next().await.unwrap() {
        ids.push(ticket.id);
    }
    assert_eq!(ids.len(), 3);

    let closed = UpdateTicket::builder().id(&ids[0]).status("closed").send(&account).await.unwrap();
    assert_eq!(closed.status.as_deref(), Some("closed"));
    let merge = MergeTickets::builder().keep(&ids[0]).drop([ids[1].as_str(), "nobody"]).send(&account);
    assert_eq!(merge.await.unwrap()["merged"], 1);
    assert_eq!(sandbox.records(account.id()).len(), 2);
    let refused = MergeTickets::builder().keep("nobody").drop(["x"]).send(&account).await.unwrap_err();
    assert!(refused.is_not_found() && refused.to_string().contains("There is no ticket nobody"), "{refused}");
    let file = File::new(b"%PDF".to_vec()).file_name("a.pdf").content_type("application/pdf");
    let attached: Json = Attach::builder().ticket(&ids[0]).file(file).send(&account).await.unwrap();
    assert_eq!(attached["file"]["file_name"], "a.pdf");
    DeleteTicket::builder().id(&ids[0]).send(&account).await.unwrap();
    assert!(GetTicket::builder().id(&ids[0]).send(&account).await.unwrap_err().is_not_found());
}

#[tokio::test]
async fn a_model_of_your_own_works_in_the_process() {
    try_everything(builder().in_process()).await;
}

#[tokio::test]
async fn a_model_of_your_own_works_over_a_socket() {
    try_everything(builder().start().await.unwrap()).await;
}

#[tokio::test]
async fn each_error_names_the_call_that_helps() {
    let sandbox = builder().in_process();
    let account = account(&sandbox);
    let assert_names = |error: Error, names: &[&str]| {
        for name in names {
            assert!(error.to_string().contains(name), "{name} in {error}");
        }
    };
    let id = sandbox.accounts().close;

    // The client lacks the transport of the sandbox.
    let unconnected = Client::builder().token(sandbox.token()).base_url(sandbox.url()).build().unwrap_err();
    assert_names(unconnected, &["`base_url` has port 0", "`.transport(sandbox.service())`"]);
    // The token is wrong, or the account does not exist.
    let stranger = sandbox.client().token("an-api-token").build().unwrap().account(id).unwrap();
    let error = GetTicket::builder().id("1").send(&stranger).await.unwrap_err();
    assert!(error.is_unauthorized());
    assert_names(error, &["`sandbox.token()`"]);
    let nobody = sandbox.client().build().unwrap().account("00000000-0000-4000-8000-000000000000").unwrap();
    let error = GetTicket::builder().id("1").send(&nobody).await.unwrap_err();
    assert_names(error, &["`sandbox.accounts()`", "`SandboxBuilder::account`"]);
    // The record, the endpoint or the method does not exist.
    let error = GetTicket::builder().id("1").send(&account).await.unwrap_err();
    assert_names(error, &["`sandbox.keep(account, \"ticketing/tickets\", …)`"]);
    let bare = Sandbox::builder().in_process();
    let error = GetTicket::builder().id("1").send(&self::account(&bare)).await.unwrap_err();
    assert_names(
        error,
        &["There is no endpoint GET /unified/ticketing/tickets/1", "`Sandbox::builder().endpoints(endpoints![…])`"],
    );
    let error = GetContact::builder().id("1").send(&self::account(&bare)).await.unwrap_err();
    assert_names(error, &["`Sandbox::builder().endpoints(truto_core::crm::endpoints())` serves the CRM"]);
    let half = Sandbox::builder().endpoints(endpoints![GetTicket]).in_process();
    let error = DeleteTicket::builder().id("1").send(&self::account(&half)).await.unwrap_err();
    assert_names(error, &["takes GET, not DELETE", "`Sandbox::builder().endpoints(endpoints![…])`"]);
}

#[tokio::test]
async fn a_resource_can_be_named_by_its_path() {
    let sandbox = builder().in_process();
    let account = account(&sandbox);
    for (number, resource) in
        [TICKETS, "/unified/ticketing/tickets", "unified/ticketing/tickets/"].into_iter().enumerate()
    {
        sandbox.keep(account.id(), resource, json!({ "id": number.to_string(), "title": resource }));
        assert_eq!(GetTicket::builder().id(number.to_string()).send(&account).await.unwrap().title, resource);
    }
}

#[tokio::test]
async fn a_custom_answer_is_checked_limited_and_replayed_like_any_other() {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    let times = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&times);
    let sandbox = builder()
        .answer::<MergeTickets>(move |call| {
            let number = counted.fetch_add(1, Ordering::Relaxed);
            Answer::with_status(StatusCode::ACCEPTED, json!({ "number": number, "by": call.account().id() }))
        })
        .in_process();
    let account = account(&sandbox);
    let merge = || MergeTickets::builder().keep("1").drop(["2"]);
    // The answer is lost, and the write is sent again under the same key.
    sandbox.script(truto_sandbox::Fault::status(StatusCode::BAD_GATEWAY).after_handling());
    let merged = merge().send(&account).await.unwrap();
    assert_eq!((&merged["number"], &merged["by"]), (&json!(0), &json!(account.id())), "the later answer counts");
    assert_eq!((times.load(Ordering::Relaxed), sandbox.remote_calls(account.id()).len()), (1, 1));
    let read_only = sandbox.client().build().unwrap().account(sandbox.accounts().read_only).unwrap();
    assert_eq!(merge().send(&read_only).await.unwrap_err().status(), Some(405));
    assert_eq!(times.load(Ordering::Relaxed), 1);
}
