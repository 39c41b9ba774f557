// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `one-of-null` of the model `odd`.

use truto_core::types::{Id, Unknown};
use truto_core::{DateFilter, Filter, Patch, Timestamp, UnifiedRecord, unified_endpoint};

/// A record of `one-of-null`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct OneOfNull {
    /// The member `owner`.
    pub owner: Option<Owner>,
    /// The member `due`.
    pub due: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Owner`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Owner {
    /// The member `email`.
    pub email: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists one of null.
///
/// `GET /unified/odd/one-of-null` returns pages of [`OneOfNull`].
#[unified_endpoint(GET, "/unified/odd/one-of-null", response = OneOfNull, paginated)]
pub struct ListOneOfNull {
    /// The member `owner[email]`.
    #[truto(rename = "owner[email]")]
    pub owner_email: Option<Filter<String>>,
    /// The member `due`.
    pub due: Option<DateFilter>,
}

/// Reads an one of null.
///
/// `GET /unified/odd/one-of-null/{id}` returns the [`OneOfNull`].
#[unified_endpoint(GET, "/unified/odd/one-of-null/{id}", response = OneOfNull)]
pub struct GetOneOfNull {
    /// Id of the one of null.
    pub id: Id<OneOfNull>,
    /// The member `owner[email]`.
    #[truto(rename = "owner[email]")]
    pub owner_email: Option<String>,
    /// The member `due`.
    pub due: Option<Timestamp>,
}

/// Creates an one of null. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/one-of-null` returns the [`OneOfNull`].
#[unified_endpoint(POST, "/unified/odd/one-of-null", response = OneOfNull)]
pub struct CreateOneOfNull {
    /// The member `owner[email]`.
    #[truto(query, rename = "owner[email]")]
    pub owner_email: Option<String>,
    /// The member `due`.
    #[truto(query)]
    pub due: Option<Timestamp>,
    /// The member `owner`.
    pub owner: Option<Owner>,
    /// The member `due`.
    #[truto(rename = "due")]
    pub due_2: Option<Timestamp>,
}

/// Changes an one of null. What is not set stays as it is.
///
/// `PATCH /unified/odd/one-of-null/{id}` returns the [`OneOfNull`].
#[unified_endpoint(PATCH, "/unified/odd/one-of-null/{id}", response = OneOfNull)]
pub struct UpdateOneOfNull {
    /// Id of the one of null.
    pub id: Id<OneOfNull>,
    /// The member `owner[email]`.
    #[truto(query, rename = "owner[email]")]
    pub owner_email: Option<String>,
    /// The member `due`.
    #[truto(query)]
    pub due: Option<Timestamp>,
    /// The member `owner`.
    pub owner: Patch<Owner>,
    /// The member `due`.
    #[truto(rename = "due")]
    pub due_2: Patch<Timestamp>,
}
