// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `type-lists` of the model `odd`.

use truto_core::types::{Id, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A record of `type-lists`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct TypeList {
    /// The member `id`.
    pub id: Option<Id<TypeList>>,
    /// The member `score`.
    pub score: Option<f64>,
    /// The member `count`.
    pub count: Option<f64>,
    /// The member `code`.
    pub code: Option<String>,
    /// The member `mixed`. Any JSON, because it has several types.
    pub mixed: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists type lists.
///
/// `GET /unified/odd/type-lists` returns pages of [`TypeList`].
#[unified_endpoint(GET, "/unified/odd/type-lists", response = TypeList, paginated)]
pub struct ListTypeLists {
    /// The member `id`.
    pub id: Option<Filter<String>>,
    /// The member `score`.
    pub score: Option<Filter<f64>>,
    /// The member `count`.
    pub count: Option<Filter<f64>>,
    /// The member `code`.
    pub code: Option<Filter<String>>,
    /// The member `mixed`. Any JSON, because it has several types.
    pub mixed: Option<Json>,
}

/// Reads a type list.
///
/// `GET /unified/odd/type-lists/{id}` returns the [`TypeList`].
#[unified_endpoint(GET, "/unified/odd/type-lists/{id}", response = TypeList)]
pub struct GetTypeList {
    /// Id of the type list.
    pub id: Id<TypeList>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: Option<String>,
    /// The member `score`.
    pub score: Option<f64>,
    /// The member `count`.
    pub count: Option<f64>,
    /// The member `code`.
    pub code: Option<String>,
    /// The member `mixed`. Any JSON, because it has several types.
    pub mixed: Option<Json>,
}

/// Creates a type list. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/type-lists` returns the [`TypeList`].
#[unified_endpoint(POST, "/unified/odd/type-lists", response = TypeList)]
pub struct CreateTypeList {
    /// The member `id`.
    #[truto(query)]
    pub id: Option<String>,
    /// The member `score`.
    #[truto(query)]
    pub score: Option<f64>,
    /// The member `count`.
    #[truto(query)]
    pub count: Option<f64>,
    /// The member `code`.
    #[truto(query)]
    pub code: Option<String>,
    /// The member `mixed`. Any JSON, because it has several types.
    #[truto(query)]
    pub mixed: Option<Json>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: Option<String>,
    /// The member `score`.
    #[truto(rename = "score")]
    pub score_2: Option<f64>,
    /// The member `count`.
    #[truto(rename = "count")]
    pub count_2: Option<f64>,
    /// The member `code`.
    #[truto(rename = "code")]
    pub code_2: Option<String>,
    /// The member `mixed`. Any JSON, because it has several types.
    #[truto(rename = "mixed")]
    pub mixed_2: Option<Json>,
}

/// Changes a type list. What is not set stays as it is.
///
/// `PATCH /unified/odd/type-lists/{id}` returns the [`TypeList`].
#[unified_endpoint(PATCH, "/unified/odd/type-lists/{id}", response = TypeList)]
pub struct UpdateTypeList {
    /// Id of the type list.
    pub id: Id<TypeList>,
    /// The member `id`.
    #[truto(query, rename = "id")]
    pub id_2: Option<String>,
    /// The member `score`.
    #[truto(query)]
    pub score: Option<f64>,
    /// The member `count`.
    #[truto(query)]
    pub count: Option<f64>,
    /// The member `code`.
    #[truto(query)]
    pub code: Option<String>,
    /// The member `mixed`. Any JSON, because it has several types.
    #[truto(query)]
    pub mixed: Option<Json>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_3: Patch<String>,
    /// The member `score`.
    #[truto(rename = "score")]
    pub score_2: Patch<f64>,
    /// The member `count`.
    #[truto(rename = "count")]
    pub count_2: Patch<f64>,
    /// The member `code`.
    #[truto(rename = "code")]
    pub code_2: Patch<String>,
    /// The member `mixed`. Any JSON, because it has several types.
    #[truto(rename = "mixed")]
    pub mixed_2: Patch<Json>,
}
