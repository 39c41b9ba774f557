// errors: 1
//! The enum lacks its derive.
//! Its values are not further mistakes.

use truto_core::{Account, Reference, unified_endpoint};

pub enum CrmEntity {
    Accounts,
    Contacts,
}

#[unified_endpoint(POST, "/unified/crm/links")]
pub struct Link {
    #[truto(entity)]
    pub entity: CrmEntity,
    #[truto(only_for(Contacts))]
    pub accounts: Vec<Reference>,
}

async fn link(account: &Account) -> Result<(), truto_core::Error> {
    Link::builder().entity(CrmEntity::Contacts).accounts(["1"]).send(account).await?;
    let _ = Link::builder().entity(CrmEntity::Accounts).build();
    Ok(())
}

fn main() {}
