// errors: 1
//! Entities are a closed set.
//! The name is underlined.

use truto_core::UnifiedEntity;

#[derive(UnifiedEntity)]
pub struct CrmEntity;

fn main() {}
