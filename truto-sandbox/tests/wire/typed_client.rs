//! The typed client against the sandbox, with and without a socket. Other suites test the behaviour of the client.

use truto_core::Client;
use truto_core::crm::{CreateAssociation, crm_entity};
use truto_sandbox::{Link, Sandbox};

async fn link_over(client: &Client, sandbox: &Sandbox) -> Vec<Link> {
    let salesforce = sandbox.accounts().salesforce;
    let account = client.account(salesforce).unwrap();
    let linked = CreateAssociation::builder()
        .entity_id("001")
        .entity(crm_entity::Accounts)
        .opportunities(["006"])
        .send(&account)
        .await
        .unwrap();
    assert_eq!(linked.entity_id.as_deref(), Some("001"));
    sandbox.links(salesforce)
}

#[tokio::test]
async fn it_links_in_the_process() {
    let sandbox = Sandbox::builder().in_process();
    let client = Client::builder().token(sandbox.token()).base_url(sandbox.url()).transport(sandbox.service());
    assert_eq!(link_over(&client.build().unwrap(), &sandbox).await.len(), 1);
}

#[tokio::test]
async fn it_links_over_a_socket() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = Client::builder().token(sandbox.token()).base_url(sandbox.url());
    assert_eq!(link_over(&client.build().unwrap(), &sandbox).await.len(), 1);
    let seen = sandbox.requests().remove(0);
    assert!(seen.header("idempotency-key").is_some());
}
