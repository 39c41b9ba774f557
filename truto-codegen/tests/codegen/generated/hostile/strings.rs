// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `Strings` of the model `hostile`.
//!
//! The account's schema of the answer of get is not used: the schema describes no record: the
//! schema names no fields; describe it in the overrides.
//!
//! The account does not describe the record, so its members are among the unknown members.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, Unknown};
use truto_core::{Json, Patch, UnifiedRecord, unified_endpoint};

/// A record of `Strings`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct StringRecord {
    /// The member `id`.
    pub id: Option<Id<StringRecord>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `StringRecordType`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum StringRecordType {
    /// `a`.
    A,
    /// `b`.
    B,
}

/// Values of `StringRecordEngagementType`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum StringRecordEngagementType {
    /// `a`.
    A,
}

/// Reads a string record.
///
/// `GET /unified/hostile/Strings/{id}` returns the [`StringRecord`].
#[unified_endpoint(GET, "/unified/hostile/Strings/{id}", response = StringRecord)]
pub struct GetStringRecord {
    /// Id of the string record.
    pub id: Id<StringRecord>,
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
    /// The member `any`. Any JSON, because the schema does not say what it is.
    pub any: Patch<Json>,
}

/// Deletes a string record.
///
/// `DELETE /unified/hostile/Strings/{id}` returns the id of the deleted record, if the provider
/// tells it.
#[unified_endpoint(DELETE, "/unified/hostile/Strings/{id}", response = Deleted)]
pub struct DeleteStringRecord {
    /// Id of the string record.
    pub id: Id<StringRecord>,
    /// The member `engagement_type`.
    pub engagement_type: Open<StringRecordEngagementType>,
}
