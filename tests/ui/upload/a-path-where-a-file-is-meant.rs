// errors: 1
//! A file is its bytes, not a path to them.
//! rustc says so in its own words.

use truto_core::{File, unified_endpoint};

#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = multipart)]
pub struct Upload {
    pub file: File,
}

fn main() {
    let _ = Upload::builder().file(std::path::Path::new("a.pdf"));
}
