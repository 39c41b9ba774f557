// errors: 1
//! A request cannot distinguish two placeholders.

use truto_core::{endpoints, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/contacts/{id}")]
pub struct GetContact {
    pub id: String,
}

#[unified_endpoint(DELETE, "/unified/crm/contacts/{id}")]
pub struct DeleteContact {
    pub id: String,
}

#[unified_endpoint(GET, "/unified/crm/contacts/{key}")]
pub struct FindContact {
    pub key: String,
}

fn main() {
    let api = endpoints![GetContact, DeleteContact, FindContact];
    println!("{}", api.iter().count());
}
