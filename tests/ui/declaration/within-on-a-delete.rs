// errors: 1
//! A `DELETE` has no body either.
//! The message names the method.

use truto_core::unified_endpoint;

#[unified_endpoint(DELETE, "/unified/crm/notes/{id}")]
pub struct DeleteNote {
    pub id: String,
    #[truto(within = "why")]
    pub reason: Option<String>,
}

fn main() {}
