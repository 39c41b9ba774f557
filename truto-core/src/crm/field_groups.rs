// Written by truto-codegen from `truto-codegen/models/crm.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `field_groups` of the Unified CRM API.
//!
//! A field group cannot be deleted.
//!
//! ```no_run
//! # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
//! use truto_core::crm::ListFieldGroups;
//!
//! let mut list = ListFieldGroups::builder().items(account);
//! while let Some(field_group) = list.try_next().await? {
//!     println!("{}", field_group.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`FieldGroup`] and its methods:
//! <https://www.truto.one/docs/api-reference/unified-crm-api/fieldgroups.md>,
//! <https://truto.one/docs/api-reference/unified-crm-api/fieldgroups/create>,
//! <https://truto.one/docs/api-reference/unified-crm-api/fieldgroups/get>,
//! <https://preview.truto.one/docs/api-reference/unified-crm-api/fieldgroups/list>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Id, Open, RawJson, Unknown};
use truto_core::{Filter, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::values::EntityType;

/// A group of fields.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct FieldGroup {
    /// Record id.
    pub id: Id<FieldGroup>,
    /// Name that refers to the group.
    pub name: String,
    /// Name that people see.
    pub label: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Kind of record that it belongs to.
    pub entity_type: Option<Open<EntityType>>,
    /// Status.
    pub status: Option<Open<FieldGroupStatus>>,
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

/// Status.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum FieldGroupStatus {
    /// `active`.
    Active,
    /// `inactive`.
    Inactive,
}

/// Lists field groups.
///
/// `GET /unified/crm/field_groups` returns pages of [`FieldGroup`].
#[unified_endpoint(GET, "/unified/crm/field_groups", response = FieldGroup, paginated)]
pub struct ListFieldGroups {
    /// Kind of record that it belongs to. Values: `account`, `contact`, `opportunity`.
    pub entity: Option<Filter<String>>,
}

/// Reads a field group.
///
/// `GET /unified/crm/field_groups/{id}` returns the [`FieldGroup`].
#[unified_endpoint(GET, "/unified/crm/field_groups/{id}", response = FieldGroup)]
pub struct GetFieldGroup {
    /// Id of the field group.
    pub id: Id<FieldGroup>,
}

/// Creates a field group. What is not declared here is for `remote_data`.
///
/// `POST /unified/crm/field_groups` returns the [`FieldGroup`].
#[unified_endpoint(POST, "/unified/crm/field_groups", response = FieldGroup)]
pub struct CreateFieldGroup {
    /// Name that refers to the group. Required by `HubSpot`.
    pub name: String,
    /// Name that people see.
    pub label: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Kind of record that it belongs to.
    pub entity_type: Option<Open<EntityType>>,
    /// Status.
    pub status: Option<Open<FieldGroupStatus>>,
    /// Kind of record that it belongs to. Required by `HubSpot`. The record has it as `entity_type`.
    pub entity: Option<Open<EntityType>>,
}

/// Changes a field group. What is not set stays as it is.
///
/// `PATCH /unified/crm/field_groups/{id}` returns the [`FieldGroup`].
#[unified_endpoint(PATCH, "/unified/crm/field_groups/{id}", response = FieldGroup)]
pub struct UpdateFieldGroup {
    /// Id of the field group.
    pub id: Id<FieldGroup>,
    /// Name that refers to the group. Required by `HubSpot`.
    pub name: Patch<String>,
    /// Name that people see.
    pub label: Patch<String>,
    /// Description.
    pub description: Patch<String>,
    /// Kind of record that it belongs to.
    pub entity_type: Patch<Open<EntityType>>,
    /// Status.
    pub status: Patch<Open<FieldGroupStatus>>,
    /// Kind of record that it belongs to. The record has it as `entity_type`.
    pub entity: Patch<Open<EntityType>>,
}
