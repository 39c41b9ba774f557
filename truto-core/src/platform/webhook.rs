// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `webhook` of the Truto platform (admin) API.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListWebhooks;
//!
//! let mut list = ListWebhooks::builder().items(client);
//! while let Some(webhook) = list.try_next().await? {
//!     println!("{}", webhook.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Webhook`] and its methods: <https://www.truto.one/docs/api-reference/admin/webhooks>,
//! <https://github.com/trutohq/truto-python-sdk>, <https://github.com/trutohq/truto-skills>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::{Deleted, Id, Unknown};
use truto_core::{Filter, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;
use super::values::Success;

/// A subscription to events of the platform.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Webhook {
    /// Id of the record.
    pub id: Id<Webhook>,
    /// Address that events are sent to.
    pub target_url: Option<String>,
    /// Whether events are sent.
    pub is_active: Option<bool>,
    /// Names of the events; all events, if it is not set.
    pub event_types: Vec<String>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Id<Environment>>,
    /// The key of the signatures, which only the answer to [`CreateWebhook`] has.
    #[truto(secret)]
    pub secret: Option<String>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists webhooks.
///
/// `GET /webhook` returns pages of [`Webhook`].
#[unified_endpoint(GET, "/webhook", response = Webhook, paginated)]
pub struct ListWebhooks {
    /// Whether events are sent.
    pub is_active: Option<bool>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Filter<String>>,
}

/// Reads a webhook.
///
/// `GET /webhook/{id}` returns the [`Webhook`].
#[unified_endpoint(GET, "/webhook/{id}", response = Webhook)]
pub struct GetWebhook {
    /// Id of the webhook.
    pub id: Id<Webhook>,
}

/// Creates a webhook.
///
/// `POST /webhook` returns the [`Webhook`].
#[unified_endpoint(POST, "/webhook", response = Webhook)]
pub struct CreateWebhook {
    /// Address that events are sent to, which begins with `https`.
    pub target_url: String,
    /// Whether events are sent.
    pub is_active: Option<bool>,
    /// Names of the events; all events, if it is not set.
    pub event_types: Vec<String>,
    /// Id of the environment that it belongs to. Without it, the environment of the token is used.
    pub environment_id: Option<Id<Environment>>,
}

/// Changes a webhook. What is not set stays as it is.
///
/// `PATCH /webhook/{id}` returns the [`Webhook`].
#[unified_endpoint(PATCH, "/webhook/{id}", response = Webhook)]
pub struct UpdateWebhook {
    /// Id of the webhook.
    pub id: Id<Webhook>,
    /// Address that events are sent to.
    pub target_url: Patch<String>,
    /// Whether events are sent.
    pub is_active: Patch<bool>,
    /// Names of the events; all events, if it is not set.
    pub event_types: Option<Vec<String>>,
}

/// Deletes a webhook.
///
/// `DELETE /webhook/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/webhook/{id}", response = Deleted)]
pub struct DeleteWebhook {
    /// Id of the webhook.
    pub id: Id<Webhook>,
}

/// Sends a test event to a webhook.
///
/// `POST /webhook/test` returns [`Success`].
///
/// It fails if the receiver of the event does.
#[unified_endpoint(POST, "/webhook/test", response = Success)]
pub struct TestWebhook {
    /// Id of the webhook.
    pub id: Id<Webhook>,
    /// Event to send. Unverified: the name of this member is inferred.
    pub event_type: Option<String>,
}
