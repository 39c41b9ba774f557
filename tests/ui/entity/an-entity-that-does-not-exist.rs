// errors: 1
//! Markers are types, so rustc knows them.
//! rustc reports it, with its suggestion.

use truto_core::UnifiedEntity;

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
}

fn main() {
    let _: CrmEntity = crm_entity::Acounts.into();
}
