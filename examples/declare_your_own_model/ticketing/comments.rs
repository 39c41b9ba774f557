// Written by truto-codegen from `examples/declare_your_own_model/ticketing.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `comments` of the Unified Ticketing API.

use truto_core::types::{Id, RawJson, Unknown};
use truto_core::{Filter, Timestamp, UnifiedRecord, unified_endpoint};

use super::tickets::Ticket;

/// A record of `comments`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Comment {
    /// Record id.
    pub id: Id<Comment>,
    /// Ticket that the message belongs to.
    pub ticket: Option<TicketRef>,
    /// Text of the message.
    pub body: Option<String>,
    /// Whether customers do not see the message.
    pub is_private: Option<bool>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// The provider's own record, unparsed.
    pub remote_data: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// The ticket of another record: its id, and its name if the provider tells it.
///
/// Setters of requests take an id in its place.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TicketRef {
    /// Id of the ticket.
    pub id: Option<Id<Ticket>>,
    /// Name of the ticket. A request does not need it.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

impl<T: Into<Id<Ticket>>> From<T> for TicketRef {
    fn from(id: T) -> Self {
        let id: Id<Ticket> = id.into();
        Self::default().id(id)
    }
}

/// Lists comments.
///
/// `GET /unified/ticketing/comments` returns pages of [`Comment`].
#[unified_endpoint(GET, "/unified/ticketing/comments", response = Comment, paginated)]
pub struct ListComments {
    /// Id of the ticket.
    #[truto(rename = "ticket[id]")]
    pub ticket_id: Option<Filter<String>>,
}

/// Creates a comment. What is not declared here is for `remote_data`.
///
/// `POST /unified/ticketing/comments` returns the [`Comment`].
#[unified_endpoint(POST, "/unified/ticketing/comments", response = Comment)]
pub struct CreateComment {
    /// Ticket that the message belongs to.
    pub ticket: Option<TicketRef>,
    /// Text of the message.
    pub body: Option<String>,
    /// Whether customers do not see the message.
    pub is_private: Option<bool>,
}
