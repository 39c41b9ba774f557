// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `additional_properties` of the model `fixtures`.
//!
//! Sources of [`AdditionalProperty`] and its methods: <https://docs.example/fixtures>.

use std::collections::BTreeMap;

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

use super::values::Nested;

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct AdditionalProperty {
    /// The member `custom_fields`. Any JSON, because the schema names no fields.
    pub custom_fields: Option<RawJson>,
    /// The member `labels`.
    pub labels: Option<BTreeMap<String, String>>,
    /// The member `scores`.
    pub scores: Option<BTreeMap<String, f64>>,
    /// The member `nested`.
    pub nested: Option<BTreeMap<String, Nested>>,
    /// The member `both`.
    pub both: Option<Both>,
    /// The member `pattern`.
    pub pattern: Option<BTreeMap<String, String>>,
    /// The member `closed`. Any JSON, because the schema names no fields.
    pub closed: Option<RawJson>,
    /// Raw data returned from the remote API call. Any JSON, because the schema names no fields.
    pub remote_data: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Both`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Both {
    /// The member `known`.
    pub known: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists additional properties.
///
/// `GET /unified/fixtures/additional_properties` returns pages of [`AdditionalProperty`].
#[unified_endpoint(GET, "/unified/fixtures/additional_properties", response = AdditionalProperty, paginated)]
pub struct ListAdditionalProperties {
    /// The member `custom_fields`. Any JSON, because the schema names no fields.
    pub custom_fields: Option<Json>,
    /// The member `labels`.
    pub labels: Option<Json>,
    /// The member `scores`.
    pub scores: Option<Json>,
    /// The member `nested`.
    pub nested: Option<Json>,
    /// The member `both[known]`.
    #[truto(rename = "both[known]")]
    pub both_known: Option<Filter<String>>,
    /// The member `pattern`.
    pub pattern: Option<Json>,
    /// The member `closed`. Any JSON, because the schema names no fields.
    pub closed: Option<Json>,
}

/// Reads an additional property.
///
/// `GET /unified/fixtures/additional_properties/{id}` returns the [`AdditionalProperty`].
#[unified_endpoint(GET, "/unified/fixtures/additional_properties/{id}", response = AdditionalProperty)]
pub struct GetAdditionalProperty {
    /// Id of the additional property.
    pub id: Id<AdditionalProperty>,
}

/// Creates an additional property. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/additional_properties` returns the [`AdditionalProperty`].
#[unified_endpoint(POST, "/unified/fixtures/additional_properties", response = AdditionalProperty)]
pub struct CreateAdditionalProperty {
    /// The member `custom_fields`. Any JSON, because the schema names no fields.
    pub custom_fields: Option<Json>,
    /// The member `labels`.
    pub labels: Option<BTreeMap<String, String>>,
    /// The member `scores`.
    pub scores: Option<BTreeMap<String, f64>>,
    /// The member `nested`.
    pub nested: Option<BTreeMap<String, Nested>>,
    /// The member `both`.
    pub both: Option<Both>,
    /// The member `pattern`.
    pub pattern: Option<BTreeMap<String, String>>,
    /// The member `closed`. Any JSON, because the schema names no fields.
    pub closed: Option<Json>,
}

/// Changes an additional property. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/additional_properties/{id}` returns the [`AdditionalProperty`].
#[unified_endpoint(PATCH, "/unified/fixtures/additional_properties/{id}", response = AdditionalProperty)]
pub struct UpdateAdditionalProperty {
    /// Id of the additional property.
    pub id: Id<AdditionalProperty>,
    /// The member `custom_fields`. Any JSON, because the schema names no fields.
    pub custom_fields: Patch<Json>,
    /// The member `labels`.
    pub labels: Patch<BTreeMap<String, String>>,
    /// The member `scores`.
    pub scores: Patch<BTreeMap<String, f64>>,
    /// The member `nested`.
    pub nested: Patch<BTreeMap<String, Nested>>,
    /// The member `both`.
    pub both: Patch<Both>,
    /// The member `pattern`.
    pub pattern: Patch<BTreeMap<String, String>>,
    /// The member `closed`. Any JSON, because the schema names no fields.
    pub closed: Patch<Json>,
}

/// Deletes an additional property.
///
/// `DELETE /unified/fixtures/additional_properties/{id}` returns the id of the deleted record, if the provider tells
/// it.
#[unified_endpoint(DELETE, "/unified/fixtures/additional_properties/{id}", response = Deleted)]
pub struct DeleteAdditionalProperty {
    /// Id of the additional property.
    pub id: Id<AdditionalProperty>,
}

/// Calls the method `move-stage` of [`AdditionalProperty`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/additional_properties/move-stage` returns any JSON, or nothing, because the API's pages do
/// not agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/additional_properties/move-stage", response = Option<Json>)]
pub struct MoveStageAdditionalProperties {
    /// The member `custom_fields`. Any JSON, because the schema names no fields.
    #[truto(query)]
    pub custom_fields: Option<Json>,
    /// The member `labels`.
    #[truto(query)]
    pub labels: Option<Json>,
    /// The member `scores`.
    #[truto(query)]
    pub scores: Option<Json>,
    /// The member `nested`.
    #[truto(query)]
    pub nested: Option<Json>,
    /// The member `both[known]`.
    #[truto(query, rename = "both[known]")]
    pub both_known: Option<String>,
    /// The member `pattern`.
    #[truto(query)]
    pub pattern: Option<Json>,
    /// The member `closed`. Any JSON, because the schema names no fields.
    #[truto(query)]
    pub closed: Option<Json>,
    /// The member `custom_fields`. Any JSON, because the schema names no fields.
    #[truto(rename = "custom_fields")]
    pub custom_fields_2: Option<Json>,
    /// The member `labels`.
    #[truto(rename = "labels")]
    pub labels_2: Option<BTreeMap<String, String>>,
    /// The member `scores`.
    #[truto(rename = "scores")]
    pub scores_2: Option<BTreeMap<String, f64>>,
    /// The member `nested`.
    #[truto(rename = "nested")]
    pub nested_2: Option<BTreeMap<String, Nested>>,
    /// The member `both`.
    pub both: Option<Both>,
    /// The member `pattern`.
    #[truto(rename = "pattern")]
    pub pattern_2: Option<BTreeMap<String, String>>,
    /// The member `closed`. Any JSON, because the schema names no fields.
    #[truto(rename = "closed")]
    pub closed_2: Option<Json>,
}
