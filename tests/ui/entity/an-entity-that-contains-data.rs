// errors: 1
//! Data could not be sent.
//! The variant is underlined, and the others stay.

use truto_core::UnifiedEntity;

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    Other(String),
}

fn main() {}
