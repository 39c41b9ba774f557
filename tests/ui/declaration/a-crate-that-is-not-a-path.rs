// errors: 1
//! The path of the crate is a path.
//! The message shows the form.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
#[truto(crate = 5)]
pub struct ListNotes {
    pub limit: Option<u32>,
}

fn main() {}
