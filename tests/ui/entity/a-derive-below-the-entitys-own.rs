// errors: 1
//! The derive gets the second list, below.
//! The first extra name is underlined.

use truto_core::UnifiedEntity;

#[derive(UnifiedEntity)]
#[derive(PartialOrd, Clone, Copy)]
pub enum CrmEntity {
    Accounts,
}

fn main() {}
