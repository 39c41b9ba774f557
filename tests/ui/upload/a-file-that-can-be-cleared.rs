// errors: 1
//! A part cannot be `null`.
//! The message names the types that a file can have.

use truto_core::{File, Patch, unified_endpoint};

#[unified_endpoint(PATCH, "/unified/file-storage/drive-items/{id}", body = multipart)]
pub struct Upload {
    pub id: String,
    pub file: Patch<File>,
}

fn main() {}
