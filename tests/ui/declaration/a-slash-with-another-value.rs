// errors: 1
//! There is one thing to do with a slash.
//! The message shows the form.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes/{id}")]
pub struct ReadNote {
    #[truto(slash = keep)]
    pub id: String,
}

fn main() {}
