// errors: 1
//! Parts have names and no nesting.

use truto_core::{File, unified_endpoint};

#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = multipart)]
pub struct Upload {
    #[truto(within = "item")]
    pub name: String,
    pub file: File,
}

fn main() {}
