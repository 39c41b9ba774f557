// errors: 1
//! The form is misspelt.
//! The file in the body is not a second mistake.

use truto_core::{File, unified_endpoint};

#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = multi_part)]
pub struct Upload {
    pub file: File,
}

fn main() {}
