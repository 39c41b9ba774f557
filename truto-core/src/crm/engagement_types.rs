// Written by truto-codegen from `truto-codegen/models/crm.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `engagement_types` of the Unified CRM API.
//!
//! ```no_run
//! # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
//! use truto_core::crm::ListEngagementTypes;
//!
//! let mut list = ListEngagementTypes::builder().items(account);
//! while let Some(engagement_type) = list.try_next().await? {
//!     println!("{}", engagement_type.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`EngagementType`] and its methods:
//! <https://www.truto.one/docs/api-reference/unified-crm-api/engagementtypes.md>.

use truto_core::types::{Id, RawJson, Unknown};
use truto_core::{Timestamp, UnifiedRecord, unified_endpoint};

/// A kind of engagement that the provider knows.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct EngagementType {
    /// Record id.
    pub id: Id<EngagementType>,
    /// Kind, as the provider names it.
    #[truto(rename = "type")]
    pub kind: Option<String>,
    /// Name.
    pub name: Option<String>,
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

/// Lists engagement types.
///
/// `GET /unified/crm/engagement_types` returns pages of [`EngagementType`].
#[unified_endpoint(GET, "/unified/crm/engagement_types", response = EngagementType, paginated)]
pub struct ListEngagementTypes {}

/// Reads an engagement type.
///
/// `GET /unified/crm/engagement_types/{id}` returns the [`EngagementType`].
#[unified_endpoint(GET, "/unified/crm/engagement_types/{id}", response = EngagementType)]
pub struct GetEngagementType {
    /// Id of the engagement type.
    pub id: Id<EngagementType>,
}
