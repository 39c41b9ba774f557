// errors: 1
//! The second attribute would write everything again.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
#[unified_endpoint(PUT, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
}

fn main() {
    let _ = CreateNote::builder().title("t").build();
}
