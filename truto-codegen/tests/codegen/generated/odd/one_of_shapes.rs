// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `one-of-shapes` of the model `odd`.

use truto_core::types::{Id, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A record of `one-of-shapes`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct OneOfShape {
    /// The member `value`. Any JSON, because it has several shapes.
    pub value: Option<RawJson>,
    /// The member `amount`. Any JSON, because it is a text or a number.
    pub amount: Option<RawJson>,
    /// The member `ref`.
    pub r#ref: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists one of shapes.
///
/// `GET /unified/odd/one-of-shapes` returns pages of [`OneOfShape`].
#[unified_endpoint(GET, "/unified/odd/one-of-shapes", response = OneOfShape, paginated)]
pub struct ListOneOfShapes {
    /// The member `value`. Any JSON, because it has several shapes.
    pub value: Option<Json>,
    /// The member `amount`. Any JSON, because it is a text or a number.
    pub amount: Option<Json>,
    /// The member `ref`.
    pub r#ref: Option<Filter<String>>,
}

/// Reads an one of shape.
///
/// `GET /unified/odd/one-of-shapes/{id}` returns the [`OneOfShape`].
#[unified_endpoint(GET, "/unified/odd/one-of-shapes/{id}", response = OneOfShape)]
pub struct GetOneOfShape {
    /// Id of the one of shape.
    pub id: Id<OneOfShape>,
    /// The member `value`. Any JSON, because it has several shapes.
    pub value: Option<Json>,
    /// The member `amount`. Any JSON, because it is a text or a number.
    pub amount: Option<Json>,
    /// The member `ref`.
    pub r#ref: Option<String>,
}

/// Creates an one of shape. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/one-of-shapes` returns the [`OneOfShape`].
#[unified_endpoint(POST, "/unified/odd/one-of-shapes", response = OneOfShape)]
pub struct CreateOneOfShape {
    /// The member `value`. Any JSON, because it has several shapes.
    #[truto(query)]
    pub value: Option<Json>,
    /// The member `amount`. Any JSON, because it is a text or a number.
    #[truto(query)]
    pub amount: Option<Json>,
    /// The member `ref`.
    #[truto(query)]
    pub r#ref: Option<String>,
    /// The member `value`. Any JSON, because it has several shapes.
    #[truto(rename = "value")]
    pub value_2: Option<Json>,
    /// The member `amount`. Any JSON, because it is a text or a number.
    #[truto(rename = "amount")]
    pub amount_2: Option<Json>,
    /// The member `ref`.
    #[truto(rename = "ref")]
    pub ref_2: Option<String>,
}

/// Changes an one of shape. What is not set stays as it is.
///
/// `PATCH /unified/odd/one-of-shapes/{id}` returns the [`OneOfShape`].
#[unified_endpoint(PATCH, "/unified/odd/one-of-shapes/{id}", response = OneOfShape)]
pub struct UpdateOneOfShape {
    /// Id of the one of shape.
    pub id: Id<OneOfShape>,
    /// The member `value`. Any JSON, because it has several shapes.
    #[truto(query)]
    pub value: Option<Json>,
    /// The member `amount`. Any JSON, because it is a text or a number.
    #[truto(query)]
    pub amount: Option<Json>,
    /// The member `ref`.
    #[truto(query)]
    pub r#ref: Option<String>,
    /// The member `value`. Any JSON, because it has several shapes.
    #[truto(rename = "value")]
    pub value_2: Patch<Json>,
    /// The member `amount`. Any JSON, because it is a text or a number.
    #[truto(rename = "amount")]
    pub amount_2: Patch<Json>,
    /// The member `ref`.
    #[truto(rename = "ref")]
    pub ref_2: Patch<String>,
}
