// Written by truto-codegen from `examples/declare_your_own_model/ticketing.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `users` of the Unified Ticketing API.

use truto_core::types::{Id, Unknown};
use truto_core::{UnifiedRecord, unified_endpoint};

/// A record of `users`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct User {
    /// Record id.
    pub id: Id<User>,
    /// Full name.
    pub name: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists users.
///
/// `GET /unified/ticketing/users` returns pages of [`User`].
#[unified_endpoint(GET, "/unified/ticketing/users", response = User, paginated)]
pub struct ListUsers {}

/// Reads a user.
///
/// `GET /unified/ticketing/users/{id}` returns the [`User`].
#[unified_endpoint(GET, "/unified/ticketing/users/{id}", response = User)]
pub struct GetUser {
    /// Id of the user.
    pub id: Id<User>,
}
