// errors: 1
//! A path has no optional parts.
//! The type is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes/{id}")]
pub struct ReadNote {
    pub id: Option<String>,
}

fn main() {}
