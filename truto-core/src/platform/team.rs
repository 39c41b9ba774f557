// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `team` of the Truto platform (admin) API.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListTeams;
//!
//! let mut list = ListTeams::builder().items(client);
//! while let Some(team) = list.try_next().await? {
//!     println!("{}", team.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Team`] and its methods: <https://github.com/trutohq/truto-python-sdk>,
//! <https://github.com/trutohq/truto-skills>, <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::{Id, Unknown};
use truto_core::{File, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

/// A company that works with the platform.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Team {
    /// Id of the record.
    pub id: Id<Team>,
    /// Name of the team.
    pub name: Option<String>,
    /// Domain of the team.
    pub domain: Option<String>,
    /// Address of the logo.
    pub logo: Option<String>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists teams.
///
/// `GET /team` returns pages of [`Team`].
#[unified_endpoint(GET, "/team", response = Team, paginated)]
pub struct ListTeams {}

/// Reads a team.
///
/// `GET /team/{id}` returns the [`Team`].
#[unified_endpoint(GET, "/team/{id}", response = Team)]
pub struct GetTeam {
    /// Id of the team.
    pub id: Id<Team>,
}

/// Changes a team. What is not set stays as it is.
///
/// `PATCH /team/{id}` returns the [`Team`].
#[unified_endpoint(PATCH, "/team/{id}", response = Team)]
pub struct UpdateTeam {
    /// Id of the team.
    pub id: Id<Team>,
    /// Name of the team.
    pub name: Patch<String>,
    /// Address of the logo.
    pub logo: Patch<String>,
}

/// Invites a person to a team. Only administrators may.
///
/// `POST /team/{id}/invite` returns any JSON, or nothing, because no source shows the answer.
///
/// Unverified: the sources name this route, and show neither its body nor its answer.
#[unified_endpoint(POST, "/team/{id}/invite", response = Option<Json>, body = raw)]
pub struct InviteToTeam {
    /// Id of the team.
    pub id: Id<Team>,
    /// The invitation, as JSON.
    pub invitation: File,
}
