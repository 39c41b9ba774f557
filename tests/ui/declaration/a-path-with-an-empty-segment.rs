// errors: 1
//! Two slashes in a row.
//! The caret is under the second one.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified//notes")]
pub struct ReadNote {
    pub limit: Option<u32>,
}

fn main() {}
