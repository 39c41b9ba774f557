// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `enum-with-null` of the model `odd`.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Id, Open, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A record of `enum-with-null`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct EnumWithNull {
    /// The member `status`.
    pub status: Option<Open<EnumWithNullStatus>>,
    /// The member `priority`.
    pub priority: Option<i64>,
    /// The member `flag`.
    pub flag: Option<bool>,
    /// The member `odd`. Any JSON, because its values have several types.
    pub odd: Option<RawJson>,
    /// The member `nothing`. Any JSON, because its schema has no values.
    pub nothing: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `EnumWithNullStatus`.
///
/// [`Open`](truto_core::types::Open) keeps a value that is not among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum EnumWithNullStatus {
    /// `open`.
    Open,
    /// `in progress`.
    #[truto(rename = "in progress")]
    InProgress,
    /// `closed`.
    Closed,
}

/// Lists enum with null.
///
/// `GET /unified/odd/enum-with-null` returns pages of [`EnumWithNull`].
#[unified_endpoint(GET, "/unified/odd/enum-with-null", response = EnumWithNull, paginated)]
pub struct ListEnumWithNull {
    /// The member `status`. Values: `open`, `in progress`, `closed`.
    pub status: Option<Filter<String>>,
    /// The member `priority`.
    pub priority: Option<Filter<i64>>,
    /// The member `flag`.
    pub flag: Option<bool>,
    /// The member `odd`. Any JSON, because its values have several types.
    pub odd: Option<Json>,
    /// The member `nothing`. Any JSON, because its schema has no values.
    pub nothing: Option<Json>,
}

/// Reads an enum with null.
///
/// `GET /unified/odd/enum-with-null/{id}` returns the [`EnumWithNull`].
#[unified_endpoint(GET, "/unified/odd/enum-with-null/{id}", response = EnumWithNull)]
pub struct GetEnumWithNull {
    /// Id of the enum with null.
    pub id: Id<EnumWithNull>,
    /// The member `status`.
    pub status: Option<Open<EnumWithNullStatus>>,
    /// The member `priority`.
    pub priority: Option<i64>,
    /// The member `flag`.
    pub flag: Option<bool>,
    /// The member `odd`. Any JSON, because its values have several types.
    pub odd: Option<Json>,
    /// The member `nothing`. Any JSON, because its schema has no values.
    pub nothing: Option<Json>,
}

/// Creates an enum with null. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/enum-with-null` returns the [`EnumWithNull`].
#[unified_endpoint(POST, "/unified/odd/enum-with-null", response = EnumWithNull)]
pub struct CreateEnumWithNull {
    /// The member `status`.
    #[truto(query)]
    pub status: Option<Open<EnumWithNullStatus>>,
    /// The member `priority`.
    #[truto(query)]
    pub priority: Option<i64>,
    /// The member `flag`.
    #[truto(query)]
    pub flag: Option<bool>,
    /// The member `odd`. Any JSON, because its values have several types.
    #[truto(query)]
    pub odd: Option<Json>,
    /// The member `nothing`. Any JSON, because its schema has no values.
    #[truto(query)]
    pub nothing: Option<Json>,
    /// The member `status`.
    #[truto(rename = "status")]
    pub status_2: Option<Open<EnumWithNullStatus>>,
    /// The member `priority`.
    #[truto(rename = "priority")]
    pub priority_2: Option<i64>,
    /// The member `flag`.
    #[truto(rename = "flag")]
    pub flag_2: Option<bool>,
    /// The member `odd`. Any JSON, because its values have several types.
    #[truto(rename = "odd")]
    pub odd_2: Option<Json>,
    /// The member `nothing`. Any JSON, because its schema has no values.
    #[truto(rename = "nothing")]
    pub nothing_2: Option<Json>,
}

/// Changes an enum with null. What is not set stays as it is.
///
/// `PATCH /unified/odd/enum-with-null/{id}` returns the [`EnumWithNull`].
#[unified_endpoint(PATCH, "/unified/odd/enum-with-null/{id}", response = EnumWithNull)]
pub struct UpdateEnumWithNull {
    /// Id of the enum with null.
    pub id: Id<EnumWithNull>,
    /// The member `status`.
    #[truto(query)]
    pub status: Option<Open<EnumWithNullStatus>>,
    /// The member `priority`.
    #[truto(query)]
    pub priority: Option<i64>,
    /// The member `flag`.
    #[truto(query)]
    pub flag: Option<bool>,
    /// The member `odd`. Any JSON, because its values have several types.
    #[truto(query)]
    pub odd: Option<Json>,
    /// The member `nothing`. Any JSON, because its schema has no values.
    #[truto(query)]
    pub nothing: Option<Json>,
    /// The member `status`.
    #[truto(rename = "status")]
    pub status_2: Patch<Open<EnumWithNullStatus>>,
    /// The member `priority`.
    #[truto(rename = "priority")]
    pub priority_2: Patch<i64>,
    /// The member `flag`.
    #[truto(rename = "flag")]
    pub flag_2: Patch<bool>,
    /// The member `odd`. Any JSON, because its values have several types.
    #[truto(rename = "odd")]
    pub odd_2: Patch<Json>,
    /// The member `nothing`. Any JSON, because its schema has no values.
    #[truto(rename = "nothing")]
    pub nothing_2: Patch<Json>,
}
