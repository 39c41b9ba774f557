// Written by truto-codegen from `truto-codegen/models/crm.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `workspaces` of the Unified CRM API.
//!
//! ```no_run
//! # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
//! use truto_core::crm::ListWorkspaces;
//!
//! let mut list = ListWorkspaces::builder().items(account);
//! while let Some(workspace) = list.try_next().await? {
//!     println!("{}", workspace.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Workspace`] and its methods: <https://www.truto.one/docs/api-reference/unified-crm-api/workspaces.md>.

use truto_core::types::{Id, RawJson, Unknown};
use truto_core::{Timestamp, UnifiedRecord, unified_endpoint};

/// A part of the provider's account that has its own records.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Workspace {
    /// Record id.
    pub id: Id<Workspace>,
    /// Name.
    pub name: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// The provider's own record, unparsed.
    pub remote_data: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists workspaces.
///
/// `GET /unified/crm/workspaces` returns pages of [`Workspace`].
#[unified_endpoint(GET, "/unified/crm/workspaces", response = Workspace, paginated)]
pub struct ListWorkspaces {}
