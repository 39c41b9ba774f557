// errors: 1
//! An entity is only a name.
//! The parameter is underlined.

use truto_core::UnifiedEntity;

#[derive(UnifiedEntity)]
pub enum CrmEntity<T> {
    Accounts,
    Other(T),
}

fn main() {}
