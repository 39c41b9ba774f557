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
    let sandbox = Sandbox::builder().endpoints(crm::endpoints()).account(Account::new(ID, Provider::Salesforce)).start().await.unwrap();
    let client = sandbox.client().build().unwrap();
    let error = account::describe(&client.account(ID).unwrap(), "crmm").await.unwrap_err().to_string();
    assert_eq!(error, format!("the account {ID} has no model `crmm`, it has `crm`: use one of these"));
    sandbox.shutdown().await;
}
