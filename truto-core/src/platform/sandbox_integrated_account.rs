// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `sandbox-integrated-account` of the Truto platform (admin) API.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListSandboxIntegratedAccounts;
//!
//! let mut list = ListSandboxIntegratedAccounts::builder().items(client);
//! while let Some(sandbox_integrated_account) = list.try_next().await? {
//!     println!("{}", sandbox_integrated_account.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`SandboxIntegratedAccount`] and its methods: <https://github.com/trutohq/truto-python-sdk>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::{Deleted, Id, Unknown};
use truto_core::{Timestamp, UnifiedRecord, unified_endpoint};

use super::integrated_account::IntegratedAccount;

/// An account that looks like another, and refuses writes.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct SandboxIntegratedAccount {
    /// Id of the record.
    pub id: Id<SandboxIntegratedAccount>,
    /// The account.
    pub integrated_account: Option<IntegratedAccount>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists sandbox integrated accounts.
///
/// `GET /sandbox-integrated-account` returns pages of [`SandboxIntegratedAccount`].
#[unified_endpoint(GET, "/sandbox-integrated-account", response = SandboxIntegratedAccount, paginated)]
pub struct ListSandboxIntegratedAccounts {}

/// Reads a sandbox integrated account.
///
/// `GET /sandbox-integrated-account/{id}` returns the [`SandboxIntegratedAccount`].
#[unified_endpoint(GET, "/sandbox-integrated-account/{id}", response = SandboxIntegratedAccount)]
pub struct GetSandboxIntegratedAccount {
    /// Id of the sandbox integrated account.
    pub id: Id<SandboxIntegratedAccount>,
}

/// Creates a sandbox integrated account.
///
/// `POST /sandbox-integrated-account` returns the [`SandboxIntegratedAccount`].
#[unified_endpoint(POST, "/sandbox-integrated-account", response = SandboxIntegratedAccount)]
pub struct CreateSandboxIntegratedAccount {
    /// Id of the account that the sandbox is made from.
    pub id: Id<IntegratedAccount>,
}

/// Deletes a sandbox integrated account.
///
/// `DELETE /sandbox-integrated-account/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/sandbox-integrated-account/{id}", response = Deleted)]
pub struct DeleteSandboxIntegratedAccount {
    /// Id of the sandbox integrated account.
    pub id: Id<SandboxIntegratedAccount>,
}
