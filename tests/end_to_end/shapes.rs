//! Tables of requests with their request line and body, for every shape of an endpoint.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use truto_core::crm::{CrmEntity, crm_entity};
use truto_core::error::{Error, Problem};
use truto_core::{Account, Json, Patch, Reference, json, unified_endpoint};

use crate::support::{Log, answering_json};

const ID: &str = "integrated_account_id=62f44730-dd91-461e-bd6a-aedd9e0ad79d";

/// Sends each request and compares method, path, query after the account, and body.
macro_rules! table {
    ($($request:expr => $method:literal $path:literal $query:literal $body:literal,)*) => {{
        let (account, log) = answering_json("{}");
        $(
            $request.send(&account).await.unwrap();
            let seen = log.all().pop().unwrap();
            let query = if $query.is_empty() { String::new() } else { format!("&{}", $query) };
            let line = format!("{} https://api.example/prefix{}?{ID}{query}", $method, $path);
            assert_eq!((seen.line, seen.body.as_str()), (line, $body), "{}", stringify!($request));
        )*
    }};
}

#[unified_endpoint(GET, "/unified/crm/contacts")]
struct ListContacts {
    limit: Option<u32>,
    #[truto(rename = "owner[id]")]
    owner: Option<String>,
}

#[unified_endpoint(GET, "/unified/crm/contacts/{id}")]
struct GetContact {
    id: String,
}

#[unified_endpoint(POST, "/unified/crm/contacts")]
struct CreateContact {
    first_name: String,
    emails: Vec<Json>,
}

#[unified_endpoint(PATCH, "/unified/crm/contacts/{id}")]
struct UpdateContact {
    id: String,
    first_name: Option<String>,
}

#[unified_endpoint(DELETE, "/unified/crm/contacts/{id}")]
struct DeleteContact {
    id: String,
    engagement_type: Option<String>,
}

#[unified_endpoint(POST, "/unified/crm/contacts/merge")]
struct MergeContacts {
    keep: Reference,
    drop: Vec<Reference>,
}

#[unified_endpoint(PUT, "/unified/{model}/{resource}/{id}/parts/{part}")]
struct PutPart {
    model: String,
    resource: String,
    id: u64,
    #[truto(slash = encode)]
    part: String,
    value: Json,
}

#[tokio::test]
async fn each_method_and_the_places_of_its_fields() {
    table! {
        ListContacts::builder() => "GET" "/unified/crm/contacts" "" "",
        ListContacts::builder().limit(5).owner("a") => "GET" "/unified/crm/contacts" "limit=5&owner%5Bid%5D=a" "",
        GetContact::builder().id("0 3") => "GET" "/unified/crm/contacts/0%203" "" "",
        CreateContact::builder().first_name("É\"") => "POST" "/unified/crm/contacts" "" r#"{"first_name":"É\""}"#,
        CreateContact::builder().first_name("").emails([json!({"email": "a@b"})])
            => "POST" "/unified/crm/contacts" "" r#"{"first_name":"","emails":[{"email":"a@b"}]}"#,
        UpdateContact::builder().id("1") => "PATCH" "/unified/crm/contacts/1" "" "{}",
        UpdateContact::builder().id("1").first_name("A") => "PATCH" "/unified/crm/contacts/1" "" r#"{"first_name":"A"}"#,
        DeleteContact::builder().id("1") => "DELETE" "/unified/crm/contacts/1" "" "",
        DeleteContact::builder().id("1").engagement_type("call")
            => "DELETE" "/unified/crm/contacts/1" "engagement_type=call" "",
        MergeContacts::builder().keep("1").drop(["2", "3"])
            => "POST" "/unified/crm/contacts/merge" "" r#"{"keep":{"id":"1"},"drop":[{"id":"2"},{"id":"3"}]}"#,
        PutPart::builder().model("crm").resource("notes").id(7).part("a/b").value(json!(1))
            => "PUT" "/unified/crm/notes/7/parts/a%2Fb" "" r#"{"value":1}"#,
    }
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Range {
    to: Option<u8>,
    from: u8,
}

#[unified_endpoint(GET, "/unified/crm/queries")]
struct Queries {
    brackets: Option<Vec<String>>,
    #[truto(style = repeat)]
    repeat: Option<Vec<u8>>,
    #[truto(style = comma)]
    comma: Option<Vec<String>>,
    #[truto(style = comma)]
    object_of_commas: Option<BTreeMap<String, Vec<u8>>>,
    object: Option<BTreeMap<String, BTreeMap<String, u8>>>,
    range: Option<Range>,
    lists: Option<Vec<Vec<u8>>>,
    objects: Option<Vec<Reference>>,
    flag: Option<bool>,
    letter: Option<char>,
}

#[tokio::test]
async fn each_style_of_a_query() {
    let list = Queries::builder;
    table! {
        list() => "GET" "/unified/crm/queries" "" "",
        list().brackets(["a", "b c"]) => "GET" "/unified/crm/queries" "brackets%5B%5D=a&brackets%5B%5D=b%20c" "",
        list().repeat([1, 2]) => "GET" "/unified/crm/queries" "repeat=1&repeat=2" "",
        list().comma(["a", "é"]) => "GET" "/unified/crm/queries" "comma=a,%C3%A9" "",
        Queries::builder().object_of_commas([("in".to_owned(), vec![1, 2])])
            => "GET" "/unified/crm/queries" "object_of_commas%5Bin%5D=1,2" "",
        list().object(BTreeMap::from([("a".to_owned(), BTreeMap::from([("b".to_owned(), 1)]))]))
            => "GET" "/unified/crm/queries" "object%5Ba%5D%5Bb%5D=1" "",
        list().range(Range { to: Some(2), from: 1 })
            => "GET" "/unified/crm/queries" "range%5Bto%5D=2&range%5Bfrom%5D=1" "",
        list().range(Range { to: None, from: 1 }) => "GET" "/unified/crm/queries" "range%5Bfrom%5D=1" "",
        list().lists([vec![1], vec![2, 3]])
            => "GET" "/unified/crm/queries" "lists%5B0%5D%5B%5D=1&lists%5B1%5D%5B%5D=2&lists%5B1%5D%5B%5D=3" "",
        list().objects(["x", "y"]) => "GET" "/unified/crm/queries" "objects%5B0%5D%5Bid%5D=x&objects%5B1%5D%5Bid%5D=y" "",
        list().flag(false).letter('&') => "GET" "/unified/crm/queries" "flag=false&letter=%26" "",
    }
}

#[unified_endpoint(PATCH, "/unified/crm/patches/{id}")]
struct Patches {
    id: String,
    top: Patch<String>,
    #[truto(within = "a.b.c")]
    deep: Patch<u8>,
    #[truto(within = "a.b")]
    middle: Patch<bool>,
    #[truto(query)]
    query: Patch<String>,
    list: Patch<Vec<String>>,
}

#[tokio::test]
async fn a_patch_has_three_states_in_every_place() {
    let patch = || Patches::builder().id("1");
    table! {
        patch() => "PATCH" "/unified/crm/patches/1" "" "{}",
        patch().top("x") => "PATCH" "/unified/crm/patches/1" "" r#"{"top":"x"}"#,
        patch().clear_top() => "PATCH" "/unified/crm/patches/1" "" r#"{"top":null}"#,
        patch().deep(1) => "PATCH" "/unified/crm/patches/1" "" r#"{"a":{"b":{"c":{"deep":1}}}}"#,
        patch().clear_deep() => "PATCH" "/unified/crm/patches/1" "" r#"{"a":{"b":{"c":{"deep":null}}}}"#,
        patch().deep(1).clear_middle()
            => "PATCH" "/unified/crm/patches/1" "" r#"{"a":{"b":{"c":{"deep":1},"middle":null}}}"#,
        patch().query("x") => "PATCH" "/unified/crm/patches/1" "query=x" "{}",
        patch().clear_query() => "PATCH" "/unified/crm/patches/1" "query=" "{}",
        patch().list(["a"]) => "PATCH" "/unified/crm/patches/1" "" r#"{"list":["a"]}"#,
        patch().list(Vec::<String>::new()) => "PATCH" "/unified/crm/patches/1" "" r#"{"list":[]}"#,
        patch().clear_list() => "PATCH" "/unified/crm/patches/1" "" r#"{"list":null}"#,
        patch().top("x").clear_top() => "PATCH" "/unified/crm/patches/1" "" r#"{"top":null}"#,
    }
}

#[unified_endpoint(POST, "/unified/crm/objects")]
struct Objects {
    #[truto(within = "one")]
    a: Option<u8>,
    b: Option<u8>,
    #[truto(within = "one.two.three")]
    c: Option<u8>,
    #[truto(within = "one.two")]
    d: Vec<u8>,
    #[truto(within = "other.two", rename = "c")]
    e: Option<u8>,
    #[truto(header = "X-Required")]
    header: String,
    #[truto(header = "X-Optional")]
    optional: Option<String>,
    #[truto(default)]
    count: u32,
    #[truto(query, default, rename = "dry-run")]
    dry_run: bool,
    #[truto(secret, within = "one")]
    secret: Option<String>,
}

#[tokio::test]
async fn objects_nest_defaults_are_sent_and_secrets_travel() {
    let objects = || Objects::builder().header("h");
    table! {
        objects() => "POST" "/unified/crm/objects" "dry-run=false" r#"{"count":0}"#,
        objects().count(2).dry_run(true) => "POST" "/unified/crm/objects" "dry-run=true" r#"{"count":2}"#,
        objects().c(1) => "POST" "/unified/crm/objects" "dry-run=false" r#"{"one":{"two":{"three":{"c":1}}},"count":0}"#,
        objects().a(1).b(2).c(3).d([4, 5]).e(6).secret("s")
            => "POST" "/unified/crm/objects" "dry-run=false"
            r#"{"one":{"a":1,"two":{"three":{"c":3},"d":[4,5]},"secret":"s"},"b":2,"other":{"two":{"c":6}},"count":0}"#,
        objects().d([4]).e(5)
            => "POST" "/unified/crm/objects" "dry-run=false" r#"{"one":{"two":{"d":[4]}},"other":{"two":{"c":5}},"count":0}"#,
    }
}

#[tokio::test]
async fn a_header_field_is_a_plain_value() {
    let (account, log) = answering_json("{}");
    Objects::builder().header("a b").send(&account).await.unwrap();
    Objects::builder().header("a b").optional("x").send(&account).await.unwrap();
    let seen = log.all();
    assert_eq!(
        (&seen[0].headers["x-required"], &seen[1].headers["x-optional"]),
        (&"a b".parse().unwrap(), &"x".parse().unwrap())
    );
    assert!(!seen[0].headers.contains_key("x-optional"));
    for evil in ["a\r\nX-Evil: 1", "a\n", "\0"] {
        let error = Objects::builder().header(evil).send(&account).await.unwrap_err();
        assert!(matches!(error, Error::Invalid(_)), "{error}");
    }
    assert_eq!(log.all().len(), 2);
}

/// Lists the fields of a kind of record. The entity is in the query.
#[unified_endpoint(GET, "/unified/crm/fields")]
struct ListFields {
    #[truto(entity, rename = "entity_type")]
    of: CrmEntity,
    #[truto(only_for(Leads, Contacts))]
    stage: Option<String>,
    #[truto(only_for(Accounts), style = comma)]
    ids: Option<Vec<String>>,
}

/// Deletes a field. The endpoint has the same entities with other rules.
#[unified_endpoint(DELETE, "/unified/crm/fields/{id}")]
struct DeleteField {
    id: String,
    #[truto(entity)]
    entity: CrmEntity,
    #[truto(only_for(Accounts))]
    stage: Option<String>,
}

async fn refusal(request: impl Future<Output = Result<Json, Error>>) -> (String, Problem) {
    let Err(Error::Invalid(invalid)) = request.await else { panic!("it was sent") };
    assert_eq!(invalid.failures().len(), 1, "{invalid}");
    (invalid.failures()[0].path().to_owned(), invalid.failures()[0].problem().clone())
}

#[tokio::test]
async fn an_entity_in_the_query_of_a_read_has_rules() {
    table! {
        ListFields::builder().of(crm_entity::Leads).stage("new")
            => "GET" "/unified/crm/fields" "entity_type=leads&stage=new" "",
        ListFields::builder().of(CrmEntity::Accounts).ids(["1", "2"])
            => "GET" "/unified/crm/fields" "entity_type=accounts&ids=1,2" "",
        DeleteField::builder().id("1").entity(crm_entity::Accounts).stage("new")
            => "DELETE" "/unified/crm/fields/1" "entity=accounts&stage=new" "",
        DeleteField::builder().id("1").entity(crm_entity::Leads) => "DELETE" "/unified/crm/fields/1" "entity=leads" "",
    }
    let (account, log): (Account, Log) = answering_json("{}");
    let rule = |entity, allowed: &[&'static str]| Problem::Rule { entity, allowed: allowed.to_vec() };
    let list = ListFields { of: CrmEntity::Accounts, stage: Some("new".to_owned()), ids: None };
    assert_eq!(
        refusal(truto_core::Endpoint::send(&list, &account)).await,
        ("stage".to_owned(), rule("accounts", &["leads", "contacts"]))
    );
    let delete = DeleteField::builder().id("1").entity(CrmEntity::Leads).stage("new");
    assert_eq!(refusal(delete.send(&account)).await, ("stage".to_owned(), rule("leads", &["accounts"])));
    let read = serde_json::from_str::<ListFields>(r#"{"entity_type": "leads", "ids": ["1"]}"#).unwrap_err();
    assert!(read.to_string().contains("`ids` is not allowed when the entity is `leads`"), "{read}");
    assert!(log.all().is_empty());
}

#[derive(Debug, Deserialize, PartialEq)]
struct Contact {
    id: String,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Envelope<T> {
    result: T,
}

#[unified_endpoint(POST, "/unified/crm/contacts/find", response = Envelope<Contact>)]
struct FindContact {}

#[unified_endpoint(POST, "/unified/crm/contacts/find-all", response = Vec<Contact>)]
struct FindContacts {}

#[unified_endpoint(POST, "/unified/crm/contacts/group", response = BTreeMap<String, Envelope<Vec<Contact>>>)]
struct GroupContacts {}

#[tokio::test]
async fn an_answer_of_any_type_is_decoded() {
    let contact = |id: &str| Contact { id: id.to_owned() };
    let (account, _) = answering_json(r#"{"result": {"id": "1"}}"#);
    let found = FindContact::builder().send(&account).await.unwrap();
    assert_eq!(found, Envelope { result: contact("1") });
    let (account, _) = answering_json(r#"[{"id": "1"}, {"id": "2"}]"#);
    assert_eq!(FindContacts::builder().send(&account).await.unwrap(), [contact("1"), contact("2")]);
    let (account, _) = answering_json(r#"{"a": {"result": [{"id": "1"}]}}"#);
    assert_eq!(GroupContacts::builder().send(&account).await.unwrap()["a"].result, [contact("1")]);
}
