// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `recursive-ref` of the model `odd`.

use truto_core::types::{Id, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A record of `recursive-ref`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct RecursiveRef {
    /// The member `id`.
    pub id: Option<Id<RecursiveRef>>,
    /// The member `replies`.
    pub replies: Vec<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists recursive ref.
///
/// `GET /unified/odd/recursive-ref` returns pages of [`RecursiveRef`].
#[unified_endpoint(GET, "/unified/odd/recursive-ref", response = RecursiveRef, paginated)]
pub struct ListRecursiveRef {
    /// The member `id`.
    pub id: Option<Filter<String>>,
    /// The member `replies`.
    pub replies: Option<Json>,
}

/// Reads a recursive ref.
///
/// `GET /unified/odd/recursive-ref/{id}` returns the [`RecursiveRef`].
#[unified_endpoint(GET, "/unified/odd/recursive-ref/{id}", response = RecursiveRef)]
pub struct GetRecursiveRef {
    /// Id of the recursive ref.
    pub id: Id<RecursiveRef>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: Option<String>,
    /// The member `replies`.
    pub replies: Option<Json>,
}

/// Creates a recursive ref. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/recursive-ref` returns the [`RecursiveRef`].
#[unified_endpoint(POST, "/unified/odd/recursive-ref", response = RecursiveRef)]
pub struct CreateRecursiveRef {
    /// The member `id`.
    #[truto(query)]
    pub id: Option<String>,
    /// The member `replies`.
    #[truto(query)]
    pub replies: Option<Json>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: Option<String>,
    /// The member `replies`.
    #[truto(rename = "replies")]
    pub replies_2: Vec<Json>,
}

/// Changes a recursive ref. What is not set stays as it is.
///
/// `PATCH /unified/odd/recursive-ref/{id}` returns the [`RecursiveRef`].
#[unified_endpoint(PATCH, "/unified/odd/recursive-ref/{id}", response = RecursiveRef)]
pub struct UpdateRecursiveRef {
    /// Id of the recursive ref.
    pub id: Id<RecursiveRef>,
    /// The member `id`.
    #[truto(query, rename = "id")]
    pub id_2: Option<String>,
    /// The member `replies`.
    #[truto(query)]
    pub replies: Option<Json>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_3: Patch<String>,
    /// The member `replies`.
    #[truto(rename = "replies")]
    pub replies_2: Option<Vec<Json>>,
}
