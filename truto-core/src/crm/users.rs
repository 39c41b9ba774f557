// Written by truto-codegen from `truto-codegen/models/crm.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `users` of the Unified CRM API.
//!
//! ```no_run
//! # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
//! use truto_core::crm::ListUsers;
//!
//! let mut list = ListUsers::builder().items(account);
//! while let Some(user) = list.try_next().await? {
//!     println!("{}", user.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`User`] and its methods: <https://www.truto.one/docs/api-reference/unified-crm-api/users.md>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/users/list>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Patch, SortBy, Timestamp, UnifiedRecord, unified_endpoint};

use super::values::Url;

/// A user of the provider's system.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct User {
    /// Record id.
    pub id: Id<User>,
    /// Name.
    pub name: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// Whether the user may sign in.
    pub is_active: Option<bool>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Links to the record.
    pub urls: Vec<Url>,
    /// The provider's own record, unparsed.
    pub remote_data: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists users.
///
/// `GET /unified/crm/users` returns pages of [`User`].
#[unified_endpoint(GET, "/unified/crm/users", response = User, paginated)]
pub struct ListUsers {
    /// Email.
    pub email: Option<Filter<String>>,
    /// Time of the last change.
    pub updated_at: Option<DateFilter>,
    /// Time of creation.
    pub created_at: Option<DateFilter>,
    /// Name.
    pub name: Option<Filter<String>>,
    /// Id of the workspace. Required by Highlevel.
    #[truto(rename = "workspace[id]")]
    pub workspace_id: Option<Filter<String>>,
    /// Order of the list. Fields to sort by: `created_at`, `email`, `name`, `updated_at`.
    pub sort_by: Option<SortBy>,
}

/// Reads a user.
///
/// `GET /unified/crm/users/{id}` returns the [`User`].
#[unified_endpoint(GET, "/unified/crm/users/{id}", response = User)]
pub struct GetUser {
    /// Id of the user.
    pub id: Id<User>,
}

/// Creates a user. What is not declared here is for `remote_data`.
///
/// `POST /unified/crm/users` returns the [`User`].
#[unified_endpoint(POST, "/unified/crm/users", response = User)]
pub struct CreateUser {
    /// Name.
    pub name: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// Whether the user may sign in.
    pub is_active: Option<bool>,
    /// Links to the record.
    pub urls: Vec<Url>,
}

/// Changes a user. What is not set stays as it is.
///
/// `PATCH /unified/crm/users/{id}` returns the [`User`].
#[unified_endpoint(PATCH, "/unified/crm/users/{id}", response = User)]
pub struct UpdateUser {
    /// Id of the user.
    pub id: Id<User>,
    /// Name.
    pub name: Patch<String>,
    /// Email address.
    pub email: Patch<String>,
    /// Whether the user may sign in.
    pub is_active: Patch<bool>,
    /// Links to the record.
    pub urls: Option<Vec<Url>>,
}

/// Deletes a user.
///
/// `DELETE /unified/crm/users/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/crm/users/{id}", response = Deleted)]
pub struct DeleteUser {
    /// Id of the user.
    pub id: Id<User>,
}
