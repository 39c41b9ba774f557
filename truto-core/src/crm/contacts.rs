// Written by truto-codegen from `truto-codegen/models/crm.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `contacts` of the Unified CRM API.
//!
//! A list of Freshsales, `HubSpot` or Nutshell leaves fields out, which [`GetContact`] has.
//!
//! ```no_run
//! # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
//! use truto_core::crm::ListContacts;
//!
//! let mut list = ListContacts::builder().items(account);
//! while let Some(contact) = list.try_next().await? {
//!     println!("{}", contact.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Contact`] and its methods: <https://www.truto.one/docs/api-reference/unified-crm-api/contacts>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/contacts/list>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/contacts/list.md>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/contacts/create>, <https://truto.one/unified-apis/crm/>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, SortBy, Timestamp, UnifiedRecord, unified_endpoint};

use super::values::{AccountRef, Address, ContactRef, EmailAddress, PhoneNumber, Tag, Url, UserRef};
use super::workspaces::Workspace;

/// A person.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Contact {
    /// Record id.
    pub id: Id<Contact>,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Full name.
    pub name: Option<String>,
    /// Job title.
    pub title: Option<String>,
    /// Company of the contact.
    pub account: Option<AccountRef>,
    /// Postal addresses.
    pub addresses: Vec<Address>,
    /// Email addresses.
    pub email_addresses: Vec<EmailAddress>,
    /// Phone numbers.
    pub phone_numbers: Vec<PhoneNumber>,
    /// Labels.
    pub tags: Vec<Tag>,
    /// Custom fields: values by the `name` that the resource `fields` reports.
    pub custom_fields: Option<RawJson>,
    /// Time of the last activity.
    pub last_activity_at: Option<Timestamp>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Tag of the record's version.
    pub etag: Option<String>,
    /// User who owns the record.
    pub owner: Option<UserRef>,
    /// Links to the record.
    pub urls: Vec<Url>,
    /// The provider's own record, unparsed.
    pub remote_data: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists contacts.
///
/// `GET /unified/crm/contacts` returns pages of [`Contact`].
#[unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
pub struct ListContacts {
    /// Id of the address.
    #[truto(rename = "email_addresses[id]")]
    pub email_addresses_id: Option<Filter<String>>,
    /// Email address.
    #[truto(rename = "email_addresses[email]")]
    pub email: Option<Filter<String>>,
    /// Kind of address. Values: `primary`, `secondary`.
    #[truto(rename = "email_addresses[type]")]
    pub email_addresses_kind: Option<Filter<String>>,
    /// Id of the number.
    #[truto(rename = "phone_numbers[id]")]
    pub phone_numbers_id: Option<Filter<String>>,
    /// The number.
    #[truto(rename = "phone_numbers[number]")]
    pub phone_number: Option<Filter<String>>,
    /// Extension behind the number.
    #[truto(rename = "phone_numbers[extension]")]
    pub phone_numbers_extension: Option<Filter<String>>,
    /// Kind of number. Values: `work`, `mobile`, `fax`.
    #[truto(rename = "phone_numbers[type]")]
    pub phone_numbers_kind: Option<Filter<String>>,
    /// Time of creation.
    pub created_at: Option<DateFilter>,
    /// Time of the last change.
    pub updated_at: Option<DateFilter>,
    /// First name.
    pub first_name: Option<Filter<String>>,
    /// Last name.
    pub last_name: Option<Filter<String>>,
    /// Full name.
    pub name: Option<Filter<String>>,
    /// Free text to search for in name, email address, phone number and account.
    pub search_term: Option<String>,
    /// Time of the last activity.
    pub last_activity_at: Option<DateFilter>,
    /// Order of the list. Fields to sort by: `created_at`, `email_addresses`, `first_name`, `id`, `last_activity_at`,
    /// `last_name`, `name`, `title`, `updated_at`.
    pub sort_by: Option<SortBy>,
}

/// Reads a contact.
///
/// `GET /unified/crm/contacts/{id}` returns the [`Contact`].
#[unified_endpoint(GET, "/unified/crm/contacts/{id}", response = Contact)]
pub struct GetContact {
    /// Id of the contact.
    pub id: Id<Contact>,
}

/// Creates a contact. What is not declared here is for `remote_data`.
///
/// `POST /unified/crm/contacts` returns the [`Contact`].
#[unified_endpoint(POST, "/unified/crm/contacts", response = Contact)]
pub struct CreateContact {
    /// Id of the workspace. Required by Highlevel.
    #[truto(query, rename = "workspace[id]")]
    pub workspace_id: Option<Id<Workspace>>,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Full name.
    pub name: Option<String>,
    /// Job title.
    pub title: Option<String>,
    /// Company of the contact. Required by Close, Planhat, Zoho CRM.
    pub account: Option<AccountRef>,
    /// Postal addresses.
    pub addresses: Vec<Address>,
    /// Email addresses.
    pub email_addresses: Vec<EmailAddress>,
    /// Phone numbers.
    pub phone_numbers: Vec<PhoneNumber>,
    /// Labels.
    pub tags: Vec<Tag>,
    /// Custom fields: values by the `name` that the resource `fields` reports.
    pub custom_fields: Option<Json>,
    /// Time of the last activity.
    pub last_activity_at: Option<Timestamp>,
    /// Tag of the record's version.
    pub etag: Option<String>,
    /// User who owns the record.
    pub owner: Option<UserRef>,
    /// Links to the record.
    pub urls: Vec<Url>,
}

/// Changes a contact. What is not set stays as it is.
///
/// `PATCH /unified/crm/contacts/{id}` returns the [`Contact`].
#[unified_endpoint(PATCH, "/unified/crm/contacts/{id}", response = Contact)]
pub struct UpdateContact {
    /// Id of the contact.
    pub id: Id<Contact>,
    /// First name.
    pub first_name: Patch<String>,
    /// Last name.
    pub last_name: Patch<String>,
    /// Full name.
    pub name: Patch<String>,
    /// Job title.
    pub title: Patch<String>,
    /// Company of the contact. Required by Close, Planhat, Zoho CRM.
    pub account: Patch<AccountRef>,
    /// Postal addresses.
    pub addresses: Option<Vec<Address>>,
    /// Email addresses.
    pub email_addresses: Option<Vec<EmailAddress>>,
    /// Phone numbers.
    pub phone_numbers: Option<Vec<PhoneNumber>>,
    /// Labels.
    pub tags: Option<Vec<Tag>>,
    /// Custom fields: values by the `name` that the resource `fields` reports.
    pub custom_fields: Patch<Json>,
    /// Time of the last activity.
    pub last_activity_at: Patch<Timestamp>,
    /// Tag of the record's version.
    pub etag: Patch<String>,
    /// User who owns the record.
    pub owner: Patch<UserRef>,
    /// Links to the record.
    pub urls: Option<Vec<Url>>,
}

/// Deletes a contact.
///
/// `DELETE /unified/crm/contacts/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/crm/contacts/{id}", response = Deleted)]
pub struct DeleteContact {
    /// Id of the contact.
    pub id: Id<Contact>,
}

/// Calls the method `merge` of [`Contact`], and unwraps the `result` of its answer.
///
/// `POST /unified/crm/contacts/merge` returns the [`Contact`].
///
/// Integrations that have it: `dynamics365sales`, `hubspot`, `pipedrive`, `salesforce`, `zohocrm`. The API's pages show
/// this method in part: names of its fields may differ.
#[unified_endpoint(POST, "/unified/crm/contacts/merge", response = Contact)]
pub struct MergeContacts {
    /// Record that remains.
    pub record_to_keep: ContactRef,
    /// Records that become part of it.
    pub duplicates: Vec<ContactRef>,
}

/// Calls the method `batch-delete` of [`Contact`], and unwraps the `result` of its answer.
///
/// `POST /unified/crm/contacts/batch-delete` returns any JSON, or nothing, because the API's pages do not agree on the
/// answer.
///
/// Integrations that have it: `hubspot`, `salesforce`. The API's pages show this method in part: names of its fields
/// may differ.
#[unified_endpoint(POST, "/unified/crm/contacts/batch-delete", response = Option<Json>)]
pub struct BatchDeleteContacts {
    /// Ids of the contacts to delete. An older page has it in the body. Required by the API.
    #[truto(query, rename = "id")]
    pub ids: Option<Vec<Id<Contact>>>,
}
