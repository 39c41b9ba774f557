// errors: 1
//! There is nothing to infer it from.
//! rustc's own words, alone, on the user's token.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: _,
}

fn main() {}
