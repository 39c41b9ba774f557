// errors: 1
//! The enum's derives are spread over three lists.
//! They are one mistake, and `PartialOrd` is the user's to ask for.

use truto_core::UnifiedEntity;

#[derive(PartialEq, PartialOrd)]
#[derive(UnifiedEntity, Clone)]
#[derive(Copy)]
pub enum CrmEntity {
    Accounts,
}

fn main() {
    let entity = CrmEntity::Accounts;
    assert!(entity <= entity.clone());
}
