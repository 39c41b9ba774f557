// errors: 1
//! Nor has it lists.
//! The type is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes/{ids}")]
pub struct ReadNotes {
    pub ids: Vec<String>,
}

fn main() {}
