// errors: 1
//! A value that fills half a segment could run into its other half.
//! The caret is under the brace.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes/n-{id}")]
pub struct ReadNote {
    pub limit: Option<u32>,
}

fn main() {}
