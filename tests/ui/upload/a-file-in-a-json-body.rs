// errors: 1
//! JSON has no files.
//! The message says which bodies have.

use truto_core::{File, unified_endpoint};

#[unified_endpoint(POST, "/unified/file-storage/drive-items")]
pub struct Upload {
    pub name: String,
    pub file: Option<File>,
}

fn main() {}
