// errors: 1
//! A read has no body, whatever its form.

use truto_core::{File, unified_endpoint};

#[unified_endpoint(GET, "/unified/file-storage/drive-items", body = raw)]
pub struct Download {
    pub content: Option<File>,
}

fn main() {}
