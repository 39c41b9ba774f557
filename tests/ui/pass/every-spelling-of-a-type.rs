//! Types with a path, in parentheses, nested, boxed; numbers, `char`, maps, tuples and arrays.
//! Their setters take them without a conversion.

#![allow(unused_qualifications, clippy::option_option)]

use std::borrow::Cow;
use std::collections::BTreeMap;

use truto_core::{Json, Reference, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/things")]
pub struct CreateThing {
    pub text: std::string::String,
    pub shared: Box<str>,
    pub borrowed: Cow<'static, str>,
    pub number: u64,
    pub fraction: Option<f64>,
    pub letter: char,
    pub flag: std::option::Option<bool>,
    pub list: std::vec::Vec<std::primitive::u8>,
    pub lists: Vec<Vec<String>>,
    pub set_or_empty: Option<Vec<Reference>>,
    pub map: Option<BTreeMap<String, Json>>,
    pub pair: (i32, String),
    pub array: [u8; 2],
    pub unit: (),
    pub maybe: Option<Option<String>>,
    pub json: Json,
}

#[test]
fn its_setter_takes_it() {
    let thing = CreateThing::builder()
        .text("t")
        .shared(Box::<str>::from("s"))
        .borrowed("b")
        .number(1)
        .fraction(0.5)
        .letter('x')
        .flag(true)
        .list([1, 2])
        .lists([vec!["a".to_owned()]])
        .set_or_empty([] as [Reference; 0])
        .map(BTreeMap::new())
        .pair((1, "p".to_owned()))
        .array([1, 2])
        .unit(())
        .json(3)
        .build();
    let sent = serde_json::json!({
        "text": "t", "shared": "s", "borrowed": "b", "number": 1, "fraction": 0.5, "letter": "x", "flag": true,
        "list": [1, 2], "lists": [["a"]], "set_or_empty": [], "map": {}, "pair": [1, "p"], "array": [1, 2],
        "unit": null, "json": 3,
    });
    assert_eq!(serde_json::to_value(&thing).unwrap(), sent);
    let read: CreateThing = serde_json::from_value(sent.clone()).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap(), sent);
}
