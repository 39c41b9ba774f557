// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `upper-case-types` of the model `odd`.

use truto_core::types::{Id, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

/// A record of `upper-case-types`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct UpperCaseType {
    /// The member `name`.
    pub name: Option<String>,
    /// The member `file`. Any JSON, because its schema has the type file, which JSON does not have.
    pub file: Option<RawJson>,
    /// The member `any`. Any JSON, because its schema has the type any, which JSON does not have.
    pub any: Option<RawJson>,
    /// The member `when`.
    pub when: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists upper case types.
///
/// `GET /unified/odd/upper-case-types` returns pages of [`UpperCaseType`].
#[unified_endpoint(GET, "/unified/odd/upper-case-types", response = UpperCaseType, paginated)]
pub struct ListUpperCaseTypes {
    /// The member `name`.
    pub name: Option<Filter<String>>,
    /// The member `file`. Any JSON, because its schema has the type file, which JSON does not have.
    pub file: Option<Json>,
    /// The member `any`. Any JSON, because its schema has the type any, which JSON does not have.
    pub any: Option<Json>,
    /// The member `when`.
    pub when: Option<DateFilter>,
}

/// Reads a upper case type.
///
/// `GET /unified/odd/upper-case-types/{id}` returns the [`UpperCaseType`].
#[unified_endpoint(GET, "/unified/odd/upper-case-types/{id}", response = UpperCaseType)]
pub struct GetUpperCaseType {
    /// Id of the upper case type.
    pub id: Id<UpperCaseType>,
    /// The member `name`.
    pub name: Option<String>,
    /// The member `file`. Any JSON, because its schema has the type file, which JSON does not have.
    pub file: Option<Json>,
    /// The member `any`. Any JSON, because its schema has the type any, which JSON does not have.
    pub any: Option<Json>,
    /// The member `when`.
    pub when: Option<Timestamp>,
}

/// Creates a upper case type. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/upper-case-types` returns the [`UpperCaseType`].
#[unified_endpoint(POST, "/unified/odd/upper-case-types", response = UpperCaseType)]
pub struct CreateUpperCaseType {
    /// The member `name`.
    #[truto(query)]
    pub name: Option<String>,
    /// The member `file`. Any JSON, because its schema has the type file, which JSON does not have.
    #[truto(query)]
    pub file: Option<Json>,
    /// The member `any`. Any JSON, because its schema has the type any, which JSON does not have.
    #[truto(query)]
    pub any: Option<Json>,
    /// The member `when`.
    #[truto(query)]
    pub when: Option<Timestamp>,
    /// The member `name`.
    #[truto(rename = "name")]
    pub name_2: Option<String>,
    /// The member `file`. Any JSON, because its schema has the type file, which JSON does not have.
    #[truto(rename = "file")]
    pub file_2: Option<Json>,
    /// The member `any`. Any JSON, because its schema has the type any, which JSON does not have.
    #[truto(rename = "any")]
    pub any_2: Option<Json>,
    /// The member `when`.
    #[truto(rename = "when")]
    pub when_2: Option<Timestamp>,
}

/// Changes a upper case type. What is not set stays as it is.
///
/// `PATCH /unified/odd/upper-case-types/{id}` returns the [`UpperCaseType`].
#[unified_endpoint(PATCH, "/unified/odd/upper-case-types/{id}", response = UpperCaseType)]
pub struct UpdateUpperCaseType {
    /// Id of the upper case type.
    pub id: Id<UpperCaseType>,
    /// The member `name`.
    #[truto(query)]
    pub name: Option<String>,
    /// The member `file`. Any JSON, because its schema has the type file, which JSON does not have.
    #[truto(query)]
    pub file: Option<Json>,
    /// The member `any`. Any JSON, because its schema has the type any, which JSON does not have.
    #[truto(query)]
    pub any: Option<Json>,
    /// The member `when`.
    #[truto(query)]
    pub when: Option<Timestamp>,
    /// The member `name`.
    #[truto(rename = "name")]
    pub name_2: Patch<String>,
    /// The member `file`. Any JSON, because its schema has the type file, which JSON does not have.
    #[truto(rename = "file")]
    pub file_2: Patch<Json>,
    /// The member `any`. Any JSON, because its schema has the type any, which JSON does not have.
    #[truto(rename = "any")]
    pub any_2: Patch<Json>,
    /// The member `when`.
    #[truto(rename = "when")]
    pub when_2: Patch<Timestamp>,
}
