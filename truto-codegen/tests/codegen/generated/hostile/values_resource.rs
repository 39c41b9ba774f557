// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `values` of the model `hostile`.
//!
//! The account's schema of the answer of list is not used: the schema describes no record: the
//! schema does not say what an item is; describe it in the overrides.
//!
//! The account does not describe the record, so its members are among the unknown members.

use truto_core::types::{Id, Unknown};
use truto_core::{Json, UnifiedRecord, unified_endpoint};

/// A record of `values`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Value {
    /// The member `id`.
    pub id: Option<Id<Value>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists values.
///
/// `GET /unified/hostile/values` returns pages of [`Value`].
#[unified_endpoint(GET, "/unified/hostile/values", response = Value, paginated)]
pub struct ListValues {}

/// Calls the method `merge` of [`Value`], and unwraps the `result` of its answer.
///
/// `POST /unified/hostile/values/merge` returns any JSON, or nothing, because the API's pages do
/// not agree on the answer.
#[unified_endpoint(POST, "/unified/hostile/values/merge", response = Option<Json>)]
pub struct MergeValues {
    /// The member `id`.
    pub id: Vec<String>,
}
