// errors: 1
//! A second list below, which the derive is shown.
//! The first superfluous name in it is underlined.

use truto_core::UnifiedEntity;

#[derive(UnifiedEntity)]
#[derive(PartialOrd, Clone, Copy)]
pub enum CrmEntity {
    Accounts,
}

fn main() {}
