// errors: 1
//! Without a part, a missing list and an empty list are the same.
//! One wrapper is enough.

use truto_core::{File, unified_endpoint};

#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = multipart)]
pub struct Upload {
    pub files: Option<Vec<File>>,
}

fn main() {}
