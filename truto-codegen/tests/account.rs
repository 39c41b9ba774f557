//! What an account says over HTTP becomes declarations.

#![allow(clippy::unwrap_used, reason = "a test fails by a panic")]

use truto_codegen::account;
use truto_codegen::description::{Field, Kind, Model};
use truto_codegen::write::{Style, declarations};
use truto_core::crm;
use truto_sandbox::{Account, CapabilitiesShape, Provider, Sandbox};

const ID: &str = "62f44730-dd91-461e-bd6a-aedd9e0ad79d";

async fn described(shape: CapabilitiesShape) -> Model {
    let sandbox = Sandbox::builder()
        .endpoints(crm::endpoints())
        .account(Account::new(ID, Provider::Salesforce))
        .capabilities_shape(shape)
        .start()
        .await
        .unwrap();
    let client = sandbox.client().build().unwrap();
    let model = account::describe(&client.account(ID).unwrap(), "crm").await.unwrap();
    sandbox.shutdown().await;
    model
}

fn field<'f>(fields: &'f [Field], wire: &str) -> &'f Field {
    fields.iter().find(|field| field.wire == wire).unwrap()
}

#[tokio::test]
async fn both_forms_of_the_capabilities_give_the_same_declarations() {
    let one = described(CapabilitiesShape::Captured).await;
    let mut other = described(CapabilitiesShape::Reference).await;
    // This form has no name of the model for people.
    other.label.clone_from(&one.label);
    let text = declarations(&one, &Style::default()).unwrap();
    assert_eq!(text, declarations(&other, &Style::default()).unwrap());
    assert!(text["contacts.rs"].contains("pub struct ListContacts {"), "{}", text["contacts.rs"]);
    assert!(text["contacts.rs"].contains("pub first_name: Option<String>,"), "{}", text["contacts.rs"]);
    for (name, text) in &text {
        assert!(syn::parse_file(text).is_ok(), "{name}");
    }
}

#[tokio::test]
async fn records_filters_and_bodies_come_from_their_schemas() {
    let model = described(CapabilitiesShape::Captured).await;
    assert_eq!(model.resources.len(), 17);
    let contacts = model.resources.iter().find(|resource| resource.name == "contacts").unwrap();
    assert_eq!(field(&contacts.fields, "id").kind, Kind::Id("contacts".to_owned()));
    assert_eq!(field(&contacts.fields, "created_at").kind, Kind::Time);
    assert_eq!(field(&contacts.fields, "account").kind, Kind::Reference("accounts".to_owned()));
    let list = contacts.methods.iter().find(|method| method.name == "list").unwrap();
    assert_eq!(field(&list.query, "first_name").kind, Kind::Text);
    assert!(matches!(field(&list.query, "sort_by").kind, Kind::Order(_)));
    let create = contacts.methods.iter().find(|method| method.name == "create").unwrap();
    assert_eq!(field(create.body.as_ref().unwrap(), "last_name").kind, Kind::Text);
}

#[tokio::test]
async fn a_model_that_the_account_does_not_have_is_an_error_that_names_those_it_has() {
    let sandbox = Sandbox::builder()
        .endpoints(crm::endpoints())
        .account(Account::new(ID, Provider::Salesforce))
        .start()
        .await
        .unwrap();
    let client = sandbox.client().build().unwrap();
    let error = account::describe(&client.account(ID).unwrap(), "crmm").await.unwrap_err().to_string();
    assert_eq!(error, format!("the account {ID} has no model `crmm`, it has `crm`: use one of these"));
    sandbox.shutdown().await;
}

/// A kind without what JSON Schema cannot say: names of types, whose id an id is, why there is no type.
fn sayable(kind: &Kind) -> String {
    match kind {
        Kind::Id(_) => "Text".to_owned(),
        Kind::Reference(_) => "{id: Text, name: Text}".to_owned(),
        Kind::Order(_) => "Order".to_owned(),
        Kind::Any(_) => "Any".to_owned(),
        Kind::Choice { values, .. } => {
            let mut values = values.clone();
            values.sort();
            values.join("|")
        }
        Kind::Object { fields, .. } => format!("{{{}}}", members(fields).join(", ")),
        Kind::List(item) => format!("[{}]", sayable(item)),
        Kind::Map(value) => format!("map of {}", sayable(value)),
        other => format!("{other:?}"),
    }
}

/// The fields by name, because a server sorts them.
fn members(fields: &[Field]) -> Vec<String> {
    let mut members: Vec<String> =
        fields.iter().map(|field| format!("{}: {}", field.wire, sayable(&field.kind))).collect();
    members.sort();
    members
}

/// Differences that stay, by resource and field, with the reason.
const KNOWN: &[(&str, &str, &str)] = &[
    ("leads", "addresses", "the type is shared with contacts, whose addresses have an id"),
    ("leads", "email_addresses", "the type is shared with contacts, whose email addresses have an id"),
    ("leads", "phone_numbers", "the type is shared with contacts, whose phone numbers have an id"),
];

/// Declarations -> registry -> meta routes -> generator gives the records and the bodies that were declared.
#[tokio::test]
async fn what_was_declared_comes_back_from_the_meta_routes() {
    let read = |name: &str| std::fs::read_to_string(format!("{}/models/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let mut declared = truto_codegen::file::read(&read("crm.json")).unwrap();
    truto_codegen::overrides::Overrides::read(&read("crm.overrides.json")).unwrap().apply(&mut declared).unwrap();
    let described = described(CapabilitiesShape::Captured).await;
    let mut differences = Vec::new();
    for resource in declared.resources.iter().filter(|resource| resource.by_hand.is_none()) {
        let found = described.resources.iter().find(|found| found.name == resource.name).unwrap();
        let mut compare = |what: &str, declared: &[Field], found: &[Field]| {
            let (declared, found) = (members(declared), members(found));
            let name = &resource.name;
            let is_new = |line: &&String| {
                !KNOWN.iter().any(|(of, wire, _)| of == name && line.starts_with(&format!("{wire}: ")))
            };
            differences.extend(
                declared
                    .iter()
                    .filter(|line| !found.contains(line))
                    .filter(is_new)
                    .map(|line| format!("{name} {what} - {line}")),
            );
            differences.extend(
                found
                    .iter()
                    .filter(|line| !declared.contains(line))
                    .filter(is_new)
                    .map(|line| format!("{name} {what} + {line}")),
            );
        };
        compare("record", &resource.fields, &found.fields);
        for method in &resource.methods {
            let same = found.methods.iter().find(|found| found.name == method.name).unwrap();
            let without_remote = |fields: &[Field]| {
                fields.iter().filter(|field| field.wire != "remote_data").cloned().collect::<Vec<_>>()
            };
            compare(
                &method.name,
                &without_remote(method.body.as_deref().unwrap_or_default()),
                same.body.as_deref().unwrap_or_default(),
            );
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
