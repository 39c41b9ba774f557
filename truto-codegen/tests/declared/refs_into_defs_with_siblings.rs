// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `refs_into_defs_with_siblings` of the model `fixtures`.
//!
//! Sources of [`RefsIntoDefsWithSibling`] and its methods: <https://docs.example/fixtures>.

use truto_core::types::{Deleted, Id, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct RefsIntoDefsWithSibling {
    /// Who is responsible.
    pub owner: Option<Owner>,
    /// Who looks at it.
    pub reviewer: Option<Reviewer>,
    /// The member `escaped`.
    pub escaped: Option<i64>,
    /// The member `percent`.
    pub percent: Option<bool>,
    /// Who is responsible.
    pub by_pointer: Option<ByPointer>,
    /// The member `whole`.
    pub whole: Option<f64>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Who is responsible.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Owner {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `email`. An email address.
    pub email: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Who looks at it.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Reviewer {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `email`. An email address.
    pub email: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Who is responsible.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct ByPointer {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `email`. An email address.
    pub email: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists refs into defs with siblings.
///
/// `GET /unified/fixtures/refs_into_defs_with_siblings` returns pages of [`RefsIntoDefsWithSibling`].
#[unified_endpoint(
    GET,
    "/unified/fixtures/refs_into_defs_with_siblings",
    response = RefsIntoDefsWithSibling,
    paginated
)]
pub struct ListRefsIntoDefsWithSiblings {
    /// Who is responsible.
    #[truto(rename = "owner[id]")]
    pub owner_id: Option<Filter<String>>,
    /// Who is responsible. An email address.
    #[truto(rename = "owner[email]")]
    pub owner_email: Option<Filter<String>>,
    /// Who looks at it.
    #[truto(rename = "reviewer[id]")]
    pub reviewer_id: Option<Filter<String>>,
    /// Who looks at it. An email address.
    #[truto(rename = "reviewer[email]")]
    pub reviewer_email: Option<Filter<String>>,
    /// The member `escaped`.
    pub escaped: Option<Filter<i64>>,
    /// The member `percent`.
    pub percent: Option<bool>,
    /// Who is responsible.
    #[truto(rename = "by_pointer[id]")]
    pub by_pointer_id: Option<Filter<String>>,
    /// Who is responsible. An email address.
    #[truto(rename = "by_pointer[email]")]
    pub by_pointer_email: Option<Filter<String>>,
    /// The member `whole`.
    pub whole: Option<Filter<f64>>,
}

/// Reads a refs into defs with sibling.
///
/// `GET /unified/fixtures/refs_into_defs_with_siblings/{id}` returns the [`RefsIntoDefsWithSibling`].
#[unified_endpoint(GET, "/unified/fixtures/refs_into_defs_with_siblings/{id}", response = RefsIntoDefsWithSibling)]
pub struct GetRefsIntoDefsWithSibling {
    /// Id of the refs into defs with sibling.
    pub id: Id<RefsIntoDefsWithSibling>,
}

/// Creates a refs into defs with sibling. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/refs_into_defs_with_siblings` returns the [`RefsIntoDefsWithSibling`].
#[unified_endpoint(POST, "/unified/fixtures/refs_into_defs_with_siblings", response = RefsIntoDefsWithSibling)]
pub struct CreateRefsIntoDefsWithSibling {
    /// Who is responsible.
    pub owner: Option<Owner>,
    /// Who looks at it.
    pub reviewer: Option<Reviewer>,
    /// The member `escaped`.
    pub escaped: Option<i64>,
    /// The member `percent`.
    pub percent: Option<bool>,
    /// Who is responsible.
    pub by_pointer: Option<ByPointer>,
    /// The member `whole`.
    pub whole: Option<f64>,
}

/// Changes a refs into defs with sibling. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/refs_into_defs_with_siblings/{id}` returns the [`RefsIntoDefsWithSibling`].
#[unified_endpoint(PATCH, "/unified/fixtures/refs_into_defs_with_siblings/{id}", response = RefsIntoDefsWithSibling)]
pub struct UpdateRefsIntoDefsWithSibling {
    /// Id of the refs into defs with sibling.
    pub id: Id<RefsIntoDefsWithSibling>,
    /// Who is responsible.
    pub owner: Patch<Owner>,
    /// Who looks at it.
    pub reviewer: Patch<Reviewer>,
    /// The member `escaped`.
    pub escaped: Patch<i64>,
    /// The member `percent`.
    pub percent: Patch<bool>,
    /// Who is responsible.
    pub by_pointer: Patch<ByPointer>,
    /// The member `whole`.
    pub whole: Patch<f64>,
}

/// Deletes a refs into defs with sibling.
///
/// `DELETE /unified/fixtures/refs_into_defs_with_siblings/{id}` returns the id of the deleted record, if the provider
/// tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/refs_into_defs_with_siblings/{id}", response = Deleted)]
pub struct DeleteRefsIntoDefsWithSibling {
    /// Id of the refs into defs with sibling.
    pub id: Id<RefsIntoDefsWithSibling>,
}

/// Calls the method `move-stage` of [`RefsIntoDefsWithSibling`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/refs_into_defs_with_siblings/move-stage` returns any JSON, or nothing, because the API's
/// pages do not agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/refs_into_defs_with_siblings/move-stage", response = Option<Json>)]
pub struct MoveStageRefsIntoDefsWithSiblings {
    /// Who is responsible.
    #[truto(query, rename = "owner[id]")]
    pub owner_id: Option<String>,
    /// Who is responsible. An email address.
    #[truto(query, rename = "owner[email]")]
    pub owner_email: Option<String>,
    /// Who looks at it.
    #[truto(query, rename = "reviewer[id]")]
    pub reviewer_id: Option<String>,
    /// Who looks at it. An email address.
    #[truto(query, rename = "reviewer[email]")]
    pub reviewer_email: Option<String>,
    /// The member `escaped`.
    #[truto(query)]
    pub escaped: Option<i64>,
    /// The member `percent`.
    #[truto(query)]
    pub percent: Option<bool>,
    /// Who is responsible.
    #[truto(query, rename = "by_pointer[id]")]
    pub by_pointer_id: Option<String>,
    /// Who is responsible. An email address.
    #[truto(query, rename = "by_pointer[email]")]
    pub by_pointer_email: Option<String>,
    /// The member `whole`.
    #[truto(query)]
    pub whole: Option<f64>,
    /// Who is responsible.
    pub owner: Option<Owner>,
    /// Who looks at it.
    pub reviewer: Option<Reviewer>,
    /// The member `escaped`.
    #[truto(rename = "escaped")]
    pub escaped_2: Option<i64>,
    /// The member `percent`.
    #[truto(rename = "percent")]
    pub percent_2: Option<bool>,
    /// Who is responsible.
    pub by_pointer: Option<ByPointer>,
    /// The member `whole`.
    #[truto(rename = "whole")]
    pub whole_2: Option<f64>,
}
