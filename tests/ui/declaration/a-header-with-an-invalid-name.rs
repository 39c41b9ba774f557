// errors: 1
//! A space is not allowed in the name of a header.
//! The string is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct ListNotes {
    #[truto(header = "X Trace")]
    pub trace: String,
}

fn main() {}
