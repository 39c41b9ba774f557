// errors: 1
//! Parameters of the query are fields.
//! The message says how.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes?limit=10")]
pub struct ReadNote {
    pub limit: Option<u32>,
}

fn main() {}
