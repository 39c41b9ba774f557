// errors: 1
//! A space is not allowed in a path.
//! The caret is under it, after letters of more than one byte too.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/my notes")]
pub struct ReadNote {
    pub limit: Option<u32>,
}

fn main() {}
