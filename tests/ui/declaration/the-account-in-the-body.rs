// errors: 1
//! The account is the handle that a request is sent with, whatever its method.
//! In the body of a unified endpoint it would reach the provider as a field of the record.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub integrated_account_id: String,
    pub text: String,
}

fn main() {
    let _ = CreateNote::builder().integrated_account_id("1").text("t").build();
}
