//! Property tests of reading requests: the server reads what the client sent, for each shape and style.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use http::HeaderName;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use truto_core::crm::CrmEntity;
use truto_core::error::{Error, InvalidRequest};
use truto_core::scope::AccountScope;
use truto_core::server::Registration;
use truto_core::server::{Received, ReceivedQuery};
use truto_core::{DateFilter, Endpoint, Filter, Json, Patch, Reference, SortBy, Timestamp, json, unified_endpoint};
use truto_sandbox::Sandbox;

use crate::support::{config, runtime};

/// Sends each request to a sandbox with its endpoint, and parses the received request into the same type.
fn understood<E, S>(values: S, request: impl Fn(S::Value) -> E)
where
    E: Endpoint<Scope = AccountScope> + Debug + Serialize,
    S: Strategy,
{
    let sandbox = Sandbox::builder().endpoint(Registration::of::<E>()).in_process();
    let client = sandbox.client();
    let account = client.build().unwrap().account(sandbox.accounts().salesforce).unwrap();
    let sent = Cell::new(0);
    let property = TestRunner::new(config()).run(&values, |value| {
        let request = request(value);
        sandbox.reset();
        match runtime().block_on(request.send(&account)) {
            // The client refuses values that a query cannot hold.
            Err(Error::Invalid(invalid)) if sandbox.requests().is_empty() => {
                prop_assume!(false, "{}", invalid);
            }
            answer => prop_assert!(answer.is_ok(), "{:?} of {}", answer.err(), sandbox.requests()[0].query),
        }
        sent.set(sent.get() + 1);
        let query = sandbox.requests().remove(0).query;
        let read: E = Received::of_query(&ReceivedQuery::parse(&query).unwrap()).read().unwrap();
        prop_assert_eq!(normal(&request), normal(&read), "{}", query);
        Ok(())
    });
    property.unwrap();
    assert!(sent.get() > 0);
}

/// Normalizes the JSON form of a request: a query cannot hold an empty list or object, and cannot tell an empty text from
/// `null`.
fn normal<E: Serialize>(request: &E) -> Value {
    fn of(value: Value) -> Option<Value> {
        match value {
            Value::Null => Some(Value::from("")),
            Value::Array(items) => {
                let items: Vec<Value> = items.into_iter().filter_map(of).collect();
                (!items.is_empty()).then(|| Value::from(items))
            }
            Value::Object(members) => {
                let members: Map<_, _> =
                    members.into_iter().filter_map(|(name, value)| Some((name, of(value)?))).collect();
                (!members.is_empty()).then(|| Value::from(members))
            }
            plain => Some(plain),
        }
    }
    of(serde_json::to_value(request).unwrap()).unwrap_or_else(|| json!({}))
}

/// Creates a test for each row, with two fields of the type and style: one with a plain name, one with brackets.
macro_rules! shapes {
    ($($name:ident: $ty:ty $(as $style:ident)? = $values:expr;)*) => {$(
        #[test]
        fn $name() {
            #[unified_endpoint(GET, "/unified/crm/echoes")]
            struct Echo {
                $(#[truto(style = $style)])?
                value: $ty,
                #[truto(rename = "some[where]" $(, style = $style)?)]
                other: $ty,
            }
            understood(($values, $values), |(value, other)| Echo { value, other });
        }
    )*};
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Range {
    from: u8,
    to: Option<u8>,
    tags: Vec<String>,
    nested: BTreeMap<String, Vec<bool>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Choice {
    Nothing,
    One(u8),
    Two(u8, String),
    Three { a: u8, b: bool },
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Guess {
    Number(u32),
    Text { text: String },
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Cents(u32);

type Names = Vec<String>;
type Maybe = Option<u8>;

fn text() -> impl Strategy<Value = String> + Clone {
    prop_oneof![any::<String>(), "[\\[\\]&=?#%+,. /\\\\é🦀a-c0-9]{0,6}"]
}

/// Keys that can be in a query.
fn key() -> impl Strategy<Value = String> + Clone {
    text().prop_map(|text| text.replace(['[', ']'], "")).prop_filter("a key has a name", |key| !key.is_empty())
}

fn list<S: Strategy>(item: S) -> impl Strategy<Value = Vec<S::Value>> {
    prop::collection::vec(item, 1..4)
}

fn map<K: Strategy<Value: Ord>, S: Strategy>(key: K, value: S) -> impl Strategy<Value = BTreeMap<K::Value, S::Value>> {
    prop::collection::btree_map(key, value, 1..4)
}

fn option<S: Strategy>(value: S) -> impl Strategy<Value = Option<S::Value>> {
    prop::option::of(value)
}

fn patch<S: Strategy<Value: Clone>>(value: S) -> impl Strategy<Value = Patch<S::Value>> {
    prop_oneof![3 => value.prop_map(Patch::Set), 1 => Just(Patch::Clear), 1 => Just(Patch::Leave)]
}

fn number() -> impl Strategy<Value = f64> {
    prop::num::f64::NORMAL | prop::num::f64::ZERO | prop::num::f64::SUBNORMAL
}

fn entity() -> impl Strategy<Value = CrmEntity> {
    prop::sample::select(vec![CrmEntity::Accounts, CrmEntity::Opportunities, CrmEntity::Contacts, CrmEntity::Leads])
}

fn time() -> impl Strategy<Value = Timestamp> {
    ("20[0-9]{2}-0[1-9]-1[0-9]", "(T1[0-9]:0[0-9]:00(.[0-9]{3})?(Z|[+]0[0-9]:00))?")
        .prop_map(|(date, time)| Timestamp::from(date + &time))
}

fn range() -> impl Strategy<Value = Range> {
    (any::<u8>(), any::<Option<u8>>(), list(text()), map(key(), list(any::<bool>())))
        .prop_map(|(from, to, tags, nested)| Range { from, to, tags, nested })
}

fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![
        Just(Choice::Nothing),
        any::<u8>().prop_map(Choice::One),
        (any::<u8>(), text()).prop_map(|(one, two)| Choice::Two(one, two)),
        any::<(u8, bool)>().prop_map(|(a, b)| Choice::Three { a, b }),
    ]
}

fn guess() -> impl Strategy<Value = Guess> {
    prop_oneof![any::<u32>().prop_map(Guess::Number), "[a-c]{1,3}".prop_map(|text| Guess::Text { text })]
}

fn filter() -> impl Strategy<Value = Filter<u32>> {
    let item = any::<u32>;
    prop_oneof![
        item().prop_map(Filter::eq),
        (item(), item()).prop_map(|(low, high)| Filter::gte(low).and_lt(high)),
        list(item()).prop_map(Filter::one_of),
        (list(item()), any::<bool>()).prop_map(|(items, exists)| Filter::none_of(items).and_exists(exists)),
        text().prop_map(Filter::like),
    ]
}

fn texts() -> impl Strategy<Value = Filter<String>> {
    let equal = text().prop_map(Filter::eq);
    let among = list(text()).prop_map(Filter::one_of);
    prop_oneof![equal, among, (text(), text()).prop_map(|(one, two)| Filter::ne(one).and_gt(two))]
}

fn order() -> impl Strategy<Value = SortBy> {
    prop::collection::vec((key(), any::<bool>()), 1..4).prop_map(|fields| {
        let mut fields = fields.into_iter();
        let (first, _) = fields.next().unwrap();
        fields.fold(
            SortBy::asc(first),
            |order, (field, up)| {
                if up { order.then_asc(field) } else { order.then_desc(field) }
            },
        )
    })
}

/// JSON whose values are texts: a query has no other types.
fn trees() -> impl Strategy<Value = Json> {
    let name = key().prop_map(|key| format!("k{key}"));
    text().prop_map(Value::from).prop_recursive(3, 12, 3, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(Value::from),
            prop::collection::btree_map(name.clone(), inner, 1..4).prop_map(|map| Value::from(Map::from_iter(map))),
        ]
    })
}

shapes! {
    a_number: Option<u8> = any::<Option<u8>>();
    a_large_number: u64 = any::<u64>();
    a_negative_number: Option<i64> = any::<Option<i64>>();
    a_fraction: f64 = number();
    a_small_fraction: Option<f32> = option(prop::num::f32::NORMAL);
    a_flag: bool = any::<bool>();
    a_letter: char = any::<char>();
    a_text: String = text();
    a_text_that_may_be_missing: Option<String> = option(text());
    an_entity: CrmEntity = entity();
    a_time: Option<Timestamp> = option(time());
    a_newtype: Option<Cents> = option(any::<u32>().prop_map(Cents));
    an_option_in_an_option: Option<Option<u8>> = any::<Option<Option<u8>>>();
    an_option_under_another_name: Maybe = any::<Option<u8>>();
    a_patch: Patch<u32> = patch(any::<u32>());
    a_patch_of_text: Patch<String> = patch(text());
    a_patch_of_a_list: Patch<Vec<u8>> = patch(list(any::<u8>()));
    a_reference: Option<Reference> = option(text().prop_map(Reference::from));
    any_json: Option<Json> = option(trees());

    numbers: Option<Vec<u32>> = option(list(any::<u32>()));
    numbers_repeated: Option<Vec<u32>> as repeat = option(list(any::<u32>()));
    numbers_between_commas: Option<Vec<u32>> as comma = option(list(any::<u32>()));
    texts_in_brackets: Option<Vec<String>> = option(list(text()));
    texts_repeated: Option<Vec<String>> as repeat = option(list(text()));
    texts_between_commas: Option<Vec<String>> as comma = option(list("[^,]{1,3}"));
    optional_numbers: Option<Vec<u32>> = option(list(any::<u32>()));
    optional_numbers_repeated: Option<Vec<u32>> as repeat = option(list(any::<u32>()));
    optional_numbers_between_commas: Option<Vec<u32>> as comma = option(list(any::<u32>()));
    optional_texts_repeated: Option<Vec<String>> as repeat = option(list(text()));
    optional_texts_between_commas: Option<Vec<String>> as comma = option(list("[^,]{1,3}"));
    a_patch_of_a_list_repeated: Patch<Vec<String>> as repeat = patch(list("[a-c]{1,3}"));
    a_patch_of_a_list_between_commas: Patch<Vec<i8>> as comma = patch(list(any::<i8>()));
    numbers_with_gaps: Option<Vec<Option<u32>>> = option(list(any::<Option<u32>>()));
    numbers_with_gaps_repeated: Option<Vec<Option<u32>>> as repeat = option(list(any::<Option<u32>>()));
    a_list_under_another_name: Names = list(text());
    a_set: Option<BTreeSet<u8>> as comma = option(prop::collection::btree_set(any::<u8>(), 1..4));
    lists_of_lists: Option<Vec<Vec<u8>>> = option(list(list(any::<u8>())));
    references: Option<Vec<Reference>> = option(list(text().prop_map(Reference::from)));
    entities_between_commas: Option<Vec<CrmEntity>> as comma = option(list(entity()));
    flags_repeated: Option<Vec<bool>> as repeat = option(list(any::<bool>()));

    a_pair: Option<(u8, String)> = option((any::<u8>(), text()));
    a_pair_between_commas: Option<(u8, bool)> as comma = option(any::<(u8, bool)>());
    pairs: Option<Vec<(u8, String)>> = option(list((any::<u8>(), text())));
    an_array: Option<[i16; 2]> as repeat = option(any::<[i16; 2]>());
    a_map_of_numbers: BTreeMap<String, u32> = map(key(), any::<u32>());
    a_map_of_numbers_by_number: Option<BTreeMap<u32, i8>> = option(map(any::<u32>(), any::<i8>()));
    a_map_of_lists: BTreeMap<String, Vec<u8>> as comma = map(key(), list(any::<u8>()));
    maps: Option<Vec<BTreeMap<String, bool>>> = option(list(map(key(), any::<bool>())));
    a_struct: Option<Range> = option(range());
    structs: Option<Vec<Range>> = option(list(range()));
    an_enum: Option<Choice> = option(choice());
    enums: Option<Vec<Choice>> = option(list(choice()));
    an_untagged_enum: Option<Guess> = option(guess());
    untagged_enums: Option<Vec<Guess>> = option(list(guess()));

    a_filter_of_numbers: Option<Filter<u32>> = option(filter());
    a_filter_of_texts: Option<Filter<String>> = option(texts());
    a_filter_of_times: Option<DateFilter> = option(time().prop_map(DateFilter::gte));
    an_order: Option<SortBy> = option(order());
}

/// Finds records of a kind, with required and ruled fields whose names have brackets.
#[unified_endpoint(GET, "/unified/crm/records")]
#[derive(PartialEq)]
struct FindRecords {
    #[truto(entity, rename = "filter[type]")]
    kind: CrmEntity,
    #[truto(rename = "owner[id]")]
    owner: u32,
    #[truto(rename = "stage[in]", style = comma, only_for(Leads))]
    stages: Option<Vec<String>>,
    #[truto(rename = "ids[]", style = repeat)]
    ids: Option<Vec<u8>>,
    limit: Option<u8>,
    #[truto(rename = "limit[more]")]
    more: Option<bool>,
    sort_by: Option<SortBy>,
}

/// The same query without a rule.
#[unified_endpoint(GET, "/unified/crm/records")]
struct FindAnyRecords {
    #[truto(rename = "filter[type]")]
    kind: CrmEntity,
    #[truto(rename = "owner[id]")]
    owner: Option<String>,
    #[truto(rename = "stage[in]", style = comma)]
    stages: Option<Vec<String>>,
}

fn read<E: Endpoint>(query: &str) -> Result<E, Vec<String>> {
    let query = ReceivedQuery::parse(query).unwrap();
    let failures = |invalid: InvalidRequest| invalid.failures().iter().map(ToString::to_string).collect();
    Received::of_query(&query).read().map_err(failures)
}

#[tokio::test]
async fn a_field_with_brackets_is_found_and_its_rule_is_checked() {
    let sandbox = Sandbox::builder().endpoint(Registration::of::<FindRecords>()).in_process();
    let client = sandbox.client();
    let account = client.build().unwrap().account(sandbox.accounts().salesforce).unwrap();
    let find = FindRecords::builder().kind(CrmEntity::Leads).owner(7).stages(["a", "b"]).ids([1]).limit(3).more(true);
    let find = find.sort_by(SortBy::desc("name").then_asc("id")).build().unwrap();
    find.send(&account).await.unwrap();
    assert_eq!(read(&sandbox.requests()[0].query), Ok(find));

    let refused = FindAnyRecords::builder().kind(CrmEntity::Accounts).stages(["a"]).send(&account).await.unwrap_err();
    let Error::Api(refused) = refused else { panic!("{refused}") };
    let failures: Vec<&str> = refused.failures().iter().filter_map(|failure| failure.path()).collect();
    assert_eq!(failures, ["owner[id]", "stage[in]"]);
    assert!(refused.to_string().contains("`stage[in]` is not allowed when the entity is `accounts`"), "{refused}");
}

#[unified_endpoint(GET, "/unified/crm/lists")]
#[derive(PartialEq)]
struct Lists {
    numbers: Option<Vec<u8>>,
    #[truto(style = comma)]
    joined: Option<Vec<u8>>,
    by_name: BTreeMap<String, Vec<u8>>,
    only: Option<u8>,
    ranges: Option<Vec<Range>>,
}

#[test]
fn the_encodings_of_other_clients_are_understood() {
    let given = |list: &[u8]| (!list.is_empty()).then(|| list.to_vec());
    let lists = |numbers: &[u8], joined: &[u8]| Lists {
        numbers: given(numbers),
        joined: given(joined),
        by_name: BTreeMap::new(),
        only: None,
        ranges: None,
    };
    for query in [
        "numbers[]=1&numbers[]=2",
        "numbers=1&numbers=2",
        "numbers[0]=1&numbers[1]=2",
        "numbers[1]=2&numbers[0]=1",
        "numbers%5b%5d=1&numbers%5B%5D=2&only=&unknown[x]=1",
        "numbers=1&numbers[]=2",
        "numbers[4]=2&numbers[2]=1",
    ] {
        assert_eq!(read(query), Ok(lists(&[1, 2], &[])), "{query}");
    }
    assert_eq!(read("numbers=1"), Ok(lists(&[1], &[])));
    assert_eq!(read("numbers="), Ok(Lists { numbers: Some(vec![]), ..lists(&[], &[]) }));
    for query in ["joined=3,4", "joined[]=3&joined[]=4", "joined[0]=3&joined[1]=4", "joined=3&joined=4", "joined=3%2C4"]
    {
        assert_eq!(read(query), Ok(lists(&[], &[3, 4])), "{query}");
    }
    let maps: Lists = read("by_name[a][]=1&by_name[b]=2&by_name[0][0]=3").unwrap();
    assert_eq!(json!(maps.by_name), json!({"0": [3], "a": [1], "b": [2]}));
}

#[test]
fn invalid_values_are_refused_with_the_name_of_the_field() {
    for (query, failures) in [
        ("numbers[]=1&numbers[]=x", &[r#"`numbers`: invalid type: string "x", expected u8"#][..]),
        ("numbers[]=256", &["`numbers`: invalid value: integer `256`, expected u8"]),
        ("numbers[x]=1", &["`numbers`: invalid type: map, expected a sequence"]),
        ("only=1&only=2", &["`only`: invalid type: sequence, expected u8"]),
        ("only[a]=1", &["`only`: invalid type: map, expected u8"]),
        (
            "only=-1&joined=a",
            &["`joined`: invalid type: string \"a\", expected u8", "`only`: invalid value: integer `-1`, expected u8"],
        ),
        ("by_name=1", &["`by_name`: invalid type: string \"1\", expected a map"]),
        ("ranges[0][from]=1&ranges[0][form]=2", &["unknown key `ranges.0.form`"]),
        ("ranges[0][to]=1", &["`ranges`: missing field `from`"]),
    ] {
        assert_eq!(read::<Lists>(query).unwrap_err(), failures, "{query}");
    }
    let missing = read::<FindRecords>("stage[in]=a&filter[types]=leads").unwrap_err();
    assert_eq!(missing, ["`filter[type]` is missing", "`owner[id]` is missing"]);
}

/// A request with a field in each place.
#[unified_endpoint(POST, "/unified/crm/things/{id}")]
struct SendThing {
    id: u64,
    #[truto(query)]
    limit: Option<u32>,
    #[truto(header = "X-Scope")]
    scope: Option<bool>,
    #[truto(within = "deep")]
    at: Option<Timestamp>,
    size: Option<u8>,
}

#[test]
fn each_field_is_read_only_from_its_place() {
    let query = ReceivedQuery::parse("limit=10").unwrap();
    let thing = |path: Json, header: &str, body: Json, parts: Json| {
        let headers = [(HeaderName::from_static("x-scope"), header.parse().unwrap())].into_iter().collect();
        let object = |value: &Json| value.as_object().cloned().unwrap();
        let (path, body, parts) = (object(&path), object(&body), object(&parts));
        let received = Received::of_query(&query).path(&path).headers(&headers).body(&body).parts(&parts);
        Registration::of::<SendThing>().receive(received).map_err(|invalid| invalid.to_string())
    };
    let body = json!({"deep": {"at": "2024-01-01"}, "remote_data": {"x": 1}});
    let understood = thing(json!({"id": "7"}), "true", body, json!({"size": "9"})).unwrap();
    assert_eq!(Json::from(understood), json!({"deep": {"at": "2024-01-01"}, "size": 9}));
    // A key in the body must not be read as a field of another place, and neither must a common parameter of the query.
    let error =
        thing(json!({"id": "7"}), "true", json!({"limit": 5, "id": 8, "remote_query": {}}), json!({})).unwrap_err();
    for key in ["limit", "id", "remote_query"] {
        assert!(error.contains(&format!("unknown key `{key}`")), "{error}");
    }
    let error = thing(json!({"id": "x"}), "no", json!({"size": "9", "remote_data": []}), json!({})).unwrap_err();
    for reason in ["`id`: ", "`X-Scope`: ", "`size`: ", "`remote_data`: expected an object"] {
        assert!(error.contains(reason), "{reason}: {error}");
    }
    let error = thing(json!({"id": "7"}), "1", json!({"deep": {"at": "2024-02-30"}}), json!({})).unwrap_err();
    assert!(error.contains("names a date that does not exist"), "a client would not send it: {error}");
}
