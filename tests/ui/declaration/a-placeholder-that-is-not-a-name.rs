// errors: 1
//! A placeholder names a field.
//! The caret is under it.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes/{1st}")]
pub struct ReadNote {
    pub limit: Option<u32>,
}

fn main() {}
