// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `environment` of the Truto platform (admin) API.
//!
//! Environments are made and deleted in the dashboard only.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListEnvironments;
//!
//! let mut list = ListEnvironments::builder().items(client);
//! while let Some(environment) = list.try_next().await? {
//!     println!("{}", environment.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Environment`] and its methods: <https://www.truto.one/docs/api-reference/admin/environments>,
//! <https://github.com/trutohq/truto-python-sdk>, <https://github.com/trutohq/truto-skills>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::{Id, Unknown};
use truto_core::{Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::team::Team;

/// A part of a team's workspace, such as production and staging.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Environment {
    /// Id of the record.
    pub id: Id<Environment>,
    /// Name that people see.
    pub name: Option<String>,
    /// Id of the team that it belongs to.
    pub team_id: Option<Id<Team>>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists environments.
///
/// `GET /environment` returns pages of [`Environment`].
#[unified_endpoint(GET, "/environment", response = Environment, paginated)]
pub struct ListEnvironments {}

/// Reads an environment.
///
/// `GET /environment/{id}` returns the [`Environment`].
#[unified_endpoint(GET, "/environment/{id}", response = Environment)]
pub struct GetEnvironment {
    /// Id of the environment.
    pub id: Id<Environment>,
}

/// Changes an environment. What is not set stays as it is.
///
/// `PATCH /environment/{id}` returns the [`Environment`].
#[unified_endpoint(PATCH, "/environment/{id}", response = Environment)]
pub struct UpdateEnvironment {
    /// Id of the environment.
    pub id: Id<Environment>,
    /// Name that people see.
    pub name: Patch<String>,
}
