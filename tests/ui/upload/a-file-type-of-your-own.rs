// errors: 1
//! `File` in a form must be the type of this crate.
//! The message says how to write another.

use serde::{Deserialize, Serialize};
use truto_core::unified_endpoint;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct File {
    pub id: String,
}

#[unified_endpoint(POST, "/unified/file-storage/shares", body = multipart)]
pub struct Share {
    pub file: File,
}

fn main() {}
