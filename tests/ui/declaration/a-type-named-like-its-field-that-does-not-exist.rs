// errors: 1
//! No generated name is similar.
//! rustc suggests none of them.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub text: Text,
}

fn main() {}
