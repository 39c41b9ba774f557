//! The blocking client: calls, lists, and its error inside of a runtime.

use std::time::Duration;

use serde::Deserialize;
use serde_json::json;
use truto_core::crm::{CreateAssociation, CrmEntity, crm_entity};
use truto_core::error::Error;
use truto_core::server::Registration;
use truto_core::{Checkpoint, blocking, unified_endpoint};
use truto_sandbox::{Fault, Sandbox};

#[derive(Debug, Deserialize)]
struct Contact {
    name: String,
}

#[unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
struct ListContacts {}

/// Starts a sandbox with 60 contacts on a runtime of its own.
fn contacts() -> (tokio::runtime::Runtime, Sandbox) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let builder = Sandbox::builder().endpoint(Registration::of::<ListContacts>());
    let sandbox = runtime.block_on(builder.start()).unwrap();
    for number in 0..60 {
        sandbox.keep(sandbox.accounts().close, "crm/contacts", json!({ "name": number.to_string() }));
    }
    (runtime, sandbox)
}

fn client(sandbox: &Sandbox) -> blocking::Client {
    blocking::Client::new(crate::support::client(sandbox)).unwrap()
}

#[test]
fn a_call_blocks_until_its_answer() {
    let (_runtime, sandbox) = contacts();
    let client = client(&sandbox);
    let account = client.account(sandbox.accounts().close).unwrap();
    let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Contacts).accounts(["2"]);
    let answer = client.wait(link.send(&account).with_meta()).unwrap();
    assert_eq!((answer.meta.status(), answer.body.entity_id.as_deref()), (201, Some("1")));
    let forbidden = CreateAssociation::builder().entity_id("1").entity(CrmEntity::Contacts).contacts(["2"]);
    let error = client.wait(forbidden.send(&account)).unwrap_err();
    assert!(matches!(error, Error::Invalid(_)), "{error}");
}

#[test]
fn a_list_is_an_iterator_that_can_be_resumed() {
    let (_runtime, sandbox) = contacts();
    let client = client(&sandbox);
    let account = client.account(sandbox.accounts().close).unwrap();
    let mut items = client.iter(ListContacts::builder().items(&account));
    let mut names: Vec<String> = items.by_ref().take(37).map(|contact| contact.unwrap().name).collect();
    let place: Checkpoint = items.stream().checkpoint().to_string().parse().unwrap();
    drop(items);
    let rest = ListContacts::builder().items(&account).resume(&place).unwrap();
    names.extend(client.iter(rest).map(|contact| contact.unwrap().name));
    assert_eq!(names, (0..60).map(|number| number.to_string()).collect::<Vec<_>>());
    let pages = client.iter(ListContacts::builder().pages(&account));
    assert_eq!(pages.map(|page| page.unwrap().items().len()).collect::<Vec<_>>(), [25, 25, 10]);
}

#[test]
fn an_iterator_ends_after_its_last_item_or_an_error() {
    let (_runtime, sandbox) = contacts();
    let client = client(&sandbox);
    let account = client.account(sandbox.accounts().close).unwrap();
    let mut items = client.iter(ListContacts::builder().items(&account));
    assert_eq!(items.by_ref().map(Result::unwrap).count(), 60);
    assert!(items.next().is_none());
    sandbox.script(Fault::status(http::StatusCode::FORBIDDEN));
    let mut items = client.iter(ListContacts::builder().items(&account));
    assert_eq!(items.next().unwrap().unwrap_err().status(), Some(403));
    assert!(items.next().is_none());
}

#[test]
fn a_call_inside_a_runtime_is_an_error_and_a_loop_ends() {
    let (runtime, sandbox) = contacts();
    let client = client(&sandbox);
    let account = client.account(sandbox.accounts().close).unwrap();
    runtime.block_on(async {
        let call = || ListContacts::builder().send(&account);
        let error = client.wait(call()).unwrap_err();
        assert!(matches!(&error, Error::Config(config) if config.setting() == "blocking"), "{error}");
        // A loop that logs each error and continues must end.
        let errors = client.iter(ListContacts::builder().items(&account)).take(1000).filter(Result::is_err).count();
        assert_eq!(errors, 1);
        // The advice of the error works.
        assert!(error.to_string().contains("`tokio::runtime::Handle::current().block_on`"), "{error}");
        let call = call();
        let there = tokio::task::spawn_blocking(|| tokio::runtime::Handle::current().block_on(call));
        assert_eq!(there.await.unwrap().unwrap().items().len(), 25);
    });
    assert_eq!(sandbox.requests().len(), 1);
}

#[test]
fn a_client_may_be_dropped_anywhere() {
    let (runtime, sandbox) = contacts();
    let client = client(&sandbox);
    let account = client.account(sandbox.accounts().close).unwrap();
    let other = client.clone();
    runtime.block_on(async move { drop(client) });
    // The clone still works.
    let listed = std::thread::spawn(move || other.iter(ListContacts::builder().items(&account)).count());
    assert_eq!(listed.join().unwrap(), 60);
    runtime.shutdown_timeout(Duration::from_secs(1));
}
