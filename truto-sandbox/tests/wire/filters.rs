//! The filters of a list: every operator, and filters that cannot be applied.

use std::time::{Duration, SystemTime};

use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use truto_core::{Account, DateFilter, Error, Filter, SortBy, endpoints, unified_endpoint};
use truto_sandbox::Sandbox;

use crate::client::get;

#[derive(Debug, Deserialize)]
struct Ticket {
    id: String,
}

/// Lists tickets.
#[unified_endpoint(GET, "/unified/ticketing/tickets", response = Ticket, paginated)]
struct ListTickets {
    status: Option<Filter<String>>,
    priority: Option<Filter<i64>>,
    urgent: Option<Filter<bool>>,
    created_at: Option<DateFilter>,
    due_on: Option<DateFilter>,
    #[truto(rename = "owner[id]")]
    owner: Option<Filter<String>>,
    #[truto(rename = "contacts[id]")]
    contact: Option<String>,
    #[truto(style = comma, rename = "id[in]")]
    ids: Option<Vec<String>>,
    tags: Option<Filter<String>>,
    kinds: Option<Vec<String>>,
    search: Option<String>,
    expand: Option<String>,
    sort_by: Option<SortBy>,
}

/// Creates a ticket.
#[unified_endpoint(POST, "/unified/ticketing/tickets", response = Ticket)]
struct CreateTicket {
    status: String,
    due_on: Option<String>,
    #[truto(within = "owner", rename = "id")]
    owner: Option<String>,
}

const TICKETS: &str = "ticketing/tickets";

/// Creates the tickets `a` to `d`. Ticket `d` has almost no members.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::builder().endpoints(endpoints![ListTickets, CreateTicket]).in_process();
    for ticket in [
        json!({
            "id": "a", "status": "open", "priority": 10, "urgent": true, "created_at": "2024-01-01T00:00:00Z",
            "owner": { "id": "u1", "name": "Ada" }, "contacts": [{ "id": "c1" }, { "id": "c2" }], "tags": ["new", "red"],
            "kinds": "bug", "title": "Opened",
        }),
        json!({
            "id": "b", "status": "closed", "priority": "9", "urgent": false, "created_at": "2024-01-31T23:30:00-02:00",
            "owner": { "id": "u2", "name": "Eve" }, "contacts": [{ "id": "c2" }], "tags": [], "kinds": "wish",
        }),
        json!({
            "id": "c", "status": "Open", "priority": 9.5, "urgent": null, "created_at": 1_706_832_000, "owner": null,
            "tags": ["red"], "kinds": "task",
        }),
        json!({ "id": "d", "status": null, "created_at": "2024-03-01 10:00:00" }),
    ] {
        sandbox.keep(sandbox.accounts().close, TICKETS, ticket);
    }
    sandbox
}

fn account(sandbox: &Sandbox) -> Account {
    sandbox.client().build().unwrap().account(sandbox.accounts().close).unwrap()
}

/// The ids of the selected tickets as a word, or the messages of a refusal.
async fn found(sandbox: &Sandbox, query: &str) -> Result<String, Vec<String>> {
    let account = sandbox.accounts().close;
    let answer = get(sandbox, &format!("/unified/ticketing/tickets?integrated_account_id={account}&{query}")).await;
    if answer.status == StatusCode::OK {
        let page = answer.json();
        return Ok(page["result"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect());
    }
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    Err(answer.failures())
}

#[tokio::test]
async fn every_operator_compares_the_values_of_records() {
    let sandbox = sandbox();
    for (query, expected) in [
        ("", "abcd"),
        ("status=open", "a"),
        ("status[eq]=open", "a"),
        ("status[ne]=open", "bcd"),
        ("status[in]=open,closed", "ab"),
        ("status[in][]=open&status[in][]=closed", "ab"),
        ("status[nin]=open,closed", "cd"),
        ("status[like]=op%25", "ac"),
        ("title[ilike]=OPEN%25", "a"),
        ("status[exists]=true", "abc"),
        ("status[exists]=false", "d"),
        ("status[gt]=closed", "a"),
        ("status=", "d"),
        ("priority=10", "a"),
        ("priority[gte]=9", "abc"),
        ("priority[gt]=9", "ac"),
        ("priority[gt]=9&priority[lt]=10", "c"),
        ("priority[lte]=9", "b"),
        ("priority[in]=9,10", "ab"),
        ("priority[ne]=9", "acd"),
        ("urgent=true", "a"),
        ("urgent[ne]=true", "bcd"),
        ("urgent[exists]=false", "cd"),
        ("owner[id]=u1", "a"),
        ("owner[id][in]=u1,u2", "ab"),
        ("owner[id][exists]=false", "cd"),
        ("owner[name]=Eve", "b"),
        ("contacts[id]=c2", "ab"),
        ("contacts[id]=c1", "a"),
        ("owner[id][nin]=u1,u9", "bcd"),
        ("tags=red", "ac"),
        ("tags[ne]=red", "bd"),
        ("tags[exists]=false", "bd"),
        ("id[in]=a,d", "ad"),
        ("kinds[]=bug&kinds[]=task", "ac"),
        ("kinds=bug", "a"),
        ("search=EVE", "b"),
        ("search=re", "ac"),
        ("status=open&urgent=false", ""),
    ] {
        assert_eq!(found(&sandbox, query).await.as_deref(), Ok(expected), "{query}");
    }
}

#[tokio::test]
async fn all_forms_of_dates_are_compared_as_moments() {
    let sandbox = sandbox();
    for (query, expected) in [
        ("created_at=2024-01-01", "a"),
        ("created_at[eq]=2024-01-01T01:00:00%2B01:00", "a"),
        ("created_at[gt]=2024-01-01", "bcd"),
        ("created_at[gte]=2024-01-01", "abcd"),
        ("created_at[gte]=2024-02-01", "bcd"),
        ("created_at[gt]=2024-02-01T01:30:00Z", "cd"),
        ("created_at[lt]=2024-02-02T00:00:01Z", "abc"),
        ("created_at[lte]=2024-03-01T10:00:00.000Z&created_at[ne]=2024-01-01", "bcd"),
        ("created_at[gt]=2024-01-15&created_at[lt]=2024-02-15", "bc"),
    ] {
        assert_eq!(found(&sandbox, query).await.as_deref(), Ok(expected), "{query}");
    }
    let march = SystemTime::UNIX_EPOCH + Duration::from_secs(1_709_251_200);
    let list = ListTickets::builder().created_at(DateFilter::gte(march)).send(&account(&sandbox)).await.unwrap();
    assert_eq!(list.items().iter().map(|ticket| ticket.id.as_str()).collect::<Vec<_>>(), ["d"]);
}

#[tokio::test]
async fn the_query_sets_the_order_and_missing_members_come_last() {
    let sandbox = sandbox();
    for (query, expected) in [
        ("sort_by[id]=desc", "dcba"),
        ("sort_by[status]=asc", "bcad"),
        ("sort_by[status]=desc", "acbd"),
        ("sort_by[created_at]=desc", "dcba"),
        ("sort_by[owner.name]=desc", "bacd"),
        ("sort_by[owner.name]=asc", "abcd"),
        ("sort_by[urgent]=asc&sort_by[id]=desc", "badc"),
        ("sort_by[id]=desc&sort_by[urgent]=asc", "dcba"),
        ("sort_by[kinds]=desc&status[exists]=true", "bca"),
    ] {
        assert_eq!(found(&sandbox, query).await.as_deref(), Ok(expected), "{query}");
    }
}

#[tokio::test]
async fn a_typed_list_is_filtered_sorted_and_paged_at_once() {
    let sandbox = sandbox();
    let account = account(&sandbox);
    let list = ListTickets::builder()
        .status(Filter::exists(true))
        .priority(Filter::gte(9).and_lte(10))
        .sort_by(SortBy::desc("kinds").then_asc("id"))
        .limit(1);
    let mut tickets = list.items(&account);
    let mut ids = String::new();
    while let Some(ticket) = tickets.try_next().await.unwrap() {
        ids.push_str(&ticket.id);
    }
    assert_eq!(ids, "bca");
    assert_eq!(sandbox.requests().len(), 3);
}

#[tokio::test]
async fn a_cursor_works_after_its_item_is_no_longer_selected() {
    let sandbox = sandbox();
    let account = account(&sandbox);
    let mut tickets = ListTickets::builder().status(Filter::exists(true)).limit(1).items(&account);
    let mut ids = String::new();
    while let Some(ticket) = tickets.try_next().await.unwrap() {
        sandbox.keep(account.id(), TICKETS, json!({ "id": ticket.id, "status": null }));
        ids.push_str(&ticket.id);
    }
    assert_eq!(ids, "abc");
}

#[tokio::test]
async fn a_filter_that_cannot_be_applied_is_refused_with_help() {
    let sandbox = sandbox();
    for (query, paths) in [
        ("expand=owner", vec!["expand"]),
        ("stage[eq]=won", vec!["stage[eq]"]),
        ("owner=u1", vec!["owner"]),
        ("owner[nickname]=A", vec!["owner[nickname]"]),
        ("title[regex]=o.*", vec!["title[regex]"]),
        ("status[regex]=o.*", vec!["status"]),
        ("title[exists]=maybe", vec!["title[exists]"]),
        ("title[a][b][]=1", vec!["title[a][b]"]),
        ("title[0][b]=1", vec!["title"]),
        ("owner[name]=1&owner[name][x]=2", vec!["owner[name]"]),
        ("sort_by=name", vec!["sort_by"]),
        ("sort_by[colour]=asc", vec!["sort_by[colour]"]),
        ("or[0][status]=open", vec!["or"]),
        ("expand=a&sort_by[x]=asc", vec!["expand", "sort_by[x]"]),
    ] {
        let Err(mut failures) = found(&sandbox, query).await else { panic!("{query} is applied") };
        failures.sort();
        assert_eq!(failures, paths, "{query}");
    }
    let refused = ListTickets::builder().expand("owner").send(&account(&sandbox)).await.unwrap_err();
    let Error::Api(api) = &refused else { panic!("{refused}") };
    assert_eq!(api.status(), 400);
    let said = refused.to_string();
    for told in ["the sandbox cannot apply `expand`", "`Sandbox::keep`", "`SandboxBuilder::strict_filters(false)`"] {
        assert!(said.contains(told), "{told} in {said}");
    }
    // An invalid date cannot be compared.
    sandbox.keep(sandbox.accounts().close, TICKETS, json!({ "id": "e", "created_at": "soon" }));
    let refused = ListTickets::builder().created_at(DateFilter::gt("2024-01-01")).send(&account(&sandbox)).await;
    assert!(refused.unwrap_err().to_string().contains("`soon` of the record `e`"));
}

#[tokio::test]
async fn a_writable_member_can_be_filtered_before_a_record_has_it() {
    let sandbox = Sandbox::builder().endpoints(endpoints![ListTickets, CreateTicket]).in_process();
    assert_eq!(
        found(&sandbox, "expand=owner&status=open").await.as_deref(),
        Ok(""),
        "an empty list has no filter errors"
    );
    let account = account(&sandbox);
    CreateTicket::builder().status("open").send(&account).await.unwrap();
    let due = ListTickets::builder().due_on(DateFilter::lt("2024-01-01")).owner("u1").send(&account).await.unwrap();
    assert!(due.items().is_empty());
    assert!(found(&sandbox, "state=open").await.is_err(), "it is called `status`");
}

#[tokio::test]
async fn without_strict_filters_only_applicable_filters_count() {
    let strict = sandbox();
    let sandbox = Sandbox::builder().endpoints(endpoints![ListTickets]).strict_filters(false).in_process();
    for record in strict.records(strict.accounts().close) {
        sandbox.keep(&record.account, &record.resource, Value::Object(record.fields));
    }
    for (query, expected) in [
        ("expand=owner", "abcd"),
        ("expand=owner&status=open", "a"),
        ("title[regex]=o.*", "abcd"),
        ("sort_by[colour]=asc&sort_by[id]=desc", "dcba"),
        ("owner=u1&urgent=true", "a"),
    ] {
        assert_eq!(found(&sandbox, query).await.as_deref(), Ok(expected), "{query}");
    }
}

#[tokio::test]
async fn other_accounts_and_other_endpoints_have_filters_of_their_own() {
    let sandbox = sandbox();
    let attio = sandbox.accounts().attio;
    sandbox.keep(attio, TICKETS, json!({ "id": "x", "stage": "won" }));
    let account = sandbox.client().build().unwrap().account(attio).unwrap();
    let list = ListTickets::builder().send(&account).await.unwrap();
    assert_eq!(list.items().len(), 1);
    // The query of a write has no filters.
    let target = format!("/unified/ticketing/tickets?integrated_account_id={attio}&stage=lost");
    assert_eq!(get(&sandbox, &target).await.json()["result"], json!([]));
}
