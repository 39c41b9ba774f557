//! Names of the prelude have another meaning at the declaration.
//! Generated code uses the names of the standard library.

#![allow(dead_code, non_camel_case_types)]

use truto_core::{Reference, UnifiedEntity, unified_endpoint};

type Result = ();
type Box = ();
struct Some;
struct None;
struct Ok;
struct Err;
struct Into;
struct From;
struct Iterator;
struct IntoIterator;
struct Default;
struct Clone;
struct Debug;
struct Send;
struct Sized;
struct usize;
struct bool;
struct str;

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    Contacts,
}

#[unified_endpoint(PATCH, "/unified/crm/links/{id}")]
pub struct Link {
    pub id: String,
    #[truto(entity)]
    pub entity: CrmEntity,
    #[truto(only_for(Contacts))]
    pub accounts: Option<Vec<Reference>>,
    pub name: truto_core::Patch<String>,
    pub note: Option<String>,
    #[truto(default)]
    pub count: u32,
}

#[test]
fn the_request_is_built() {
    let link = Link::builder().id("1").entity(crm_entity::Contacts).accounts(["2"]).note("n").clear_name().build();
    assert_eq!(link.accounts.map_or(0, |accounts| accounts.len()) + link.id.len(), 2);
    assert!(Link::builder().id("1").entity(CrmEntity::Accounts).accounts(["2"]).build().is_err());
}
