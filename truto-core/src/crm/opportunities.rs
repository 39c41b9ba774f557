// Written by truto-codegen from `truto-codegen/models/crm.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `opportunities` of the Unified CRM API.
//!
//! A list of Freshsales leaves fields out, which [`GetOpportunity`] has.
//!
//! ```no_run
//! # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
//! use truto_core::crm::ListOpportunities;
//!
//! let mut list = ListOpportunities::builder().items(account);
//! while let Some(opportunity) = list.try_next().await? {
//!     println!("{}", opportunity.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Opportunity`] and its methods:
//! <https://www.truto.one/docs/api-reference/unified-crm-api/opportunities.md>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/opportunities>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/opportunities/list.md>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/opportunities/update>,
//! <https://truto.one/docs/api-reference/unified-crm-api/opportunities/create>,
//! <https://truto.one/docs/api-reference/unified-crm-api/opportunities/delete>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::values::{AccountRef, ContactRef, StageRef, Tag, Url, UserRef};

/// A deal.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Opportunity {
    /// Record id.
    pub id: Id<Opportunity>,
    /// Name of the deal.
    pub name: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Amount of the deal.
    pub amount: Option<f64>,
    /// Currency of the amount, as the provider names it.
    pub currency: Option<String>,
    /// User who owns the record.
    pub owner: Option<UserRef>,
    /// Company that the record belongs to.
    pub account: Option<AccountRef>,
    /// People that the record belongs to.
    pub contact: Vec<ContactRef>,
    /// Stage of the pipeline.
    pub stage: Option<StageRef>,
    /// Status, as the provider names it.
    pub status: Option<String>,
    /// Labels.
    pub tags: Vec<Tag>,
    /// Custom fields: values by the `name` that the resource `fields` reports.
    pub custom_fields: Option<RawJson>,
    /// Time of the last activity.
    pub last_activity_at: Option<Timestamp>,
    /// Day or time on which it closes, or is meant to.
    pub close_date: Option<Timestamp>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Links to the record.
    pub urls: Vec<Url>,
    /// The provider's own record, unparsed.
    pub remote_data: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists opportunities.
///
/// `GET /unified/crm/opportunities` returns pages of [`Opportunity`].
#[unified_endpoint(GET, "/unified/crm/opportunities", response = Opportunity, paginated)]
pub struct ListOpportunities {
    /// Name.
    pub name: Option<Filter<String>>,
    /// Time of creation.
    pub created_at: Option<DateFilter>,
    /// Time of the last change.
    pub updated_at: Option<DateFilter>,
    /// Id of the account.
    #[truto(rename = "account[id]")]
    pub account_id: Option<Filter<String>>,
    /// Id of the owner.
    #[truto(rename = "owner[id]")]
    pub owner_id: Option<Filter<String>>,
    /// Id of the stage.
    #[truto(rename = "stage[id]")]
    pub stage_id: Option<Filter<String>>,
    /// Status.
    pub status: Option<Filter<String>>,
    /// Id of the workspace. Required by Highlevel. The name is inferred.
    #[truto(rename = "workspace[id]")]
    pub workspace_id: Option<Filter<String>>,
}

/// Reads an opportunity.
///
/// `GET /unified/crm/opportunities/{id}` returns the [`Opportunity`].
#[unified_endpoint(GET, "/unified/crm/opportunities/{id}", response = Opportunity)]
pub struct GetOpportunity {
    /// Id of the opportunity.
    pub id: Id<Opportunity>,
}

/// Creates an opportunity. What is not declared here is for `remote_data`.
///
/// `POST /unified/crm/opportunities` returns the [`Opportunity`].
#[unified_endpoint(POST, "/unified/crm/opportunities", response = Opportunity)]
pub struct CreateOpportunity {
    /// Name of the deal. Required by most integrations.
    pub name: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Amount of the deal.
    pub amount: Option<f64>,
    /// Currency of the amount, as the provider names it.
    pub currency: Option<String>,
    /// User who owns the record.
    pub owner: Option<UserRef>,
    /// Company that the record belongs to.
    pub account: Option<AccountRef>,
    /// People that the record belongs to.
    pub contact: Vec<ContactRef>,
    /// Stage of the pipeline.
    pub stage: Option<StageRef>,
    /// Status, as the provider names it.
    pub status: Option<String>,
    /// Labels.
    pub tags: Vec<Tag>,
    /// Custom fields: values by the `name` that the resource `fields` reports.
    pub custom_fields: Option<Json>,
    /// Time of the last activity.
    pub last_activity_at: Option<Timestamp>,
    /// Day or time on which it closes, or is meant to.
    pub close_date: Option<Timestamp>,
    /// Links to the record.
    pub urls: Vec<Url>,
}

/// Changes an opportunity. What is not set stays as it is.
///
/// `PATCH /unified/crm/opportunities/{id}` returns the [`Opportunity`].
#[unified_endpoint(PATCH, "/unified/crm/opportunities/{id}", response = Opportunity)]
pub struct UpdateOpportunity {
    /// Id of the opportunity.
    pub id: Id<Opportunity>,
    /// Name of the deal. Required by most integrations.
    pub name: Patch<String>,
    /// Description.
    pub description: Patch<String>,
    /// Amount of the deal.
    pub amount: Patch<f64>,
    /// Currency of the amount, as the provider names it.
    pub currency: Patch<String>,
    /// User who owns the record.
    pub owner: Patch<UserRef>,
    /// Company that the record belongs to. Required by Teamleader.
    pub account: Patch<AccountRef>,
    /// People that the record belongs to.
    pub contact: Option<Vec<ContactRef>>,
    /// Stage of the pipeline.
    pub stage: Patch<StageRef>,
    /// Status, as the provider names it.
    pub status: Patch<String>,
    /// Labels.
    pub tags: Option<Vec<Tag>>,
    /// Custom fields: values by the `name` that the resource `fields` reports.
    pub custom_fields: Patch<Json>,
    /// Time of the last activity.
    pub last_activity_at: Patch<Timestamp>,
    /// Day or time on which it closes, or is meant to.
    pub close_date: Patch<Timestamp>,
    /// Links to the record.
    pub urls: Option<Vec<Url>>,
}

/// Deletes an opportunity.
///
/// `DELETE /unified/crm/opportunities/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/crm/opportunities/{id}", response = Deleted)]
pub struct DeleteOpportunity {
    /// Id of the opportunity.
    pub id: Id<Opportunity>,
}
