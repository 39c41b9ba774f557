// errors: 1
//! The API has no such routes.
//! The caret is under the last slash.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes/")]
pub struct ReadNote {
    pub limit: Option<u32>,
}

fn main() {}
