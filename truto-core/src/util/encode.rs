//! `Encode`: serde's `Serialize` as a trait object, for the encoder of requests.

use serde::Serialize;
use serde_json::Value;

use crate::util::encoder::{Encoder, Written};
use crate::util::json;

/// A value of any type that serde can serialize.
///
/// Only derived code uses it.
pub trait Encode {
    /// Writes the value, or leaves it out.
    #[doc(hidden)]
    fn encode(&self, encoder: Encoder<'_>) -> Result<Written, serde_json::Error>;
}

impl<T: Serialize> Encode for T {
    fn encode(&self, encoder: Encoder<'_>) -> Result<Written, serde_json::Error> {
        self.serialize(encoder)
    }
}

impl dyn Encode + '_ {
    /// Appends the value to `out` as JSON text.
    ///
    /// # Errors
    /// If the type's own `Serialize` fails, or a number is not finite: `serde_json` writes it as `null`, which would clear the field.
    pub fn write_json(&self, out: &mut Vec<u8>) -> Result<(), serde_json::Error> {
        self.encode(Encoder::value(out)).map(drop)
    }

    /// The value as a JSON tree, with the same numbers as the text.
    ///
    /// # Errors
    /// Those of `write_json`, or an integer that the tree would round.
    pub fn to_json(&self) -> Result<Value, serde_json::Error> {
        let mut text = Vec::new();
        self.write_json(&mut text)?;
        json::tree(&text)
    }

    /// The value of a field as a JSON tree; `None` if the field is left out.
    pub(crate) fn field_to_json(&self) -> Result<Option<Value>, serde_json::Error> {
        let mut text = Vec::new();
        if self.encode(Encoder::field(&mut text))? { json::tree(&text).map(Some) } else { Ok(None) }
    }
}

// `Option<Option<T>>` is what the cases are about.
#[cfg(test)]
#[expect(clippy::option_option, clippy::trivially_copy_pass_by_ref)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

    use serde_json::value::RawValue;
    use serde_json::{Value, json};

    use super::{Encode, Encoder};
    use crate::request::encode::field_ref::FieldRef;
    use crate::{Filter, Patch, SortBy};

    #[derive(serde::Serialize)]
    enum Shape {
        Unit,
        Newtype(f64),
        Tuple(u8, Option<f32>),
        Struct { at: Vec<f64>, to: Option<u8> },
        Nothing(Option<u8>),
    }

    /// Text and tree, which agree.
    fn both(value: &dyn Encode) -> Option<(String, Value)> {
        let mut text = Vec::new();
        let written = value.write_json(&mut text).is_ok();
        let tree = value.to_json().ok();
        assert_eq!(written, tree.is_some(), "text and tree agree");
        let (text, tree) = (String::from_utf8(text).unwrap(), tree?);
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), tree);
        Some((text, tree))
    }

    fn text(value: &dyn Encode) -> String {
        both(value).expect("it can be written").0
    }

    #[test]
    fn a_number_that_is_not_finite_is_refused_at_any_depth() {
        let refused: &[&dyn Encode] = &[
            &f64::NAN,
            &f32::INFINITY,
            &Some(f64::NEG_INFINITY),
            &vec![Some(1.0), None, Some(f64::NAN)],
            &BTreeMap::from([("a", (1, f32::NAN))]),
            &Shape::Newtype(f64::NAN),
            &Shape::Tuple(1, Some(f32::NAN)),
            &Shape::Struct { at: vec![1.0, f64::INFINITY], to: None },
        ];
        for (index, value) in refused.iter().enumerate() {
            assert_eq!(both(*value), None, "value {index}");
        }
        let nan: &dyn Encode = &f64::NAN;
        assert!(nan.to_json().unwrap_err().to_string().contains("not finite"));
    }

    #[test]
    fn everything_is_written_as_serde_json_does() {
        #[derive(serde::Serialize)]
        struct Unit;
        #[derive(serde::Serialize)]
        struct Newtype(u8);
        #[derive(serde::Serialize)]
        struct Pair(u8, String);
        #[derive(serde::Serialize)]
        struct Empty {}

        fn same<T: serde::Serialize>(value: T) {
            assert_eq!(text(&value), serde_json::to_string(&value).unwrap());
        }
        same(vec![Some("null"), None]);
        same(((), 1.5, "a\"\u{0}\u{2028}é", 'x', true, String::new(), [0_u8; 0]));
        same([0.0, -0.0, 1e20, -1e20, 1e-7, 5e-324, f64::MAX, f64::MIN_POSITIVE, 0.1]);
        same([0.1_f32, 1.1, -16.3, 3.0e-7, f32::MAX, f32::MIN_POSITIVE]);
        same((u64::MAX, i64::MIN, u8::MAX, i8::MIN, u16::MAX, i16::MIN, u32::MAX, i32::MIN));
        same((1_u128, -1_i128, u128::from(u64::MAX)));
        same((Unit, Newtype(1), Pair(1, "b".to_owned()), Empty {}));
        same((Shape::Unit, Shape::Newtype(1.0), Shape::Tuple(1, None), Shape::Nothing(None)));
        same(Shape::Struct { at: vec![], to: Some(1) });
        same((BTreeMap::from([(1_u8, 'a'), (2, 'b')]), BTreeMap::<u8, u8>::new(), BTreeMap::from([(true, Some(()))])));
        same(BTreeMap::from([(-1_i64, None), (1, Some(1))]));
        same(BTreeMap::from([('"', "quoted")]));
        same(json!({"a": [null, {"b": null, "c": 1.5}], "d": {}}));
        same((std::net::Ipv4Addr::LOCALHOST, std::time::Duration::from_millis(1500)));
    }

    #[test]
    fn integers_of_any_width_are_written_and_never_rounded() {
        for wide in [u128::MAX, u128::from(u64::MAX) + 1] {
            let mut text = Vec::new();
            let value: &dyn Encode = &wide;
            value.write_json(&mut text).unwrap();
            assert_eq!(text, wide.to_string().as_bytes());
            // A tree holds it, digit by digit, or refuses it.
            if let Ok(tree) = value.to_json() {
                assert_eq!(tree.to_string(), wide.to_string());
            }
        }
    }

    #[derive(Default, serde::Serialize)]
    struct Person {
        name: Option<String>,
        phone: Patch<String>,
        manager: Option<Box<Person>>,
        nickname: Option<Option<String>>,
        tags: Vec<Option<u8>>,
        custom: BTreeMap<String, Option<u8>>,
        nothing: (),
        json: Value,
        wrapped: Wrapped,
        transparent: Transparent,
    }

    #[derive(Default, serde::Serialize)]
    struct Wrapped(Option<u8>);

    #[derive(Default, serde::Serialize)]
    #[serde(transparent)]
    struct Transparent {
        only: Patch<Option<u8>>,
    }

    #[test]
    fn a_field_that_is_none_is_left_out_and_a_place_that_was_given_is_null() {
        assert_eq!(text(&Person::default()), r#"{"tags":[],"custom":{},"nothing":null,"json":null}"#);
        let given = Person {
            name: None,
            phone: Patch::Clear,
            manager: Some(Box::default()),
            nickname: Some(None),
            tags: vec![None, Some(1)],
            custom: BTreeMap::from([("a".to_owned(), None)]),
            nothing: (),
            json: json!({"b": null}),
            wrapped: Wrapped(Some(1)),
            transparent: Transparent { only: Patch::Set(None) },
        };
        assert_eq!(
            text(&given),
            r#"{"phone":null,"manager":{"tags":[],"custom":{},"nothing":null,"json":null},"nickname":null,"tags":[null,1],"#
                .to_owned()
                + r#""custom":{"a":null},"nothing":null,"json":{"b":null},"wrapped":1,"transparent":null}"#
        );
        assert_eq!(text(&vec![Shape::Struct { at: vec![], to: None }]), r#"[{"Struct":{"at":[]}}]"#);
        let none: Option<u8> = None;
        assert_eq!(
            text(&(none, Wrapped(None), [none], Shape::Nothing(None))),
            r#"[null,null,[null],{"Nothing":null}]"#
        );
    }

    #[test]
    fn every_way_of_tagging_leaves_none_out() {
        #[derive(serde::Serialize)]
        #[serde(tag = "t")]
        enum Internal {
            Person { name: Option<u8>, phone: Patch<u8> },
            Of(One),
        }
        #[derive(serde::Serialize)]
        #[serde(tag = "t", content = "c")]
        enum Adjacent {
            Person { name: Option<u8>, phone: Patch<u8> },
        }
        #[derive(serde::Serialize)]
        #[serde(untagged)]
        enum Untagged {
            Person { name: Option<u8>, phone: Patch<u8> },
        }
        #[derive(Clone, serde::Serialize)]
        struct One {
            name: Option<u8>,
            phone: Patch<u8>,
        }
        let one = One { name: None, phone: Patch::Leave };
        assert_eq!(text(&Internal::Person { name: None, phone: Patch::Leave }), r#"{"t":"Person"}"#);
        assert_eq!(text(&Internal::Of(one.clone())), r#"{"t":"Of"}"#);
        assert_eq!(text(&Adjacent::Person { name: None, phone: Patch::Leave }), r#"{"t":"Person","c":{}}"#);
        assert_eq!(text(&Untagged::Person { name: None, phone: Patch::Clear }), r#"{"phone":null}"#);
        assert_eq!(text(&std::sync::Arc::new(&one).name), "null");
    }

    #[test]
    fn a_struct_with_flattened_fields_leaves_none_out_and_a_flattened_map_does_not() {
        #[derive(serde::Serialize)]
        struct Outer {
            name: Option<u8>,
            phone: Patch<u8>,
            #[serde(flatten)]
            inner: Inner,
            #[serde(flatten)]
            more: BTreeMap<String, Option<u8>>,
        }
        #[derive(serde::Serialize)]
        struct Inner {
            email: Option<u8>,
            fax: Patch<u8>,
            kept: Option<Option<u8>>,
        }
        let outer = |phone, fax| Outer {
            name: None,
            phone,
            inner: Inner { email: None, fax, kept: Some(None) },
            more: BTreeMap::from([("x".to_owned(), None)]),
        };
        assert_eq!(text(&outer(Patch::Leave, Patch::Clear)), r#"{"fax":null,"kept":null,"x":null}"#);
        assert_eq!(text(&outer(Patch::Clear, Patch::Leave)), r#"{"phone":null,"kept":null,"x":null}"#);
    }

    /// `with = "serde_with::rust::double_option"` writes this. The documentation of `Patch` warns of it.
    #[test]
    fn a_none_that_a_module_writes_is_left_out() {
        mod double_option {
            #[expect(clippy::ref_option, reason = "serde gives a reference")]
            pub(super) fn serialize<S: serde::Serializer>(
                value: &Option<Option<u8>>,
                to: S,
            ) -> Result<S::Ok, S::Error> {
                match value {
                    None => to.serialize_unit(),
                    Some(None) => to.serialize_none(),
                    Some(Some(value)) => to.serialize_some(value),
                }
            }
        }
        #[derive(serde::Serialize)]
        struct Update {
            #[serde(skip_serializing_if = "Option::is_none")]
            plain: Option<Option<u8>>,
            #[serde(skip_serializing_if = "Option::is_none", with = "double_option")]
            module: Option<Option<u8>>,
        }
        let update = |value| Update { plain: value, module: value };
        assert_eq!(text(&update(None)), "{}");
        assert_eq!(text(&update(Some(Some(1)))), r#"{"plain":1,"module":1}"#);
        assert_eq!(text(&update(Some(None))), r#"{"plain":null}"#);
    }

    #[test]
    fn patch_leave_is_refused_where_nothing_can_be_left_out() {
        let leave = Patch::<u8>::Leave;
        let refused: &[&dyn Encode] =
            &[&leave, &vec![leave], &Some(leave), &BTreeMap::from([("a", leave)]), &(leave, 1)];
        for value in refused {
            assert_eq!(both(*value), None);
        }
        let value: &dyn Encode = &leave;
        assert!(value.to_json().unwrap_err().to_string().contains("Patch::Leave"));
    }

    #[test]
    fn json_that_is_written_already_passes_untouched() {
        #[derive(serde::Serialize)]
        struct Holder {
            raw: Box<RawValue>,
            again: Option<Box<RawValue>>,
            number: serde_json::Number,
        }
        let raw = r#"{ "b": null, "a": [1.50, 1e2, null],"b" : 12345678901234567890123 }"#;
        let raw = || RawValue::from_string(raw.to_owned()).unwrap();
        let number: serde_json::Number = "1.5".parse().unwrap();
        let holder = Holder { raw: raw(), again: Some(raw()), number };
        let mut text = Vec::new();
        let value: &dyn Encode = &holder;
        value.write_json(&mut text).unwrap();
        let raw = raw();
        let expected = format!(r#"{{"raw":{0},"again":{0},"number":1.5}}"#, raw.get());
        assert_eq!(String::from_utf8(text).unwrap(), expected);
    }

    #[test]
    fn a_small_float_is_spelt_the_same_in_text_and_tree() {
        for value in [0.1_f32, 1.1, -16.3, 3.0e-7] {
            let (text, tree) = both(&Some(value)).unwrap();
            assert_eq!(text, tree.to_string());
        }
        assert_eq!(both(&0.1_f32).unwrap().0, "0.1");
    }

    #[test]
    fn an_unordered_collection_is_sorted() {
        let numbers = || (0..50_u32).map(|n| n * 7 % 50);
        let set: HashSet<u32> = numbers().collect();
        let map: HashMap<u32, Vec<u32>> = numbers().map(|n| (n, vec![2, 1])).collect();
        for _ in 0..20 {
            let again: HashSet<u32> = set.iter().copied().collect();
            assert_eq!(text(&again), text(&set));
            let again: HashMap<u32, Vec<u32>> = map.clone().into_iter().collect();
            assert_eq!(text(&again), text(&map));
        }
        assert_eq!(text(&HashSet::from(["b", "a", "c"])), r#"["a","b","c"]"#);
        assert_eq!(text(&HashSet::<u8>::new()), "[]");
        assert_eq!(text(&HashMap::from([("only", HashSet::from([1]))])), r#"{"only":[1]}"#);
        assert_eq!(text(&HashMap::from([("b", 1), ("a", 2)])), r#"{"a":2,"b":1}"#);
        // An ordered one keeps its order.
        assert_eq!(text(&vec!["b", "a"]), r#"["b","a"]"#);
        assert_eq!(text(&BTreeSet::from(["b", "a"])), r#"["a","b"]"#);
    }

    fn identity(value: &dyn Encode) -> String {
        let mut out = Vec::new();
        value.encode(Encoder::identity(&mut out)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn an_identity_keeps_the_order_of_what_has_one() {
        let filter = |values: [&str; 2]| Filter::<String>::one_of(values);
        assert_eq!(identity(&filter(["b", "a"])), identity(&filter(["a", "b"])));
        assert_ne!(identity(&filter(["b", "a"])), identity(&filter(["b", "c"])));
        let between = |low: f64, high| Filter::gte(low).and_lt(high);
        assert_eq!(identity(&between(1.0, 2.0)), identity(&Filter::lt(2.0).and_gte(1.0)));
        let order = |first: &str, then: &str| Some(SortBy::asc(first).then_desc(then));
        assert_ne!(identity(&order("b", "a")), identity(&order("a", "b")));
        assert_ne!(identity(&vec!["b", "a"]), identity(&vec!["a", "b"]));
        assert_ne!(identity(&0.1), identity(&0.2));
        assert_ne!(identity(&"0.1"), identity(&0.1));
        assert_eq!(
            identity(&json!({"n": 0.1, "m": 7})),
            identity(&BTreeMap::from([("n", json!(0.1)), ("m", json!(7))]))
        );
    }

    #[test]
    fn an_option_of_an_alias_is_given_or_not() {
        type Maybe = Option<u8>;
        let none: Maybe = None;
        let spelt = |field_ref: FieldRef<'_>| match field_ref {
            FieldRef::Absent => None,
            FieldRef::Value(value) => value.field_to_json().unwrap(),
            other => panic!("{other:?}"),
        };
        assert_eq!(spelt(FieldRef::required(&none)), None);
        assert_eq!(spelt(FieldRef::optional(&None::<Maybe>)), None);
        assert_eq!(spelt(FieldRef::optional(&Some(none))), Some(Value::Null));
        assert_eq!(spelt(FieldRef::patch(&Patch::Set(none))), Some(Value::Null));
        assert_eq!(spelt(FieldRef::required(&Some(1))), Some(json!(1)));
    }
}
