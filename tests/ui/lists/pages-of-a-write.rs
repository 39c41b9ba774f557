// errors: 1
//! Nothing but a read answers a list.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/contacts", paginated)]
pub struct CreateContact {
    pub name: String,
}

fn main() {
    let _ = CreateContact::builder().name("Ada").build();
}
