// errors: 1
//! A rule is about one field.
//! The message says where it belongs.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
#[truto(secret)]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
