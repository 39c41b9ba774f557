// errors: 1
//! The derive writes `Clone` and the rest of them itself.
//! The second implementation is underlined.

use truto_core::UnifiedEntity;

#[derive(Clone, UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
}

fn main() {}
