// errors: 1
//! A placeholder of the path is a required field like any other.
//! The message names it.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/contacts/{id}")]
pub struct ReadContact {
    pub id: String,
    pub expand: Option<String>,
}

fn main() {
    let _ = ReadContact::builder().expand("owner").build();
}
