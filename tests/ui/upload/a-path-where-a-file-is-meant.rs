// errors: 1
//! A file is its bytes, not a path to them.
//! rustc reports it.

use truto_core::{File, unified_endpoint};

#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = multipart)]
pub struct Upload {
    pub file: File,
}

fn main() {
    let _ = Upload::builder().file(std::path::Path::new("a.pdf"));
}
