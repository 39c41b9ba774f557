// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `half-a-schema` of the model `odd`.

use truto_core::types::{Id, RawJson, Unknown};
use truto_core::{Json, Patch, UnifiedRecord, unified_endpoint};

/// A record of `half-a-schema`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct HalfASchema {
    /// The member `id`. Any JSON, because its schema has no type.
    pub id: Option<RawJson>,
    /// The member `name`. Any JSON, because its schema has no values.
    pub name: Option<RawJson>,
    /// The member `list`. Any JSON, because its schema has no type.
    pub list: Option<RawJson>,
    /// The member `null`. Any JSON, because its schema allows nothing but \`null\`.
    pub null: Option<RawJson>,
    /// The member `ref`. Any JSON, because its schema has no type.
    pub r#ref: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists half a schema.
///
/// `GET /unified/odd/half-a-schema` returns pages of [`HalfASchema`].
#[unified_endpoint(GET, "/unified/odd/half-a-schema", response = HalfASchema, paginated)]
pub struct ListHalfASchema {
    /// The member `id`. Any JSON, because its schema has no type.
    pub id: Option<Json>,
    /// The member `name`. Any JSON, because its schema has no values.
    pub name: Option<Json>,
    /// The member `list`. Any JSON, because its schema has no type.
    pub list: Option<Json>,
    /// The member `null`. Any JSON, because its schema allows nothing but \`null\`.
    pub null: Option<Json>,
    /// The member `ref`. Any JSON, because its schema has no type.
    pub r#ref: Option<Json>,
}

/// Reads a half a schema.
///
/// `GET /unified/odd/half-a-schema/{id}` returns the [`HalfASchema`].
#[unified_endpoint(GET, "/unified/odd/half-a-schema/{id}", response = HalfASchema)]
pub struct GetHalfASchema {
    /// Id of the half a schema.
    pub id: Id<HalfASchema>,
    /// The member `id`. Any JSON, because its schema has no type.
    #[truto(rename = "id")]
    pub id_2: Option<Json>,
    /// The member `name`. Any JSON, because its schema has no values.
    pub name: Option<Json>,
    /// The member `list`. Any JSON, because its schema has no type.
    pub list: Option<Json>,
    /// The member `null`. Any JSON, because its schema allows nothing but \`null\`.
    pub null: Option<Json>,
    /// The member `ref`. Any JSON, because its schema has no type.
    pub r#ref: Option<Json>,
}

/// Creates a half a schema. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/half-a-schema` returns the [`HalfASchema`].
#[unified_endpoint(POST, "/unified/odd/half-a-schema", response = HalfASchema)]
pub struct CreateHalfASchema {
    /// The member `id`. Any JSON, because its schema has no type.
    #[truto(query)]
    pub id: Option<Json>,
    /// The member `name`. Any JSON, because its schema has no values.
    #[truto(query)]
    pub name: Option<Json>,
    /// The member `list`. Any JSON, because its schema has no type.
    #[truto(query)]
    pub list: Option<Json>,
    /// The member `null`. Any JSON, because its schema allows nothing but \`null\`.
    #[truto(query)]
    pub null: Option<Json>,
    /// The member `ref`. Any JSON, because its schema has no type.
    #[truto(query)]
    pub r#ref: Option<Json>,
    /// The member `id`. Any JSON, because its schema has no type.
    #[truto(rename = "id")]
    pub id_2: Option<Json>,
    /// The member `name`. Any JSON, because its schema has no values.
    #[truto(rename = "name")]
    pub name_2: Option<Json>,
    /// The member `list`. Any JSON, because its schema has no type.
    #[truto(rename = "list")]
    pub list_2: Option<Json>,
    /// The member `null`. Any JSON, because its schema allows nothing but \`null\`.
    #[truto(rename = "null")]
    pub null_2: Option<Json>,
    /// The member `ref`. Any JSON, because its schema has no type.
    #[truto(rename = "ref")]
    pub ref_2: Option<Json>,
}

/// Changes a half a schema. What is not set stays as it is.
///
/// `PATCH /unified/odd/half-a-schema/{id}` returns the [`HalfASchema`].
#[unified_endpoint(PATCH, "/unified/odd/half-a-schema/{id}", response = HalfASchema)]
pub struct UpdateHalfASchema {
    /// Id of the half a schema.
    pub id: Id<HalfASchema>,
    /// The member `id`. Any JSON, because its schema has no type.
    #[truto(query, rename = "id")]
    pub id_2: Option<Json>,
    /// The member `name`. Any JSON, because its schema has no values.
    #[truto(query)]
    pub name: Option<Json>,
    /// The member `list`. Any JSON, because its schema has no type.
    #[truto(query)]
    pub list: Option<Json>,
    /// The member `null`. Any JSON, because its schema allows nothing but \`null\`.
    #[truto(query)]
    pub null: Option<Json>,
    /// The member `ref`. Any JSON, because its schema has no type.
    #[truto(query)]
    pub r#ref: Option<Json>,
    /// The member `id`. Any JSON, because its schema has no type.
    #[truto(rename = "id")]
    pub id_3: Patch<Json>,
    /// The member `name`. Any JSON, because its schema has no values.
    #[truto(rename = "name")]
    pub name_2: Patch<Json>,
    /// The member `list`. Any JSON, because its schema has no type.
    #[truto(rename = "list")]
    pub list_2: Patch<Json>,
    /// The member `null`. Any JSON, because its schema allows nothing but \`null\`.
    #[truto(rename = "null")]
    pub null_2: Patch<Json>,
    /// The member `ref`. Any JSON, because its schema has no type.
    #[truto(rename = "ref")]
    pub ref_2: Patch<Json>,
}
