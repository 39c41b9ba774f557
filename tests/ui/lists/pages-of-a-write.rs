// errors: 1
//! Only a `GET` can return a list.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/contacts", paginated)]
pub struct CreateContact {
    pub name: String,
}

fn main() {
    let _ = CreateContact::builder().name("Ada").build();
}
