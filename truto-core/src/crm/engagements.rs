// Written by truto-codegen from `truto-codegen/models/crm.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `engagements` of the Unified CRM API.
//!
//! ```no_run
//! # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
//! use truto_core::crm::ListEngagements;
//!
//! let mut list = ListEngagements::builder().items(account);
//! while let Some(engagement) = list.try_next().await? {
//!     println!("{}", engagement.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Engagement`] and its methods:
//! <https://www.truto.one/docs/api-reference/unified-crm-api/engagements.md>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/engagements>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/engagements/list>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/engagements/create>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/engagements/update>,
//! <https://truto.one/docs/api-reference/unified-crm-api/engagements/delete>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::notes::Note;
use super::projects::Project;
use super::values::{AccountRef, ContactRef, LeadRef, OpportunityRef, PhoneNumber, UserRef};

/// A call, a meeting, an email or another contact with somebody.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Engagement {
    /// Record id.
    pub id: Id<Engagement>,
    /// User who owns the record.
    pub owner: Option<UserRef>,
    /// Text of the engagement.
    pub content: Option<String>,
    /// Subject.
    pub subject: Option<String>,
    /// Direction of a call.
    pub direction: Option<Open<EngagementDirection>>,
    /// Kind of engagement: one of the values, or the provider's own.
    pub engagement_type: Option<Open<EngagementKind>>,
    /// Internal notes.
    pub internal_notes: Option<String>,
    /// Notes that belong to it.
    pub notes: Vec<NoteRef>,
    /// Status.
    pub status: Option<String>,
    /// Time of the start.
    pub start_time: Option<Timestamp>,
    /// Time of the end.
    pub end_time: Option<Timestamp>,
    /// Duration, as the provider spells it.
    pub duration: Option<String>,
    /// Project.
    pub project: Option<ProjectRef>,
    /// Company that the record belongs to.
    pub account: Option<AccountRef>,
    /// People that the record belongs to.
    pub contact: Vec<ContactRef>,
    /// Deals that the record belongs to.
    pub opportunity: Vec<OpportunityRef>,
    /// Leads that the record belongs to.
    pub lead: Vec<LeadRef>,
    /// Phone numbers.
    pub phone_numbers: Vec<PhoneNumber>,
    /// Custom fields: values by the `name` that the resource `fields` reports.
    pub custom_fields: Option<RawJson>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// The provider's own record, unparsed.
    pub remote_data: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Directions of a call.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum EngagementDirection {
    /// `inbound`.
    Inbound,
    /// `outbound`.
    Outbound,
    /// `missed`.
    Missed,
}

/// Kinds of engagement that the API names.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum EngagementKind {
    /// `call`.
    Call,
    /// `meeting`.
    Meeting,
    /// `note`.
    Note,
    /// `email`.
    Email,
    /// `chat`.
    Chat,
    /// `task`.
    Task,
}

/// The note of another record: its id, and its name if the provider tells it.
///
/// Setters of requests take an id in its place.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct NoteRef {
    /// Id of the note.
    pub id: Option<Id<Note>>,
    /// Name of the note. A request does not need it.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

impl<T: Into<Id<Note>>> From<T> for NoteRef {
    fn from(id: T) -> Self {
        let id: Id<Note> = id.into();
        Self::default().id(id)
    }
}

/// The project of another record: its id, and its name if the provider tells it.
///
/// Setters of requests take an id in its place.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct ProjectRef {
    /// Id of the project.
    pub id: Option<Id<Project>>,
    /// Name of the project. A request does not need it.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

impl<T: Into<Id<Project>>> From<T> for ProjectRef {
    fn from(id: T) -> Self {
        let id: Id<Project> = id.into();
        Self::default().id(id)
    }
}

/// Lists engagements.
///
/// `GET /unified/crm/engagements` returns pages of [`Engagement`].
#[unified_endpoint(GET, "/unified/crm/engagements", response = Engagement, paginated)]
pub struct ListEngagements {
    /// Kind of engagement. Required by 10 of 21 integrations. Values: `call`, `chat`, `email`, `meeting`, `task`.
    pub engagement_type: Option<Filter<String>>,
    /// Time of the start. It is before `end_time`, by one year at most.
    pub start_time: Option<DateFilter>,
    /// Time of the end. It is after `start_time`.
    pub end_time: Option<DateFilter>,
    /// Id of the contact.
    #[truto(rename = "contact[id]")]
    pub contact_id: Option<Filter<String>>,
    /// Id of the opportunity.
    #[truto(rename = "opportunity[id]")]
    pub opportunity_id: Option<Filter<String>>,
    /// Id of the account.
    #[truto(rename = "account[id]")]
    pub account_id: Option<Filter<String>>,
    /// Id of the owner.
    #[truto(rename = "owner[id]")]
    pub owner_id: Option<Filter<String>>,
    /// Id of the lead.
    #[truto(rename = "lead[id]")]
    pub lead_id: Option<Filter<String>>,
    /// Time of creation.
    pub created_at: Option<DateFilter>,
    /// Time of the last change.
    pub updated_at: Option<DateFilter>,
    /// Status.
    pub status: Option<Filter<String>>,
    /// Subject of an email. Not confirmed by the API's pages.
    pub subject: Option<Filter<String>>,
    /// Content of an email. Not confirmed by the API's pages.
    pub content: Option<Filter<String>>,
}

/// Reads an engagement.
///
/// `GET /unified/crm/engagements/{id}` returns the [`Engagement`].
#[unified_endpoint(GET, "/unified/crm/engagements/{id}", response = Engagement)]
pub struct GetEngagement {
    /// Id of the engagement.
    pub id: Id<Engagement>,
}

/// Creates an engagement. What is not declared here is for `remote_data`.
///
/// `POST /unified/crm/engagements` returns the [`Engagement`].
#[unified_endpoint(POST, "/unified/crm/engagements", response = Engagement)]
pub struct CreateEngagement {
    /// Kind of engagement, in the query. Required by two integrations, beside the field of the body.
    #[truto(query, rename = "engagement_type")]
    pub query_engagement_type: Option<Open<EngagementKind>>,
    /// User who owns the record.
    pub owner: Option<UserRef>,
    /// Text of the engagement.
    pub content: Option<String>,
    /// Subject.
    pub subject: Option<String>,
    /// Direction of a call.
    pub direction: Option<Open<EngagementDirection>>,
    /// Kind of engagement: one of the values, or the provider's own. Required by 8 of 13 integrations.
    pub engagement_type: Option<Open<EngagementKind>>,
    /// Internal notes.
    pub internal_notes: Option<String>,
    /// Notes that belong to it.
    pub notes: Vec<NoteRef>,
    /// Status.
    pub status: Option<String>,
    /// Time of the start.
    pub start_time: Option<Timestamp>,
    /// Time of the end.
    pub end_time: Option<Timestamp>,
    /// Duration, as the provider spells it.
    pub duration: Option<String>,
    /// Project.
    pub project: Option<ProjectRef>,
    /// Company that the record belongs to.
    pub account: Option<AccountRef>,
    /// People that the record belongs to.
    pub contact: Vec<ContactRef>,
    /// Deals that the record belongs to.
    pub opportunity: Vec<OpportunityRef>,
    /// Leads that the record belongs to.
    pub lead: Vec<LeadRef>,
    /// Phone numbers.
    pub phone_numbers: Vec<PhoneNumber>,
    /// Custom fields: values by the `name` that the resource `fields` reports.
    pub custom_fields: Option<Json>,
}

/// Changes an engagement. What is not set stays as it is.
///
/// `PATCH /unified/crm/engagements/{id}` returns the [`Engagement`].
#[unified_endpoint(PATCH, "/unified/crm/engagements/{id}", response = Engagement)]
pub struct UpdateEngagement {
    /// Id of the engagement.
    pub id: Id<Engagement>,
    /// Kind of engagement, in the query. Required by one integration.
    #[truto(query, rename = "engagement_type")]
    pub query_engagement_type: Option<Open<EngagementKind>>,
    /// User who owns the record.
    pub owner: Patch<UserRef>,
    /// Text of the engagement.
    pub content: Patch<String>,
    /// Subject.
    pub subject: Patch<String>,
    /// Direction of a call.
    pub direction: Patch<Open<EngagementDirection>>,
    /// Kind of engagement: one of the values, or the provider's own. Required by 8 of 13 integrations.
    pub engagement_type: Patch<Open<EngagementKind>>,
    /// Internal notes.
    pub internal_notes: Patch<String>,
    /// Notes that belong to it.
    pub notes: Option<Vec<NoteRef>>,
    /// Status.
    pub status: Patch<String>,
    /// Time of the start.
    pub start_time: Patch<Timestamp>,
    /// Time of the end.
    pub end_time: Patch<Timestamp>,
    /// Duration, as the provider spells it.
    pub duration: Patch<String>,
    /// Project.
    pub project: Patch<ProjectRef>,
    /// Company that the record belongs to.
    pub account: Patch<AccountRef>,
    /// People that the record belongs to.
    pub contact: Option<Vec<ContactRef>>,
    /// Deals that the record belongs to.
    pub opportunity: Option<Vec<OpportunityRef>>,
    /// Leads that the record belongs to.
    pub lead: Option<Vec<LeadRef>>,
    /// Phone numbers.
    pub phone_numbers: Option<Vec<PhoneNumber>>,
    /// Custom fields: values by the `name` that the resource `fields` reports.
    pub custom_fields: Patch<Json>,
}

/// Deletes an engagement.
///
/// `DELETE /unified/crm/engagements/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/crm/engagements/{id}", response = Deleted)]
pub struct DeleteEngagement {
    /// Id of the engagement.
    pub id: Id<Engagement>,
    /// Kind of engagement. Required by Affinity, Close, Keap, `OnePageCRM`, Pipeliner and Zoho CRM.
    pub engagement_type: Option<Open<EngagementKind>>,
}
