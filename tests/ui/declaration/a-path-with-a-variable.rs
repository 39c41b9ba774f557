// errors: 1
//! Shells use this syntax.
//! A field has the name, so a placeholder is meant.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes/$id")]
pub struct ReadNote {
    pub id: String,
}

fn main() {}
