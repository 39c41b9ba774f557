// errors: 1
//! What users of routers in other languages write.
//! The message shows it in braces.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes/<int:id>")]
pub struct ReadNote {
    pub id: String,
}

fn main() {}
