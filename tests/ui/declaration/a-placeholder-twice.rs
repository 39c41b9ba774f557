// errors: 1
//! Two places for one value.
//! The caret is under the second one.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/{id}/{id}")]
pub struct ReadNote {
    pub limit: Option<u32>,
}

fn main() {}
