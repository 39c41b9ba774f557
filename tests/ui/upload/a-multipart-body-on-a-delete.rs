// errors: 1
//! A `DELETE` has no body, in any form.

use truto_core::unified_endpoint;

#[unified_endpoint(DELETE, "/unified/file-storage/drive-items", body = multipart)]
pub struct Remove {
    pub name: String,
}

fn main() {}
