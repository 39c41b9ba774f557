// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! Types that several resources of the model `fixtures` have in common.

use truto_core::UnifiedRecord;
use truto_core::types::{Open, RawJson, Unknown};

use super::truto_ticketing_like::AuthorType;

/// \`\`\` bad.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Nested {
    /// The member `id`.
    pub id: Option<String>,
    /// \[x\]: `http://evil`.
    pub x: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Author`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Author {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `manager`. Any JSON, because it contains itself.
    pub manager: Option<RawJson>,
    /// The member `comments`.
    pub comments: Vec<RawJson>,
    /// The member `type`.
    pub r#type: Option<Open<AuthorType>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}
