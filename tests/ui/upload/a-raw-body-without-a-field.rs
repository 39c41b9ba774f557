// errors: 1
//! A raw body is a file, and the struct has no file.
//! The key is underlined: the field does not exist.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = raw)]
pub struct Upload {
    #[truto(query)]
    pub name: String,
}

fn main() {}
