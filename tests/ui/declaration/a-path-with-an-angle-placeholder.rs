// errors: 1
//! A spelling of routers in other languages.
//! The message shows it in braces.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes/<int:id>")]
pub struct ReadNote {
    pub id: String,
}

fn main() {}
