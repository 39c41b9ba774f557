// errors: 1
//! The entity of a `GET` is in the query, and so are the fields that depend on it.
//! The message is that of a body.

use truto_core::{UnifiedEntity, unified_endpoint};

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    Leads,
}

#[unified_endpoint(GET, "/unified/crm/fields")]
pub struct ListFields {
    #[truto(entity)]
    pub entity: CrmEntity,
    #[truto(only_for(Leads))]
    pub stage: Option<String>,
}

fn main() {
    let _ = ListFields::builder().entity(crm_entity::Accounts).stage("new");
}
