// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `github_like` of the model `fixtures`.
//!
//! Sources of [`GithubLike`] and its methods: <https://docs.example/fixtures>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct GithubLike {
    /// The member `id`.
    pub id: Id<GithubLike>,
    /// The member `node_id`.
    pub node_id: Option<String>,
    /// The member `url`. An address on the web.
    pub url: Option<String>,
    /// State of the issue; either 'open' or 'closed'.
    pub state: Option<String>,
    /// The member `state_reason`.
    pub state_reason: Option<Open<GithubLikeStateReason>>,
    /// A GitHub user.
    pub user: Option<User>,
    /// The member `labels`.
    pub labels: Vec<RawJson>,
    /// The member `assignees`.
    pub assignees: Vec<GithubLikeAssignee>,
    /// The member `reactions`.
    pub reactions: Option<Reaction>,
    /// The member `closed_at`.
    pub closed_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `GithubLikeStateReason`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum GithubLikeStateReason {
    /// `completed`.
    Completed,
    /// `reopened`.
    Reopened,
    /// `not_planned`.
    NotPlanned,
}

/// A GitHub user.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct User {
    /// The member `login`.
    pub login: Option<String>,
    /// The member `id`.
    pub id: Option<i64>,
    /// The member `gravatar_id`.
    pub gravatar_id: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `GithubLikeAssignee`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct GithubLikeAssignee {
    /// The member `login`.
    pub login: Option<String>,
    /// The member `id`.
    pub id: Option<i64>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Reaction`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Reaction {
    /// The member `+1`.
    #[truto(rename = "+1")]
    pub field_1: Option<i64>,
    /// The member `-1`.
    #[truto(rename = "-1")]
    pub field_1_2: Option<i64>,
    /// The member `laugh`.
    pub laugh: Option<i64>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists github like.
///
/// `GET /unified/fixtures/github_like` returns pages of [`GithubLike`].
#[unified_endpoint(GET, "/unified/fixtures/github_like", response = GithubLike, paginated)]
pub struct ListGithubLike {
    /// The member `id`. Required by the API.
    pub id: Option<Filter<i64>>,
    /// The member `node_id`. Required by the API.
    pub node_id: Option<Filter<String>>,
    /// The member `url`. An address on the web.
    pub url: Option<Filter<String>>,
    /// State of the issue; either 'open' or 'closed'.
    pub state: Option<Filter<String>>,
    /// The member `state_reason`. Values: `completed`, `reopened`, `not_planned`.
    pub state_reason: Option<Filter<String>>,
    /// A GitHub user.
    #[truto(rename = "user[login]")]
    pub user_login: Option<Filter<String>>,
    /// A GitHub user.
    #[truto(rename = "user[id]")]
    pub user_id: Option<Filter<i64>>,
    /// A GitHub user.
    #[truto(rename = "user[gravatar_id]")]
    pub user_gravatar_id: Option<Filter<String>>,
    /// The member `labels`.
    pub labels: Option<Json>,
    /// The member `assignees`.
    pub assignees: Option<Vec<GithubLikeAssignee>>,
    /// The member `reactions[+1]`.
    #[truto(rename = "reactions[+1]")]
    pub reactions_1: Option<Filter<i64>>,
    /// The member `reactions[-1]`.
    #[truto(rename = "reactions[-1]")]
    pub reactions_1_2: Option<Filter<i64>>,
    /// The member `reactions[laugh]`.
    #[truto(rename = "reactions[laugh]")]
    pub reactions_laugh: Option<Filter<i64>>,
    /// The member `closed_at`.
    pub closed_at: Option<DateFilter>,
}

/// Reads a github like.
///
/// `GET /unified/fixtures/github_like/{id}` returns the [`GithubLike`].
#[unified_endpoint(GET, "/unified/fixtures/github_like/{id}", response = GithubLike)]
pub struct GetGithubLike {
    /// Id of the github like.
    pub id: Id<GithubLike>,
}

/// Creates a github like. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/github_like` returns the [`GithubLike`].
#[unified_endpoint(POST, "/unified/fixtures/github_like", response = GithubLike)]
pub struct CreateGithubLike {
    /// The member `id`.
    pub id: i64,
    /// The member `node_id`.
    pub node_id: String,
    /// The member `url`. An address on the web.
    pub url: Option<String>,
    /// State of the issue; either 'open' or 'closed'.
    pub state: Option<String>,
    /// The member `state_reason`.
    pub state_reason: Option<Open<GithubLikeStateReason>>,
    /// A GitHub user.
    pub user: Option<User>,
    /// The member `labels`.
    pub labels: Vec<Json>,
    /// The member `assignees`.
    pub assignees: Vec<GithubLikeAssignee>,
    /// The member `reactions`.
    pub reactions: Option<Reaction>,
    /// The member `closed_at`.
    pub closed_at: Option<Timestamp>,
}

/// Changes a github like. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/github_like/{id}` returns the [`GithubLike`].
#[unified_endpoint(PATCH, "/unified/fixtures/github_like/{id}", response = GithubLike)]
pub struct UpdateGithubLike {
    /// Id of the github like.
    pub id: Id<GithubLike>,
    /// The member `node_id`.
    pub node_id: Patch<String>,
    /// The member `url`. An address on the web.
    pub url: Patch<String>,
    /// State of the issue; either 'open' or 'closed'.
    pub state: Patch<String>,
    /// The member `state_reason`.
    pub state_reason: Patch<Open<GithubLikeStateReason>>,
    /// A GitHub user.
    pub user: Patch<User>,
    /// The member `labels`.
    pub labels: Option<Vec<Json>>,
    /// The member `assignees`.
    pub assignees: Option<Vec<GithubLikeAssignee>>,
    /// The member `reactions`.
    pub reactions: Patch<Reaction>,
    /// The member `closed_at`.
    pub closed_at: Patch<Timestamp>,
}

/// Deletes a github like.
///
/// `DELETE /unified/fixtures/github_like/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/github_like/{id}", response = Deleted)]
pub struct DeleteGithubLike {
    /// Id of the github like.
    pub id: Id<GithubLike>,
}

/// Calls the method `move-stage` of [`GithubLike`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/github_like/move-stage` returns any JSON, or nothing, because the API's pages do not agree
/// on the answer.
#[unified_endpoint(POST, "/unified/fixtures/github_like/move-stage", response = Option<Json>)]
pub struct MoveStageGithubLike {
    /// The member `id`.
    #[truto(query)]
    pub id: i64,
    /// The member `node_id`.
    #[truto(query)]
    pub node_id: String,
    /// The member `url`. An address on the web.
    #[truto(query)]
    pub url: Option<String>,
    /// State of the issue; either 'open' or 'closed'.
    #[truto(query)]
    pub state: Option<String>,
    /// The member `state_reason`.
    #[truto(query)]
    pub state_reason: Option<Open<GithubLikeStateReason>>,
    /// A GitHub user.
    #[truto(query, rename = "user[login]")]
    pub user_login: Option<String>,
    /// A GitHub user.
    #[truto(query, rename = "user[id]")]
    pub user_id: Option<i64>,
    /// A GitHub user.
    #[truto(query, rename = "user[gravatar_id]")]
    pub user_gravatar_id: Option<String>,
    /// The member `labels`.
    #[truto(query)]
    pub labels: Option<Json>,
    /// The member `assignees`.
    #[truto(query)]
    pub assignees: Option<Vec<GithubLikeAssignee>>,
    /// The member `reactions[+1]`.
    #[truto(query, rename = "reactions[+1]")]
    pub reactions_1: Option<i64>,
    /// The member `reactions[-1]`.
    #[truto(query, rename = "reactions[-1]")]
    pub reactions_1_2: Option<i64>,
    /// The member `reactions[laugh]`.
    #[truto(query, rename = "reactions[laugh]")]
    pub reactions_laugh: Option<i64>,
    /// The member `closed_at`.
    #[truto(query)]
    pub closed_at: Option<Timestamp>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: i64,
    /// The member `node_id`.
    #[truto(rename = "node_id")]
    pub node_id_2: String,
    /// The member `url`. An address on the web.
    #[truto(rename = "url")]
    pub url_2: Option<String>,
    /// State of the issue; either 'open' or 'closed'.
    #[truto(rename = "state")]
    pub state_2: Option<String>,
    /// The member `state_reason`.
    #[truto(rename = "state_reason")]
    pub state_reason_2: Option<Open<GithubLikeStateReason>>,
    /// A GitHub user.
    pub user: Option<User>,
    /// The member `labels`.
    #[truto(rename = "labels")]
    pub labels_2: Vec<Json>,
    /// The member `assignees`.
    #[truto(rename = "assignees")]
    pub assignees_2: Vec<GithubLikeAssignee>,
    /// The member `reactions`.
    pub reactions: Option<Reaction>,
    /// The member `closed_at`.
    #[truto(rename = "closed_at")]
    pub closed_at_2: Option<Timestamp>,
}
