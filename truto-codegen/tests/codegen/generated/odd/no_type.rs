// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `no-type` of the model `odd`.

use std::collections::BTreeMap;

use truto_core::types::{Id, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

/// A record of `no-type`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct NoType {
    /// Name. Any JSON, because its schema has no type.
    pub name: Option<RawJson>,
    /// The member `address`.
    pub address: Option<Address>,
    /// The member `labels`.
    pub labels: Vec<String>,
    /// The member `extra`.
    pub extra: Option<BTreeMap<String, String>>,
    /// The member `when`.
    pub when: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Address`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Address {
    /// The member `city`.
    pub city: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists no type.
///
/// `GET /unified/odd/no-type` returns pages of [`NoType`].
#[unified_endpoint(GET, "/unified/odd/no-type", response = NoType, paginated)]
pub struct ListNoType {
    /// Name. Any JSON, because its schema has no type.
    pub name: Option<Json>,
    /// The member `address[city]`.
    #[truto(rename = "address[city]")]
    pub address_city: Option<Filter<String>>,
    /// The member `labels`.
    pub labels: Option<Vec<String>>,
    /// The member `extra`.
    pub extra: Option<Json>,
    /// The member `when`.
    pub when: Option<DateFilter>,
}

/// Reads a no type.
///
/// `GET /unified/odd/no-type/{id}` returns the [`NoType`].
#[unified_endpoint(GET, "/unified/odd/no-type/{id}", response = NoType)]
pub struct GetNoType {
    /// Id of the no type.
    pub id: Id<NoType>,
    /// Name. Any JSON, because its schema has no type.
    pub name: Option<Json>,
    /// The member `address[city]`.
    #[truto(rename = "address[city]")]
    pub address_city: Option<String>,
    /// The member `labels`.
    pub labels: Option<Vec<String>>,
    /// The member `extra`.
    pub extra: Option<Json>,
    /// The member `when`.
    pub when: Option<Timestamp>,
}

/// Creates a no type. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/no-type` returns the [`NoType`].
#[unified_endpoint(POST, "/unified/odd/no-type", response = NoType)]
pub struct CreateNoType {
    /// Name. Any JSON, because its schema has no type.
    #[truto(query)]
    pub name: Option<Json>,
    /// The member `address[city]`.
    #[truto(query, rename = "address[city]")]
    pub address_city: Option<String>,
    /// The member `labels`.
    #[truto(query)]
    pub labels: Option<Vec<String>>,
    /// The member `extra`.
    #[truto(query)]
    pub extra: Option<Json>,
    /// The member `when`.
    #[truto(query)]
    pub when: Option<Timestamp>,
    /// Name. Any JSON, because its schema has no type.
    #[truto(rename = "name")]
    pub name_2: Option<Json>,
    /// The member `address`.
    pub address: Option<Address>,
    /// The member `labels`.
    #[truto(rename = "labels")]
    pub labels_2: Vec<String>,
    /// The member `extra`.
    #[truto(rename = "extra")]
    pub extra_2: Option<BTreeMap<String, String>>,
    /// The member `when`.
    #[truto(rename = "when")]
    pub when_2: Option<Timestamp>,
}

/// Changes a no type. What is not set stays as it is.
///
/// `PATCH /unified/odd/no-type/{id}` returns the [`NoType`].
#[unified_endpoint(PATCH, "/unified/odd/no-type/{id}", response = NoType)]
pub struct UpdateNoType {
    /// Id of the no type.
    pub id: Id<NoType>,
    /// Name. Any JSON, because its schema has no type.
    #[truto(query)]
    pub name: Option<Json>,
    /// The member `address[city]`.
    #[truto(query, rename = "address[city]")]
    pub address_city: Option<String>,
    /// The member `labels`.
    #[truto(query)]
    pub labels: Option<Vec<String>>,
    /// The member `extra`.
    #[truto(query)]
    pub extra: Option<Json>,
    /// The member `when`.
    #[truto(query)]
    pub when: Option<Timestamp>,
    /// Name. Any JSON, because its schema has no type.
    #[truto(rename = "name")]
    pub name_2: Patch<Json>,
    /// The member `address`.
    pub address: Patch<Address>,
    /// The member `labels`.
    #[truto(rename = "labels")]
    pub labels_2: Option<Vec<String>>,
    /// The member `extra`.
    #[truto(rename = "extra")]
    pub extra_2: Patch<BTreeMap<String, String>>,
    /// The member `when`.
    #[truto(rename = "when")]
    pub when_2: Patch<Timestamp>,
}
