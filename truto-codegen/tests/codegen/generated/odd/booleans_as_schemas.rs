// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `booleans-as-schemas` of the model `odd`.

use truto_core::types::{Id, RawJson, Unknown};
use truto_core::{Json, Patch, UnifiedRecord, unified_endpoint};

/// A record of `booleans-as-schemas`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct BooleansAsSchema {
    /// The member `anything`. Any JSON, because its schema has no type.
    pub anything: Option<RawJson>,
    /// The member `nothing`. Any JSON, because its schema has no type.
    pub nothing: Option<RawJson>,
    /// The member `odd`. Any JSON, because its schema has no type.
    pub odd: Option<RawJson>,
    /// The member `empty`. Any JSON, because its schema has no type.
    pub empty: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists booleans as schemas.
///
/// `GET /unified/odd/booleans-as-schemas` returns pages of [`BooleansAsSchema`].
#[unified_endpoint(GET, "/unified/odd/booleans-as-schemas", response = BooleansAsSchema, paginated)]
pub struct ListBooleansAsSchemas {
    /// The member `anything`. Any JSON, because its schema has no type.
    pub anything: Option<Json>,
    /// The member `nothing`. Any JSON, because its schema has no type.
    pub nothing: Option<Json>,
    /// The member `odd`. Any JSON, because its schema has no type.
    pub odd: Option<Json>,
    /// The member `empty`. Any JSON, because its schema has no type.
    pub empty: Option<Json>,
}

/// Reads a booleans as schema.
///
/// `GET /unified/odd/booleans-as-schemas/{id}` returns the [`BooleansAsSchema`].
#[unified_endpoint(GET, "/unified/odd/booleans-as-schemas/{id}", response = BooleansAsSchema)]
pub struct GetBooleansAsSchema {
    /// Id of the booleans as schema.
    pub id: Id<BooleansAsSchema>,
    /// The member `anything`. Any JSON, because its schema has no type.
    pub anything: Option<Json>,
    /// The member `nothing`. Any JSON, because its schema has no type.
    pub nothing: Option<Json>,
    /// The member `odd`. Any JSON, because its schema has no type.
    pub odd: Option<Json>,
    /// The member `empty`. Any JSON, because its schema has no type.
    pub empty: Option<Json>,
}

/// Creates a booleans as schema. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/booleans-as-schemas` returns the [`BooleansAsSchema`].
#[unified_endpoint(POST, "/unified/odd/booleans-as-schemas", response = BooleansAsSchema)]
pub struct CreateBooleansAsSchema {
    /// The member `anything`. Any JSON, because its schema has no type.
    #[truto(query)]
    pub anything: Option<Json>,
    /// The member `nothing`. Any JSON, because its schema has no type.
    #[truto(query)]
    pub nothing: Option<Json>,
    /// The member `odd`. Any JSON, because its schema has no type.
    #[truto(query)]
    pub odd: Option<Json>,
    /// The member `empty`. Any JSON, because its schema has no type.
    #[truto(query)]
    pub empty: Option<Json>,
    /// The member `anything`. Any JSON, because its schema has no type.
    #[truto(rename = "anything")]
    pub anything_2: Option<Json>,
    /// The member `nothing`. Any JSON, because its schema has no type.
    #[truto(rename = "nothing")]
    pub nothing_2: Option<Json>,
    /// The member `odd`. Any JSON, because its schema has no type.
    #[truto(rename = "odd")]
    pub odd_2: Option<Json>,
    /// The member `empty`. Any JSON, because its schema has no type.
    #[truto(rename = "empty")]
    pub empty_2: Option<Json>,
}

/// Changes a booleans as schema. What is not set stays as it is.
///
/// `PATCH /unified/odd/booleans-as-schemas/{id}` returns the [`BooleansAsSchema`].
#[unified_endpoint(PATCH, "/unified/odd/booleans-as-schemas/{id}", response = BooleansAsSchema)]
pub struct UpdateBooleansAsSchema {
    /// Id of the booleans as schema.
    pub id: Id<BooleansAsSchema>,
    /// The member `anything`. Any JSON, because its schema has no type.
    #[truto(query)]
    pub anything: Option<Json>,
    /// The member `nothing`. Any JSON, because its schema has no type.
    #[truto(query)]
    pub nothing: Option<Json>,
    /// The member `odd`. Any JSON, because its schema has no type.
    #[truto(query)]
    pub odd: Option<Json>,
    /// The member `empty`. Any JSON, because its schema has no type.
    #[truto(query)]
    pub empty: Option<Json>,
    /// The member `anything`. Any JSON, because its schema has no type.
    #[truto(rename = "anything")]
    pub anything_2: Patch<Json>,
    /// The member `nothing`. Any JSON, because its schema has no type.
    #[truto(rename = "nothing")]
    pub nothing_2: Patch<Json>,
    /// The member `odd`. Any JSON, because its schema has no type.
    #[truto(rename = "odd")]
    pub odd_2: Patch<Json>,
    /// The member `empty`. Any JSON, because its schema has no type.
    #[truto(rename = "empty")]
    pub empty_2: Patch<Json>,
}
