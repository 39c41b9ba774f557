// errors: 1
//! Bytes have no content type.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = raw)]
pub struct Upload {
    pub content: Vec<u8>,
}

fn main() {}
