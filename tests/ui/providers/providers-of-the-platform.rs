// errors: 1
//! An endpoint of the platform belongs to no account, so it has no provider.
//! The first provider is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/environment/{id}", providers(truto_core::provider::Close))]
pub struct GetEnvironment {
    pub id: String,
}

fn main() {}
