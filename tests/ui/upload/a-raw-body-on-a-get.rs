// errors: 1
//! A `GET` has no body, in any form.

use truto_core::{File, unified_endpoint};

#[unified_endpoint(GET, "/unified/file-storage/drive-items", body = raw)]
pub struct Download {
    pub content: Option<File>,
}

fn main() {}
