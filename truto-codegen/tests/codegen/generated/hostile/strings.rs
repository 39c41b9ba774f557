// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `Strings` of the model `hostile`.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, Unknown};
use truto_core::{Json, Patch, UnifiedRecord, unified_endpoint};

/// A record of `Strings`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct StringRecord {
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `StringRecordEngagementType`.
///
/// [`Open`](truto_core::types::Open) keeps a value that is not among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum StringRecordEngagementType {
    /// `a`.
    A,
}

/// Values of `StringRecordType`.
///
/// [`Open`](truto_core::types::Open) keeps a value that is not among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum StringRecordType {
    /// `a`.
    A,
    /// `b`.
    B,
}

/// Reads a string record.
///
/// `GET /unified/hostile/Strings/{id}` returns the [`StringRecord`].
#[unified_endpoint(GET, "/unified/hostile/Strings/{id}", response = StringRecord)]
pub struct GetStringRecord {
    /// Id of the string record.
    pub id: Id<StringRecord>,
}

/// Deletes a string record.
///
/// `DELETE /unified/hostile/Strings/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/hostile/Strings/{id}", response = Deleted)]
pub struct DeleteStringRecord {
    /// Id of the string record.
    pub id: Id<StringRecord>,
    /// The member `engagement_type`.
    pub engagement_type: Open<StringRecordEngagementType>,
}

/// Changes a string record. What is not set stays as it is.
///
/// `PATCH /unified/hostile/Strings/{id}` returns the [`StringRecord`].
#[unified_endpoint(PATCH, "/unified/hostile/Strings/{id}", response = StringRecord)]
pub struct UpdateStringRecord {
    /// Id of the string record.
    pub id: Id<StringRecord>,
    /// The member `tags`.
    pub tags: Option<Vec<String>>,
    /// The member `type`.
    pub r#type: Patch<Open<StringRecordType>>,
    /// The member `any`. Any JSON, because its schema has no type.
    pub any: Patch<Json>,
}
