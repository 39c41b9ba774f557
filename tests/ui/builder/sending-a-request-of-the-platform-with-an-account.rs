// errors: 2
//! A request of the platform belongs to no account.
//! Each place where it is sent is underlined.

use truto_core::{Account, Endpoint, unified_endpoint};

#[unified_endpoint(GET, "/environment/{id}")]
pub struct GetEnvironment {
    pub id: String,
}

fn example(account: &Account) {
    let _ = GetEnvironment::builder().id("1").send(account);
    let _ = GetEnvironment { id: "1".to_owned() }.send(account);
}

fn main() {}
