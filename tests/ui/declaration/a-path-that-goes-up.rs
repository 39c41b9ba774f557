// errors: 1
//! `..` would change the path.
//! The caret is under it.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/../hris")]
pub struct ReadNote {
    pub limit: Option<u32>,
}

fn main() {}
