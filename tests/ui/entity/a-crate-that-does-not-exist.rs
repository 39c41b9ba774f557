// errors: 1
//! Every path of generated code begins with one import.
//! The user's own path is underlined, once.

use truto_core::UnifiedEntity;

#[derive(UnifiedEntity)]
#[truto(crate = truto)]
pub enum CrmEntity {
    Accounts,
    Contacts,
}

fn main() {}
