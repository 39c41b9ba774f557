// errors: 1
//! Objects are for the body.
//! The key that does not belong is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct Notes {
    #[truto(query, within = "note")]
    pub trace: String,
}

fn main() {}
