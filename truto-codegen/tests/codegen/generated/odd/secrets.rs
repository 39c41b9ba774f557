// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `secrets` of the model `odd`.

use truto_core::types::{Id, Unknown};
use truto_core::{Filter, Patch, UnifiedRecord, unified_endpoint};

/// A record of `secrets`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Secret {
    /// The member `password`.
    #[truto(secret)]
    pub password: Option<String>,
    /// The member `token`.
    #[truto(secret)]
    pub token: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists secrets.
///
/// `GET /unified/odd/secrets` returns pages of [`Secret`].
#[unified_endpoint(GET, "/unified/odd/secrets", response = Secret, paginated)]
pub struct ListSecrets {
    /// The member `password`.
    #[truto(secret)]
    pub password: Option<Filter<String>>,
    /// The member `token`.
    #[truto(secret)]
    pub token: Option<Filter<String>>,
    /// The member `name`.
    pub name: Option<Filter<String>>,
}

/// Reads a secret.
///
/// `GET /unified/odd/secrets/{id}` returns the [`Secret`].
#[unified_endpoint(GET, "/unified/odd/secrets/{id}", response = Secret)]
pub struct GetSecret {
    /// Id of the secret.
    pub id: Id<Secret>,
    /// The member `password`.
    #[truto(secret)]
    pub password: Option<String>,
    /// The member `token`.
    #[truto(secret)]
    pub token: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
}

/// Creates a secret. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/secrets` returns the [`Secret`].
#[unified_endpoint(POST, "/unified/odd/secrets", response = Secret)]
pub struct CreateSecret {
    /// The member `password`.
    #[truto(query, secret)]
    pub password: Option<String>,
    /// The member `token`.
    #[truto(query, secret)]
    pub token: Option<String>,
    /// The member `name`.
    #[truto(query)]
    pub name: Option<String>,
    /// The member `password`.
    #[truto(rename = "password", secret)]
    pub password_2: Option<String>,
    /// The member `token`.
    #[truto(rename = "token", secret)]
    pub token_2: Option<String>,
    /// The member `name`.
    #[truto(rename = "name")]
    pub name_2: Option<String>,
}

/// Changes a secret. What is not set stays as it is.
///
/// `PATCH /unified/odd/secrets/{id}` returns the [`Secret`].
#[unified_endpoint(PATCH, "/unified/odd/secrets/{id}", response = Secret)]
pub struct UpdateSecret {
    /// Id of the secret.
    pub id: Id<Secret>,
    /// The member `password`.
    #[truto(query, secret)]
    pub password: Option<String>,
    /// The member `token`.
    #[truto(query, secret)]
    pub token: Option<String>,
    /// The member `name`.
    #[truto(query)]
    pub name: Option<String>,
    /// The member `password`.
    #[truto(rename = "password", secret)]
    pub password_2: Patch<String>,
    /// The member `token`.
    #[truto(rename = "token", secret)]
    pub token_2: Patch<String>,
    /// The member `name`.
    #[truto(rename = "name")]
    pub name_2: Patch<String>,
}
