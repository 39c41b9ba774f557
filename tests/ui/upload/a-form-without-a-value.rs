// errors: 1
//! `body` needs a value.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/file-storage/drive-items", body)]
pub struct Upload {
    pub name: String,
}

fn main() {}
