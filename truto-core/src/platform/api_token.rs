// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `api-token` of the Truto platform (admin) API.
//!
//! Tokens are made and deleted in the dashboard only.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListApiTokens;
//!
//! let mut list = ListApiTokens::builder().items(client);
//! while let Some(api_token) = list.try_next().await? {
//!     println!("{}", api_token.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`ApiToken`] and its methods: <https://www.truto.one/docs/api-reference/admin/api-tokens>,
//! <https://github.com/trutohq/truto-python-sdk>, <https://github.com/trutohq/truto-skills>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::{Id, Unknown};
use truto_core::{Filter, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;
use super::user::User;

/// A token for calls of the API. The token itself is in no answer.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct ApiToken {
    /// Id of the record.
    pub id: Id<ApiToken>,
    /// Name of the token.
    pub name: Option<String>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Id<Environment>>,
    /// Id of the user who made it.
    pub created_by: Option<Id<User>>,
    /// Time after which it is not accepted.
    pub expires_at: Option<Timestamp>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists api tokens.
///
/// `GET /api-token` returns pages of [`ApiToken`].
#[unified_endpoint(GET, "/api-token", response = ApiToken, paginated)]
pub struct ListApiTokens {
    /// Name of the token.
    pub name: Option<Filter<String>>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Filter<String>>,
}

/// Reads an api token.
///
/// `GET /api-token/{id}` returns the [`ApiToken`].
#[unified_endpoint(GET, "/api-token/{id}", response = ApiToken)]
pub struct GetApiToken {
    /// Id of the api token.
    pub id: Id<ApiToken>,
}
