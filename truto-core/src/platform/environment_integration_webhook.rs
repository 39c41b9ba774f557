// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `environment-integration-webhook` of the Truto platform (admin) API.
//!
//! Receives an event of a provider for all accounts of an installed integration.
//!
//! Sources of these methods: <https://github.com/trutohq/truto-python-sdk>, <https://github.com/trutohq/truto-skills>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::Id;
use truto_core::{File, Json, unified_endpoint};

use super::environment_integration::EnvironmentIntegration;

/// Passes on an event of a provider, as it came. The platform finds out which account it is for.
///
/// `POST /environment-integration-webhook/{environment_integration_id}` returns any JSON, or nothing, because no source
/// shows the answer.
///
/// The integration verifies the event by its signature.
#[unified_endpoint(
    POST,
    "/environment-integration-webhook/{environment_integration_id}",
    response = Option<Json>,
    body = raw
)]
pub struct ProcessEnvironmentIntegrationWebhook {
    /// Id of the environment integration.
    pub environment_integration_id: Id<EnvironmentIntegration>,
    /// The event, with its content type.
    #[truto(rename = "body")]
    pub event: File,
}
