// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `json_schema_3_1_type_lists` of the model `fixtures`.
//!
//! Sources of [`JsonSchema31TypeList`] and its methods: <https://docs.example/fixtures>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct JsonSchema31TypeList {
    /// The member `id`.
    pub id: Option<Id<JsonSchema31TypeList>>,
    /// The member `title`.
    pub title: Option<String>,
    /// The member `estimate`.
    pub estimate: Option<f64>,
    /// The member `locked`.
    pub locked: Option<bool>,
    /// The member `labels`.
    pub labels: Vec<Label>,
    /// The member `body_or_lines`. Any JSON, because it is a string or a list.
    pub body_or_lines: Option<RawJson>,
    /// The member `reactions`. Any JSON, because the schema names no fields.
    pub reactions: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Label`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Label {
    /// The member `name`.
    pub name: Option<String>,
    /// The member `color`.
    pub color: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists json schema 3 1 type lists.
///
/// `GET /unified/fixtures/json_schema_3_1_type_lists` returns pages of [`JsonSchema31TypeList`].
#[unified_endpoint(GET, "/unified/fixtures/json_schema_3_1_type_lists", response = JsonSchema31TypeList, paginated)]
pub struct ListJsonSchema31TypeLists {
    /// The member `id`. Any JSON, because it is a string or a whole number.
    pub id: Option<Json>,
    /// The member `title`.
    pub title: Option<Filter<String>>,
    /// The member `estimate`.
    pub estimate: Option<Filter<f64>>,
    /// The member `locked`.
    pub locked: Option<bool>,
    /// The member `labels`.
    pub labels: Option<Vec<Label>>,
    /// The member `body_or_lines`. Any JSON, because it is a string or a list.
    pub body_or_lines: Option<Json>,
    /// The member `reactions`. Any JSON, because the schema names no fields.
    pub reactions: Option<Json>,
}

/// Reads a json schema31 type list.
///
/// `GET /unified/fixtures/json_schema_3_1_type_lists/{id}` returns the [`JsonSchema31TypeList`].
#[unified_endpoint(GET, "/unified/fixtures/json_schema_3_1_type_lists/{id}", response = JsonSchema31TypeList)]
pub struct GetJsonSchema31TypeList {
    /// Id of the json schema31 type list.
    pub id: Id<JsonSchema31TypeList>,
}

/// Creates a json schema31 type list. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/json_schema_3_1_type_lists` returns the [`JsonSchema31TypeList`].
#[unified_endpoint(POST, "/unified/fixtures/json_schema_3_1_type_lists", response = JsonSchema31TypeList)]
pub struct CreateJsonSchema31TypeList {
    /// The member `id`. Any JSON, because it is a string or a whole number.
    pub id: Option<Json>,
    /// The member `title`.
    pub title: Option<String>,
    /// The member `estimate`.
    pub estimate: Option<f64>,
    /// The member `locked`.
    pub locked: Option<bool>,
    /// The member `labels`.
    pub labels: Vec<Label>,
    /// The member `body_or_lines`. Any JSON, because it is a string or a list.
    pub body_or_lines: Option<Json>,
    /// The member `reactions`. Any JSON, because the schema names no fields.
    pub reactions: Option<Json>,
}

/// Changes a json schema31 type list. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/json_schema_3_1_type_lists/{id}` returns the [`JsonSchema31TypeList`].
#[unified_endpoint(PATCH, "/unified/fixtures/json_schema_3_1_type_lists/{id}", response = JsonSchema31TypeList)]
pub struct UpdateJsonSchema31TypeList {
    /// Id of the json schema31 type list.
    pub id: Id<JsonSchema31TypeList>,
    /// The member `title`.
    pub title: Patch<String>,
    /// The member `estimate`.
    pub estimate: Patch<f64>,
    /// The member `locked`.
    pub locked: Patch<bool>,
    /// The member `labels`.
    pub labels: Option<Vec<Label>>,
    /// The member `body_or_lines`. Any JSON, because it is a string or a list.
    pub body_or_lines: Patch<Json>,
    /// The member `reactions`. Any JSON, because the schema names no fields.
    pub reactions: Patch<Json>,
}

/// Deletes a json schema31 type list.
///
/// `DELETE /unified/fixtures/json_schema_3_1_type_lists/{id}` returns the id of the deleted record, if the provider
/// tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/json_schema_3_1_type_lists/{id}", response = Deleted)]
pub struct DeleteJsonSchema31TypeList {
    /// Id of the json schema31 type list.
    pub id: Id<JsonSchema31TypeList>,
}

/// Calls the method `move-stage` of [`JsonSchema31TypeList`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/json_schema_3_1_type_lists/move-stage` returns any JSON, or nothing, because the API's pages
/// do not agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/json_schema_3_1_type_lists/move-stage", response = Option<Json>)]
pub struct MoveStageJsonSchema31TypeLists {
    /// The member `id`. Any JSON, because it is a string or a whole number.
    #[truto(query)]
    pub id: Option<Json>,
    /// The member `title`.
    #[truto(query)]
    pub title: Option<String>,
    /// The member `estimate`.
    #[truto(query)]
    pub estimate: Option<f64>,
    /// The member `locked`.
    #[truto(query)]
    pub locked: Option<bool>,
    /// The member `labels`.
    #[truto(query)]
    pub labels: Option<Vec<Label>>,
    /// The member `body_or_lines`. Any JSON, because it is a string or a list.
    #[truto(query)]
    pub body_or_lines: Option<Json>,
    /// The member `reactions`. Any JSON, because the schema names no fields.
    #[truto(query)]
    pub reactions: Option<Json>,
    /// The member `id`. Any JSON, because it is a string or a whole number.
    #[truto(rename = "id")]
    pub id_2: Option<Json>,
    /// The member `title`.
    #[truto(rename = "title")]
    pub title_2: Option<String>,
    /// The member `estimate`.
    #[truto(rename = "estimate")]
    pub estimate_2: Option<f64>,
    /// The member `locked`.
    #[truto(rename = "locked")]
    pub locked_2: Option<bool>,
    /// The member `labels`.
    #[truto(rename = "labels")]
    pub labels_2: Vec<Label>,
    /// The member `body_or_lines`. Any JSON, because it is a string or a list.
    #[truto(rename = "body_or_lines")]
    pub body_or_lines_2: Option<Json>,
    /// The member `reactions`. Any JSON, because the schema names no fields.
    #[truto(rename = "reactions")]
    pub reactions_2: Option<Json>,
}
