//! Declarations that the user's own macros write, with types, names and texts as fragments.
//! Fragments arrive in invisible groups.

use truto_core::{Reference, UnifiedEntity, unified_endpoint};

macro_rules! entities {
    ($name:ident { $($entity:ident = $wire:literal),* }) => {
        #[derive(UnifiedEntity)]
        pub enum $name {
            $(#[truto(rename = $wire)] $entity,)*
        }
    };
}

macro_rules! endpoint {
    ($method:ident $path:literal $name:ident -> $response:ty { $($field:ident: $ty:ty = $wire:literal,)* }, $entity:ty) => {
        #[unified_endpoint($method, $path, response = $response)]
        pub struct $name {
            #[truto(entity)]
            pub entity: $entity,
            $(#[truto(rename = $wire, within = "links", only_for(Accounts))] pub $field: $ty,)*
        }
    };
}

entities!(CrmEntity { Accounts = "companies", Contacts = "people" });

endpoint!(POST "/unified/crm/links" Link -> Reference {
    accounts: Vec<Reference> = "Accounts",
    title: Option<String> = "Title",
}, CrmEntity);

#[test]
fn the_request_is_built() {
    let link = Link::builder().entity(crm_entity::Accounts).accounts(["1"]).title("t").build();
    let sent = serde_json::json!({"entity": "companies", "links": {"Accounts": [{"id": "1"}], "Title": "t"}});
    assert_eq!(serde_json::to_value(link).unwrap(), sent);
    assert!(Link::builder().entity(CrmEntity::Contacts).title("t").build().is_err());
}
