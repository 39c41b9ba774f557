// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `maps` of the model `odd`.

use std::collections::BTreeMap;

use truto_core::types::{Id, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A record of `maps`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Map {
    /// The member `counts`.
    pub counts: Option<BTreeMap<String, i64>>,
    /// The member `free`.
    pub free: Option<RawJson>,
    /// The member `closed`.
    pub closed: Option<RawJson>,
    /// The member `bare`.
    pub bare: Option<RawJson>,
    /// The member `both`.
    pub both: Option<Both>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Both`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Both {
    /// The member `a`.
    pub a: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists maps.
///
/// `GET /unified/odd/maps` returns pages of [`Map`].
#[unified_endpoint(GET, "/unified/odd/maps", response = Map, paginated)]
pub struct ListMaps {
    /// The member `counts`.
    pub counts: Option<Json>,
    /// The member `free`.
    pub free: Option<Json>,
    /// The member `closed`.
    pub closed: Option<Json>,
    /// The member `bare`.
    pub bare: Option<Json>,
    /// The member `both[a]`.
    #[truto(rename = "both[a]")]
    pub both_a: Option<Filter<String>>,
}

/// Reads a map.
///
/// `GET /unified/odd/maps/{id}` returns the [`Map`].
#[unified_endpoint(GET, "/unified/odd/maps/{id}", response = Map)]
pub struct GetMap {
    /// Id of the map.
    pub id: Id<Map>,
    /// The member `counts`.
    pub counts: Option<Json>,
    /// The member `free`.
    pub free: Option<Json>,
    /// The member `closed`.
    pub closed: Option<Json>,
    /// The member `bare`.
    pub bare: Option<Json>,
    /// The member `both[a]`.
    #[truto(rename = "both[a]")]
    pub both_a: Option<String>,
}

/// Creates a map. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/maps` returns the [`Map`].
#[unified_endpoint(POST, "/unified/odd/maps", response = Map)]
pub struct CreateMap {
    /// The member `counts`.
    #[truto(query)]
    pub counts: Option<Json>,
    /// The member `free`.
    #[truto(query)]
    pub free: Option<Json>,
    /// The member `closed`.
    #[truto(query)]
    pub closed: Option<Json>,
    /// The member `bare`.
    #[truto(query)]
    pub bare: Option<Json>,
    /// The member `both[a]`.
    #[truto(query, rename = "both[a]")]
    pub both_a: Option<String>,
    /// The member `counts`.
    #[truto(rename = "counts")]
    pub counts_2: Option<BTreeMap<String, i64>>,
    /// The member `free`.
    #[truto(rename = "free")]
    pub free_2: Option<Json>,
    /// The member `closed`.
    #[truto(rename = "closed")]
    pub closed_2: Option<Json>,
    /// The member `bare`.
    #[truto(rename = "bare")]
    pub bare_2: Option<Json>,
    /// The member `both`.
    pub both: Option<Both>,
}

/// Changes a map. What is not set stays as it is.
///
/// `PATCH /unified/odd/maps/{id}` returns the [`Map`].
#[unified_endpoint(PATCH, "/unified/odd/maps/{id}", response = Map)]
pub struct UpdateMap {
    /// Id of the map.
    pub id: Id<Map>,
    /// The member `counts`.
    #[truto(query)]
    pub counts: Option<Json>,
    /// The member `free`.
    #[truto(query)]
    pub free: Option<Json>,
    /// The member `closed`.
    #[truto(query)]
    pub closed: Option<Json>,
    /// The member `bare`.
    #[truto(query)]
    pub bare: Option<Json>,
    /// The member `both[a]`.
    #[truto(query, rename = "both[a]")]
    pub both_a: Option<String>,
    /// The member `counts`.
    #[truto(rename = "counts")]
    pub counts_2: Patch<BTreeMap<String, i64>>,
    /// The member `free`.
    #[truto(rename = "free")]
    pub free_2: Patch<Json>,
    /// The member `closed`.
    #[truto(rename = "closed")]
    pub closed_2: Patch<Json>,
    /// The member `bare`.
    #[truto(rename = "bare")]
    pub bare_2: Patch<Json>,
    /// The member `both`.
    pub both: Patch<Both>,
}
