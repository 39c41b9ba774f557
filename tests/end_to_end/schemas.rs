//! JSON Schemas compared with the run-time check: both accept the same random bodies.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::num::NonZeroU8;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use truto_core::contract::{Kind, Place};
use truto_core::crm::{CreateAssociation, CrmEntity};
use truto_core::server::Registration;
use truto_core::{
    Endpoint as _, File, Filter, Patch, Reference, Registry, SortBy, Timestamp, endpoints, unified_endpoint,
};

type Links = Vec<Reference>;
// The macro refuses these types in a body. It cannot see them behind an alias.
type Order = SortBy;
type Condition<T> = Filter<T>;

#[unified_endpoint(PATCH, "/unified/crm/contacts/{contact}")]
struct UpdateContact {
    contact: String,
    name: Patch<String>,
    #[truto(within = "address.main")]
    city: Patch<String>,
    #[truto(within = "address")]
    kind: Option<String>,
    tags: Patch<Vec<String>>,
    links: Links,
    other_links: Option<Links>,
    owner: Patch<Reference>,
    #[truto(query)]
    notify: Option<bool>,
    #[truto(header = "X-Trace")]
    trace: Option<String>,
}

#[unified_endpoint(POST, "/unified/crm/numbers")]
struct SendNumbers {
    small: u8,
    signed: i32,
    long: Option<i64>,
    large: Vec<u64>,
    larger: Option<u128>,
    price: Option<f64>,
    more: Vec<Option<f32>>,
    #[truto(default)]
    count: u32,
    letter: char,
    open: Patch<bool>,
    #[truto(within = "deep.er")]
    needed: u16,
}

#[unified_endpoint(POST, "/unified/crm/ruled")]
struct SendRuled {
    #[truto(entity, within = "of.kind")]
    of: CrmEntity,
    #[truto(only_for(Leads))]
    stage: Patch<String>,
    #[truto(within = "of.more", only_for(Accounts, Leads))]
    score: Option<i16>,
    #[truto(only_for(Contacts))]
    notes: Option<Vec<String>>,
    #[truto(default)]
    loud: bool,
    second: Option<CrmEntity>,
    #[truto(secret)]
    passphrase: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Mine {
    deep: Value,
}

#[unified_endpoint(POST, "/unified/crm/plain/{into}/merge")]
struct Merge {
    into: u32,
    remote: Option<Value>,
    #[truto(within = "remote_data", rename = "note")]
    note: Option<String>,
    matrix: Vec<Vec<i8>>,
}

#[unified_endpoint(POST, "/unified/crm/shapes")]
struct SendShapes {
    map: BTreeMap<String, u8>,
    by_list: Option<HashMap<String, Vec<i8>>>,
    pair: Option<(u8, String)>,
    pairs: Vec<(u8, bool)>,
    array: Patch<[u8; 2]>,
    set: Option<BTreeSet<i16>>,
    rank: Option<NonZeroU8>,
    at: Option<Timestamp>,
    order: Option<Order>,
}

#[unified_endpoint(POST, "/unified/crm/files", body = multipart)]
struct UploadParts {
    name: Option<String>,
    file: File,
    more: Vec<File>,
    other: Option<Document>,
}

#[unified_endpoint(PUT, "/unified/crm/files", body = raw)]
struct PutFile {
    file: File,
}

type Document = File;

const API: Registry =
    endpoints![CreateAssociation, UpdateContact, SendNumbers, SendRuled, Merge, SendShapes, UploadParts, PutFile];

/// xorshift64 with a fixed seed, so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }
}

/// Values for fields. `1.0` is not among them, because a schema cannot tell it from `1`.
fn values() -> Vec<Value> {
    let numbers = [json!(0), json!(-1), json!(7), json!(255), json!(256), json!(65_535), json!(65_536), json!(-32_769)];
    let limits = [json!(i32::MIN), json!(i64::from(i32::MAX) + 1), json!(u32::MAX), json!(1_u64 << 32)];
    let larger = [json!(i64::MAX), json!(i64::MIN), json!(1_u64 << 63), json!(u64::MAX), json!(0.5), json!(-1e300)];
    let texts = ["", "x", "é", "ab", "1", "leads", "accounts", "contacts", "opportunities", "Leads"].map(Value::from);
    let others = [
        json!(null),
        json!(true),
        json!(false),
        json!([]),
        json!({}),
        json!([null]),
        json!(["a"]),
        json!(["a", 1]),
        json!([1, 2]),
        json!([[1], []]),
        json!([[300]]),
        json!([0.5, null]),
        json!([{ "id": "1" }]),
        json!([{ "id": 1 }, { "id": u64::MAX }]),
        json!([{ "id": 1.5 }]),
        json!([{ "id": null }]),
        json!([{ "id": "1", "name": "x" }]),
        json!([["1"]]),
        json!({ "id": "1" }),
        json!({ "id": -1 }),
        json!({ "id": ["1"] }),
        json!({ "name": "x" }),
        json!({ "a": 1, "b": 255 }),
        json!({ "a": [1], "": [] }),
        json!({ "a": "asc", "b": "desc" }),
        json!({ "a": "up" }),
        json!([1, "x"]),
        json!([1, 2, 3]),
        json!([[1, true], [2, false]]),
        json!([[1]]),
        json!({ "base64": "aGk=" }),
        json!([{ "base64": "", "file_name": "x", "content_type": null }]),
        json!({ "base64": "aGl=" }),
        json!({ "base64": "aGk" }),
        json!({ "base64": "aGk=", "name": "x" }),
        json!({ "file_name": "x" }),
        json!("2024-01-01"),
    ];
    numbers.into_iter().chain(limits).chain(larger).chain(texts).chain(others).collect()
}

/// Returns a random body: valid values for each field, and then a few mistakes.
fn body(random: &mut Random, registration: Registration, values: &[Value]) -> Value {
    let contract = registration.contract();
    let schema = contract.body_schema().unwrap();
    let mut body = Value::Object(Map::new());
    for field in contract.fields().iter().filter(|field| field.place() == Place::Body) {
        if !field.is_required() && random.below(3) > 0 {
            continue;
        }
        let own = field.objects().iter().fold(&schema, |schema, name| &schema["properties"][*name]);
        let own = &own["properties"][field.wire_name()];
        let own = jsonschema::validator_for(own).unwrap();
        let value = if random.below(12) > 0 {
            let fitting: Vec<&Value> = values.iter().filter(|value| own.is_valid(value)).collect();
            random.one(&fitting).clone()
        } else {
            random.one(values)
        };
        let object = field.objects().iter().fold(&mut body, |body, name| &mut body[*name]);
        object[field.wire_name()] = value;
    }
    if random.below(3) == 0 {
        mistake(random, &mut body, values);
    }
    if random.below(40) == 0 {
        body = random.one(values);
    }
    body
}

/// Makes one mistake: another value, a missing key, or an unknown key.
fn mistake(random: &mut Random, body: &mut Value, values: &[Value]) {
    let Value::Object(members) = body else {
        *body = random.one(values);
        return;
    };
    let keys: Vec<String> = members.keys().cloned().collect();
    let choice = random.below(5);
    if keys.is_empty() || choice == 0 {
        members.insert(
            random.one(&["unknown", "remote_data", "of", "address", "entity", "deep"]).to_owned(),
            random.one(values),
        );
        return;
    }
    let key = random.one(&keys);
    match choice {
        1 => drop(members.remove(&key)),
        2 => drop(members.insert(key, random.one(values))),
        _ => mistake(random, &mut members[&key], values),
    }
}

/// Adds the fields outside of the body, which a body schema does not describe. Bodies have no keys of these names, because
/// the check reads both from one document.
fn with_the_rest(registration: Registration, body: &Value) -> Value {
    let mut document = body.clone();
    if let Value::Object(members) = &mut document {
        for field in registration.contract().fields().iter().filter(|field| field.place() == Place::Path) {
            let value = if field.kind() == Kind::Integer { json!(1) } else { json!("1") };
            members.insert(field.wire_name().to_owned(), value);
        }
    }
    document
}

#[test]
fn a_schema_and_the_check_agree_on_ten_thousand_bodies() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let values = values();
    let per_endpoint = 10_000 / API.iter().count();
    for registration in API.iter() {
        let schema = registration.contract().body_schema().unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let mut accepted = 0;
        for _ in 0..per_endpoint {
            let body = body(&mut random, registration, &values);
            let checked = registration.validate(&with_the_rest(registration, &body));
            let found: Vec<String> = validator.iter_errors(&body).map(|error| error.to_string()).collect();
            assert_eq!(
                checked.is_ok(),
                found.is_empty(),
                "{} and {body}\nthe check: {checked:?}\nthe schema: {found:?}\n{schema:#}",
                registration.contract()
            );
            accepted += usize::from(checked.is_ok());
        }
        // Both valid and invalid bodies must be frequent.
        let share = accepted * 100 / per_endpoint;
        assert!((10..=90).contains(&share), "{}: {share} % are valid", registration.contract());
    }
}

#[unified_endpoint(POST, "/unified/crm/mine")]
struct SendMine {
    mine: Mine,
}

#[test]
fn a_type_without_a_shape_accepts_any_json_in_the_schema() {
    let schema = SendMine::CONTRACT.body_schema().unwrap();
    assert_eq!(schema["properties"]["mine"], json!({}));
    assert!(Registration::of::<SendMine>().validate(&json!({ "mine": 1 })).is_err());
}

#[unified_endpoint(POST, "/unified/crm/found")]
struct SendFilters {
    amount: Option<Condition<u8>>,
    name: Condition<String>,
}

#[test]
fn the_schema_of_a_filter_accepts_filters() {
    let schema = SendFilters::CONTRACT.body_schema().unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    for request in [
        SendFilters::builder().name("x"),
        SendFilters::builder().name(Filter::one_of(["a", "b"])).amount(7),
        SendFilters::builder().name(Filter::like("a").and_exists(true)).amount(Filter::gt(1).and_none_of([2, 3])),
    ] {
        let written = serde_json::to_value(request.build()).unwrap();
        assert!(validator.is_valid(&written), "{written}");
        SendFilters::from_value(written).unwrap();
    }
    for wrong in [
        json!({}),
        json!({ "name": {} }),
        json!({ "name": { "is": "x" } }),
        json!({ "name": "x", "amount": 256 }),
        json!({ "name": "x", "amount": { "gt": 256 } }),
        json!({ "name": "x", "amount": { "exists": 1 } }),
    ] {
        assert!(!validator.is_valid(&wrong), "{wrong}");
        assert!(SendFilters::from_value(wrong).is_err());
    }
}

#[unified_endpoint(GET, "/unified/crm/contacts/{id}")]
struct GetContact {
    id: String,
    fields: Option<Vec<String>>,
}

#[test]
fn two_methods_of_one_path_are_one_path_of_the_document() {
    let api = endpoints![UpdateContact, GetContact];
    let document = api.openapi("Contacts", "1.0.0");
    assert_eq!(document["paths"].as_object().unwrap().len(), 1);
    let path = &document["paths"]["/unified/crm/contacts/{contact}"];
    let names = |method: &str| -> Vec<Value> {
        let own = path[method]["parameters"].as_array().unwrap().iter();
        own.filter_map(|parameter| parameter.get("name").cloned()).collect()
    };
    assert_eq!(names("get"), ["contact", "fields[]"]);
    assert_eq!(names("patch"), ["contact", "notify", "X-Trace"]);
    assert!(path["get"].get("requestBody").is_none());
}
