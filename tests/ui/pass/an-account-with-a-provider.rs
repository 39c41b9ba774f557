//! Accounts with a provider type, and endpoints with and without provider rules.
//! What the provider supports compiles, and so does every request without a provider type.

use truto_core::contract::Support;
use truto_core::crm::{CreateAssociation, CrmEntity, crm_entity};
use truto_core::provider::{Attio, Close, Provider};
use truto_core::{Account, Client, Endpoint, unified_endpoint};

/// A provider of one's own, with the name that a type parameter of the expansion would have.
pub struct Id;

impl Provider for Id {
    const NAME: &'static str = "id-crm";
}

#[unified_endpoint(POST, "/unified/crm/links", providers(Id, inner::Entity(Leads), Close(Leads, Contacts)))]
pub struct CreateLink {
    #[truto(entity)]
    pub entity: CrmEntity,
}

mod inner {
    pub struct Entity;

    impl truto_core::provider::Provider for Entity {
        const NAME: &'static str = "entity-crm";
    }
}

#[unified_endpoint(GET, "/unified/crm/notes", providers(Attio))]
pub struct ListNotes {}

fn account() -> Account {
    let client = Client::builder().token("t").base_url("http://127.0.0.1:9").build().unwrap();
    client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d").unwrap()
}

#[test]
fn what_the_provider_supports_compiles() {
    let attio = account().provider::<Attio>();
    let start = || CreateAssociation::builder().entity_id("1");
    drop(start().entity(crm_entity::Accounts).send(&attio));
    drop(start().entity(crm_entity::Leads).send(&account()));
    drop(start().entity(CrmEntity::Leads).send(&attio).normalized().decode_as::<String>());
    drop(CreateLink::builder().entity(crm_entity::Accounts).send(&account().provider::<Id>()).raw());
    drop(CreateLink::builder().entity(crm_entity::Leads).send(&account().provider::<inner::Entity>()).stream());
    drop(ListNotes::builder().send(&attio));
}

#[test]
fn the_contract_holds_the_rules() {
    const SUPPORTS: &[Support] = CreateLink::CONTRACT.providers();
    let names = SUPPORTS.iter().map(|support| (support.provider(), support.entities().map(<[usize]>::len)));
    assert_eq!(names.collect::<Vec<_>>(), [("id-crm", None), ("entity-crm", Some(1)), ("close", Some(2))]);
}
