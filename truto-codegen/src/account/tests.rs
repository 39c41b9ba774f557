use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{Said, SaidMethod, SaidResource, assemble};
use crate::description::{Kind, Model, Text};
use crate::overrides::Overrides;
use crate::tree::Tree;
use crate::write::{Style, declarations};

fn said(schema: Option<&Tree>) -> Said {
    let method = |_| SaidMethod {
        schema: schema.cloned(),
        query_schema: schema.cloned(),
        request_body_schema: schema.cloned(),
        failure: None,
    };
    let methods = ["list", "get", "create", "update", "merge"].map(|name| (name.to_owned(), method(name)));
    let resource = SaidResource { methods: BTreeMap::from(methods), ..SaidResource::default() };
    let resources = BTreeMap::from([("tickets".to_owned(), resource)]);
    Said { model: "ticketing".to_owned(), label: None, resources }
}

#[test]
fn a_record_that_is_not_described_has_an_id() {
    let model = assemble(&said(None)).unwrap();
    let fields = &model.resources[0].fields;
    assert_eq!((fields.len(), &fields[0].kind), (1, &Kind::Id("tickets".to_owned())));
}

#[test]
fn a_schema_that_is_none_is_a_note() {
    let model = assemble(&said(Some(&Tree::Text("x".to_owned())))).unwrap();
    let Text::Foreign(note) = &model.resources[0].notes[0] else { panic!() };
    assert!(
        note.starts_with("The account's schema of the answer of get is not used: the schema is a string"),
        "{note}"
    );
}

#[test]
fn a_request_needs_what_the_schema_requires_and_a_record_only_its_id() {
    let schema = r#"{
        "type": "object",
        "required": ["id", "subject", "author"],
        "properties": {
            "id": {"type": "string"},
            "subject": {"type": "string"},
            "author": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}, "at": {"type": "integer"}}}
        }
    }"#;
    let mut model = assemble(&said(Some(&serde_json::from_str(schema).unwrap()))).unwrap();
    let code = |model: &Model| declarations(model, &Style::default()).unwrap().remove("tickets.rs").unwrap();
    let item = |text: &str, head: &str| text.split_once(head).unwrap().1.split_once("\n}").unwrap().0.to_owned();
    let text = code(&model);
    let record = item(&text, "pub struct Ticket {");
    assert!(record.contains("pub id: Id<Ticket>,"), "{text}");
    assert!(record.contains("pub subject: Option<String>,"), "{text}");
    assert!(record.contains("pub author: Option<"), "{text}");
    assert!(item(&text, "pub struct CreateTicket {").contains("pub subject: String,"), "{text}");

    let overrides = r#"{"resources": {"tickets": {"fields": {"subject": {"required": true}}}}}"#;
    Overrides::read(overrides).unwrap().apply(&mut model).unwrap();
    assert!(item(&code(&model), "pub struct Ticket {").contains("pub subject: String,"));
}

#[test]
fn a_name_that_cannot_stand_in_a_path_is_refused() {
    for name in ["", "../x", "a/b", "a b", "a{id}", "ä", "..", "a\nb"] {
        let mut said = said(None);
        let resource = said.resources.remove("tickets").unwrap();
        said.resources.insert(name.to_owned(), resource);
        let error = assemble(&said).unwrap_err().to_string();
        assert!(error.contains("cannot stand in a path"), "{error}");
    }
}

/// Any JSON, mostly made of the words of schemas.
fn schemas() -> impl Strategy<Value = Tree> {
    let word = prop::sample::select(vec![
        "type",
        "properties",
        "items",
        "enum",
        "const",
        "$ref",
        "oneOf",
        "anyOf",
        "allOf",
        "format",
        "required",
        "nullable",
        "additionalProperties",
        "description",
        "prefixItems",
        "$defs",
        "result",
        "next_cursor",
        "id",
        "name",
        "Name",
        "self",
        "type",
    ]);
    let text = prop::sample::select(vec![
        "string",
        "integer",
        "number",
        "object",
        "array",
        "null",
        "boolean",
        "date-time",
        "#",
        "#/$defs/a",
        "#/properties/id",
        "asc",
        "in progress",
        "*/",
        "```\nx",
        "",
        "Self",
    ]);
    let leaf = prop_oneof![
        Just(Tree::Null),
        any::<bool>().prop_map(Tree::Bool),
        any::<i32>().prop_map(|number| Tree::Number(number.to_string())),
        text.prop_map(|text| Tree::Text(text.to_owned())),
        any::<String>().prop_map(Tree::Text),
    ];
    leaf.prop_recursive(6, 48, 6, move |inner| {
        let name = prop_oneof![9 => word.clone().prop_map(str::to_owned), 1 => any::<String>()];
        prop_oneof![
            1 => prop::collection::vec(inner.clone(), 0..4).prop_map(Tree::List),
            3 => prop::collection::vec((name, inner), 0..6).prop_map(Tree::Object),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_an_account_says_becomes_rust(schema in schemas()) {
        let model = assemble(&said(Some(&schema))).unwrap();
        for (name, text) in declarations(&model, &Style::default()).unwrap() {
            let parsed = syn::parse_file(&text);
            prop_assert!(parsed.is_ok(), "{name}: {:?}\n{text}", parsed.err());
        }
    }
}
