// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `openapi-nullable` of the model `odd`.

use truto_core::types::{Id, Unknown};
use truto_core::{Filter, Patch, UnifiedRecord, unified_endpoint};

/// A record of `openapi-nullable`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct OpenapiNullable {
    /// The member `id`.
    pub id: Id<OpenapiNullable>,
    /// The member `email`.
    pub email: Option<String>,
    /// The member `age`.
    pub age: Option<i64>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists openapi nullable.
///
/// `GET /unified/odd/openapi-nullable` returns pages of [`OpenapiNullable`].
#[unified_endpoint(GET, "/unified/odd/openapi-nullable", response = OpenapiNullable, paginated)]
pub struct ListOpenapiNullable {
    /// The member `id`. Required by the API.
    pub id: Option<Filter<String>>,
    /// The member `email`.
    pub email: Option<Filter<String>>,
    /// The member `age`.
    pub age: Option<Filter<i64>>,
}

/// Reads an openapi nullable.
///
/// `GET /unified/odd/openapi-nullable/{id}` returns the [`OpenapiNullable`].
#[unified_endpoint(GET, "/unified/odd/openapi-nullable/{id}", response = OpenapiNullable)]
pub struct GetOpenapiNullable {
    /// Id of the openapi nullable.
    pub id: Id<OpenapiNullable>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: String,
    /// The member `email`.
    pub email: Option<String>,
    /// The member `age`.
    pub age: Option<i64>,
}

/// Creates an openapi nullable. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/openapi-nullable` returns the [`OpenapiNullable`].
#[unified_endpoint(POST, "/unified/odd/openapi-nullable", response = OpenapiNullable)]
pub struct CreateOpenapiNullable {
    /// The member `id`.
    #[truto(query)]
    pub id: String,
    /// The member `email`.
    #[truto(query)]
    pub email: Option<String>,
    /// The member `age`.
    #[truto(query)]
    pub age: Option<i64>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: String,
    /// The member `email`.
    #[truto(rename = "email")]
    pub email_2: Option<String>,
    /// The member `age`.
    #[truto(rename = "age")]
    pub age_2: Option<i64>,
}

/// Changes an openapi nullable. What is not set stays as it is.
///
/// `PATCH /unified/odd/openapi-nullable/{id}` returns the [`OpenapiNullable`].
#[unified_endpoint(PATCH, "/unified/odd/openapi-nullable/{id}", response = OpenapiNullable)]
pub struct UpdateOpenapiNullable {
    /// Id of the openapi nullable.
    pub id: Id<OpenapiNullable>,
    /// The member `id`.
    #[truto(query, rename = "id")]
    pub id_2: String,
    /// The member `email`.
    #[truto(query)]
    pub email: Option<String>,
    /// The member `age`.
    #[truto(query)]
    pub age: Option<i64>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_3: Patch<String>,
    /// The member `email`.
    #[truto(rename = "email")]
    pub email_2: Patch<String>,
    /// The member `age`.
    #[truto(rename = "age")]
    pub age_2: Patch<i64>,
}
