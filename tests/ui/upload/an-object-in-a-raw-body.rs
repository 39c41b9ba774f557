// errors: 1
//! A file has no members.

use truto_core::{File, unified_endpoint};

#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = raw)]
pub struct Upload {
    #[truto(within = "item")]
    pub file: File,
}

fn main() {}
