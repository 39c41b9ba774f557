// errors: 1
//! A slip in the path would make the endpoint one of the platform.
//! The path is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unifed/crm/contacts/{id}")]
pub struct GetContact {
    pub id: String,
}

fn example(account: &truto_core::Account) {
    let _ = GetContact::builder().id("1").ignore_remote_data(true).send(account);
}

fn main() {}
