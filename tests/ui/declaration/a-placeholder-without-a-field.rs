// errors: 1
//! No field is similar enough for a suggestion.
//! The message says which one to declare.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes/{id}")]
pub struct ReadNote {
    pub expand: Option<String>,
}

fn main() {}
