// errors: 3
//! The enum's derives are spread over three lists, of which the derive is shown the last.
//! rustc reports the others, and `PartialOrd` is not a mistake.

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
