// errors: 6
//! The derives of most enums, in the list of ours, which implements them too.
//! A derive is not shown its own list: rustc reports each trait.

use truto_core::UnifiedEntity;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
}

fn main() {
    let entity = CrmEntity::Accounts;
    assert_eq!(entity, entity.clone());
}
