//! Values on their way to the wire and back: unset fields are not sent, and set fields arrive unchanged.

// These tests compare floats exactly, and `Option<Option<T>>` is a case under test.
#![expect(clippy::excessive_precision, clippy::float_cmp, clippy::option_option)]

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};
use truto_core::error::Error;
use truto_core::types::RawJson;
use truto_core::{Call, Checkpoint, Endpoint, File, Filter, Json, Paginated, Patch, SortBy, json, unified_endpoint};

use crate::support::answering_json;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Person {
    name: Option<String>,
    email: Option<String>,
    phone: Patch<String>,
    manager: Option<Box<Person>>,
    nickname: Option<Option<String>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Flat {
    note: Option<String>,
    #[serde(flatten)]
    person: Person,
    #[serde(flatten)]
    custom: BTreeMap<String, Json>,
}

type Maybe = Option<String>;

/// Updates a ticket.
#[unified_endpoint(PATCH, "/unified/ticketing/tickets/{id}")]
struct UpdateTicket {
    id: String,
    requester: Option<Person>,
    followers: Option<Vec<Person>>,
    flat: Option<Flat>,
    watchers: Option<Vec<Option<String>>>,
    custom: Option<BTreeMap<String, Option<String>>>,
    due: Option<Option<String>>,
    assignee: Patch<Maybe>,
    alias: Maybe,
    source: Option<RawJson>,
    #[truto(within = "status")]
    reason: Patch<Person>,
    #[truto(query)]
    by: Option<Person>,
    #[truto(query)]
    only: Maybe,
    #[truto(header = "X-Trace")]
    trace: Maybe,
}

fn update() -> UpdateTicketBuilder<
    truto_core::builder::Given,
    truto_core::builder::Given,
    truto_core::builder::Given,
    truto_core::builder::Given,
> {
    UpdateTicket::builder().id("7").alias(None).only(None).trace(None)
}

fn person() -> Person {
    Person { name: Some("N".to_owned()), ..Person::default() }
}

#[tokio::test]
async fn none_is_left_out_at_any_depth_and_set_values_are_sent() {
    let (account, log) = answering_json("{}");
    let nested = Person {
        phone: Patch::Clear,
        manager: Some(Box::new(Person { nickname: Some(None), ..Person::default() })),
        ..person()
    };
    let flat = Flat { note: None, person: person(), custom: BTreeMap::from([("x".to_owned(), Json::Null)]) };
    update()
        .requester(nested.clone())
        .followers([Person::default(), person()])
        .flat(flat)
        .watchers([None, Some("w".to_owned())])
        .custom(BTreeMap::from([("c".to_owned(), None)]))
        .due(None)
        .assignee(None)
        .reason(person())
        .by(nested)
        .send(&account)
        .await
        .unwrap();
    let seen = log.only();
    let nested = r#"{"name":"N","phone":null,"manager":{"nickname":null}}"#;
    assert_eq!(
        seen.body,
        format!(
            r#"{{"requester":{nested},"followers":[{{}},{{"name":"N"}}],"flat":{{"name":"N","x":null}},"watchers":[null,"w"],"#
        ) + r#""custom":{"c":null},"due":null,"assignee":null,"status":{"reason":{"name":"N"}}}"#
    );
    assert!(!seen.headers.contains_key("x-trace"));
    let query = seen.line.split_once("tickets/7?").unwrap().1;
    assert!(
        query.ends_with("&by%5Bname%5D=N&by%5Bphone%5D=&by%5Bmanager%5D%5Bnickname%5D="),
        "what was given is sent, and nothing else: {query}"
    );
}

#[test]
fn all_json_forms_agree_and_are_parsed_back() {
    let request = update()
        .requester(Person { phone: Patch::Clear, ..person() })
        .flat(Flat { note: None, person: person(), custom: BTreeMap::from([("x".to_owned(), json!([1, null]))]) })
        .watchers([None])
        .reason(person())
        .build();
    let text = serde_json::to_string(&request).unwrap();
    assert_eq!(
        text,
        r#"{"id":"7","requester":{"name":"N","phone":null},"flat":{"name":"N","x":[1,null]},"watchers":[null],"#
            .to_owned()
            + r#""status":{"reason":{"name":"N"}}}"#
    );
    assert_eq!(serde_json::to_value(&request).unwrap(), serde_json::from_str::<Json>(&text).unwrap());
    for read in [
        UpdateTicket::from_json(text.as_bytes()).unwrap(),
        UpdateTicket::from_value(serde_json::from_str(&text).unwrap()).unwrap(),
        serde_json::from_str(&text).unwrap(),
        Call::<UpdateTicket>::from_json(text.as_bytes()).unwrap().into_request(),
    ] {
        assert_eq!(read.requester, request.requester);
        assert_eq!(read.flat, request.flat);
        assert_eq!((read.alias, read.only, read.trace), (None, None, None));
    }
}

#[tokio::test]
async fn json_of_the_caller_is_sent_unchanged() {
    let (account, log) = answering_json("{}");
    let raw = r#"{ "a": null, "n": [1.50, 1e2, 12345678901234567890123], "a": 2 }"#;
    update().source(serde_json::from_str::<RawJson>(raw).unwrap()).send(&account).await.unwrap();
    assert_eq!(log.only().body, format!(r#"{{"source":{raw}}}"#));
}

/// Uploads a form.
#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = multipart)]
struct Upload {
    file: File,
    owner: Person,
    alias: Maybe,
}

#[tokio::test]
async fn none_is_left_out_of_a_form() {
    let (account, log) = answering_json("{}");
    Upload::builder().file(File::text("x")).owner(person()).alias(None).send(&account).await.unwrap();
    let body = log.only().body;
    assert!(body.contains("\r\n\r\n{\"name\":\"N\"}\r\n"), "{body}");
    assert!(!body.contains("null") && !body.contains("alias"), "{body}");
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Bare {
    state: Patch<u8>,
}

type State = Patch<u8>;

#[unified_endpoint(POST, "/unified/crm/bare")]
struct SendBare {
    bare: Bare,
    list: Option<Vec<State>>,
}

#[test]
fn leave_is_refused_where_it_cannot_be_left_out() {
    let leave = SendBare { bare: Bare { state: Patch::Leave }, list: None };
    assert_eq!(serde_json::to_string(&leave).unwrap(), r#"{"bare":{}}"#);
    let refused = SendBare::from_json(br#"{"bare":{}}"#).unwrap_err().to_string();
    assert!(refused.contains("missing field `state`"), "a missing value never clears: {refused}");
    let item = SendBare { list: Some(vec![Patch::Leave]), ..leave };
    assert!(serde_json::to_string(&item).unwrap_err().to_string().contains("Patch::is_leave"));
}

/// A field for each type of number.
#[unified_endpoint(POST, "/unified/crm/numbers")]
struct Numbers {
    float: f64,
    small: Option<f32>,
    floats: Option<Vec<f64>>,
    nested: Option<Nested>,
    unsigned: Option<u64>,
    signed: Option<i64>,
    json: Option<Json>,
    letter: Option<char>,
    text: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Nested {
    amount: f64,
    at: (f32, f64),
}

const FLOATS: [f64; 13] = [
    1e20,
    -1e20,
    18_446_744_073_709_551_616.0,
    0.0,
    -0.0,
    0.1,
    1e-7,
    5e-324,
    1.5,
    f64::MAX,
    f64::MIN_POSITIVE,
    9_007_199_254_740_993.0,
    122.416_294_033_786_585,
];

#[test]
fn numbers_survive_the_text_form() {
    for float in FLOATS {
        for small in [0.1_f32, f32::MAX, f32::MIN_POSITIVE, -1e20, 16_777_217.0] {
            let nested = Nested { amount: float, at: (small, float) };
            let request = Numbers::builder().float(float).small(small).floats([float]).nested(nested);
            let request = request.unsigned(u64::MAX).signed(i64::MIN).json(json!({"f": float})).build();
            let text = serde_json::to_string(&request).unwrap();
            let read = Numbers::from_json(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(read.float.to_bits(), float.to_bits(), "{text}");
            assert_eq!(read.small.unwrap().to_bits(), small.to_bits(), "{text}");
            assert_eq!(read.floats.unwrap()[0].to_bits(), float.to_bits(), "{text}");
            let nested = read.nested.unwrap();
            assert_eq!((nested.amount.to_bits(), nested.at.0.to_bits()), (float.to_bits(), small.to_bits()), "{text}");
            assert_eq!((read.unsigned, read.signed), (Some(u64::MAX), Some(i64::MIN)));
            assert_eq!(read.json.unwrap()["f"].as_f64().unwrap().to_bits(), float.to_bits());
        }
        let text = serde_json::to_string(&Numbers::builder().float(float).floats([float]).build()).unwrap();
        let read: Numbers = serde_json::from_str(&text).unwrap();
        assert_eq!(read.float.to_bits(), float.to_bits(), "serde reads a float, too: {text}");
        let value = serde_json::from_str::<Json>(&text).unwrap();
        assert_eq!(Numbers::from_value(value.clone()).unwrap().float.to_bits(), float.to_bits());
        assert_eq!(serde_json::from_value::<Numbers>(value).unwrap().float.to_bits(), float.to_bits());
    }
    // Other programs write 1e20 like this.
    let read = Numbers::from_json(br#"{"float": 100000000000000000000}"#).unwrap();
    assert_eq!(read.float, 1e20);
}

#[test]
fn an_integer_that_would_be_rounded_is_refused_or_kept() {
    for wide in ["18446744073709551616", "-9223372036854775809", "12345678901234567890123"] {
        for json in [format!(r#"{{"float":1.0,"json":{{"id":{wide}}}}}"#), format!(r#"{{"float":1.0,"json":{wide}}}"#)]
        {
            for read in [Numbers::from_json(json.as_bytes()).ok(), serde_json::from_str(&json).ok()] {
                // `serde_json` can hold it only with `arbitrary_precision`.
                assert!(read.is_none_or(|read| serde_json::to_string(&read).unwrap() == json), "{json}");
            }
        }
    }
}

#[test]
fn texts_survive_the_text_form() {
    for (letter, text) in [('\0', "\0"), ('"', ""), ('\u{2028}', "\u{feff}\\u0000"), ('🦀', "a\r\n\tb\u{7f}")] {
        let request = Numbers::builder().float(1.0).letter(letter).text(text).build();
        let json = serde_json::to_string(&request).unwrap();
        for read in [Numbers::from_json(json.as_bytes()).unwrap(), serde_json::from_str(&json).unwrap()] {
            assert_eq!((read.letter, read.text.as_deref()), (Some(letter), Some(text)));
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Guess {
    Number(f64),
    Text(String),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Tagged {
    Price { amount: f64, id: u64 },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Amount {
    value: f64,
    count: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Buffered {
    #[serde(flatten)]
    amount: Amount,
    guess: Guess,
    tagged: Tagged,
}

#[unified_endpoint(POST, "/unified/crm/buffered", response = Buffered)]
struct SendBuffered {
    buffered: Buffered,
    #[truto(query)]
    guess: Option<Guess>,
    #[truto(query)]
    price: Option<Filter<f64>>,
}

#[unified_endpoint(GET, "/unified/crm/buffered", response = Buffered, paginated)]
struct ListBuffered {}

const BUFFERED: &str = r#"{"value": 0.1, "count": 7, "guess": 2.50, "tagged": {"kind": "Price", "amount": 1e-7, "id": 18446744073709551615}}"#;

fn buffered() -> Buffered {
    Buffered {
        amount: Amount { value: 0.1, count: 7 },
        guess: Guess::Number(2.5),
        tagged: Tagged::Price { amount: 1e-7, id: u64::MAX },
    }
}

/// serde buffers the input of these types. With `arbitrary_precision`, `serde_json` wraps the numbers in such a buffer.
#[tokio::test]
async fn numbers_reach_types_that_serde_buffers() {
    let document = format!(r#"{{"buffered": {BUFFERED}, "guess": 0.1, "price": {{"gt": 0.25}}}}"#);
    for read in [
        SendBuffered::from_json(document.as_bytes()).unwrap(),
        SendBuffered::from_value(serde_json::from_str(&document).unwrap()).unwrap(),
        serde_json::from_str(&document).unwrap(),
        serde_json::from_value(serde_json::from_str(&document).unwrap()).unwrap(),
    ] {
        assert_eq!((read.buffered, read.guess), (buffered(), Some(Guess::Number(0.1))));
        assert_eq!(read.price, Some(Filter::gt(0.25)));
    }
    let (account, log) = answering_json(BUFFERED);
    let request =
        SendBuffered::builder().buffered(buffered()).guess(Guess::Number(0.1)).price(Filter::one_of([0.1, 2.5]));
    assert_eq!(request.send(&account).await.unwrap(), buffered());
    let seen = log.only();
    assert!(seen.line.ends_with("&guess=0.1&price%5Bin%5D=0.1%2C2.5"), "{}", seen.line);
    assert_eq!(SendBuffered::from_json(seen.body.as_bytes()).unwrap().buffered, buffered());

    let (account, _) = answering_json(concat!(
        r#"{"result": [{"value": 0.1, "count": 7, "guess": 2.50, "tagged": "#,
        r#"{"kind": "Price", "amount": 1e-7, "id": 18446744073709551615}}], "next_cursor": null}"#
    ));
    let mut items = ListBuffered {}.items(&account);
    assert_eq!(items.try_next().await.unwrap(), Some(buffered()));
    let mut records = ListBuffered {}.send(&account).stream().await.unwrap().records::<Buffered>();
    assert_eq!(records.try_next().await.unwrap(), Some(buffered()));
    assert_eq!(serde_json::from_str::<RawJson>(BUFFERED).unwrap().parse::<Buffered>().unwrap(), buffered());
}

/// Lists with parameters that have no order.
#[unified_endpoint(GET, "/unified/crm/contacts", response = Json, paginated)]
struct ListByMaps {
    map: Option<HashMap<String, u32>>,
    set: Option<HashSet<String>>,
    nested: Option<Criteria>,
    list: Option<Vec<String>>,
    filter: Option<Filter<String>>,
    sort_by: Option<SortBy>,
    json: Option<Json>,
    raw: Option<RawJson>,
    number: Option<f64>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Criteria {
    map: HashMap<String, HashSet<u32>>,
}

fn names(count: usize) -> impl Iterator<Item = String> {
    (0..count).map(move |number| format!("name {}", number * 7 % count))
}

#[tokio::test]
async fn the_order_of_unordered_values_does_not_make_another_listing() {
    let (account, log) = answering_json(r#"{"result": []}"#);
    let list = || {
        let map = names(20).zip(0..).collect::<HashMap<_, _>>();
        let nested = Criteria { map: names(9).map(|name| (name, (0..9).collect())).collect() };
        let filter = Filter::one_of(names(9).collect::<HashSet<_>>());
        ListByMaps::builder().map(map).set(names(20).collect::<HashSet<_>>()).nested(nested).filter(filter)
    };
    let saved = list().items(&account).checkpoint();
    for _ in 0..20 {
        assert!(list().items(&account).resume(&saved).is_ok());
        let mut items = list().filter(Filter::eq("a")).items(&account);
        items.try_next().await.unwrap();
    }
    let lines: HashSet<String> = log.all().into_iter().map(|seen| seen.line).collect();
    assert_eq!(lines.len(), 1, "the request is the same in each run");
}

#[tokio::test]
async fn another_order_or_value_makes_another_listing() {
    let (account, _) = answering_json(r#"{"result": []}"#);
    let list = || ListByMaps::builder().number(0.5);
    let place = |builder: ListByMapsBuilder| builder.items(&account).checkpoint();
    let order = |first: &str, then: &str| SortBy::asc(first).then_asc(then);
    let same = |one: ListByMapsBuilder, other: ListByMapsBuilder| other.items(&account).resume(&place(one)).is_ok();
    assert!(same(list(), list()));
    assert!(!same(list().list(["a", "b"]), list().list(["b", "a"])));
    assert!(!same(list().sort_by(order("a", "b")), list().sort_by(order("b", "a"))));
    assert!(!same(list(), list().number(0.25)));
    assert!(!same(list().filter(Filter::gt("a")), list().filter(Filter::lt("a"))));
    assert!(!same(list(), list().limit(5)));
    assert!(!same(list().remote_query("a", 1), list().remote_query("b", 1)));
    assert!(same(list().filter(Filter::gt("a").and_lt("b")), list().filter(Filter::lt("b").and_gt("a"))));
    assert!(same(
        list().remote_query("a", 1).remote_query("b", json!({"x": 1, "y": [2]})),
        list().remote_query("b", json!({"y": [2], "x": 1})).remote_query("a", 1)
    ));
    assert!(same(list().exclude_fields(["a", "b"]), list().exclude_fields(["b", "a"])));
    assert!(same(list().json(json!({"a": 1, "b": 2})), list().json(json!({"b": 2, "a": 1}))));
    let raw = |text: &str| list().raw(serde_json::from_str::<RawJson>(text).unwrap());
    assert!(same(
        raw(r#"{"a": [1.50, {"b": "c", "d": null}], "e": 1}"#),
        raw(r#"{"e":1,"a":[1.5,{"d":null,"b":"\u0063"}]}"#)
    ));
    assert!(!same(raw("[1, 2]"), raw("[2, 1]")));
    assert!(!same(raw(r#"["1"]"#), raw("[1]")));
    assert!(!same(raw("[18446744073709551614]"), raw("[18446744073709551615]")));
    let deep = raw(&format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)));
    assert!(deep.items(&account).try_next().await.is_err());
    // A value that equals the account's id is a value like any other.
    let with_account = |text: &str| list().list([text.to_owned()]);
    assert!(!same(with_account(crate::support::ACCOUNT), with_account("")));
}

#[tokio::test]
async fn a_checkpoint_of_an_earlier_version_says_what_to_do() {
    let (account, _) = answering_json(r#"{"result": []}"#);
    let now = ListByMaps::builder().items(&account).checkpoint().to_string();
    let earlier: Checkpoint = now.replace("\"version\":2", "\"version\":1").parse().unwrap();
    let Err(Error::Checkpoint(error)) = ListByMaps::builder().items(&account).resume(&earlier) else {
        panic!("it has another version")
    };
    assert!(error.to_string().ends_with("start the list again, without the checkpoint"), "{error}");
}

#[test]
fn a_file_in_json_is_parsed_or_its_fault_is_named() {
    let document = |base64: &str| json!({"file": {"base64": base64}, "owner": {}});
    for base64 in ["aGkh", "aG\r\nkh\r\n", " aGkh\n"] {
        let read = Upload::from_value(document(base64)).unwrap();
        assert_eq!(read.file.bytes(), "hi!");
    }
    assert_eq!(
        Upload::from_json(br#"{"file": {"base64": "-_8"}, "owner": {}}"#).unwrap().file.bytes(),
        &[0xfb, 0xff][..]
    );
    for (file, said) in [
        (json!({"base64": "aGk!"}), "`base64` has an invalid character at position 4"),
        (json!({"base64": "aGkha"}), "`base64` is cut off, or padded in the wrong place"),
        (json!({"base64": 7}), "expected `base64` as a string, found a number"),
        (json!("aGkh"), "expected a file as an object of `content_type`, `file_name` and `base64`, found a string"),
    ] {
        let Err(Error::Invalid(invalid)) = Upload::from_value(json!({"file": file, "owner": {}})) else {
            panic!("{file}")
        };
        assert_eq!(invalid.failures()[0].to_string(), format!("`file`: {said}"));
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Day {
    Monday,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Plan {
    by_year: BTreeMap<u16, f64>,
    by_day: BTreeMap<Day, Option<i64>>,
    is_open: BTreeMap<bool, u8>,
}

/// Plans.
#[unified_endpoint(POST, "/unified/crm/plans")]
#[derive(PartialEq)]
struct CreatePlan {
    by_id: BTreeMap<u64, f64>,
    by_shift: Option<BTreeMap<i8, Vec<u8>>>,
    plan: Option<Plan>,
}

#[test]
fn a_map_with_number_keys_is_parsed_back() {
    let plan =
        Plan { by_year: [(2024, 0.1)].into(), by_day: [(Day::Monday, None)].into(), is_open: [(true, 1)].into() };
    let request = CreatePlan { by_id: [(1, 0.5)].into(), by_shift: Some([(-1, vec![1])].into()), plan: Some(plan) };
    let text = serde_json::to_string(&request).unwrap();
    assert_eq!(CreatePlan::from_json(text.as_bytes()).unwrap(), request);
    assert_eq!(serde_json::from_value::<CreatePlan>(serde_json::from_str(&text).unwrap()).unwrap(), request);
}
