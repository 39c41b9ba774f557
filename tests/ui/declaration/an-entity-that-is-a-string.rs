// errors: 1
//! A string is not in a closed set.
//! The type is underlined, and the message says what is.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/links")]
pub struct Link {
    pub id: String,
    #[truto(entity)]
    pub entity: String,
}

fn main() {}
