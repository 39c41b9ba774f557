// errors: 1
//! What answers one record has no items.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/contacts/{id}")]
pub struct GetContact {
    pub id: String,
}

fn list(account: &Account) {
    let _ = GetContact::builder().id("1").items(account);
}

fn main() {}
