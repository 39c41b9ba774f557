// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `arrays` of the model `odd`.

use truto_core::types::{Id, RawJson, Unknown};
use truto_core::{Json, UnifiedRecord, unified_endpoint};

/// A record of `arrays`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Array {
    /// The member `tags`.
    pub tags: Vec<String>,
    /// The member `pair`.
    pub pair: Vec<RawJson>,
    /// The member `old_pair`.
    pub old_pair: Vec<RawJson>,
    /// The member `bare`.
    pub bare: Vec<RawJson>,
    /// The member `grid`.
    pub grid: Vec<Vec<f64>>,
    /// The member `people`.
    pub people: Vec<People>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `People`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct People {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `email`.
    pub email: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists arrays.
///
/// `GET /unified/odd/arrays` returns pages of [`Array`].
#[unified_endpoint(GET, "/unified/odd/arrays", response = Array, paginated)]
pub struct ListArrays {
    /// The member `tags`.
    pub tags: Option<Vec<String>>,
    /// The member `pair`.
    pub pair: Option<Json>,
    /// The member `old_pair`.
    pub old_pair: Option<Json>,
    /// The member `bare`.
    pub bare: Option<Json>,
    /// The member `grid`.
    pub grid: Option<Json>,
    /// The member `people`.
    pub people: Option<Vec<People>>,
}

/// Reads an array.
///
/// `GET /unified/odd/arrays/{id}` returns the [`Array`].
#[unified_endpoint(GET, "/unified/odd/arrays/{id}", response = Array)]
pub struct GetArray {
    /// Id of the array.
    pub id: Id<Array>,
    /// The member `tags`.
    pub tags: Option<Vec<String>>,
    /// The member `pair`.
    pub pair: Option<Json>,
    /// The member `old_pair`.
    pub old_pair: Option<Json>,
    /// The member `bare`.
    pub bare: Option<Json>,
    /// The member `grid`.
    pub grid: Option<Json>,
    /// The member `people`.
    pub people: Option<Vec<People>>,
}

/// Creates an array. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/arrays` returns the [`Array`].
#[unified_endpoint(POST, "/unified/odd/arrays", response = Array)]
pub struct CreateArray {
    /// The member `tags`.
    #[truto(query)]
    pub tags: Option<Vec<String>>,
    /// The member `pair`.
    #[truto(query)]
    pub pair: Option<Json>,
    /// The member `old_pair`.
    #[truto(query)]
    pub old_pair: Option<Json>,
    /// The member `bare`.
    #[truto(query)]
    pub bare: Option<Json>,
    /// The member `grid`.
    #[truto(query)]
    pub grid: Option<Json>,
    /// The member `people`.
    #[truto(query)]
    pub people: Option<Vec<People>>,
    /// The member `tags`.
    #[truto(rename = "tags")]
    pub tags_2: Vec<String>,
    /// The member `pair`.
    #[truto(rename = "pair")]
    pub pair_2: Vec<Json>,
    /// The member `old_pair`.
    #[truto(rename = "old_pair")]
    pub old_pair_2: Vec<Json>,
    /// The member `bare`.
    #[truto(rename = "bare")]
    pub bare_2: Vec<Json>,
    /// The member `grid`.
    #[truto(rename = "grid")]
    pub grid_2: Vec<Vec<f64>>,
    /// The member `people`.
    #[truto(rename = "people")]
    pub people_2: Vec<People>,
}

/// Changes an array. What is not set stays as it is.
///
/// `PATCH /unified/odd/arrays/{id}` returns the [`Array`].
#[unified_endpoint(PATCH, "/unified/odd/arrays/{id}", response = Array)]
pub struct UpdateArray {
    /// Id of the array.
    pub id: Id<Array>,
    /// The member `tags`.
    #[truto(query)]
    pub tags: Option<Vec<String>>,
    /// The member `pair`.
    #[truto(query)]
    pub pair: Option<Json>,
    /// The member `old_pair`.
    #[truto(query)]
    pub old_pair: Option<Json>,
    /// The member `bare`.
    #[truto(query)]
    pub bare: Option<Json>,
    /// The member `grid`.
    #[truto(query)]
    pub grid: Option<Json>,
    /// The member `people`.
    #[truto(query)]
    pub people: Option<Vec<People>>,
    /// The member `tags`.
    #[truto(rename = "tags")]
    pub tags_2: Option<Vec<String>>,
    /// The member `pair`.
    #[truto(rename = "pair")]
    pub pair_2: Option<Vec<Json>>,
    /// The member `old_pair`.
    #[truto(rename = "old_pair")]
    pub old_pair_2: Option<Vec<Json>>,
    /// The member `bare`.
    #[truto(rename = "bare")]
    pub bare_2: Option<Vec<Json>>,
    /// The member `grid`.
    #[truto(rename = "grid")]
    pub grid_2: Option<Vec<Vec<f64>>>,
    /// The member `people`.
    #[truto(rename = "people")]
    pub people_2: Option<Vec<People>>,
}
