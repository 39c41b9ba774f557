// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `refs_into_definitions` of the model `fixtures`.
//!
//! Sources of [`RefsIntoDefinition`] and its methods: <https://docs.example/fixtures>.

use truto_core::types::{Deleted, Id, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct RefsIntoDefinition {
    /// An id. A UUID.
    pub id: Option<Id<RefsIntoDefinition>>,
    /// An amount of money.
    pub total: Option<Total>,
    /// An amount of money.
    pub paid: Option<Paid>,
    /// The member `lines`.
    pub lines: Vec<Line>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// An amount of money.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Total {
    /// The member `amount`.
    pub amount: Option<String>,
    /// The member `currency`.
    pub currency: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// An amount of money.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Paid {
    /// The member `amount`.
    pub amount: Option<String>,
    /// The member `currency`.
    pub currency: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Line`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Line {
    /// The member `description`.
    pub description: Option<String>,
    /// The member `quantity`.
    pub quantity: Option<f64>,
    /// An amount of money.
    pub price: Option<Price>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// An amount of money.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Price {
    /// The member `amount`.
    pub amount: Option<String>,
    /// The member `currency`.
    pub currency: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists refs into definitions.
///
/// `GET /unified/fixtures/refs_into_definitions` returns pages of [`RefsIntoDefinition`].
#[unified_endpoint(GET, "/unified/fixtures/refs_into_definitions", response = RefsIntoDefinition, paginated)]
pub struct ListRefsIntoDefinitions {
    /// An id. A UUID.
    pub id: Option<Filter<String>>,
    /// An amount of money.
    #[truto(rename = "total[amount]")]
    pub total_amount: Option<Filter<String>>,
    /// An amount of money.
    #[truto(rename = "total[currency]")]
    pub total_currency: Option<Filter<String>>,
    /// An amount of money.
    #[truto(rename = "paid[amount]")]
    pub paid_amount: Option<Filter<String>>,
    /// An amount of money.
    #[truto(rename = "paid[currency]")]
    pub paid_currency: Option<Filter<String>>,
    /// The member `lines`.
    pub lines: Option<Vec<Line>>,
}

/// Reads a refs into definition.
///
/// `GET /unified/fixtures/refs_into_definitions/{id}` returns the [`RefsIntoDefinition`].
#[unified_endpoint(GET, "/unified/fixtures/refs_into_definitions/{id}", response = RefsIntoDefinition)]
pub struct GetRefsIntoDefinition {
    /// Id of the refs into definition.
    pub id: Id<RefsIntoDefinition>,
}

/// Creates a refs into definition. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/refs_into_definitions` returns the [`RefsIntoDefinition`].
#[unified_endpoint(POST, "/unified/fixtures/refs_into_definitions", response = RefsIntoDefinition)]
pub struct CreateRefsIntoDefinition {
    /// An id. A UUID.
    pub id: Option<String>,
    /// An amount of money.
    pub total: Option<Total>,
    /// An amount of money.
    pub paid: Option<Paid>,
    /// The member `lines`.
    pub lines: Vec<Line>,
}

/// Changes a refs into definition. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/refs_into_definitions/{id}` returns the [`RefsIntoDefinition`].
#[unified_endpoint(PATCH, "/unified/fixtures/refs_into_definitions/{id}", response = RefsIntoDefinition)]
pub struct UpdateRefsIntoDefinition {
    /// Id of the refs into definition.
    pub id: Id<RefsIntoDefinition>,
    /// An amount of money.
    pub total: Patch<Total>,
    /// An amount of money.
    pub paid: Patch<Paid>,
    /// The member `lines`.
    pub lines: Option<Vec<Line>>,
}

/// Deletes a refs into definition.
///
/// `DELETE /unified/fixtures/refs_into_definitions/{id}` returns the id of the deleted record, if the provider tells
/// it.
#[unified_endpoint(DELETE, "/unified/fixtures/refs_into_definitions/{id}", response = Deleted)]
pub struct DeleteRefsIntoDefinition {
    /// Id of the refs into definition.
    pub id: Id<RefsIntoDefinition>,
}

/// Calls the method `move-stage` of [`RefsIntoDefinition`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/refs_into_definitions/move-stage` returns any JSON, or nothing, because the API's pages do
/// not agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/refs_into_definitions/move-stage", response = Option<Json>)]
pub struct MoveStageRefsIntoDefinitions {
    /// An id. A UUID.
    #[truto(query)]
    pub id: Option<String>,
    /// An amount of money.
    #[truto(query, rename = "total[amount]")]
    pub total_amount: Option<String>,
    /// An amount of money.
    #[truto(query, rename = "total[currency]")]
    pub total_currency: Option<String>,
    /// An amount of money.
    #[truto(query, rename = "paid[amount]")]
    pub paid_amount: Option<String>,
    /// An amount of money.
    #[truto(query, rename = "paid[currency]")]
    pub paid_currency: Option<String>,
    /// The member `lines`.
    #[truto(query)]
    pub lines: Option<Vec<Line>>,
    /// An id. A UUID.
    #[truto(rename = "id")]
    pub id_2: Option<String>,
    /// An amount of money.
    pub total: Option<Total>,
    /// An amount of money.
    pub paid: Option<Paid>,
    /// The member `lines`.
    #[truto(rename = "lines")]
    pub lines_2: Vec<Line>,
}
