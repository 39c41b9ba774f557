// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `array_at_the_root` of the model `fixtures`.
//!
//! Sources of [`ArrayAtTheRoot`] and its methods: <https://docs.example/fixtures>.

use truto_core::types::{Deleted, Id, Unknown};
use truto_core::{Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct ArrayAtTheRoot {
    /// The member `id`.
    pub id: Option<Id<ArrayAtTheRoot>>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists array at the root.
///
/// `GET /unified/fixtures/array_at_the_root` returns pages of [`ArrayAtTheRoot`].
///
/// The account's schema of the query is not used: the schema of the query describes a list, not an object: correct it
/// where the unified API is defined.
#[unified_endpoint(GET, "/unified/fixtures/array_at_the_root", response = ArrayAtTheRoot, paginated)]
pub struct ListArrayAtTheRoot {}

/// Reads an array at the root.
///
/// `GET /unified/fixtures/array_at_the_root/{id}` returns the [`ArrayAtTheRoot`].
#[unified_endpoint(GET, "/unified/fixtures/array_at_the_root/{id}", response = ArrayAtTheRoot)]
pub struct GetArrayAtTheRoot {
    /// Id of the array at the root.
    pub id: Id<ArrayAtTheRoot>,
}

/// Creates an array at the root. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/array_at_the_root` returns the [`ArrayAtTheRoot`].
///
/// The account's schema of the body is not used: the schema of the body describes a list, not an object: correct it
/// where the unified API is defined.
#[unified_endpoint(POST, "/unified/fixtures/array_at_the_root", response = ArrayAtTheRoot)]
pub struct CreateArrayAtTheRoot {
    /// The member `name`.
    pub name: Option<String>,
}

/// Changes an array at the root. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/array_at_the_root/{id}` returns the [`ArrayAtTheRoot`].
///
/// The account's schema of the body is not used: the schema of the body describes a list, not an object: correct it
/// where the unified API is defined.
#[unified_endpoint(PATCH, "/unified/fixtures/array_at_the_root/{id}", response = ArrayAtTheRoot)]
pub struct UpdateArrayAtTheRoot {
    /// Id of the array at the root.
    pub id: Id<ArrayAtTheRoot>,
    /// The member `name`.
    pub name: Patch<String>,
}

/// Deletes an array at the root.
///
/// `DELETE /unified/fixtures/array_at_the_root/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/array_at_the_root/{id}", response = Deleted)]
pub struct DeleteArrayAtTheRoot {
    /// Id of the array at the root.
    pub id: Id<ArrayAtTheRoot>,
}

/// Calls the method `move-stage` of [`ArrayAtTheRoot`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/array_at_the_root/move-stage` returns any JSON, or nothing, because the API's pages do not
/// agree on the answer.
///
/// The account's schema of the query is not used: the schema of the query describes a list, not an object: correct it
/// where the unified API is defined. The account's schema of the body is not used: the schema of the body describes a
/// list, not an object: correct it where the unified API is defined.
#[unified_endpoint(POST, "/unified/fixtures/array_at_the_root/move-stage", response = Option<Json>)]
pub struct MoveStageArrayAtTheRoot {}
