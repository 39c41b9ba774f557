// errors: 2
//! There is no such resource.
//! A slash alone does not fix it.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "")]
pub struct ListNotes {
    pub limit: Option<u32>,
}

#[unified_endpoint(GET, "/")]
pub struct ListTasks {
    pub limit: Option<u32>,
}

fn main() {}
