// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `category` of the Truto platform (admin) API.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListCategories;
//!
//! let mut list = ListCategories::builder().items(client);
//! while let Some(category) = list.try_next().await? {
//!     println!("{:?}", category);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Category`] and its methods: <https://github.com/trutohq/truto-python-sdk>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::Unknown;
use truto_core::{Timestamp, UnifiedRecord, unified_endpoint};

/// A category of integrations.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Category {
    /// Short name: `crm`.
    pub name: Option<String>,
    /// Name that people see.
    pub label: Option<String>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists categories.
///
/// `GET /category` returns pages of [`Category`].
#[unified_endpoint(GET, "/category", response = Category, paginated)]
pub struct ListCategories {}
