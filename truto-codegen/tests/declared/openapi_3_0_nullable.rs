// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `openapi_3_0_nullable` of the model `fixtures`.
//!
//! Sources of [`Openapi30Nullable`] and its methods: <https://docs.example/fixtures>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Openapi30Nullable {
    /// The ID of the ticket.
    pub id: Id<Openapi30Nullable>,
    /// The member `subject`.
    pub subject: Option<String>,
    /// What the requester wrote.
    pub description: Option<String>,
    /// The member `priority`.
    pub priority: Option<Open<Openapi30NullablePriority>>,
    /// The member `via_channel`.
    pub via_channel: Option<i64>,
    /// The member `satisfaction`.
    pub satisfaction: Option<Satisfaction>,
    /// The member `created_at`.
    pub created_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `Openapi30NullablePriority`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum Openapi30NullablePriority {
    /// `urgent`.
    Urgent,
    /// `high`.
    High,
    /// `normal`.
    Normal,
    /// `low`.
    Low,
}

/// A value of `Satisfaction`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Satisfaction {
    /// The member `score`.
    pub score: Option<Open<SatisfactionScore>>,
    /// The member `comment`.
    pub comment: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `SatisfactionScore`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum SatisfactionScore {
    /// `offered`.
    Offered,
    /// `good`.
    Good,
    /// `bad`.
    Bad,
}

/// Values of `Openapi30NullableSatisfactionScore`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum Openapi30NullableSatisfactionScore {
    /// `offered`.
    Offered,
    /// `good`.
    Good,
    /// `bad`.
    Bad,
}

/// Lists openapi 3 0 nullable.
///
/// `GET /unified/fixtures/openapi_3_0_nullable` returns pages of [`Openapi30Nullable`].
#[unified_endpoint(GET, "/unified/fixtures/openapi_3_0_nullable", response = Openapi30Nullable, paginated)]
pub struct ListOpenapi30Nullable {
    /// The ID of the ticket. Required by the API.
    pub id: Option<Filter<String>>,
    /// The member `subject`. Required by the API.
    pub subject: Option<Filter<String>>,
    /// What the requester wrote.
    pub description: Option<Filter<String>>,
    /// The member `priority`. Values: `urgent`, `high`, `normal`, `low`.
    pub priority: Option<Filter<String>>,
    /// The member `via_channel`.
    pub via_channel: Option<Filter<i64>>,
    /// The member `satisfaction[score]`. Values: `offered`, `good`, `bad`.
    #[truto(rename = "satisfaction[score]")]
    pub satisfaction_score: Option<Filter<String>>,
    /// The member `satisfaction[comment]`.
    #[truto(rename = "satisfaction[comment]")]
    pub satisfaction_comment: Option<Filter<String>>,
    /// The member `created_at`.
    pub created_at: Option<DateFilter>,
}

/// Reads an openapi30 nullable.
///
/// `GET /unified/fixtures/openapi_3_0_nullable/{id}` returns the [`Openapi30Nullable`].
#[unified_endpoint(GET, "/unified/fixtures/openapi_3_0_nullable/{id}", response = Openapi30Nullable)]
pub struct GetOpenapi30Nullable {
    /// Id of the openapi30 nullable.
    pub id: Id<Openapi30Nullable>,
}

/// Creates an openapi30 nullable. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/openapi_3_0_nullable` returns the [`Openapi30Nullable`].
#[unified_endpoint(POST, "/unified/fixtures/openapi_3_0_nullable", response = Openapi30Nullable)]
pub struct CreateOpenapi30Nullable {
    /// The member `subject`.
    pub subject: String,
    /// What the requester wrote.
    pub description: Option<String>,
    /// The member `priority`.
    pub priority: Option<Open<Openapi30NullablePriority>>,
    /// The member `via_channel`.
    pub via_channel: Option<i64>,
    /// The member `satisfaction`.
    pub satisfaction: Option<Satisfaction>,
    /// The member `created_at`.
    pub created_at: Option<Timestamp>,
}

/// Changes an openapi30 nullable. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/openapi_3_0_nullable/{id}` returns the [`Openapi30Nullable`].
#[unified_endpoint(PATCH, "/unified/fixtures/openapi_3_0_nullable/{id}", response = Openapi30Nullable)]
pub struct UpdateOpenapi30Nullable {
    /// Id of the openapi30 nullable.
    pub id: Id<Openapi30Nullable>,
    /// The member `subject`.
    pub subject: Patch<String>,
    /// What the requester wrote.
    pub description: Patch<String>,
    /// The member `priority`.
    pub priority: Patch<Open<Openapi30NullablePriority>>,
    /// The member `via_channel`.
    pub via_channel: Patch<i64>,
    /// The member `satisfaction`.
    pub satisfaction: Patch<Satisfaction>,
    /// The member `created_at`.
    pub created_at: Patch<Timestamp>,
}

/// Deletes an openapi30 nullable.
///
/// `DELETE /unified/fixtures/openapi_3_0_nullable/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/openapi_3_0_nullable/{id}", response = Deleted)]
pub struct DeleteOpenapi30Nullable {
    /// Id of the openapi30 nullable.
    pub id: Id<Openapi30Nullable>,
}

/// Calls the method `move-stage` of [`Openapi30Nullable`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/openapi_3_0_nullable/move-stage` returns any JSON, or nothing, because the API's pages do
/// not agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/openapi_3_0_nullable/move-stage", response = Option<Json>)]
pub struct MoveStageOpenapi30Nullable {
    /// The ID of the ticket.
    #[truto(query)]
    pub id: String,
    /// The member `subject`.
    #[truto(query)]
    pub subject: String,
    /// What the requester wrote.
    #[truto(query)]
    pub description: Option<String>,
    /// The member `priority`.
    #[truto(query)]
    pub priority: Option<Open<Openapi30NullablePriority>>,
    /// The member `via_channel`.
    #[truto(query)]
    pub via_channel: Option<i64>,
    /// The member `satisfaction[score]`.
    #[truto(query, rename = "satisfaction[score]")]
    pub satisfaction_score: Option<Open<Openapi30NullableSatisfactionScore>>,
    /// The member `satisfaction[comment]`.
    #[truto(query, rename = "satisfaction[comment]")]
    pub satisfaction_comment: Option<String>,
    /// The member `created_at`.
    #[truto(query)]
    pub created_at: Option<Timestamp>,
    /// The member `subject`.
    #[truto(rename = "subject")]
    pub subject_2: String,
    /// What the requester wrote.
    #[truto(rename = "description")]
    pub description_2: Option<String>,
    /// The member `priority`.
    #[truto(rename = "priority")]
    pub priority_2: Option<Open<Openapi30NullablePriority>>,
    /// The member `via_channel`.
    #[truto(rename = "via_channel")]
    pub via_channel_2: Option<i64>,
    /// The member `satisfaction`.
    pub satisfaction: Option<Satisfaction>,
    /// The member `created_at`.
    #[truto(rename = "created_at")]
    pub created_at_2: Option<Timestamp>,
}
