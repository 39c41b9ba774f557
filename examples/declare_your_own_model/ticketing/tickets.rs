// Written by truto-codegen from `examples/declare_your_own_model/ticketing.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `tickets` of the Unified Ticketing API.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::users::User;

/// A record of `tickets`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Ticket {
    /// Record id.
    pub id: Id<Ticket>,
    /// Title.
    pub name: Option<String>,
    /// Text of the request.
    pub description: Option<String>,
    /// State of the work.
    pub status: Option<Open<TicketStatus>>,
    /// Urgency.
    pub priority: Option<Open<TicketPriority>>,
    /// User who works on the ticket.
    pub assignee: Option<UserRef>,
    /// Whether customers do not see the ticket.
    pub is_private: Option<bool>,
    /// Day until which the work has to be done.
    pub due_date: Option<Timestamp>,
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

/// State of the work.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum TicketStatus {
    /// `new`.
    New,
    /// `open`.
    Open,
    /// `waiting`.
    Waiting,
    /// `solved`.
    Solved,
}

/// Urgency.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum TicketPriority {
    /// `low`.
    Low,
    /// `normal`.
    Normal,
    /// `high`.
    High,
}

/// The user of another record: its id, and its name if the provider tells it.
///
/// Setters of requests take an id in its place.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct UserRef {
    /// Id of the user.
    pub id: Option<Id<User>>,
    /// Name of the user. A request does not need it.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

impl<T: Into<Id<User>>> From<T> for UserRef {
    fn from(id: T) -> Self {
        let id: Id<User> = id.into();
        Self::default().id(id)
    }
}

/// Lists tickets.
///
/// `GET /unified/ticketing/tickets` returns pages of [`Ticket`].
#[unified_endpoint(GET, "/unified/ticketing/tickets", response = Ticket, paginated)]
pub struct ListTickets {
    /// State of the work. Values: `new`, `open`, `waiting`, `solved`.
    pub status: Option<Filter<String>>,
    /// Urgency. Values: `low`, `normal`, `high`.
    pub priority: Option<Filter<String>>,
    /// Time of creation.
    pub created_at: Option<DateFilter>,
}

/// Reads a ticket.
///
/// `GET /unified/ticketing/tickets/{id}` returns the [`Ticket`].
#[unified_endpoint(GET, "/unified/ticketing/tickets/{id}", response = Ticket)]
pub struct GetTicket {
    /// Id of the ticket.
    pub id: Id<Ticket>,
}

/// Creates a ticket. What is not declared here is for `remote_data`.
///
/// `POST /unified/ticketing/tickets` returns the [`Ticket`].
#[unified_endpoint(POST, "/unified/ticketing/tickets", response = Ticket)]
pub struct CreateTicket {
    /// Title.
    pub name: Option<String>,
    /// Text of the request.
    pub description: Option<String>,
    /// State of the work.
    pub status: Option<Open<TicketStatus>>,
    /// Urgency.
    pub priority: Option<Open<TicketPriority>>,
    /// User who works on the ticket.
    pub assignee: Option<UserRef>,
    /// Whether customers do not see the ticket.
    pub is_private: Option<bool>,
    /// Day until which the work has to be done.
    pub due_date: Option<Timestamp>,
}

/// Changes a ticket. What is not set stays as it is.
///
/// `PATCH /unified/ticketing/tickets/{id}` returns the [`Ticket`].
#[unified_endpoint(PATCH, "/unified/ticketing/tickets/{id}", response = Ticket)]
pub struct UpdateTicket {
    /// Id of the ticket.
    pub id: Id<Ticket>,
    /// Title.
    pub name: Patch<String>,
    /// Text of the request.
    pub description: Patch<String>,
    /// State of the work.
    pub status: Patch<Open<TicketStatus>>,
    /// Urgency.
    pub priority: Patch<Open<TicketPriority>>,
    /// User who works on the ticket.
    pub assignee: Patch<UserRef>,
    /// Whether customers do not see the ticket.
    pub is_private: Patch<bool>,
    /// Day until which the work has to be done.
    pub due_date: Patch<Timestamp>,
}

/// Deletes a ticket.
///
/// `DELETE /unified/ticketing/tickets/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/ticketing/tickets/{id}", response = Deleted)]
pub struct DeleteTicket {
    /// Id of the ticket.
    pub id: Id<Ticket>,
}

// <keep>
impl Ticket {
    /// Whether somebody still has to work on the ticket. A status that is not known counts as work.
    pub fn needs_work(&self) -> bool {
        !matches!(self.status, Some(Open::Known(TicketStatus::Solved)))
    }
}
// </keep>
