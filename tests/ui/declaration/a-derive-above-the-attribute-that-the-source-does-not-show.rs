// errors: 1
//! What a `cfg_attr` comes to is rustc's to say.
//! The message still says whose mistake it is.

use truto_core::unified_endpoint;

#[cfg_attr(all(), derive(Clone))]
#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
