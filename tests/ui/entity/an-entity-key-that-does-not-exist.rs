// errors: 1
//! A variant has one key.
//! The message names it.

use truto_core::UnifiedEntity;

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    #[truto(renam = "companies")]
    Accounts,
}

fn main() {}
