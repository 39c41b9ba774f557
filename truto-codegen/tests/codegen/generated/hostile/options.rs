// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `Options` of the model `hostile`.
//!
//! The account does not describe the record, so its members are among the unknown members.

use truto_core::types::{Id, Unknown};
use truto_core::{UnifiedRecord, unified_endpoint};

/// A record of `Options`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct OptionRecord {
    /// The member `id`.
    pub id: Option<Id<OptionRecord>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists options.
///
/// `GET /unified/hostile/Options` returns pages of [`OptionRecord`].
#[unified_endpoint(GET, "/unified/hostile/Options", response = OptionRecord, paginated)]
pub struct ListOptions {}

/// Creates an option record. What is not declared here is for `remote_data`.
///
/// `POST /unified/hostile/Options` returns the [`OptionRecord`].
///
/// The account does not describe this method: status 404.
#[unified_endpoint(POST, "/unified/hostile/Options", response = OptionRecord)]
pub struct CreateOptionRecord {}
