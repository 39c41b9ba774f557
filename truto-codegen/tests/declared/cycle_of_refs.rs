// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `cycle_of_refs` of the model `fixtures`.
//!
//! Sources of [`CycleOfRef`] and its methods: <https://docs.example/fixtures>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct CycleOfRef {
    /// The member `a`. Any JSON, because it contains itself.
    pub a: Option<RawJson>,
    /// The member `self`. Any JSON, because it contains itself.
    #[truto(rename = "self")]
    pub self_field: Option<RawJson>,
    /// The member `chain`. Any JSON, because it contains itself.
    pub chain: Option<RawJson>,
    /// The member `id`.
    pub id: Option<Id<CycleOfRef>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists cycle of refs.
///
/// `GET /unified/fixtures/cycle_of_refs` returns pages of [`CycleOfRef`].
#[unified_endpoint(GET, "/unified/fixtures/cycle_of_refs", response = CycleOfRef, paginated)]
pub struct ListCycleOfRefs {
    /// The member `a`. Any JSON, because it contains itself.
    pub a: Option<Json>,
    /// The member `self`. Any JSON, because it contains itself.
    #[truto(rename = "self")]
    pub self_field: Option<Json>,
    /// The member `chain`. Any JSON, because it contains itself.
    pub chain: Option<Json>,
    /// The member `id`.
    pub id: Option<Filter<String>>,
}

/// Reads a cycle of ref.
///
/// `GET /unified/fixtures/cycle_of_refs/{id}` returns the [`CycleOfRef`].
#[unified_endpoint(GET, "/unified/fixtures/cycle_of_refs/{id}", response = CycleOfRef)]
pub struct GetCycleOfRef {
    /// Id of the cycle of ref.
    pub id: Id<CycleOfRef>,
}

/// Creates a cycle of ref. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/cycle_of_refs` returns the [`CycleOfRef`].
#[unified_endpoint(POST, "/unified/fixtures/cycle_of_refs", response = CycleOfRef)]
pub struct CreateCycleOfRef {
    /// The member `a`. Any JSON, because it contains itself.
    pub a: Option<Json>,
    /// The member `self`. Any JSON, because it contains itself.
    #[truto(rename = "self")]
    pub self_field: Option<Json>,
    /// The member `chain`. Any JSON, because it contains itself.
    pub chain: Option<Json>,
    /// The member `id`.
    pub id: Option<String>,
}

/// Changes a cycle of ref. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/cycle_of_refs/{id}` returns the [`CycleOfRef`].
#[unified_endpoint(PATCH, "/unified/fixtures/cycle_of_refs/{id}", response = CycleOfRef)]
pub struct UpdateCycleOfRef {
    /// Id of the cycle of ref.
    pub id: Id<CycleOfRef>,
    /// The member `a`. Any JSON, because it contains itself.
    pub a: Patch<Json>,
    /// The member `self`. Any JSON, because it contains itself.
    #[truto(rename = "self")]
    pub self_field: Patch<Json>,
    /// The member `chain`. Any JSON, because it contains itself.
    pub chain: Patch<Json>,
}

/// Deletes a cycle of ref.
///
/// `DELETE /unified/fixtures/cycle_of_refs/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/cycle_of_refs/{id}", response = Deleted)]
pub struct DeleteCycleOfRef {
    /// Id of the cycle of ref.
    pub id: Id<CycleOfRef>,
}

/// Calls the method `move-stage` of [`CycleOfRef`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/cycle_of_refs/move-stage` returns any JSON, or nothing, because the API's pages do not agree
/// on the answer.
#[unified_endpoint(POST, "/unified/fixtures/cycle_of_refs/move-stage", response = Option<Json>)]
pub struct MoveStageCycleOfRefs {
    /// The member `a`. Any JSON, because it contains itself.
    #[truto(query)]
    pub a: Option<Json>,
    /// The member `self`. Any JSON, because it contains itself.
    #[truto(query, rename = "self")]
    pub self_field: Option<Json>,
    /// The member `chain`. Any JSON, because it contains itself.
    #[truto(query)]
    pub chain: Option<Json>,
    /// The member `id`.
    #[truto(query)]
    pub id: Option<String>,
    /// The member `a`. Any JSON, because it contains itself.
    #[truto(rename = "a")]
    pub a_2: Option<Json>,
    /// The member `self`. Any JSON, because it contains itself.
    #[truto(rename = "self")]
    pub self_field_2: Option<Json>,
    /// The member `chain`. Any JSON, because it contains itself.
    #[truto(rename = "chain")]
    pub chain_2: Option<Json>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: Option<String>,
}
