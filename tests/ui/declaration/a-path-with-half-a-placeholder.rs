// errors: 1
//! A value in half a segment could run into the other half.
//! The caret is under the brace.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes/n-{id}")]
pub struct ReadNote {
    pub limit: Option<u32>,
}

fn main() {}
