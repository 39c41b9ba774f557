// errors: 6
//! The usual derives, in the same list as ours, which implements them too.
//! A derive does not get its own list: rustc reports each trait.

use truto_core::UnifiedEntity;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
}

fn main() {
    let entity = CrmEntity::Accounts;
    assert_eq!(entity, entity.clone());
}
