// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `values` of the model `hostile`.

use truto_core::types::Unknown;
use truto_core::{Json, UnifiedRecord, unified_endpoint};

/// A record of `values`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Value {
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists values.
///
/// `GET /unified/hostile/values` returns pages of [`Value`].
#[unified_endpoint(GET, "/unified/hostile/values", response = Value, paginated)]
pub struct ListValues {}

/// Calls the method `merge` of [`Value`].
///
/// `POST /unified/hostile/values/merge` returns any JSON, or nothing, because the API's pages do not agree on the
/// answer.
#[unified_endpoint(POST, "/unified/hostile/values/merge", response = Option<Json>)]
pub struct MergeValues {
    /// The member `id`.
    pub id: Vec<String>,
}
