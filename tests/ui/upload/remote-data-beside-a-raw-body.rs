// errors: 1
//! A raw body is a file, so it cannot contain `remote_data`.
//! So there is no such setter.

use truto_core::{File, unified_endpoint};

#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = raw)]
pub struct Upload {
    pub file: File,
}

fn main() {
    let _ = Upload::builder().file(vec![1]).remote_data(truto_core::json!({}));
}
