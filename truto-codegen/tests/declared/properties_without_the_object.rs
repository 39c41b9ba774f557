// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `properties_without_the_object` of the model `fixtures`.
//!
//! Sources of [`PropertiesWithoutTheObject`] and its methods: <https://docs.example/fixtures>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct PropertiesWithoutTheObject {
    /// The member `id`.
    pub id: Option<Id<PropertiesWithoutTheObject>>,
    /// A name.
    pub name: Option<String>,
    /// The member `type`.
    pub r#type: Option<Open<PropertiesWithoutTheObjectType>>,
    /// The member `created_at`.
    pub created_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `PropertiesWithoutTheObjectType`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum PropertiesWithoutTheObjectType {
    /// `user`.
    User,
    /// `group`.
    Group,
}

/// Lists properties without the object.
///
/// `GET /unified/fixtures/properties_without_the_object` returns pages of [`PropertiesWithoutTheObject`].
#[unified_endpoint(
    GET,
    "/unified/fixtures/properties_without_the_object",
    response = PropertiesWithoutTheObject,
    paginated
)]
pub struct ListPropertiesWithoutTheObject {
    /// The member `id`.
    pub id: Option<Filter<String>>,
    /// A name.
    pub name: Option<Filter<String>>,
    /// The member `type`. Values: `user`, `group`.
    pub r#type: Option<Filter<String>>,
    /// The member `created_at`.
    pub created_at: Option<DateFilter>,
}

/// Reads a properties without the object.
///
/// `GET /unified/fixtures/properties_without_the_object/{id}` returns the [`PropertiesWithoutTheObject`].
#[unified_endpoint(GET, "/unified/fixtures/properties_without_the_object/{id}", response = PropertiesWithoutTheObject)]
pub struct GetPropertiesWithoutTheObject {
    /// Id of the properties without the object.
    pub id: Id<PropertiesWithoutTheObject>,
}

/// Creates a properties without the object. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/properties_without_the_object` returns the [`PropertiesWithoutTheObject`].
#[unified_endpoint(POST, "/unified/fixtures/properties_without_the_object", response = PropertiesWithoutTheObject)]
pub struct CreatePropertiesWithoutTheObject {
    /// The member `id`.
    pub id: Option<String>,
    /// A name.
    pub name: Option<String>,
    /// The member `type`.
    pub r#type: Option<Open<PropertiesWithoutTheObjectType>>,
    /// The member `created_at`.
    pub created_at: Option<Timestamp>,
}

/// Changes a properties without the object. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/properties_without_the_object/{id}` returns the [`PropertiesWithoutTheObject`].
#[unified_endpoint(
    PATCH,
    "/unified/fixtures/properties_without_the_object/{id}",
    response = PropertiesWithoutTheObject
)]
pub struct UpdatePropertiesWithoutTheObject {
    /// Id of the properties without the object.
    pub id: Id<PropertiesWithoutTheObject>,
    /// A name.
    pub name: Patch<String>,
    /// The member `type`.
    pub r#type: Patch<Open<PropertiesWithoutTheObjectType>>,
    /// The member `created_at`.
    pub created_at: Patch<Timestamp>,
}

/// Deletes a properties without the object.
///
/// `DELETE /unified/fixtures/properties_without_the_object/{id}` returns the id of the deleted record, if the provider
/// tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/properties_without_the_object/{id}", response = Deleted)]
pub struct DeletePropertiesWithoutTheObject {
    /// Id of the properties without the object.
    pub id: Id<PropertiesWithoutTheObject>,
}

/// Calls the method `move-stage` of [`PropertiesWithoutTheObject`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/properties_without_the_object/move-stage` returns any JSON, or nothing, because the API's
/// pages do not agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/properties_without_the_object/move-stage", response = Option<Json>)]
pub struct MoveStagePropertiesWithoutTheObject {
    /// The member `id`.
    #[truto(query)]
    pub id: Option<String>,
    /// A name.
    #[truto(query)]
    pub name: Option<String>,
    /// The member `type`.
    #[truto(query)]
    pub r#type: Option<Open<PropertiesWithoutTheObjectType>>,
    /// The member `created_at`.
    #[truto(query)]
    pub created_at: Option<Timestamp>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: Option<String>,
    /// A name.
    #[truto(rename = "name")]
    pub name_2: Option<String>,
    /// The member `type`.
    #[truto(rename = "type")]
    pub type_2: Option<Open<PropertiesWithoutTheObjectType>>,
    /// The member `created_at`.
    #[truto(rename = "created_at")]
    pub created_at_2: Option<Timestamp>,
}
