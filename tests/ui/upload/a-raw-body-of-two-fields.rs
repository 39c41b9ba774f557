// errors: 1
//! A raw body is one file, so the name beside it has to be elsewhere.

use truto_core::{File, unified_endpoint};

#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = raw)]
pub struct Upload {
    pub name: String,
    pub file: File,
}

fn main() {}
