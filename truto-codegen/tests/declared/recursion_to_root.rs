// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `recursion_to_root` of the model `fixtures`.
//!
//! Sources of [`RecursionToRoot`] and its methods: <https://docs.example/fixtures>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct RecursionToRoot {
    /// The member `id`.
    pub id: Option<Id<RecursionToRoot>>,
    /// The member `children`.
    pub children: Vec<RawJson>,
    /// The member `dynamic`. Any JSON, because the schema refers to \#node, which it does not contain.
    pub dynamic: Option<RawJson>,
    /// The member `old`. Any JSON, because it contains itself.
    pub old: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists recursion to root.
///
/// `GET /unified/fixtures/recursion_to_root` returns pages of [`RecursionToRoot`].
#[unified_endpoint(GET, "/unified/fixtures/recursion_to_root", response = RecursionToRoot, paginated)]
pub struct ListRecursionToRoot {
    /// The member `id`.
    pub id: Option<Filter<String>>,
    /// The member `children`.
    pub children: Option<Json>,
    /// The member `dynamic`. Any JSON, because the schema refers to \#node, which it does not contain.
    pub dynamic: Option<Json>,
    /// The member `old`. Any JSON, because it contains itself.
    pub old: Option<Json>,
}

/// Reads a recursion to root.
///
/// `GET /unified/fixtures/recursion_to_root/{id}` returns the [`RecursionToRoot`].
#[unified_endpoint(GET, "/unified/fixtures/recursion_to_root/{id}", response = RecursionToRoot)]
pub struct GetRecursionToRoot {
    /// Id of the recursion to root.
    pub id: Id<RecursionToRoot>,
}

/// Creates a recursion to root. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/recursion_to_root` returns the [`RecursionToRoot`].
#[unified_endpoint(POST, "/unified/fixtures/recursion_to_root", response = RecursionToRoot)]
pub struct CreateRecursionToRoot {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `children`.
    pub children: Vec<Json>,
    /// The member `dynamic`. Any JSON, because the schema refers to \#node, which it does not contain.
    pub dynamic: Option<Json>,
    /// The member `old`. Any JSON, because it contains itself.
    pub old: Option<Json>,
}

/// Changes a recursion to root. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/recursion_to_root/{id}` returns the [`RecursionToRoot`].
#[unified_endpoint(PATCH, "/unified/fixtures/recursion_to_root/{id}", response = RecursionToRoot)]
pub struct UpdateRecursionToRoot {
    /// Id of the recursion to root.
    pub id: Id<RecursionToRoot>,
    /// The member `children`.
    pub children: Option<Vec<Json>>,
    /// The member `dynamic`. Any JSON, because the schema refers to \#node, which it does not contain.
    pub dynamic: Patch<Json>,
    /// The member `old`. Any JSON, because it contains itself.
    pub old: Patch<Json>,
}

/// Deletes a recursion to root.
///
/// `DELETE /unified/fixtures/recursion_to_root/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/recursion_to_root/{id}", response = Deleted)]
pub struct DeleteRecursionToRoot {
    /// Id of the recursion to root.
    pub id: Id<RecursionToRoot>,
}

/// Calls the method `move-stage` of [`RecursionToRoot`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/recursion_to_root/move-stage` returns any JSON, or nothing, because the API's pages do not
/// agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/recursion_to_root/move-stage", response = Option<Json>)]
pub struct MoveStageRecursionToRoot {
    /// The member `id`.
    #[truto(query)]
    pub id: Option<String>,
    /// The member `children`.
    #[truto(query)]
    pub children: Option<Json>,
    /// The member `dynamic`. Any JSON, because the schema refers to \#node, which it does not contain.
    #[truto(query)]
    pub dynamic: Option<Json>,
    /// The member `old`. Any JSON, because it contains itself.
    #[truto(query)]
    pub old: Option<Json>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: Option<String>,
    /// The member `children`.
    #[truto(rename = "children")]
    pub children_2: Vec<Json>,
    /// The member `dynamic`. Any JSON, because the schema refers to \#node, which it does not contain.
    #[truto(rename = "dynamic")]
    pub dynamic_2: Option<Json>,
    /// The member `old`. Any JSON, because it contains itself.
    #[truto(rename = "old")]
    pub old_2: Option<Json>,
}
