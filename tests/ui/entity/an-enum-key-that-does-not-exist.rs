// errors: 1
//! The enum has one key.
//! The message names it.

use truto_core::UnifiedEntity;

#[derive(UnifiedEntity)]
#[truto(krate = truto_core)]
pub enum CrmEntity {
    Accounts,
}

fn main() {}
