//! The user has modules with the names of crates.
//! Generated code refers to the crates.

#![allow(dead_code)]

mod core {}
mod std {}
mod serde {}
mod truto_core {}

use ::truto_core::{UnifiedEntity, unified_endpoint};

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
}

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[truto(entity)]
    pub entity: CrmEntity,
    #[truto(only_for(Accounts))]
    pub tags: Vec<String>,
}

#[test]
fn the_request_is_built() {
    assert_eq!(CreateNote::builder().entity(crm_entity::Accounts).tags(["a"]).build().tags, ["a"]);
}
