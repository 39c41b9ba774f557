// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `filters` of the model `odd`.

use truto_core::types::{Id, Unknown};
use truto_core::{DateFilter, Filter, Patch, Timestamp, UnifiedRecord, unified_endpoint};

/// A record of `filters`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct FilterRecord {
    /// The member `created_at`.
    pub created_at: Option<Timestamp>,
    /// The member `name`.
    pub name: Option<String>,
    /// The member `owner[id]`.
    #[truto(rename = "owner[id]")]
    pub owner_id: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists filters.
///
/// `GET /unified/odd/filters` returns pages of [`FilterRecord`].
#[unified_endpoint(GET, "/unified/odd/filters", response = FilterRecord, paginated)]
pub struct ListFilters {
    /// The member `created_at`.
    pub created_at: Option<DateFilter>,
    /// The member `name`.
    pub name: Option<Filter<String>>,
    /// The member `owner[id]`.
    #[truto(rename = "owner[id]")]
    pub owner_id: Option<Filter<String>>,
}

/// Reads a filter record.
///
/// `GET /unified/odd/filters/{id}` returns the [`FilterRecord`].
#[unified_endpoint(GET, "/unified/odd/filters/{id}", response = FilterRecord)]
pub struct GetFilterRecord {
    /// Id of the filter record.
    pub id: Id<FilterRecord>,
    /// The member `created_at`.
    pub created_at: Option<Timestamp>,
    /// The member `name`.
    pub name: Option<String>,
    /// The member `owner[id]`.
    #[truto(rename = "owner[id]")]
    pub owner_id: Option<String>,
}

/// Creates a filter record. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/filters` returns the [`FilterRecord`].
///
/// Members of the body that are not declared: `owner[id]`. Their names look like paths, so they are for `remote_data`.
#[unified_endpoint(POST, "/unified/odd/filters", response = FilterRecord)]
pub struct CreateFilterRecord {
    /// The member `created_at`.
    #[truto(query)]
    pub created_at: Option<Timestamp>,
    /// The member `name`.
    #[truto(query)]
    pub name: Option<String>,
    /// The member `owner[id]`.
    #[truto(query, rename = "owner[id]")]
    pub owner_id: Option<String>,
    /// The member `created_at`.
    #[truto(rename = "created_at")]
    pub created_at_2: Option<Timestamp>,
    /// The member `name`.
    #[truto(rename = "name")]
    pub name_2: Option<String>,
}

/// Changes a filter record. What is not set stays as it is.
///
/// `PATCH /unified/odd/filters/{id}` returns the [`FilterRecord`].
///
/// Members of the body that are not declared: `owner[id]`. Their names look like paths, so they are for `remote_data`.
#[unified_endpoint(PATCH, "/unified/odd/filters/{id}", response = FilterRecord)]
pub struct UpdateFilterRecord {
    /// Id of the filter record.
    pub id: Id<FilterRecord>,
    /// The member `created_at`.
    #[truto(query)]
    pub created_at: Option<Timestamp>,
    /// The member `name`.
    #[truto(query)]
    pub name: Option<String>,
    /// The member `owner[id]`.
    #[truto(query, rename = "owner[id]")]
    pub owner_id: Option<String>,
    /// The member `created_at`.
    #[truto(rename = "created_at")]
    pub created_at_2: Patch<Timestamp>,
    /// The member `name`.
    #[truto(rename = "name")]
    pub name_2: Patch<String>,
}
