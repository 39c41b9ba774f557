// errors: 1
//! It has no lists either.
//! The type is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes/{ids}")]
pub struct ReadNotes {
    pub ids: Vec<String>,
}

fn main() {}
