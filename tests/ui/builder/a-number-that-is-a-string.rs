// errors: 1
//! Numbers are not converted.
//! The argument is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct ListNotes {
    pub limit: Option<u32>,
}

fn main() {
    let _ = ListNotes::builder().limit("10");
}
