// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `3d` of the model `hostile`.
//!
//! The account does not describe the record, so its members are among the unknown members.

use truto_core::types::{Id, Unknown};
use truto_core::{UnifiedRecord, unified_endpoint};

/// A record of `3d`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Record3d {
    /// The member `id`.
    pub id: Option<Id<Record3d>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists 3d.
///
/// `GET /unified/hostile/3d` returns pages of [`Record3d`].
#[unified_endpoint(GET, "/unified/hostile/3d", response = Record3d, paginated)]
pub struct List3d {}
