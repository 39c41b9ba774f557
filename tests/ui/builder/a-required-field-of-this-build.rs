// errors: 1
//! A required field is missed only if this build keeps it.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
    #[cfg(all())]
    pub owner: String,
    #[cfg(any())]
    pub rival: String,
}

fn main() {
    let _ = CreateNote::builder().title("t").build();
}
