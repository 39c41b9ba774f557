// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! Types that several resources of the model `hostile` have in common.

use truto_core::UnifiedRecord;
use truto_core::record::UnifiedEnum;
use truto_core::types::{Open, Unknown};

/// A value of `Children`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Children {
    /// The member `type`.
    pub r#type: Option<Open<ChildrenType>>,
    /// The member `fn`.
    pub r#fn: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `ChildrenType`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum ChildrenType {
    /// `a`.
    A,
    /// `b`.
    B,
}

/// A value of `Map`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Map {
    /// The member `n`.
    pub n: Option<f64>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}
