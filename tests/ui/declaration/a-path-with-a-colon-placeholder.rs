// errors: 1
//! A spelling of other routers.
//! The message shows it in braces.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes/:id")]
pub struct ReadNote {
    pub limit: Option<u32>,
}

fn main() {}
