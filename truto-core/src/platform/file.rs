// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `file` of the Truto platform (admin) API.
//!
//! Sources of [`UploadedFile`] and its methods: <https://github.com/trutohq/truto-skills>.

use truto_core::types::Unknown;
use truto_core::{File, UnifiedRecord, unified_endpoint};

/// A file that was uploaded. Everybody who has its address can read it.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct UploadedFile {
    /// Address of the file.
    pub url: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Uploads a file.
///
/// `POST /file` returns the [`UploadedFile`].
#[unified_endpoint(POST, "/file", response = UploadedFile, body = multipart)]
pub struct UploadFile {
    /// The file.
    pub file: File,
}
