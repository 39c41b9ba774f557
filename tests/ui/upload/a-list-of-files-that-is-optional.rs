// errors: 1
//! No part at all is what both no list and an empty list would be.
//! One wrapper is enough.

use truto_core::{File, unified_endpoint};

#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = multipart)]
pub struct Upload {
    pub files: Option<Vec<File>>,
}

fn main() {}
