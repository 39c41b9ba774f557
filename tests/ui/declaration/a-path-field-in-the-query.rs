// errors: 1
//! A value is sent once.
//! The message says how to keep either place.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes/{id}")]
pub struct Notes {
    #[truto(query)]
    pub id: String,
}

fn main() {}
