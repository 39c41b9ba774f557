// Written by truto-codegen from `truto-codegen/models/crm.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `projects` of the Unified CRM API.
//!
//! ```no_run
//! # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
//! use truto_core::crm::ListProjects;
//!
//! let mut list = ListProjects::builder().items(account);
//! while let Some(project) = list.try_next().await? {
//!     println!("{}", project.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Project`] and its methods: <https://www.truto.one/docs/api-reference/unified-crm-api/projects.md>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/projects/list>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/projects/create>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Patch, SortBy, Timestamp, UnifiedRecord, unified_endpoint};

use super::values::{AccountRef, ContactRef, OpportunityRef, StageRef, Tag, UserRef};

/// Work that was sold.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Project {
    /// Record id.
    pub id: Id<Project>,
    /// Name.
    pub name: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Amount of the project.
    pub amount: Option<f64>,
    /// Currency of the amount, as the provider names it.
    pub currency: Option<String>,
    /// User who owns the record.
    pub owner: Option<UserRef>,
    /// Company that the record belongs to.
    pub account: Option<AccountRef>,
    /// People that the record belongs to.
    pub contact: Vec<ContactRef>,
    /// Deals that the record belongs to.
    pub opportunity: Vec<OpportunityRef>,
    /// Stage.
    pub stage: Option<StageRef>,
    /// Status.
    pub status: Option<Open<ProjectStatus>>,
    /// Labels.
    pub tags: Vec<Tag>,
    /// Time of the last activity.
    pub last_activity_at: Option<Timestamp>,
    /// Day or time on which it closes, or is meant to.
    pub close_date: Option<Timestamp>,
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

/// Statuses of a project.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum ProjectStatus {
    /// `closed`.
    Closed,
    /// `completed`.
    Completed,
    /// `in progress`.
    #[truto(rename = "in progress")]
    InProgress,
    /// `open`.
    Open,
    /// `over_budget`.
    OverBudget,
    /// `overdue`.
    Overdue,
    /// `planned`.
    Planned,
    /// `running`.
    Running,
}

/// Lists projects.
///
/// `GET /unified/crm/projects` returns pages of [`Project`].
#[unified_endpoint(GET, "/unified/crm/projects", response = Project, paginated)]
pub struct ListProjects {
    /// Time of the last change.
    pub updated_at: Option<DateFilter>,
    /// Free text to search for. Capsule only.
    pub search_term: Option<String>,
    /// Name.
    pub name: Option<Filter<String>>,
    /// Tags.
    pub tags: Option<Vec<Tag>>,
    /// Id of the owner.
    #[truto(rename = "owner[id]")]
    pub owner_id: Option<Filter<String>>,
    /// Id of the stage.
    #[truto(rename = "stage[id]")]
    pub stage_id: Option<Filter<String>>,
    /// Time of creation.
    pub created_at: Option<DateFilter>,
    /// Status. Values: `closed`, `completed`, `in progress`, `open`, `over_budget`, `overdue`, `planned`, `running`.
    pub status: Option<Filter<String>>,
    /// Day or time on which it closes, or is meant to.
    pub close_date: Option<DateFilter>,
    /// Order of the list. Fields to sort by: `amount`, `created_at`, `name`, `updated_at`.
    pub sort_by: Option<SortBy>,
    /// Description.
    pub description: Option<Filter<String>>,
    /// Id of the account.
    #[truto(rename = "account[id]")]
    pub account_id: Option<Filter<String>>,
    /// Deals that the record belongs to.
    pub opportunity: Option<Vec<OpportunityRef>>,
    /// People that the record belongs to.
    pub contact: Option<Vec<ContactRef>>,
}

/// Reads a project.
///
/// `GET /unified/crm/projects/{id}` returns the [`Project`].
#[unified_endpoint(GET, "/unified/crm/projects/{id}", response = Project)]
pub struct GetProject {
    /// Id of the project.
    pub id: Id<Project>,
}

/// Creates a project. What is not declared here is for `remote_data`.
///
/// `POST /unified/crm/projects` returns the [`Project`].
#[unified_endpoint(POST, "/unified/crm/projects", response = Project)]
pub struct CreateProject {
    /// Name. Required by the API.
    pub name: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Amount of the project.
    pub amount: Option<f64>,
    /// Currency of the amount, as the provider names it.
    pub currency: Option<String>,
    /// User who owns the record.
    pub owner: Option<UserRef>,
    /// Company that the record belongs to. Required by Planhat.
    pub account: Option<AccountRef>,
    /// People that the record belongs to.
    pub contact: Vec<ContactRef>,
    /// Deals that the record belongs to.
    pub opportunity: Vec<OpportunityRef>,
    /// Stage.
    pub stage: Option<StageRef>,
    /// Status.
    pub status: Option<Open<ProjectStatus>>,
    /// Labels.
    pub tags: Vec<Tag>,
    /// Time of the last activity.
    pub last_activity_at: Option<Timestamp>,
    /// Day or time on which it closes, or is meant to. Required by Pipeliner.
    pub close_date: Option<Timestamp>,
}

/// Changes a project. What is not set stays as it is.
///
/// `PATCH /unified/crm/projects/{id}` returns the [`Project`].
#[unified_endpoint(PATCH, "/unified/crm/projects/{id}", response = Project)]
pub struct UpdateProject {
    /// Id of the project.
    pub id: Id<Project>,
    /// Name. Required by the API.
    pub name: Patch<String>,
    /// Description.
    pub description: Patch<String>,
    /// Amount of the project.
    pub amount: Patch<f64>,
    /// Currency of the amount, as the provider names it.
    pub currency: Patch<String>,
    /// User who owns the record.
    pub owner: Patch<UserRef>,
    /// Company that the record belongs to. Required by Planhat.
    pub account: Patch<AccountRef>,
    /// People that the record belongs to.
    pub contact: Option<Vec<ContactRef>>,
    /// Deals that the record belongs to.
    pub opportunity: Option<Vec<OpportunityRef>>,
    /// Stage.
    pub stage: Patch<StageRef>,
    /// Status.
    pub status: Patch<Open<ProjectStatus>>,
    /// Labels.
    pub tags: Option<Vec<Tag>>,
    /// Time of the last activity.
    pub last_activity_at: Patch<Timestamp>,
    /// Day or time on which it closes, or is meant to. Required by Pipeliner.
    pub close_date: Patch<Timestamp>,
}

/// Deletes a project.
///
/// `DELETE /unified/crm/projects/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/crm/projects/{id}", response = Deleted)]
pub struct DeleteProject {
    /// Id of the project.
    pub id: Id<Project>,
}
