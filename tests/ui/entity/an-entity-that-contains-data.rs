// errors: 1
//! Data would have no place on the wire.
//! The variant is underlined, and the others stay.

use truto_core::UnifiedEntity;

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    Other(String),
}

fn main() {}
