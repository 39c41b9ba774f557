// errors: 1
//! One name on the wire is one entity.
//! The second one is underlined.

use truto_core::UnifiedEntity;

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    #[truto(rename = "accounts")]
    Companies,
}

fn main() {}
