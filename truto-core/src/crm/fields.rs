// Written by truto-codegen from `truto-codegen/models/crm.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `fields` of the Unified CRM API.
//!
//! A list of Attio, Dynamics 365 Sales or Salesforce leaves fields out, which [`GetField`] has.
//!
//! The key in `custom_fields` of other records is the `name` of a field.
//!
//! ```no_run
//! # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
//! use truto_core::crm::ListFields;
//!
//! let mut list = ListFields::builder().items(account);
//! while let Some(field) = list.try_next().await? {
//!     println!("{}", field.id.unwrap_or_default());
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Field`] and its methods: <https://www.truto.one/docs/api-reference/unified-crm-api/fields.md>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/fields/list>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/fields/get>,
//! <https://truto.one/docs/api-reference/unified-crm-api/fields/create>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{Filter, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::field_groups::FieldGroup;
use super::values::EntityType;

/// A field that records of the provider have.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Field {
    /// Id of the field. The API does not promise it.
    pub id: Option<Id<Field>>,
    /// Name of the field, which is its key in `custom_fields`.
    pub name: Option<String>,
    /// Name that people see.
    pub label: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Kind of value.
    #[truto(rename = "type")]
    pub kind: Option<Open<FieldKind>>,
    /// Whether people do not see it.
    pub is_hidden: Option<bool>,
    /// Whether no two records may have the same value.
    pub is_unique: Option<bool>,
    /// Whether every record must have a value.
    pub is_required: Option<bool>,
    /// Whether the value can be changed.
    pub is_editable: Option<bool>,
    /// Values to choose from.
    pub options: Vec<FieldOption>,
    /// Whether it is a custom field.
    pub is_user_defined: Option<bool>,
    /// Kind of record that it belongs to.
    pub entity_type: Option<Open<EntityType>>,
    /// Kind of record that the value points to.
    pub reference_entity: Option<Open<ReferenceEntity>>,
    /// Groups that the field belongs to.
    pub field_groups: Vec<FieldGroupRef>,
    /// Time of creation. Not confirmed by the API's pages.
    pub created_at: Option<Timestamp>,
    /// Time of the last change. Not confirmed by the API's pages.
    pub updated_at: Option<Timestamp>,
    /// The provider's own record, unparsed.
    pub remote_data: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Kinds of value of a field.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum FieldKind {
    /// `string`.
    String,
    /// `text`.
    Text,
    /// `rich_text`.
    RichText,
    /// `number`.
    Number,
    /// `boolean`.
    Boolean,
    /// `date`.
    Date,
    /// `datetime`.
    Datetime,
    /// `time`.
    Time,
    /// `enum`.
    Enum,
    /// `array`.
    Array,
    /// `file`.
    File,
    /// `address`.
    Address,
}

/// A value to choose from.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct FieldOption {
    /// Name that people see.
    pub label: Option<String>,
    /// Value that a record holds.
    pub value: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Whether people do not see it.
    pub is_hidden: Option<bool>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Kinds of record that a field can point to.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum ReferenceEntity {
    /// `contact`.
    Contact,
    /// `account`.
    Account,
    /// `opportunity`.
    Opportunity,
    /// `lead`.
    Lead,
}

/// The field group of another record: its id, and its name if the provider tells it.
///
/// Setters of requests take an id in its place.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct FieldGroupRef {
    /// Id of the field group.
    pub id: Option<Id<FieldGroup>>,
    /// Name of the field group. A request does not need it.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

impl<T: Into<Id<FieldGroup>>> From<T> for FieldGroupRef {
    fn from(id: T) -> Self {
        let id: Id<FieldGroup> = id.into();
        Self::default().id(id)
    }
}

/// Lists fields.
///
/// `GET /unified/crm/fields` returns pages of [`Field`].
#[unified_endpoint(GET, "/unified/crm/fields", response = Field, paginated)]
pub struct ListFields {
    /// Kind of record whose fields are listed. Required by 16 of 17 integrations. Values: `account`, `contact`, `lead`,
    /// `note`, `opportunity`, `project`, `task`, `view`.
    pub entity: Option<Filter<String>>,
    /// Field name.
    pub name: Option<Filter<String>>,
    /// Id of the view. Required by one integration. Not confirmed by the API's pages.
    #[truto(rename = "view[id]")]
    pub view_id: Option<Filter<String>>,
}

/// Reads a field.
///
/// `GET /unified/crm/fields/{id}` returns the [`Field`].
#[unified_endpoint(GET, "/unified/crm/fields/{id}", response = Field)]
pub struct GetField {
    /// Id of the field.
    pub id: Id<Field>,
    /// Kind of record that the field belongs to. Required by several integrations.
    pub entity: Option<String>,
}

/// Creates a field. What is not declared here is for `remote_data`.
///
/// `POST /unified/crm/fields` returns the [`Field`].
#[unified_endpoint(POST, "/unified/crm/fields", response = Field)]
pub struct CreateField {
    /// Name of the field, which is its key in `custom_fields`.
    pub name: Option<String>,
    /// Name that people see.
    pub label: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Kind of value.
    #[truto(rename = "type")]
    pub kind: Option<Open<FieldKind>>,
    /// Whether people do not see it.
    pub is_hidden: Option<bool>,
    /// Whether no two records may have the same value.
    pub is_unique: Option<bool>,
    /// Whether every record must have a value.
    pub is_required: Option<bool>,
    /// Whether the value can be changed.
    pub is_editable: Option<bool>,
    /// Values to choose from.
    pub options: Vec<FieldOption>,
    /// Whether it is a custom field.
    pub is_user_defined: Option<bool>,
    /// Kind of record that it belongs to.
    pub entity_type: Option<Open<EntityType>>,
    /// Kind of record that the value points to.
    pub reference_entity: Option<Open<ReferenceEntity>>,
    /// Groups that the field belongs to.
    pub field_groups: Vec<FieldGroupRef>,
    /// Kind of record that the field belongs to. Required by several integrations.
    pub entity: Option<String>,
}

/// Changes a field. What is not set stays as it is.
///
/// `PATCH /unified/crm/fields/{id}` returns the [`Field`].
#[unified_endpoint(PATCH, "/unified/crm/fields/{id}", response = Field)]
pub struct UpdateField {
    /// Id of the field.
    pub id: Id<Field>,
    /// Name of the field, which is its key in `custom_fields`.
    pub name: Patch<String>,
    /// Name that people see.
    pub label: Patch<String>,
    /// Description.
    pub description: Patch<String>,
    /// Kind of value.
    #[truto(rename = "type")]
    pub kind: Patch<Open<FieldKind>>,
    /// Whether people do not see it.
    pub is_hidden: Patch<bool>,
    /// Whether no two records may have the same value.
    pub is_unique: Patch<bool>,
    /// Whether every record must have a value.
    pub is_required: Patch<bool>,
    /// Whether the value can be changed.
    pub is_editable: Patch<bool>,
    /// Values to choose from.
    pub options: Option<Vec<FieldOption>>,
    /// Whether it is a custom field.
    pub is_user_defined: Patch<bool>,
    /// Kind of record that it belongs to.
    pub entity_type: Patch<Open<EntityType>>,
    /// Kind of record that the value points to.
    pub reference_entity: Patch<Open<ReferenceEntity>>,
    /// Groups that the field belongs to.
    pub field_groups: Option<Vec<FieldGroupRef>>,
    /// Kind of record that the field belongs to. Required by several integrations.
    pub entity: Patch<String>,
}

/// Deletes a field.
///
/// `DELETE /unified/crm/fields/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/crm/fields/{id}", response = Deleted)]
pub struct DeleteField {
    /// Id of the field.
    pub id: Id<Field>,
}
