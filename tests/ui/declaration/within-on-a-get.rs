// errors: 1
//! A `GET` has no body.
//! The message says where the field goes.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct ListNotes {
    #[truto(within = "filter")]
    pub title: Option<String>,
}

fn main() {}
