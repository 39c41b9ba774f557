// errors: 1
//! A raw body without its file would be a request without a body.

use truto_core::{File, unified_endpoint};

#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = raw)]
pub struct Upload {
    pub content: Option<File>,
}

fn main() {}
