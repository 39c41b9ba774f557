// Written by truto-codegen from `truto-codegen/models/crm.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `views` of the Unified CRM API.
//!
//! ```no_run
//! # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
//! use truto_core::crm::ListViews;
//!
//! let mut list = ListViews::builder().items(account);
//! while let Some(view) = list.try_next().await? {
//!     println!("{}", view.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`View`] and its methods: <https://www.truto.one/docs/api-reference/unified-crm-api/views.md>.

use truto_core::types::{Id, Open, RawJson, Unknown};
use truto_core::{Timestamp, UnifiedRecord, unified_endpoint};

use super::values::EntityType;

/// A saved selection of records.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct View {
    /// Record id.
    pub id: Id<View>,
    /// Name.
    pub name: Option<String>,
    /// Kind of record that it shows.
    pub entity: Option<Open<EntityType>>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// The provider's own record, unparsed.
    pub remote_data: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists views.
///
/// `GET /unified/crm/views` returns pages of [`View`].
#[unified_endpoint(GET, "/unified/crm/views", response = View, paginated)]
pub struct ListViews {}
