// errors: 1
//! A file is sent in the body.
//! The type is underlined, not the key.

use truto_core::{File, unified_endpoint};

#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = multipart)]
pub struct Upload {
    pub name: String,
    #[truto(query)]
    pub file: File,
}

fn main() {}
