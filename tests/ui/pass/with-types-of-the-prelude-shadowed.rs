//! `String`, `Option`, `Vec` and `Result` have another meaning at the declaration, except in its own types.
//! Generated code uses the names of the standard library.

#![allow(dead_code)]

use truto_core::{Reference, UnifiedEntity, unified_endpoint};

struct String;
struct Option;
struct Vec;
struct Result;
struct Patch;

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    Contacts,
}

#[unified_endpoint(PATCH, "/unified/crm/links/{id}")]
pub struct Link {
    pub id: std::string::String,
    #[truto(entity)]
    pub entity: CrmEntity,
    #[truto(only_for(Contacts), within = "links")]
    pub accounts: std::option::Option<std::vec::Vec<Reference>>,
    pub name: truto_core::Patch<u32>,
    pub note: std::option::Option<std::string::String>,
}

#[test]
fn the_request_is_built() {
    let link = Link::builder().id("1").entity(crm_entity::Contacts).accounts(["2"]).note("n").name(3).build();
    assert_eq!(link.note.as_deref(), Some("n"));
    let sent = serde_json::to_value(&link).unwrap();
    assert_eq!(sent["links"]["accounts"][0]["id"], "2");
    assert!(serde_json::from_value::<Link>(sent).is_ok());
}
