// errors: 1
//! A member is kept once.

use truto_core::UnifiedRecord;
use truto_core::types::Unknown;

#[derive(UnifiedRecord)]
pub struct Contact {
    pub id: String,
    #[truto(unknown)]
    pub unknown: Unknown,
    #[truto(unknown)]
    pub rest: Unknown,
}

fn main() {}
