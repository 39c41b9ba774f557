// errors: 1
//! Each wire name must be unique.
//! The second one is underlined.

use truto_core::UnifiedEntity;

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    #[truto(rename = "accounts")]
    Companies,
}

fn main() {}
