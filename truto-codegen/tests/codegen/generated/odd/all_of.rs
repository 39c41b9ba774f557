// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `all-of` of the model `odd`.

use truto_core::types::{Id, Unknown};
use truto_core::{DateFilter, Filter, Patch, Timestamp, UnifiedRecord, unified_endpoint};

/// A record of `all-of`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct AllOf {
    /// The member `id`.
    pub id: Id<AllOf>,
    /// The member `created_at`.
    pub created_at: Option<Timestamp>,
    /// The member `title`.
    pub title: String,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists all of.
///
/// `GET /unified/odd/all-of` returns pages of [`AllOf`].
#[unified_endpoint(GET, "/unified/odd/all-of", response = AllOf, paginated)]
pub struct ListAllOf {
    /// The member `id`. Required by the API.
    pub id: Option<Filter<String>>,
    /// The member `created_at`.
    pub created_at: Option<DateFilter>,
    /// The member `title`. Required by the API.
    pub title: Option<Filter<String>>,
}

/// Reads an all of.
///
/// `GET /unified/odd/all-of/{id}` returns the [`AllOf`].
#[unified_endpoint(GET, "/unified/odd/all-of/{id}", response = AllOf)]
pub struct GetAllOf {
    /// Id of the all of.
    pub id: Id<AllOf>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: String,
    /// The member `created_at`.
    pub created_at: Option<Timestamp>,
    /// The member `title`.
    pub title: String,
}

/// Creates an all of. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/all-of` returns the [`AllOf`].
#[unified_endpoint(POST, "/unified/odd/all-of", response = AllOf)]
pub struct CreateAllOf {
    /// The member `id`.
    #[truto(query)]
    pub id: String,
    /// The member `created_at`.
    #[truto(query)]
    pub created_at: Option<Timestamp>,
    /// The member `title`.
    #[truto(query)]
    pub title: String,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: String,
    /// The member `created_at`.
    #[truto(rename = "created_at")]
    pub created_at_2: Option<Timestamp>,
    /// The member `title`.
    #[truto(rename = "title")]
    pub title_2: String,
}

/// Changes an all of. What is not set stays as it is.
///
/// `PATCH /unified/odd/all-of/{id}` returns the [`AllOf`].
#[unified_endpoint(PATCH, "/unified/odd/all-of/{id}", response = AllOf)]
pub struct UpdateAllOf {
    /// Id of the all of.
    pub id: Id<AllOf>,
    /// The member `id`.
    #[truto(query, rename = "id")]
    pub id_2: String,
    /// The member `created_at`.
    #[truto(query)]
    pub created_at: Option<Timestamp>,
    /// The member `title`.
    #[truto(query)]
    pub title: String,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_3: Patch<String>,
    /// The member `created_at`.
    #[truto(rename = "created_at")]
    pub created_at_2: Patch<Timestamp>,
    /// The member `title`.
    #[truto(rename = "title")]
    pub title_2: Patch<String>,
}
