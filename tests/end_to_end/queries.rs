//! Filters and sort orders of lists: their bytes on the wire, and the values that they refuse.

use std::time::{Duration, SystemTime};

use truto_core::error::Error;
use truto_core::server::Registration;
use truto_core::{DateFilter, Endpoint, Filter, SortBy, unified_endpoint};
use truto_sandbox::Sandbox;

use crate::support::{answering_json, client};

const LIST: &str = "GET https://api.example/prefix/unified/crm/opportunities?integrated_account_id=62f44730-dd91-461e-bd6a-aedd9e0ad79d";

/// Lists opportunities.
#[unified_endpoint(GET, "/unified/crm/opportunities")]
struct ListOpportunities {
    id: Option<Filter<String>>,
    status: Option<Filter<String>>,
    amount: Option<Filter<u64>>,
    won: Option<Filter<bool>>,
    created_at: Option<DateFilter>,
    sort_by: Option<SortBy>,
}

fn list() -> ListOpportunitiesBuilder {
    ListOpportunities::builder()
}

#[tokio::test]
async fn each_operator_has_exact_bytes() {
    let time = SystemTime::UNIX_EPOCH + Duration::from_millis(1_704_067_200_500);
    let table = [
        (list().status("open"), "status=open"),
        (list().status(Filter::eq("a b&c")), "status=a%20b%26c"),
        (list().status(Filter::ne("lost")), "status%5Bne%5D=lost"),
        (list().status(["open", "won"]), "status%5Bin%5D=open%2Cwon"),
        (list().status(vec!["open".to_owned()]), "status%5Bin%5D=open"),
        (list().amount(7), "amount=7"),
        (list().amount(Filter::gt(1).and_lte(9)), "amount%5Bgt%5D=1&amount%5Blte%5D=9"),
        (list().amount(Filter::lt(9).and_gte(1)), "amount%5Blt%5D=9&amount%5Bgte%5D=1"),
        (list().amount(Filter::eq(1).and_ne(2)), "amount%5Beq%5D=1&amount%5Bne%5D=2"),
        (list().amount(Filter::gt(1).and_gt(2)), "amount%5Bgt%5D=2"),
        (list().id(Filter::one_of(["a", "b c"])), "id%5Bin%5D=a%2Cb%20c"),
        (list().amount(Filter::none_of([1, 2])), "amount%5Bnin%5D=1%2C2"),
        (list().amount(Filter::none_of([1]).and_none_of([2]).and_gt(0)), "amount%5Bnin%5D=1%2C2&amount%5Bgt%5D=0"),
        (list().status(["open"]).status(["won"]), "status%5Bin%5D=won"),
        (list().won(Filter::exists(false)), "won%5Bexists%5D=false"),
        (list().status(Filter::like("%op,en%")), "status%5Blike%5D=%25op%2Cen%25"),
        (
            list().created_at(DateFilter::gt("2024-01-01T00:00:00.000Z")),
            "created_at%5Bgt%5D=2024-01-01T00%3A00%3A00.000Z",
        ),
        (
            list().created_at(DateFilter::gte(time).and_lt("2024-02-01")),
            "created_at%5Bgte%5D=2024-01-01T00%3A00%3A00.500Z&created_at%5Blt%5D=2024-02-01",
        ),
        (list().created_at(DateFilter::eq("2024-01-01")), "created_at=2024-01-01"),
        (list().created_at("2024-01-01"), "created_at=2024-01-01"),
        (list().created_at(SystemTime::UNIX_EPOCH), "created_at=1970-01-01T00%3A00%3A00Z"),
        (list().sort_by(SortBy::asc("name")), "sort_by%5Bname%5D=asc"),
        (
            list().sort_by(SortBy::asc("name").then_desc("created_at").then_asc("a b")),
            "sort_by%5Bname%5D=asc&sort_by%5Bcreated_at%5D=desc&sort_by%5Ba%20b%5D=asc",
        ),
        (
            list().sort_by(SortBy::desc("name").then_asc("id").then_asc("name")),
            "sort_by%5Bid%5D=asc&sort_by%5Bname%5D=asc",
        ),
    ];
    for (request, query) in table {
        let (account, log) = answering_json("{}");
        request.send(&account).await.unwrap();
        assert_eq!(log.only().line, format!("{LIST}&{query}"));
    }
}

#[tokio::test]
async fn ambiguous_filters_are_refused_before_anything_is_sent() {
    let (account, log) = answering_json("{}");
    for (request, path, why) in [
        (list().id(Filter::one_of(["a,b"])), "id", "contains a comma"),
        (list().id(Filter::none_of(["a", ""])), "id", "empty"),
        (list().id(Filter::one_of(Vec::<String>::new())), "id", "every record would match"),
        (list().id(Filter::one_of(["a"]).and_one_of(["b"])), "id", "`in` is set twice"),
        (list().created_at(DateFilter::gt("yesterday")), "created_at", "`yesterday` is not an ISO 8601 timestamp"),
        (list().created_at(DateFilter::gt("2024-01-01T00:00:00")), "created_at", "no time zone"),
        (list().created_at(DateFilter::lt("2023-02-29")), "created_at", "does not exist"),
        (list().sort_by(SortBy::asc("a[b]")), "sort_by", "bracket"),
        (list().sort_by(SortBy::asc("a").then_asc("")), "sort_by", "empty"),
    ] {
        let Err(Error::Invalid(invalid)) = request.send(&account).await else { panic!("{path} was sent: {why}") };
        assert_eq!(invalid.failures()[0].path(), path, "{invalid}");
        assert!(invalid.to_string().contains(why), "{invalid}");
    }
    assert!(log.all().is_empty());
}

#[test]
fn filters_are_parsed_from_json_and_from_a_query() {
    let request = list()
        .id(Filter::one_of(["a", "b"]).and_exists(true))
        .status(Filter::like("x"))
        .amount(Filter::gte(1).and_none_of([2, 3]))
        .won(Filter::eq(true))
        .created_at(DateFilter::gt("2024-01-01"))
        .sort_by(SortBy::asc("a").then_desc("b"))
        .build();
    let text = serde_json::to_string(&request).unwrap();
    let read: ListOpportunities = serde_json::from_str(&text).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
    let spelt = br#"{"amount": {"gt": "1", "in": "2,3"}, "won": "true", "id": {"in": ["1", "2"]}}"#;
    let read = ListOpportunities::from_json(spelt).unwrap();
    assert_eq!(read.amount, Some(Filter::gt(1).and_one_of([2, 3])));
    assert_eq!((read.won, read.id), (Some(Filter::eq(true)), Some(Filter::one_of(["1", "2"]))));
    for (wrong, why) in [
        (r#"{"amount": {"gtt": 1}}"#, "unknown operator `gtt`"),
        (r#"{"created_at": {"in": "2024-01-01"}}"#, "unknown operator `in`"),
        (r#"{"amount": {}}"#, "at least one operator"),
        (r#"{"amount": "many"}"#, "expected u64"),
        (r#"{"won": {"exists": "perhaps"}}"#, "`true` or `false`"),
        (r#"{"sort_by": {"a": "up"}}"#, "`up`"),
        (r#"{"sort_by": {}}"#, "at least one field"),
    ] {
        let error = ListOpportunities::from_json(wrong.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(why), "{wrong}: {error}");
    }
}

#[test]
fn conditions_have_no_order() {
    assert_eq!(Filter::<u64>::gt(1).and_lt(9), Filter::lt(9).and_gt(1));
    assert_ne!(Filter::<u64>::gt(1), Filter::gt(1).and_lt(9));
    assert_ne!(Filter::<u64>::gt(1).and_lt(9), Filter::gt(1).and_lt(8));
}

#[tokio::test]
async fn a_server_takes_every_filter() {
    let sandbox = Sandbox::builder().endpoint(Registration::of::<ListOpportunities>()).start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().salesforce).unwrap();
    let request = list()
        .id(Filter::one_of(["a", "b"]))
        .amount(Filter::gte(1).and_none_of([2, 3]))
        .won(true)
        .created_at(DateFilter::gt("2024-01-01").and_lt("2025-01-01"))
        .sort_by(SortBy::desc("amount"));
    let answer = request.send(&account).await.unwrap();
    assert_eq!(answer["result"], truto_core::json!([]));
}
