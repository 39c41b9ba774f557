// errors: 3
//! Every mistake is reported at once, each on its own token.

use truto_core::{File, unified_endpoint};

#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = raw)]
pub struct Upload {
    pub file: File,
    pub name: String,
    #[truto(header = "X-Preview")]
    pub preview: Option<File>,
    #[truto(within = "meta", query)]
    pub folder: Option<String>,
}

fn main() {}
