// errors: 1
//! The first slash is forgotten.
//! The message writes the path out.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "unified/crm/notes")]
pub struct ReadNote {
    pub limit: Option<u32>,
}

fn main() {}
