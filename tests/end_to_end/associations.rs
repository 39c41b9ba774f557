//! Associations: the sandbox holds exactly the links that were sent.

use truto_core::crm::{Account, Association, CreateAssociation, CrmEntity, Lead, crm_entity};
use truto_core::error::{Error, Outcome, Problem};
use truto_core::types::{Id, Open, ReferenceTo};
use truto_core::{Endpoint, Reference};
use truto_sandbox::{Fault, Link, Sandbox};

use crate::support::client;

fn held(sandbox: &Sandbox, account: &str) -> Vec<(String, String)> {
    let links = sandbox.links(account);
    links.into_iter().map(|Link { kind, id, .. }| (kind, id)).collect()
}

fn request() -> CreateAssociation {
    CreateAssociation::builder()
        .entity_id("opportunity-1")
        .entity(crm_entity::Opportunities)
        .leads(["lead-1", "lead-2"])
        .organizations([Reference::from("organization-1")])
        .build()
}

#[tokio::test]
async fn the_server_holds_the_links_that_were_sent() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().salesforce).unwrap();

    let link = request().send(&account).await.unwrap();

    assert_eq!(link.entity_id.as_deref(), Some("opportunity-1"));
    assert_eq!(link.entity, Some(Open::Known(CrmEntity::Opportunities)));
    assert_eq!(link.associations.leads, [ReferenceTo::from("lead-1"), ReferenceTo::from("lead-2")]);
    assert!(link.remote_data.is_some());
    let mut held = held(&sandbox, account.id());
    held.sort();
    assert_eq!(
        held,
        [("leads", "lead-1"), ("leads", "lead-2"), ("organizations", "organization-1")]
            .map(|(kind, id)| (kind.to_owned(), id.to_owned()))
    );
}

#[tokio::test]
async fn a_link_is_an_id_in_every_form_and_what_was_linked_is_an_id_again() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().attio).unwrap();
    let companies: Vec<Id<Account>> = vec!["3".into(), "4".into()];
    let lead: Id<Lead> = "lead-1".into();

    let link = CreateAssociation::builder()
        .entity_id("contact-1")
        .entity(crm_entity::Contacts)
        .accounts(["1".to_owned()])
        .accounts([Reference::from("2")])
        .accounts(&companies)
        .accounts(companies.iter().filter(|id| *id == "3"))
        .accounts(companies.clone())
        .accounts([ReferenceTo::from("5")])
        .leads([&lead])
        .send(&account)
        .await
        .unwrap();

    let linked: Vec<Id<Account>> = link.associations.accounts.iter().map(Id::from).collect();
    assert_eq!(linked, ["1", "2", "3", "4", "5"], "without repeated ids");
    assert_eq!(link.associations.leads[0].id, lead);
    let sent = &sandbox.requests()[0].json().unwrap()["associations"];
    assert_eq!(sent["leads"], serde_json::json!([{ "id": "lead-1" }]));
    assert_eq!(sent["accounts"].as_array().unwrap().len(), 8);
}

#[tokio::test]
async fn a_builder_a_struct_and_json_send_the_same() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().attio).unwrap();
    let builder = || {
        CreateAssociation::builder()
            .entity_id("1")
            .entity(crm_entity::Contacts)
            .accounts(["a"])
            .misspelt_accounts(["b"])
    };

    let from_builder = builder().send(&account).await.unwrap();
    let from_struct = builder().build().send(&account).await.unwrap();
    let from_json = CreateAssociation::from_json(&serde_json::to_vec(&builder().build()).unwrap()).unwrap();
    let from_json = from_json.send(&account).await.unwrap();

    let bodies: Vec<_> = sandbox.requests().into_iter().map(|request| request.body).collect();
    assert_eq!(bodies.len(), 3);
    assert!(bodies.iter().all(|body| *body == bodies[0]));
    let accounts = |link: &Association| link.associations.accounts.clone();
    assert_eq!(accounts(&from_builder), [ReferenceTo::from("a"), ReferenceTo::from("b")]);
    assert_eq!(accounts(&from_builder), accounts(&from_struct));
    assert_eq!(accounts(&from_builder), accounts(&from_json));
}

#[tokio::test]
async fn a_broken_rule_is_refused_before_anything_is_sent() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().close).unwrap();
    let mut wrong = request();
    wrong.contacts.push(ReferenceTo::from("contact-1"));

    let refused = wrong.send(&account).await.unwrap_err();
    let by_builder = CreateAssociation::builder()
        .entity_id("opportunity-1")
        .entity(CrmEntity::Opportunities)
        .contacts(["contact-1"])
        .send(&account)
        .await
        .unwrap_err();

    for error in [&refused, &by_builder] {
        let Error::Invalid(invalid) = error else { panic!("{error:?}") };
        assert_eq!(invalid.failures()[0].path(), "associations.contacts");
        let rule = Problem::Rule { entity: "opportunities", allowed: vec!["leads"] };
        assert_eq!(invalid.failures()[0].problem(), &rule);
        assert_eq!(error.outcome(), Outcome::NotSent);
    }
    assert!(wrong.send(&account).with_meta().await.is_err());
    assert!(wrong.send(&account).normalized().await.is_err());
    assert!(wrong.send(&account).normalized().decode_as::<truto_core::Json>().await.is_err());
    assert!(wrong.send(&account).raw().await.is_err());
    assert!(wrong.send(&account).stream().await.is_err());
    assert!(wrong.into_call().send(&account).await.is_err());
    assert_eq!(sandbox.requests().len(), 0);
}

#[tokio::test]
async fn the_same_key_writes_once() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().salesforce).unwrap();
    let write = || request().send(&account).idempotency_key("job-7/row-3").max_attempts(1);
    // The server handles the write, but its response is lost. The caller repeats the call under the same key.
    sandbox.script(Fault::close().after_handling());

    let lost = write().await.unwrap_err();
    assert_eq!(lost.outcome(), Outcome::Unknown);
    let repeated = write().with_meta().await.unwrap();

    assert_eq!(repeated.meta.header("idempotency-replayed"), Some("true"));
    assert_eq!(sandbox.remote_calls(account.id()).len(), 1, "the provider was called once");
}

#[tokio::test]
async fn every_write_has_its_own_key() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().salesforce).unwrap();
    request().send(&account).await.unwrap();
    request().send(&account).await.unwrap();
    request().send(&account).without_idempotency_key().await.unwrap();

    let requests = sandbox.requests();
    let keys: Vec<_> = requests.iter().map(|request| request.header("idempotency-key")).collect();
    assert!(keys[0].is_some() && keys[1].is_some());
    assert_ne!(keys[0], keys[1]);
    assert_eq!(keys[2], None);
}

#[tokio::test]
async fn an_error_envelope_is_parsed() {
    let sandbox = Sandbox::start().await.unwrap();
    let accounts = sandbox.accounts();
    let client = client(&sandbox);

    // The sandbox's Salesforce does not support leads, so the provider refuses.
    let leads = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads).accounts(["a"]);
    let error = leads.send(&client.account(accounts.salesforce).unwrap()).await.unwrap_err();
    let Error::Api(api) = &error else { panic!("{error:?}") };
    assert_eq!(api.status(), 422);
    assert!(api.is_remote() && api.raw_response().is_some() && api.insight().is_some());
    assert!(!api.message().is_empty());
    assert_eq!(error.outcome(), Outcome::Rejected);
    assert!(error.request_id().is_some());

    let read_only = request().send(&client.account(accounts.read_only).unwrap()).await.unwrap_err();
    assert_eq!(read_only.status(), Some(405));
    let unknown = client.account("00000000-0000-4000-8000-000000000000").unwrap();
    assert_eq!(request().send(&unknown).await.unwrap_err().status(), Some(404));
}

#[tokio::test]
async fn validation_failures_name_each_field() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().salesforce).unwrap();
    sandbox.script(Fault::status(http::StatusCode::BAD_REQUEST).body(
        r#"{"statusCode": 400, "error": "Bad Request", "message": "Validation failed",
            "details": {"failures": [{"path": "entity_id", "message": "is required"}, "body is odd"]}}"#,
    ));
    let error = request().send(&account).await.unwrap_err();
    let Error::Api(api) = &error else { panic!("{error:?}") };
    assert_eq!(api.failures()[0].path(), Some("entity_id"));
    assert_eq!(api.failures()[1].message(), "body is odd");
    assert!(error.to_string().contains("Validation failed; `entity_id`: is required; body is odd"), "{error}");
}

#[tokio::test]
async fn calls_can_be_spawned_and_the_sandbox_needs_no_socket() {
    let sandbox = Sandbox::builder().in_process();
    let account = client(&sandbox).account(sandbox.accounts().salesforce).unwrap();
    let calls: Vec<_> = (0..32)
        .map(|number| {
            let request = CreateAssociation::builder()
                .entity_id(format!("account-{number}"))
                .entity(crm_entity::Accounts)
                .opportunities(["006"]);
            tokio::spawn(request.send(&account))
        })
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(sandbox.links(account.id()).len(), 32);
}
