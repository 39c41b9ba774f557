// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `notification-destination` of the Truto platform (admin) API.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListNotificationDestinations;
//!
//! let mut list = ListNotificationDestinations::builder().items(client);
//! while let Some(notification_destination) = list.try_next().await? {
//!     println!("{}", notification_destination.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`NotificationDestination`] and its methods: <https://github.com/trutohq/truto-skills>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, Unknown};
use truto_core::{Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;
use super::values::Success;

/// A place that notifications of the platform are sent to.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct NotificationDestination {
    /// Id of the record.
    pub id: Id<NotificationDestination>,
    /// Kind of place.
    #[truto(rename = "type")]
    pub kind: Option<Open<NotificationDestinationKind>>,
    /// Name that people see.
    pub label: Option<String>,
    /// Whether notifications are sent.
    pub is_active: Option<bool>,
    /// Names of the events.
    pub event_types: Vec<String>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Id<Environment>>,
    /// Address, by kind.
    pub config: Option<NotificationDestinationConfig>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Kinds of destination.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum NotificationDestinationKind {
    /// `slack`.
    Slack,
    /// `email`.
    Email,
}

/// Where notifications go: members of Slack, or members of an email.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct NotificationDestinationConfig {
    /// Slack: address of the incoming webhook.
    #[truto(secret)]
    pub webhook_url: Option<String>,
    /// Slack: statuses that are not reported.
    pub ignored_status_codes: Vec<i64>,
    /// Email: receivers.
    pub to: Vec<String>,
    /// Email: receivers of a copy.
    pub cc: Vec<String>,
    /// Email: receivers whom the others do not see.
    pub bcc: Vec<String>,
    /// Email: first words of the subject.
    pub subject_prefix: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists notification destinations.
///
/// `GET /notification-destination` returns pages of [`NotificationDestination`].
#[unified_endpoint(GET, "/notification-destination", response = NotificationDestination, paginated)]
pub struct ListNotificationDestinations {}

/// Reads a notification destination.
///
/// `GET /notification-destination/{id}` returns the [`NotificationDestination`].
#[unified_endpoint(GET, "/notification-destination/{id}", response = NotificationDestination)]
pub struct GetNotificationDestination {
    /// Id of the notification destination.
    pub id: Id<NotificationDestination>,
}

/// Creates a notification destination.
///
/// `POST /notification-destination` returns the [`NotificationDestination`].
#[unified_endpoint(POST, "/notification-destination", response = NotificationDestination)]
pub struct CreateNotificationDestination {
    /// Kind of place.
    #[truto(rename = "type")]
    pub kind: Open<NotificationDestinationKind>,
    /// Address, by kind.
    pub config: NotificationDestinationConfig,
    /// Name that people see.
    pub label: Option<String>,
    /// Whether notifications are sent.
    pub is_active: Option<bool>,
    /// Names of the events.
    pub event_types: Vec<String>,
    /// Id of the environment that it belongs to. Without it, the environment of the token is used.
    pub environment_id: Option<Id<Environment>>,
}

/// Changes a notification destination. What is not set stays as it is.
///
/// `PATCH /notification-destination/{id}` returns the [`NotificationDestination`].
#[unified_endpoint(PATCH, "/notification-destination/{id}", response = NotificationDestination)]
pub struct UpdateNotificationDestination {
    /// Id of the notification destination.
    pub id: Id<NotificationDestination>,
    /// Name that people see.
    pub label: Patch<String>,
    /// Whether notifications are sent.
    pub is_active: Patch<bool>,
    /// Address, by kind.
    pub config: Patch<NotificationDestinationConfig>,
}

/// Deletes a notification destination.
///
/// `DELETE /notification-destination/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/notification-destination/{id}", response = Deleted)]
pub struct DeleteNotificationDestination {
    /// Id of the notification destination.
    pub id: Id<NotificationDestination>,
}

/// Sends a test notification.
///
/// `POST /notification-destination/test` returns [`Success`].
#[unified_endpoint(POST, "/notification-destination/test", response = Success)]
pub struct TestNotificationDestination {
    /// Id of the destination.
    pub id: Id<NotificationDestination>,
}
