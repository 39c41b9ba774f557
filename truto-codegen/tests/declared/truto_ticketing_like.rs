// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `truto_ticketing_like` of the model `fixtures`.
//!
//! Sources of [`TrutoTicketingLike`] and its methods: <https://docs.example/fixtures>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::values::Author;

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct TrutoTicketingLike {
    /// The ID of the ticket.
    pub id: Option<Id<TrutoTicketingLike>>,
    /// The name of the ticket.
    pub name: Option<String>,
    /// The member `url`. An address on the web.
    pub url: Option<String>,
    /// The status of the ticket.
    pub status: Option<Status>,
    /// The member `priority`.
    pub priority: Option<Priority>,
    /// The member `assignee`.
    pub assignee: Vec<TrutoTicketingLikeAssignee>,
    /// The member `author`.
    pub author: Option<Author>,
    /// The member `attachments`.
    pub attachments: Vec<Attachment>,
    /// The member `is_private`.
    pub is_private: Option<bool>,
    /// The member `due_date`.
    pub due_date: Option<Timestamp>,
    /// The member `created_at`.
    pub created_at: Option<Timestamp>,
    /// The member `updated_at`.
    pub updated_at: Option<Timestamp>,
    /// The member `custom_fields`. Any JSON, because the schema names no fields.
    pub custom_fields: Option<RawJson>,
    /// The member `remote_data`. Any JSON, because the schema names no fields.
    pub remote_data: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// The status of the ticket.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Status {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Priority`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Priority {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TrutoTicketingLikeAssignee`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TrutoTicketingLikeAssignee {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
    /// The member `email`.
    pub email: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `AuthorType`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum AuthorType {
    /// `user`.
    User,
    /// `contact`.
    Contact,
}

/// A value of `Attachment`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Attachment {
    /// The member `id`.
    pub id: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `TrutoTicketingLikeAuthorType`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum TrutoTicketingLikeAuthorType {
    /// `user`.
    User,
    /// `contact`.
    Contact,
}

/// Lists truto ticketing like.
///
/// `GET /unified/fixtures/truto_ticketing_like` returns pages of [`TrutoTicketingLike`].
#[unified_endpoint(GET, "/unified/fixtures/truto_ticketing_like", response = TrutoTicketingLike, paginated)]
pub struct ListTrutoTicketingLike {
    /// The ID of the ticket.
    pub id: Option<Filter<String>>,
    /// The name of the ticket.
    pub name: Option<Filter<String>>,
    /// The member `url`. An address on the web.
    pub url: Option<Filter<String>>,
    /// The status of the ticket.
    #[truto(rename = "status[id]")]
    pub status_id: Option<Filter<String>>,
    /// The status of the ticket.
    #[truto(rename = "status[name]")]
    pub status_name: Option<Filter<String>>,
    /// The member `priority[id]`.
    #[truto(rename = "priority[id]")]
    pub priority_id: Option<Filter<String>>,
    /// The member `priority[name]`.
    #[truto(rename = "priority[name]")]
    pub priority_name: Option<Filter<String>>,
    /// The member `assignee`.
    pub assignee: Option<Vec<TrutoTicketingLikeAssignee>>,
    /// The member `author[id]`.
    #[truto(rename = "author[id]")]
    pub author_id: Option<Filter<String>>,
    /// The member `author[type]`. Values: `user`, `contact`.
    #[truto(rename = "author[type]")]
    pub author_type: Option<Filter<String>>,
    /// The member `attachments`.
    pub attachments: Option<Vec<Attachment>>,
    /// The member `is_private`.
    pub is_private: Option<bool>,
    /// The member `due_date`.
    pub due_date: Option<DateFilter>,
    /// The member `created_at`.
    pub created_at: Option<DateFilter>,
    /// The member `updated_at`.
    pub updated_at: Option<DateFilter>,
    /// The member `custom_fields`. Any JSON, because the schema names no fields.
    pub custom_fields: Option<Json>,
}

/// Reads a truto ticketing like.
///
/// `GET /unified/fixtures/truto_ticketing_like/{id}` returns the [`TrutoTicketingLike`].
#[unified_endpoint(GET, "/unified/fixtures/truto_ticketing_like/{id}", response = TrutoTicketingLike)]
pub struct GetTrutoTicketingLike {
    /// Id of the truto ticketing like.
    pub id: Id<TrutoTicketingLike>,
}

/// Creates a truto ticketing like. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/truto_ticketing_like` returns the [`TrutoTicketingLike`].
#[unified_endpoint(POST, "/unified/fixtures/truto_ticketing_like", response = TrutoTicketingLike)]
pub struct CreateTrutoTicketingLike {
    /// The ID of the ticket.
    pub id: Option<String>,
    /// The name of the ticket.
    pub name: Option<String>,
    /// The member `url`. An address on the web.
    pub url: Option<String>,
    /// The status of the ticket.
    pub status: Option<Status>,
    /// The member `priority`.
    pub priority: Option<Priority>,
    /// The member `assignee`.
    pub assignee: Vec<TrutoTicketingLikeAssignee>,
    /// The member `author`.
    pub author: Option<Author>,
    /// The member `attachments`.
    pub attachments: Vec<Attachment>,
    /// The member `is_private`.
    pub is_private: Option<bool>,
    /// The member `due_date`.
    pub due_date: Option<Timestamp>,
    /// The member `created_at`.
    pub created_at: Option<Timestamp>,
    /// The member `updated_at`.
    pub updated_at: Option<Timestamp>,
    /// The member `custom_fields`. Any JSON, because the schema names no fields.
    pub custom_fields: Option<Json>,
}

/// Changes a truto ticketing like. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/truto_ticketing_like/{id}` returns the [`TrutoTicketingLike`].
#[unified_endpoint(PATCH, "/unified/fixtures/truto_ticketing_like/{id}", response = TrutoTicketingLike)]
pub struct UpdateTrutoTicketingLike {
    /// Id of the truto ticketing like.
    pub id: Id<TrutoTicketingLike>,
    /// The name of the ticket.
    pub name: Patch<String>,
    /// The member `url`. An address on the web.
    pub url: Patch<String>,
    /// The status of the ticket.
    pub status: Patch<Status>,
    /// The member `priority`.
    pub priority: Patch<Priority>,
    /// The member `assignee`.
    pub assignee: Option<Vec<TrutoTicketingLikeAssignee>>,
    /// The member `author`.
    pub author: Patch<Author>,
    /// The member `attachments`.
    pub attachments: Option<Vec<Attachment>>,
    /// The member `is_private`.
    pub is_private: Patch<bool>,
    /// The member `due_date`.
    pub due_date: Patch<Timestamp>,
    /// The member `created_at`.
    pub created_at: Patch<Timestamp>,
    /// The member `updated_at`.
    pub updated_at: Patch<Timestamp>,
    /// The member `custom_fields`. Any JSON, because the schema names no fields.
    pub custom_fields: Patch<Json>,
}

/// Deletes a truto ticketing like.
///
/// `DELETE /unified/fixtures/truto_ticketing_like/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/truto_ticketing_like/{id}", response = Deleted)]
pub struct DeleteTrutoTicketingLike {
    /// Id of the truto ticketing like.
    pub id: Id<TrutoTicketingLike>,
}

/// Calls the method `move-stage` of [`TrutoTicketingLike`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/truto_ticketing_like/move-stage` returns any JSON, or nothing, because the API's pages do
/// not agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/truto_ticketing_like/move-stage", response = Option<Json>)]
pub struct MoveStageTrutoTicketingLike {
    /// The ID of the ticket.
    #[truto(query)]
    pub id: Option<String>,
    /// The name of the ticket.
    #[truto(query)]
    pub name: Option<String>,
    /// The member `url`. An address on the web.
    #[truto(query)]
    pub url: Option<String>,
    /// The status of the ticket.
    #[truto(query, rename = "status[id]")]
    pub status_id: Option<String>,
    /// The status of the ticket.
    #[truto(query, rename = "status[name]")]
    pub status_name: Option<String>,
    /// The member `priority[id]`.
    #[truto(query, rename = "priority[id]")]
    pub priority_id: Option<String>,
    /// The member `priority[name]`.
    #[truto(query, rename = "priority[name]")]
    pub priority_name: Option<String>,
    /// The member `assignee`.
    #[truto(query)]
    pub assignee: Option<Vec<TrutoTicketingLikeAssignee>>,
    /// The member `author[id]`.
    #[truto(query, rename = "author[id]")]
    pub author_id: Option<String>,
    /// The member `author[type]`.
    #[truto(query, rename = "author[type]")]
    pub author_type: Option<Open<TrutoTicketingLikeAuthorType>>,
    /// The member `attachments`.
    #[truto(query)]
    pub attachments: Option<Vec<Attachment>>,
    /// The member `is_private`.
    #[truto(query)]
    pub is_private: Option<bool>,
    /// The member `due_date`.
    #[truto(query)]
    pub due_date: Option<Timestamp>,
    /// The member `created_at`.
    #[truto(query)]
    pub created_at: Option<Timestamp>,
    /// The member `updated_at`.
    #[truto(query)]
    pub updated_at: Option<Timestamp>,
    /// The member `custom_fields`. Any JSON, because the schema names no fields.
    #[truto(query)]
    pub custom_fields: Option<Json>,
    /// The ID of the ticket.
    #[truto(rename = "id")]
    pub id_2: Option<String>,
    /// The name of the ticket.
    #[truto(rename = "name")]
    pub name_2: Option<String>,
    /// The member `url`. An address on the web.
    #[truto(rename = "url")]
    pub url_2: Option<String>,
    /// The status of the ticket.
    pub status: Option<Status>,
    /// The member `priority`.
    pub priority: Option<Priority>,
    /// The member `assignee`.
    #[truto(rename = "assignee")]
    pub assignee_2: Vec<TrutoTicketingLikeAssignee>,
    /// The member `author`.
    pub author: Option<Author>,
    /// The member `attachments`.
    #[truto(rename = "attachments")]
    pub attachments_2: Vec<Attachment>,
    /// The member `is_private`.
    #[truto(rename = "is_private")]
    pub is_private_2: Option<bool>,
    /// The member `due_date`.
    #[truto(rename = "due_date")]
    pub due_date_2: Option<Timestamp>,
    /// The member `created_at`.
    #[truto(rename = "created_at")]
    pub created_at_2: Option<Timestamp>,
    /// The member `updated_at`.
    #[truto(rename = "updated_at")]
    pub updated_at_2: Option<Timestamp>,
    /// The member `custom_fields`. Any JSON, because the schema names no fields.
    #[truto(rename = "custom_fields")]
    pub custom_fields_2: Option<Json>,
}
