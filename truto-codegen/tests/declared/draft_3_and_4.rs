// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `draft_3_and_4` of the model `fixtures`.
//!
//! Sources of [`Draft3And4`] and its methods: <https://docs.example/fixtures>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Draft3And4 {
    /// The member `id`.
    pub id: Id<Draft3And4>,
    /// The member `age`.
    pub age: Option<i64>,
    /// The member `any`. Any JSON, because the schema does not say what it is.
    pub any: Option<RawJson>,
    /// The member `several`. Any JSON, because it is a string or an object.
    pub several: Option<RawJson>,
    /// The member `divisible`.
    pub divisible: Option<f64>,
    /// The member `extends`.
    pub extends: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists draft 3 and 4.
///
/// `GET /unified/fixtures/draft_3_and_4` returns pages of [`Draft3And4`].
#[unified_endpoint(GET, "/unified/fixtures/draft_3_and_4", response = Draft3And4, paginated)]
pub struct ListDraft3And4 {
    /// The member `id`. Required by the API.
    pub id: Option<Filter<String>>,
    /// The member `age`.
    pub age: Option<Filter<i64>>,
    /// The member `any`. Any JSON, because the schema does not say what it is.
    pub any: Option<Json>,
    /// The member `several`. Any JSON, because it is a string or an object.
    pub several: Option<Json>,
    /// The member `divisible`.
    pub divisible: Option<Filter<f64>>,
    /// The member `extends`.
    pub extends: Option<Filter<String>>,
}

/// Reads a draft3 and4.
///
/// `GET /unified/fixtures/draft_3_and_4/{id}` returns the [`Draft3And4`].
#[unified_endpoint(GET, "/unified/fixtures/draft_3_and_4/{id}", response = Draft3And4)]
pub struct GetDraft3And4 {
    /// Id of the draft3 and4.
    pub id: Id<Draft3And4>,
}

/// Creates a draft3 and4. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/draft_3_and_4` returns the [`Draft3And4`].
#[unified_endpoint(POST, "/unified/fixtures/draft_3_and_4", response = Draft3And4)]
pub struct CreateDraft3And4 {
    /// The member `id`.
    pub id: String,
    /// The member `age`.
    pub age: Option<i64>,
    /// The member `any`. Any JSON, because the schema does not say what it is.
    pub any: Option<Json>,
    /// The member `several`. Any JSON, because it is a string or an object.
    pub several: Option<Json>,
    /// The member `divisible`.
    pub divisible: Option<f64>,
    /// The member `extends`.
    pub extends: Option<String>,
}

/// Changes a draft3 and4. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/draft_3_and_4/{id}` returns the [`Draft3And4`].
#[unified_endpoint(PATCH, "/unified/fixtures/draft_3_and_4/{id}", response = Draft3And4)]
pub struct UpdateDraft3And4 {
    /// Id of the draft3 and4.
    pub id: Id<Draft3And4>,
    /// The member `age`.
    pub age: Patch<i64>,
    /// The member `any`. Any JSON, because the schema does not say what it is.
    pub any: Patch<Json>,
    /// The member `several`. Any JSON, because it is a string or an object.
    pub several: Patch<Json>,
    /// The member `divisible`.
    pub divisible: Patch<f64>,
    /// The member `extends`.
    pub extends: Patch<String>,
}

/// Deletes a draft3 and4.
///
/// `DELETE /unified/fixtures/draft_3_and_4/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/draft_3_and_4/{id}", response = Deleted)]
pub struct DeleteDraft3And4 {
    /// Id of the draft3 and4.
    pub id: Id<Draft3And4>,
}

/// Calls the method `move-stage` of [`Draft3And4`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/draft_3_and_4/move-stage` returns any JSON, or nothing, because the API's pages do not agree
/// on the answer.
#[unified_endpoint(POST, "/unified/fixtures/draft_3_and_4/move-stage", response = Option<Json>)]
pub struct MoveStageDraft3And4 {
    /// The member `id`.
    #[truto(query)]
    pub id: String,
    /// The member `age`.
    #[truto(query)]
    pub age: Option<i64>,
    /// The member `any`. Any JSON, because the schema does not say what it is.
    #[truto(query)]
    pub any: Option<Json>,
    /// The member `several`. Any JSON, because it is a string or an object.
    #[truto(query)]
    pub several: Option<Json>,
    /// The member `divisible`.
    #[truto(query)]
    pub divisible: Option<f64>,
    /// The member `extends`.
    #[truto(query)]
    pub extends: Option<String>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: String,
    /// The member `age`.
    #[truto(rename = "age")]
    pub age_2: Option<i64>,
    /// The member `any`. Any JSON, because the schema does not say what it is.
    #[truto(rename = "any")]
    pub any_2: Option<Json>,
    /// The member `several`. Any JSON, because it is a string or an object.
    #[truto(rename = "several")]
    pub several_2: Option<Json>,
    /// The member `divisible`.
    #[truto(rename = "divisible")]
    pub divisible_2: Option<f64>,
    /// The member `extends`.
    #[truto(rename = "extends")]
    pub extends_2: Option<String>,
}
