// errors: 3
//! The derives are in three lists, and the derive gets only the last one.
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
