// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `tuples` of the model `fixtures`.
//!
//! Sources of [`Tuple`] and its methods: <https://docs.example/fixtures>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{Json, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Tuple {
    /// The member `point_2020`.
    pub point_2020: Vec<f64>,
    /// The member `point_draft7`.
    pub point_draft7: Vec<f64>,
    /// The member `mixed`.
    pub mixed: Vec<RawJson>,
    /// The member `empty`.
    pub empty: Vec<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists tuples.
///
/// `GET /unified/fixtures/tuples` returns pages of [`Tuple`].
#[unified_endpoint(GET, "/unified/fixtures/tuples", response = Tuple, paginated)]
pub struct ListTuples {
    /// The member `point_2020`.
    pub point_2020: Option<Vec<f64>>,
    /// The member `point_draft7`.
    pub point_draft7: Option<Vec<f64>>,
    /// The member `mixed`.
    pub mixed: Option<Json>,
    /// The member `empty`.
    pub empty: Option<Json>,
}

/// Reads a tuple.
///
/// `GET /unified/fixtures/tuples/{id}` returns the [`Tuple`].
#[unified_endpoint(GET, "/unified/fixtures/tuples/{id}", response = Tuple)]
pub struct GetTuple {
    /// Id of the tuple.
    pub id: Id<Tuple>,
}

/// Creates a tuple. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/tuples` returns the [`Tuple`].
#[unified_endpoint(POST, "/unified/fixtures/tuples", response = Tuple)]
pub struct CreateTuple {
    /// The member `point_2020`.
    pub point_2020: Vec<f64>,
    /// The member `point_draft7`.
    pub point_draft7: Vec<f64>,
    /// The member `mixed`.
    pub mixed: Vec<Json>,
    /// The member `empty`.
    pub empty: Vec<Json>,
}

/// Changes a tuple. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/tuples/{id}` returns the [`Tuple`].
#[unified_endpoint(PATCH, "/unified/fixtures/tuples/{id}", response = Tuple)]
pub struct UpdateTuple {
    /// Id of the tuple.
    pub id: Id<Tuple>,
    /// The member `point_2020`.
    pub point_2020: Option<Vec<f64>>,
    /// The member `point_draft7`.
    pub point_draft7: Option<Vec<f64>>,
    /// The member `mixed`.
    pub mixed: Option<Vec<Json>>,
    /// The member `empty`.
    pub empty: Option<Vec<Json>>,
}

/// Deletes a tuple.
///
/// `DELETE /unified/fixtures/tuples/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/tuples/{id}", response = Deleted)]
pub struct DeleteTuple {
    /// Id of the tuple.
    pub id: Id<Tuple>,
}

/// Calls the method `move-stage` of [`Tuple`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/tuples/move-stage` returns any JSON, or nothing, because the API's pages do not agree on the
/// answer.
#[unified_endpoint(POST, "/unified/fixtures/tuples/move-stage", response = Option<Json>)]
pub struct MoveStageTuples {
    /// The member `point_2020`.
    #[truto(query)]
    pub point_2020: Option<Vec<f64>>,
    /// The member `point_draft7`.
    #[truto(query)]
    pub point_draft7: Option<Vec<f64>>,
    /// The member `mixed`.
    #[truto(query)]
    pub mixed: Option<Json>,
    /// The member `empty`.
    #[truto(query)]
    pub empty: Option<Json>,
    /// The member `point_2020`.
    #[truto(rename = "point_2020")]
    pub point_2020_2: Vec<f64>,
    /// The member `point_draft7`.
    #[truto(rename = "point_draft7")]
    pub point_draft7_2: Vec<f64>,
    /// The member `mixed`.
    #[truto(rename = "mixed")]
    pub mixed_2: Vec<Json>,
    /// The member `empty`.
    #[truto(rename = "empty")]
    pub empty_2: Vec<Json>,
}
