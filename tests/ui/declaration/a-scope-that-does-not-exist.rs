// errors: 1
//! An endpoint belongs to an account or to the client.
//! The value is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/environment/{id}", scope = tenant)]
pub struct GetEnvironment {
    pub id: String,
}

fn main() {}
