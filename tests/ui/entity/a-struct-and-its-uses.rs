// errors: 1
//! The derive belongs on an enum.
//! An endpoint with the struct as its entity is not another mistake.

use truto_core::{Account, UnifiedEntity, unified_endpoint};

#[derive(UnifiedEntity)]
pub struct CrmEntity {
    pub name: String,
}

#[unified_endpoint(POST, "/unified/crm/links")]
pub struct Link {
    #[truto(entity)]
    pub entity: CrmEntity,
    pub note: Option<String>,
}

async fn link(account: &Account, entity: CrmEntity) -> Result<(), truto_core::Error> {
    Link::builder().entity(entity).note("n").send(account).await?;
    Ok(())
}

fn main() {}
