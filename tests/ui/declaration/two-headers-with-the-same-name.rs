// errors: 1
//! Header names are case-insensitive.
//! The second one is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct ListNotes {
    #[truto(header = "X-Trace")]
    pub trace: Option<String>,
    #[truto(header = "x-trace")]
    pub other: Option<String>,
}

fn main() {}
