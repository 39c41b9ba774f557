// errors: 1
//! Nothing is similar enough for a suggestion.
//! The message lists the keys.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[truto(validate)]
    pub title: String,
}

fn main() {}
