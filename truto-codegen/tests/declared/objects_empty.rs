// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `objects_empty` of the model `fixtures`.
//!
//! Sources of [`ObjectsEmpty`] and its methods: <https://docs.example/fixtures>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct ObjectsEmpty {
    /// The member `a`. Any JSON, because the schema names no fields.
    pub a: Option<RawJson>,
    /// The member `b`. Any JSON, because the schema names no fields.
    pub b: Option<RawJson>,
    /// The member `c`.
    pub c: Vec<RawJson>,
    /// The member `d`.
    pub d: Option<D>,
    /// The member `id`.
    pub id: Option<Id<ObjectsEmpty>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `D`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct D {
    /// The member `e`.
    pub e: Option<E>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `E`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct E {
    /// The member `f`. Any JSON, because the schema names no fields.
    pub f: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists objects empty.
///
/// `GET /unified/fixtures/objects_empty` returns pages of [`ObjectsEmpty`].
#[unified_endpoint(GET, "/unified/fixtures/objects_empty", response = ObjectsEmpty, paginated)]
pub struct ListObjectsEmpty {
    /// The member `a`. Any JSON, because the schema names no fields.
    pub a: Option<Json>,
    /// The member `b`. Any JSON, because the schema names no fields.
    pub b: Option<Json>,
    /// The member `c`.
    pub c: Option<Json>,
    /// The member `d[e][f]`. Any JSON, because the schema names no fields.
    #[truto(rename = "d[e][f]")]
    pub d_e_f: Option<Json>,
    /// The member `id`.
    pub id: Option<Filter<String>>,
}

/// Reads an objects empty.
///
/// `GET /unified/fixtures/objects_empty/{id}` returns the [`ObjectsEmpty`].
#[unified_endpoint(GET, "/unified/fixtures/objects_empty/{id}", response = ObjectsEmpty)]
pub struct GetObjectsEmpty {
    /// Id of the objects empty.
    pub id: Id<ObjectsEmpty>,
}

/// Creates an objects empty. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/objects_empty` returns the [`ObjectsEmpty`].
#[unified_endpoint(POST, "/unified/fixtures/objects_empty", response = ObjectsEmpty)]
pub struct CreateObjectsEmpty {
    /// The member `a`. Any JSON, because the schema names no fields.
    pub a: Option<Json>,
    /// The member `b`. Any JSON, because the schema names no fields.
    pub b: Option<Json>,
    /// The member `c`.
    pub c: Vec<Json>,
    /// The member `d`.
    pub d: Option<D>,
    /// The member `id`.
    pub id: Option<String>,
}

/// Changes an objects empty. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/objects_empty/{id}` returns the [`ObjectsEmpty`].
#[unified_endpoint(PATCH, "/unified/fixtures/objects_empty/{id}", response = ObjectsEmpty)]
pub struct UpdateObjectsEmpty {
    /// Id of the objects empty.
    pub id: Id<ObjectsEmpty>,
    /// The member `a`. Any JSON, because the schema names no fields.
    pub a: Patch<Json>,
    /// The member `b`. Any JSON, because the schema names no fields.
    pub b: Patch<Json>,
    /// The member `c`.
    pub c: Option<Vec<Json>>,
    /// The member `d`.
    pub d: Patch<D>,
}

/// Deletes an objects empty.
///
/// `DELETE /unified/fixtures/objects_empty/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/objects_empty/{id}", response = Deleted)]
pub struct DeleteObjectsEmpty {
    /// Id of the objects empty.
    pub id: Id<ObjectsEmpty>,
}

/// Calls the method `move-stage` of [`ObjectsEmpty`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/objects_empty/move-stage` returns any JSON, or nothing, because the API's pages do not agree
/// on the answer.
#[unified_endpoint(POST, "/unified/fixtures/objects_empty/move-stage", response = Option<Json>)]
pub struct MoveStageObjectsEmpty {
    /// The member `a`. Any JSON, because the schema names no fields.
    #[truto(query)]
    pub a: Option<Json>,
    /// The member `b`. Any JSON, because the schema names no fields.
    #[truto(query)]
    pub b: Option<Json>,
    /// The member `c`.
    #[truto(query)]
    pub c: Option<Json>,
    /// The member `d[e][f]`. Any JSON, because the schema names no fields.
    #[truto(query, rename = "d[e][f]")]
    pub d_e_f: Option<Json>,
    /// The member `id`.
    #[truto(query)]
    pub id: Option<String>,
    /// The member `a`. Any JSON, because the schema names no fields.
    #[truto(rename = "a")]
    pub a_2: Option<Json>,
    /// The member `b`. Any JSON, because the schema names no fields.
    #[truto(rename = "b")]
    pub b_2: Option<Json>,
    /// The member `c`.
    #[truto(rename = "c")]
    pub c_2: Vec<Json>,
    /// The member `d`.
    pub d: Option<D>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: Option<String>,
}
