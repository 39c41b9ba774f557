// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `recursion` of the model `fixtures`.
//!
//! Sources of [`Recursion`] and its methods: <https://docs.example/fixtures>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

use super::values::Author;

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Recursion {
    /// The member `id`.
    pub id: Option<Id<Recursion>>,
    /// The member `body`.
    pub body: Option<String>,
    /// The member `author`.
    pub author: Option<Author>,
    /// The member `replies`.
    pub replies: Vec<RawJson>,
    /// The member `parent`. Any JSON, because it contains itself.
    pub parent: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists recursion.
///
/// `GET /unified/fixtures/recursion` returns pages of [`Recursion`].
#[unified_endpoint(GET, "/unified/fixtures/recursion", response = Recursion, paginated)]
pub struct ListRecursion {
    /// The member `id`.
    pub id: Option<Filter<String>>,
    /// The member `body`.
    pub body: Option<Filter<String>>,
    /// The member `author[id]`.
    #[truto(rename = "author[id]")]
    pub author_id: Option<Filter<String>>,
    /// The member `author[manager]`. Any JSON, because it contains itself.
    #[truto(rename = "author[manager]")]
    pub author_manager: Option<Json>,
    /// The member `author[comments]`.
    #[truto(rename = "author[comments]")]
    pub author_comments: Option<Json>,
    /// The member `replies`.
    pub replies: Option<Json>,
    /// The member `parent`. Any JSON, because it contains itself.
    pub parent: Option<Json>,
}

/// Reads a recursion.
///
/// `GET /unified/fixtures/recursion/{id}` returns the [`Recursion`].
#[unified_endpoint(GET, "/unified/fixtures/recursion/{id}", response = Recursion)]
pub struct GetRecursion {
    /// Id of the recursion.
    pub id: Id<Recursion>,
}

/// Creates a recursion. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/recursion` returns the [`Recursion`].
#[unified_endpoint(POST, "/unified/fixtures/recursion", response = Recursion)]
pub struct CreateRecursion {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `body`.
    pub body: Option<String>,
    /// The member `author`.
    pub author: Option<Author>,
    /// The member `replies`.
    pub replies: Vec<Json>,
    /// The member `parent`. Any JSON, because it contains itself.
    pub parent: Option<Json>,
}

/// Changes a recursion. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/recursion/{id}` returns the [`Recursion`].
#[unified_endpoint(PATCH, "/unified/fixtures/recursion/{id}", response = Recursion)]
pub struct UpdateRecursion {
    /// Id of the recursion.
    pub id: Id<Recursion>,
    /// The member `body`.
    pub body: Patch<String>,
    /// The member `author`.
    pub author: Patch<Author>,
    /// The member `replies`.
    pub replies: Option<Vec<Json>>,
    /// The member `parent`. Any JSON, because it contains itself.
    pub parent: Patch<Json>,
}

/// Deletes a recursion.
///
/// `DELETE /unified/fixtures/recursion/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/recursion/{id}", response = Deleted)]
pub struct DeleteRecursion {
    /// Id of the recursion.
    pub id: Id<Recursion>,
}

/// Calls the method `move-stage` of [`Recursion`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/recursion/move-stage` returns any JSON, or nothing, because the API's pages do not agree on
/// the answer.
#[unified_endpoint(POST, "/unified/fixtures/recursion/move-stage", response = Option<Json>)]
pub struct MoveStageRecursion {
    /// The member `id`.
    #[truto(query)]
    pub id: Option<String>,
    /// The member `body`.
    #[truto(query)]
    pub body: Option<String>,
    /// The member `author[id]`.
    #[truto(query, rename = "author[id]")]
    pub author_id: Option<String>,
    /// The member `author[manager]`. Any JSON, because it contains itself.
    #[truto(query, rename = "author[manager]")]
    pub author_manager: Option<Json>,
    /// The member `author[comments]`.
    #[truto(query, rename = "author[comments]")]
    pub author_comments: Option<Json>,
    /// The member `replies`.
    #[truto(query)]
    pub replies: Option<Json>,
    /// The member `parent`. Any JSON, because it contains itself.
    #[truto(query)]
    pub parent: Option<Json>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: Option<String>,
    /// The member `body`.
    #[truto(rename = "body")]
    pub body_2: Option<String>,
    /// The member `author`.
    pub author: Option<Author>,
    /// The member `replies`.
    #[truto(rename = "replies")]
    pub replies_2: Vec<Json>,
    /// The member `parent`. Any JSON, because it contains itself.
    #[truto(rename = "parent")]
    pub parent_2: Option<Json>,
}
