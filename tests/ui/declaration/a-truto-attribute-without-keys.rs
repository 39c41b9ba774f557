// errors: 1
//! An attribute without keys.
//! The message lists what it could say.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[truto]
    pub title: String,
}

fn main() {}
