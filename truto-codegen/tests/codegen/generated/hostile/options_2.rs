// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `Options` of the model `hostile`.

use truto_core::types::Unknown;
use truto_core::{UnifiedRecord, unified_endpoint};

/// A record of `Options`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct OptionRecord2 {
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists options.
///
/// `GET /unified/hostile/Options` returns pages of [`OptionRecord2`].
#[unified_endpoint(GET, "/unified/hostile/Options", response = OptionRecord2, paginated)]
pub struct ListOptions2 {}

/// Creates an option record2. What is not declared here is for `remote_data`.
///
/// `POST /unified/hostile/Options` returns the [`OptionRecord2`].
///
/// The account does not describe this method: what it takes is for `remote_query` and `remote_data`.
#[unified_endpoint(POST, "/unified/hostile/Options", response = OptionRecord2)]
pub struct CreateOptionRecord2 {}
