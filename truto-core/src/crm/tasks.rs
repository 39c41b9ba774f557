// Written by truto-codegen from `truto-codegen/models/crm.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `tasks` of the Unified CRM API.
//!
//! ```no_run
//! # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
//! use truto_core::crm::ListTasks;
//!
//! let mut list = ListTasks::builder().items(account);
//! while let Some(task) = list.try_next().await? {
//!     println!("{}", task.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Task`] and its methods: <https://www.truto.one/docs/api-reference/unified-crm-api/tasks.md>,
//! <https://truto.one/docs/api-reference/unified-crm-api/tasks/get>,
//! <https://truto.one/docs/api-reference/unified-crm-api/tasks/update>,
//! <https://truto.one/docs/api-reference/unified-crm-api/tasks/create>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/integration-coverage.md>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::contacts::Contact;
use super::values::{AccountRef, ContactRef, LeadRef, OpportunityRef, Url, UserRef};

/// Something to do.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Task {
    /// Record id.
    pub id: Id<Task>,
    /// Subject.
    pub subject: Option<String>,
    /// Text of the task.
    pub content: Option<String>,
    /// Kind of task.
    #[truto(rename = "type")]
    pub kind: Option<TaskKind>,
    /// User who owns the record.
    pub owner: Option<UserRef>,
    /// Company that the record belongs to.
    pub account: Option<AccountRef>,
    /// People that the record belongs to.
    pub contact: Vec<ContactRef>,
    /// Deals that the record belongs to.
    pub opportunity: Vec<OpportunityRef>,
    /// Leads that the record belongs to.
    pub lead: Vec<LeadRef>,
    /// Time of completion.
    pub completed_at: Option<Timestamp>,
    /// Day or time on which it is due.
    pub due_date: Option<Timestamp>,
    /// Status.
    pub status: Option<Open<TaskStatus>>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change. Not confirmed by the API's pages.
    pub updated_at: Option<Timestamp>,
    /// Links to the record. Not confirmed by the API's pages.
    pub urls: Vec<Url>,
    /// The provider's own record, unparsed.
    pub remote_data: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A kind of task.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TaskKind {
    /// Record id.
    pub id: Option<String>,
    /// Display name.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Status.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum TaskStatus {
    /// `open`.
    Open,
    /// `completed`.
    Completed,
}

/// Lists tasks.
///
/// `GET /unified/crm/tasks` returns pages of [`Task`].
#[unified_endpoint(GET, "/unified/crm/tasks", response = Task, paginated)]
pub struct ListTasks {
    /// Id of the contact. Required by Highlevel.
    #[truto(rename = "contact[id]")]
    pub contact_id: Option<Filter<String>>,
    /// Status. Values: `open`, `completed`.
    pub status: Option<Filter<String>>,
    /// Time of creation.
    pub created_at: Option<DateFilter>,
    /// Time of the last change.
    pub updated_at: Option<DateFilter>,
}

/// Reads a task.
///
/// `GET /unified/crm/tasks/{id}` returns the [`Task`].
#[unified_endpoint(GET, "/unified/crm/tasks/{id}", response = Task)]
pub struct GetTask {
    /// Id of the task.
    pub id: Id<Task>,
    /// Id of the contact. Required by Highlevel.
    #[truto(rename = "contact[id]")]
    pub contact_id: Option<Id<Contact>>,
}

/// Creates a task. What is not declared here is for `remote_data`.
///
/// `POST /unified/crm/tasks` returns the [`Task`].
#[unified_endpoint(POST, "/unified/crm/tasks", response = Task)]
pub struct CreateTask {
    /// Subject.
    pub subject: Option<String>,
    /// Text of the task. Required by Close.
    pub content: Option<String>,
    /// Kind of task.
    #[truto(rename = "type")]
    pub kind: Option<TaskKind>,
    /// User who owns the record. Required by Close.
    pub owner: Option<UserRef>,
    /// Company that the record belongs to. Required by Close.
    pub account: Option<AccountRef>,
    /// People that the record belongs to.
    pub contact: Vec<ContactRef>,
    /// Deals that the record belongs to.
    pub opportunity: Vec<OpportunityRef>,
    /// Leads that the record belongs to.
    pub lead: Vec<LeadRef>,
    /// Time of completion.
    pub completed_at: Option<Timestamp>,
    /// Day or time on which it is due.
    pub due_date: Option<Timestamp>,
    /// Status.
    pub status: Option<Open<TaskStatus>>,
    /// Links to the record. Not confirmed by the API's pages.
    pub urls: Vec<Url>,
}

/// Changes a task. What is not set stays as it is.
///
/// `PATCH /unified/crm/tasks/{id}` returns the [`Task`].
#[unified_endpoint(PATCH, "/unified/crm/tasks/{id}", response = Task)]
pub struct UpdateTask {
    /// Id of the task.
    pub id: Id<Task>,
    /// Id of the contact. Required by Highlevel.
    #[truto(query, rename = "contact[id]")]
    pub contact_id: Option<Id<Contact>>,
    /// Subject.
    pub subject: Patch<String>,
    /// Text of the task.
    pub content: Patch<String>,
    /// Kind of task.
    #[truto(rename = "type")]
    pub kind: Patch<TaskKind>,
    /// User who owns the record. Required by Close.
    pub owner: Patch<UserRef>,
    /// Company that the record belongs to. Required by Close.
    pub account: Patch<AccountRef>,
    /// People that the record belongs to.
    pub contact: Option<Vec<ContactRef>>,
    /// Deals that the record belongs to.
    pub opportunity: Option<Vec<OpportunityRef>>,
    /// Leads that the record belongs to.
    pub lead: Option<Vec<LeadRef>>,
    /// Time of completion.
    pub completed_at: Patch<Timestamp>,
    /// Day or time on which it is due.
    pub due_date: Patch<Timestamp>,
    /// Status.
    pub status: Patch<Open<TaskStatus>>,
    /// Links to the record. Not confirmed by the API's pages.
    pub urls: Option<Vec<Url>>,
}

/// Deletes a task.
///
/// `DELETE /unified/crm/tasks/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/crm/tasks/{id}", response = Deleted)]
pub struct DeleteTask {
    /// Id of the task.
    pub id: Id<Task>,
}
