use std::collections::BTreeMap;
use std::{fs, path};

use super::{Fields, body, query, record};
use crate::description::{Field, Kind, Text};
use crate::tree::Tree;

fn tree(json: &str) -> Tree {
    serde_json::from_str(json).unwrap()
}

fn fixture(name: &str) -> Vec<Field> {
    let path = path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas").join(format!("{name}.json"));
    record(&tree(&fs::read_to_string(path).unwrap())).unwrap().fields
}

/// The kinds of the fields, in short.
fn short(fields: &[Field]) -> BTreeMap<&str, String> {
    fields.iter().map(|field| (field.wire.as_str(), kind(&field.kind))).collect()
}

fn kind(kind_of: &Kind) -> String {
    match kind_of {
        Kind::Choice { values, .. } => values.join("|"),
        Kind::Object { fields, .. } => {
            let fields: Vec<String> =
                fields.iter().map(|field| format!("{}: {}", field.wire, kind(&field.kind))).collect();
            format!("{{{}}}", fields.join(", "))
        }
        Kind::List(item) => format!("[{}]", kind(item)),
        Kind::Map(value) => format!("map of {}", kind(value)),
        Kind::Any(why) => format!("any: {why}"),
        other => format!("{other:?}").to_lowercase(),
    }
}

macro_rules! assert_kinds {
    ($fixture:literal, $($wire:literal is $kind:literal),* $(,)?) => {
        let fields = fixture($fixture);
        let known = short(&fields);
        $(assert_eq!(known.get($wire).map(String::as_str), Some($kind), "{} of {}", $wire, $fixture);)*
    };
}

#[test]
fn nullable_is_read_in_both_dialects() {
    assert_kinds!("openapi_3_0_nullable", "priority" is "urgent|high|normal|low", "satisfaction" is "{score: offered|good|bad, comment: text}", "created_at" is "time", "via_channel" is "integer");
    assert_kinds!("json_schema_3_1_type_lists", "title" is "text", "estimate" is "number", "labels" is "[{name: text, color: text}]",
        "id" is "any: it is a string or a whole number", "body_or_lines" is "any: it is a string or a list");
    assert_kinds!("any_of_nullable_pydantic", "first_name" is "text", "age" is "integer", "emails" is "[text]", "level" is "junior|senior", "joined" is "time",
        "department" is "{id: text, parent: any: it contains itself}");
}

#[test]
fn what_may_be_null_is_not_required() {
    let fields = fixture("openapi_3_0_nullable");
    let required: Vec<&str> =
        fields.iter().filter(|field| field.is_required).map(|field| field.wire.as_str()).collect();
    assert_eq!(required, ["id", "subject"]);
    let schema = tree(r#"{"properties": {"a": {"type": ["string", "null"]}}, "required": ["a"]}"#);
    assert!(!record(&schema).unwrap().fields[0].is_required);
    let fields = fixture("draft_3_and_4");
    assert!(fields[0].is_required);
}

#[test]
fn references_are_followed_and_end() {
    assert_kinds!("refs_into_definitions", "id" is "text", "total" is "{amount: text, currency: text}", "lines" is "[{description: text, quantity: number, price: {amount: text, currency: text}}]");
    assert_kinds!("refs_into_components", "status" is "active|on_leave|terminated", "manager" is "{id: text, display_name: text}");
    assert_kinds!("refs_into_defs_with_siblings", "escaped" is "integer", "percent" is "boolean", "by_pointer" is "{id: text, email: text}", "whole" is "number");
    assert_kinds!("recursion_to_root", "children" is "[any: it contains itself]");
    assert_kinds!("cycle_of_refs", "a" is "any: it contains itself", "self" is "any: it contains itself");
    assert_kinds!("refs_to_nowhere", "missing" is "any: the schema refers to #/$defs/Missing, which it does not contain", "not_text" is "any: its `$ref` is not a string", "id" is "text");
    let owner = fixture("refs_into_defs_with_siblings").remove(0);
    assert_eq!(owner.description, Text::Foreign("Who is responsible.".to_owned()));
}

#[test]
fn combinations_become_the_widest_sound_type() {
    assert_kinds!("one_of_variants", "name" is "text", "amount" is "any: it is a number or a string", "when" is "time",
        "assignee" is "any: it is a string or an object", "payment" is "{kind: card|iban, last4: text, iban: text}", "stage" is "open|won|lost");
    let payment = fixture("one_of_variants").into_iter().find(|field| field.wire == "payment").unwrap();
    let Kind::Object { fields, .. } = payment.kind else { panic!() };
    assert_eq!(fields.iter().map(|field| field.is_required).collect::<Vec<_>>(), [true, false, false]);
    assert_kinds!("all_of_inheritance", "id" is "text", "created_at" is "time", "name" is "text", "kind" is "public|private|direct", "members" is "integer");
    assert_kinds!("all_of_that_contradicts", "a" is "any: the schema contradicts itself: it is a string and a whole number", "b" is "y", "d" is "integer",
        "c" is "{v: any: the schema contradicts itself: it is a string and a boolean}");
}

#[test]
fn a_type_that_is_not_named_is_found() {
    assert_kinds!("no_type_at_all", "profile" is "{city: any: the schema does not say what it is, zip: any: the schema does not say what it is}",
        "list" is "[{n: number}]", "state" is "on|off", "size" is "number", "short" is "text", "when" is "time", "never" is "any: the schema allows no value");
    assert_kinds!("properties_without_the_object", "type" is "user|group", "created_at" is "time");
    assert_kinds!("keywords_of_wrong_types", "id" is "any: its `type` is not the name of a type", "a" is "any: its type is strng, which JSON does not have",
        "g" is "any: its schema is not an object", "o" is "text", "r" is "any: the schema does not say what it is", "s" is "time", "u" is "{x: text}");
}

#[test]
fn values_are_choices_only_if_they_are_strings() {
    assert_kinds!("enum_with_null", "gender" is "male|female|non-binary|prefer not to say", "typed" is "a|b", "empty" is "text", "with_empty_text" is "low|high");
    assert_kinds!("enum_mixed", "priority" is "any: it is a whole number or a string", "numbers" is "integer", "floats" is "number", "booleans" is "boolean", "twice" is "a|b");
    let numbers = fixture("enum_mixed").into_iter().find(|field| field.wire == "numbers").unwrap();
    assert_eq!(numbers.notes, [Text::Ours("Values: `0`, `1`, `2`".to_owned())]);
}

#[test]
fn objects_and_lists_of_any_depth_have_types() {
    assert_kinds!("additional_properties", "labels" is "map of text", "nested" is "map of {id: text}", "both" is "{known: text}", "pattern" is "map of text", "closed" is "any: the schema names no fields");
    assert_kinds!("arrays_nested", "cube" is "[[[integer]]]", "untyped" is "[any: the schema does not say what an item is]", "enums" is "[read|write]");
    assert_kinds!("tuples", "point_2020" is "[number]", "point_draft7" is "[number]", "mixed" is "[any: each item of the list has its own type]");
    assert_kinds!("envelope_of_a_list", "name" is "text");
    assert_kinds!("array_at_the_root", "name" is "text");
    assert_kinds!("huge/arrays_of_forty_levels", "id" is "text");
    let secrets = fixture("formats").into_iter().filter(|field| field.is_secret).map(|field| field.wire);
    assert_eq!(secrets.collect::<Vec<_>>(), ["secret", "hidden"]);
}

#[test]
fn a_small_schema_cannot_become_endless() {
    fn count(fields: &[Field]) -> usize {
        fields
            .iter()
            .map(|field| 1 + if let Kind::Object { fields, .. } = &field.kind { count(fields) } else { 0 })
            .sum()
    }
    assert!(count(&fixture("huge/fan_of_refs")) < 10_000);
    let mut bomb =
        String::from(r##"{"properties": {"a": {"$ref": "#/$defs/d0"}}, "$defs": {"d64": {"type": "string"}"##);
    for level in 0..64 {
        let next = format!(r##"{{"$ref": "#/$defs/d{}"}}"##, level + 1);
        bomb +=
            &[r#", "d"#, &level.to_string(), r#"": {"anyOf": ["#, &next, ",", &next, r#"], "allOf": ["#, &next, "]}"]
                .concat();
    }
    bomb.push_str("}}");
    assert_eq!(record(&tree(&bomb)).unwrap().fields.len(), 1);
}

#[test]
fn what_is_no_schema_of_a_record_is_refused() {
    let folder = path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas/refused");
    let mut messages = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        // A text that is no JSON does not get as far as a schema.
        let Ok(tree) = serde_json::from_str::<Tree>(&fs::read_to_string(&path).unwrap()) else { continue };
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        messages.insert(name, record(&tree).unwrap_err().to_string());
    }
    assert_eq!(messages["a_text_type"], "the schema describes a string, not a record: describe it in the overrides");
    assert_eq!(messages["text"], "the schema is a string, not an object: a schema looks like {\"type\": \"object\"}");
    assert!(
        messages["no_fields"].starts_with("the schema describes no record: the schema names no fields"),
        "{messages:?}"
    );
    assert!(messages["ref_to_nowhere"].contains("refers to #/$defs/Missing"), "{messages:?}");
    assert!(messages.len() >= 9, "{messages:?}");
}

#[test]
fn filters_and_orders_of_a_query_are_recognised() {
    let schema = r#"{"type": "object", "properties": {
        "name": {"anyOf": [{"type": "string"}, {"type": "object", "properties": {"eq": {"type": "string"}, "in": {"type": "array"}}}]},
        "size": {"type": "object", "properties": {"gt": {"type": "integer"}, "exists": {"type": "boolean"}}},
        "updated_at": {"type": "object", "properties": {"gte": {"type": "string", "format": "date-time"}, "lt": {"type": "string"}}},
        "owner": {"type": "object", "properties": {"id": {"type": "string"}}},
        "sort_by": {"type": "object", "properties": {"name": {"enum": ["asc", "desc"]}, "size": {"enum": ["asc", "desc"]}}},
        "order": {"type": "object", "additionalProperties": {"type": "string", "enum": ["asc", "desc"]}}
    }}"#;
    let Fields { fields, .. } = query(&tree(schema)).unwrap();
    let expected = ["text", "integer", "time", "{id: text}", r#"order(["name", "size"])"#, "order([])"];
    assert_eq!(fields.iter().map(|field| kind(&field.kind)).collect::<Vec<_>>(), expected);
    let parameters = r#"[{"name": "limit", "in": "query", "required": true, "schema": {"type": "integer"}}, {"name": "X", "in": "header"}]"#;
    let fields = query(&tree(parameters)).unwrap().fields;
    assert_eq!((fields.len(), fields[0].is_required, &fields[0].kind), (1, true, &Kind::Integer));
}

#[test]
fn a_request_may_take_nothing() {
    for nothing in ["null", "{}", "true", r#"{"type": "object"}"#, r#"{"type": "object", "properties": {}}"#] {
        assert_eq!(query(&tree(nothing)).unwrap(), Fields::default(), "{nothing}");
        assert_eq!(body(&tree(nothing)).unwrap(), Fields::default(), "{nothing}");
    }
    let error = body(&tree(r#"{"type": "array", "items": {}}"#)).unwrap_err().to_string();
    assert!(error.starts_with("the schema of the body describes a list, not an object"), "{error}");
    let written =
        body(&tree(r#"{"properties": {"id": {"type": "string", "readOnly": true}, "name": {"type": "string"}}}"#));
    assert_eq!(written.unwrap().fields.len(), 1);
}
