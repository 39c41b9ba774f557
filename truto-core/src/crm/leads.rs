// Written by truto-codegen from `truto-codegen/models/crm.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `leads` of the Unified CRM API.
//!
//! The filters come from an older copy of the API's page.
//!
//! ```no_run
//! # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
//! use truto_core::crm::ListLeads;
//!
//! let mut list = ListLeads::builder().items(account);
//! while let Some(lead) = list.try_next().await? {
//!     println!("{}", lead.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Lead`] and its methods: <https://truto.one/docs/api-reference/unified-crm-api/leads.md>,
//! <https://preview.truto.one/docs/api-reference/unified-crm-api/leads>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/leads/update>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/leads/delete.md>,
//! <https://truto.one/docs/api-reference/unified-crm-api/leads/list>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::values::{AccountRef, Address, ContactRef, EmailAddress, PhoneNumber, Url, UserRef};

/// A person or a company that is not qualified yet.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Lead {
    /// Record id.
    pub id: Id<Lead>,
    /// User who owns the record.
    pub owner: Option<UserRef>,
    /// Where the lead came from.
    pub lead_source: Option<String>,
    /// Kind of lead, as the provider names it.
    pub lead_type: Option<String>,
    /// Status, as the provider names it.
    pub status: Option<String>,
    /// Title of the lead.
    pub title: Option<String>,
    /// Person that the lead is about.
    pub contact: Option<ContactRef>,
    /// Company that the lead is about.
    pub account: Option<AccountRef>,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Postal addresses.
    pub addresses: Vec<Address>,
    /// Email addresses.
    pub email_addresses: Vec<EmailAddress>,
    /// Phone numbers.
    pub phone_numbers: Vec<PhoneNumber>,
    /// Custom fields: values by the `name` that the resource `fields` reports.
    pub custom_fields: Option<RawJson>,
    /// Time of the last activity.
    pub last_activity_at: Option<Timestamp>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Time of the conversion. The name is inferred from the API's description.
    pub converted_at: Option<Timestamp>,
    /// Contact that it became. Not confirmed by the API's pages.
    pub converted_contact: Option<ContactRef>,
    /// Account that it became. Not confirmed by the API's pages.
    pub converted_account: Option<AccountRef>,
    /// Links to the record.
    pub urls: Vec<Url>,
    /// The provider's own record, unparsed.
    pub remote_data: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists leads.
///
/// `GET /unified/crm/leads` returns pages of [`Lead`].
#[unified_endpoint(GET, "/unified/crm/leads", response = Lead, paginated)]
pub struct ListLeads {
    /// Id of the owner.
    #[truto(rename = "owner[id]")]
    pub owner_id: Option<Filter<String>>,
    /// Id of the contact.
    #[truto(rename = "contact[id]")]
    pub contact_id: Option<Filter<String>>,
    /// Organization. Pipedrive only. Any JSON, because the API's pages do not say what it is.
    pub organization: Option<Json>,
    /// Id of the account.
    #[truto(rename = "account[id]")]
    pub account_id: Option<Filter<String>>,
    /// Name.
    pub name: Option<Filter<String>>,
    /// Country.
    pub country: Option<Filter<String>>,
}

/// Reads a lead.
///
/// `GET /unified/crm/leads/{id}` returns the [`Lead`].
#[unified_endpoint(GET, "/unified/crm/leads/{id}", response = Lead)]
pub struct GetLead {
    /// Id of the lead.
    pub id: Id<Lead>,
}

/// Creates a lead. What is not declared here is for `remote_data`.
///
/// `POST /unified/crm/leads` returns the [`Lead`].
#[unified_endpoint(POST, "/unified/crm/leads", response = Lead)]
pub struct CreateLead {
    /// User who owns the record.
    pub owner: Option<UserRef>,
    /// Where the lead came from.
    pub lead_source: Option<String>,
    /// Kind of lead, as the provider names it.
    pub lead_type: Option<String>,
    /// Status, as the provider names it.
    pub status: Option<String>,
    /// Title of the lead.
    pub title: Option<String>,
    /// Person that the lead is about.
    pub contact: Option<ContactRef>,
    /// Company that the lead is about.
    pub account: Option<AccountRef>,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Postal addresses.
    pub addresses: Vec<Address>,
    /// Email addresses.
    pub email_addresses: Vec<EmailAddress>,
    /// Phone numbers.
    pub phone_numbers: Vec<PhoneNumber>,
    /// Custom fields: values by the `name` that the resource `fields` reports.
    pub custom_fields: Option<Json>,
    /// Time of the last activity.
    pub last_activity_at: Option<Timestamp>,
    /// Time of the conversion. The name is inferred from the API's description.
    pub converted_at: Option<Timestamp>,
    /// Contact that it became. Not confirmed by the API's pages.
    pub converted_contact: Option<ContactRef>,
    /// Account that it became. Not confirmed by the API's pages.
    pub converted_account: Option<AccountRef>,
    /// Links to the record.
    pub urls: Vec<Url>,
}

/// Changes a lead. What is not set stays as it is.
///
/// `PATCH /unified/crm/leads/{id}` returns the [`Lead`].
#[unified_endpoint(PATCH, "/unified/crm/leads/{id}", response = Lead)]
pub struct UpdateLead {
    /// Id of the lead.
    pub id: Id<Lead>,
    /// User who owns the record.
    pub owner: Patch<UserRef>,
    /// Where the lead came from.
    pub lead_source: Patch<String>,
    /// Kind of lead, as the provider names it.
    pub lead_type: Patch<String>,
    /// Status, as the provider names it.
    pub status: Patch<String>,
    /// Title of the lead.
    pub title: Patch<String>,
    /// Person that the lead is about.
    pub contact: Patch<ContactRef>,
    /// Company that the lead is about.
    pub account: Patch<AccountRef>,
    /// First name.
    pub first_name: Patch<String>,
    /// Last name.
    pub last_name: Patch<String>,
    /// Postal addresses.
    pub addresses: Option<Vec<Address>>,
    /// Email addresses.
    pub email_addresses: Option<Vec<EmailAddress>>,
    /// Phone numbers.
    pub phone_numbers: Option<Vec<PhoneNumber>>,
    /// Custom fields: values by the `name` that the resource `fields` reports.
    pub custom_fields: Patch<Json>,
    /// Time of the last activity.
    pub last_activity_at: Patch<Timestamp>,
    /// Time of the conversion. The name is inferred from the API's description.
    pub converted_at: Patch<Timestamp>,
    /// Contact that it became. Not confirmed by the API's pages.
    pub converted_contact: Patch<ContactRef>,
    /// Account that it became. Not confirmed by the API's pages.
    pub converted_account: Patch<AccountRef>,
    /// Links to the record.
    pub urls: Option<Vec<Url>>,
}

/// Deletes a lead.
///
/// `DELETE /unified/crm/leads/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/crm/leads/{id}", response = Deleted)]
pub struct DeleteLead {
    /// Id of the lead.
    pub id: Id<Lead>,
}
