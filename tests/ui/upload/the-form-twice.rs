// errors: 1
//! One of two forms would be lost.

use truto_core::{File, unified_endpoint};

#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = raw, body = multipart)]
pub struct Upload {
    pub file: File,
}

fn main() {}
