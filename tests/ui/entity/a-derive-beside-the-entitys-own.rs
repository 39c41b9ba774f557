// errors: 1
//! The derives that every enum has, beside ours, which writes them.
//! None of them is written twice, and the enum has them all.

use truto_core::UnifiedEntity;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
}

fn main() {
    let entity = CrmEntity::Accounts;
    assert_eq!(entity, entity.clone());
}
