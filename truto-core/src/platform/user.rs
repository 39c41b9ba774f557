// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `user` of the Truto platform (admin) API.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListUsers;
//!
//! let mut list = ListUsers::builder().items(client);
//! while let Some(user) = list.try_next().await? {
//!     println!("{}", user.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`User`] and its methods: <https://github.com/trutohq/truto-python-sdk>,
//! <https://github.com/trutohq/truto-skills>, <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::{Id, Unknown};
use truto_core::{Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;
use super::team::Team;

/// A person who works with the platform.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct User {
    /// Id of the record.
    pub id: Id<User>,
    /// Name of the person.
    pub name: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// Whether the person can log in.
    pub is_active: Option<bool>,
    /// Whether the person works for Truto.
    pub is_staff: Option<bool>,
    /// Last login.
    pub last_login_at: Option<Timestamp>,
    /// Roles of the person.
    pub role: Vec<String>,
    /// Ids of the teams.
    pub team: Vec<Id<Team>>,
    /// Ids of the environments.
    pub environment: Vec<Id<Environment>>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists users.
///
/// `GET /user` returns pages of [`User`].
#[unified_endpoint(GET, "/user", response = User, paginated)]
pub struct ListUsers {}

/// Reads a user.
///
/// `GET /user/{id}` returns the [`User`].
#[unified_endpoint(GET, "/user/{id}", response = User)]
pub struct GetUser {
    /// Id of the user.
    pub id: Id<User>,
}
