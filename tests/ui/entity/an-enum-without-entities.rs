// errors: 1
//! An enum without variants has no values.
//! The name is underlined.

use truto_core::UnifiedEntity;

#[derive(UnifiedEntity)]
pub enum CrmEntity {}

fn main() {}
