// errors: 1
//! One path is enough.
//! The second one is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
#[truto(crate = truto_core)]
#[truto(crate = truto_core)]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
