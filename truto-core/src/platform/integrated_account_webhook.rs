// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `integrated-account-webhook` of the Truto platform (admin) API.
//!
//! Receives an event of a provider for one account.
//!
//! Sources of these methods: <https://github.com/trutohq/truto-python-sdk>, <https://github.com/trutohq/truto-skills>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::Id;
use truto_core::{File, Json, unified_endpoint};

use super::integrated_account::IntegratedAccount;

/// Passes on an event of a provider, as it came.
///
/// `POST /integrated-account-webhook/{integrated_account_id}` returns any JSON, or nothing, because no source shows the
/// answer.
///
/// The integration verifies the event by its signature.
#[unified_endpoint(POST, "/integrated-account-webhook/{integrated_account_id}", response = Option<Json>, body = raw)]
pub struct ProcessIntegratedAccountWebhook {
    /// Id of the integrated account.
    pub integrated_account_id: Id<IntegratedAccount>,
    /// The event, with its content type.
    #[truto(rename = "body")]
    pub event: File,
}
