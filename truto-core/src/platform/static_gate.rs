// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `static-gate` of the Truto platform (admin) API.
//!
//! The sources describe it as a proxy with a fixed address, or as a page on which customers connect.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListStaticGates;
//!
//! let mut list = ListStaticGates::builder().items(client);
//! while let Some(static_gate) = list.try_next().await? {
//!     println!("{}", static_gate.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`StaticGate`] and its methods: <https://www.truto.one/docs/api-reference/admin/static-gates>,
//! <https://github.com/trutohq/truto-python-sdk>, <https://github.com/trutohq/truto-skills>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::{Deleted, Id, Unknown};
use truto_core::{Filter, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;
use super::user::User;

/// A gate with an address of its own, which calls of accounts go through.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct StaticGate {
    /// Id of the record.
    pub id: Id<StaticGate>,
    /// Name of the gate.
    pub name: Option<String>,
    /// Domain that calls go to.
    pub domain: Option<String>,
    /// Id of the user who made it.
    pub created_by: Option<Id<User>>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Id<Environment>>,
    /// The secret of the gate, which only the answer to [`CreateStaticGate`] has.
    #[truto(secret)]
    pub api_token: Option<String>,
    /// The same secret, under the name that the TypeScript SDK has for it: [`StaticGate::secret`] reads both.
    #[truto(secret)]
    pub api_token_secret: Option<String>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

// <keep>
impl StaticGate {
    /// The secret of the gate, under either of its two names. Only the answer to [`CreateStaticGate`] has it.
    ///
    /// ```
    /// use truto_core::platform::StaticGate;
    ///
    /// for answer in [r#"{"id": "1", "api_token": "s"}"#, r#"{"id": "1", "api_token_secret": "s"}"#] {
    ///     let gate: StaticGate = serde_json::from_str(answer).unwrap();
    ///     assert_eq!(gate.secret(), Some("s"));
    /// }
    /// ```
    #[must_use]
    pub fn secret(&self) -> Option<&str> {
        self.api_token.as_deref().or(self.api_token_secret.as_deref())
    }
}
// </keep>

/// Lists static gates.
///
/// `GET /static-gate` returns pages of [`StaticGate`].
#[unified_endpoint(GET, "/static-gate", response = StaticGate, paginated)]
pub struct ListStaticGates {
    /// Name of the gate.
    pub name: Option<Filter<String>>,
    /// Id of the user who made it.
    pub created_by: Option<Filter<String>>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Filter<String>>,
}

/// Reads a static gate.
///
/// `GET /static-gate/{id}` returns the [`StaticGate`].
#[unified_endpoint(GET, "/static-gate/{id}", response = StaticGate)]
pub struct GetStaticGate {
    /// Id of the static gate.
    pub id: Id<StaticGate>,
}

/// Creates a static gate.
///
/// `POST /static-gate` returns the [`StaticGate`].
#[unified_endpoint(POST, "/static-gate", response = StaticGate)]
pub struct CreateStaticGate {
    /// Name of the gate.
    pub name: String,
    /// Domain that calls go to.
    pub domain: String,
    /// Id of the environment that it belongs to. The command line's manual leaves it out.
    pub environment_id: Id<Environment>,
    /// Id of the user who made it.
    pub created_by: Option<Id<User>>,
    /// The same secret, under the name that the TypeScript SDK has for it: [`StaticGate::secret`] reads both.
    /// Unverified: no page of the API confirms it.
    #[truto(secret)]
    pub api_token_secret: Option<String>,
}

/// Changes a static gate. What is not set stays as it is.
///
/// `PATCH /static-gate/{id}` returns the [`StaticGate`].
#[unified_endpoint(PATCH, "/static-gate/{id}", response = StaticGate)]
pub struct UpdateStaticGate {
    /// Id of the static gate.
    pub id: Id<StaticGate>,
    /// Name of the gate.
    pub name: Patch<String>,
    /// Domain that calls go to.
    pub domain: Patch<String>,
}

/// Deletes a static gate.
///
/// `DELETE /static-gate/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/static-gate/{id}", response = Deleted)]
pub struct DeleteStaticGate {
    /// Id of the static gate.
    pub id: Id<StaticGate>,
}
