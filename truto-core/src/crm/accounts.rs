// Written by truto-codegen from `truto-codegen/models/crm.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `accounts` of the Unified CRM API.
//!
//! ```no_run
//! # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
//! use truto_core::crm::ListAccounts;
//!
//! let mut list = ListAccounts::builder().items(account);
//! while let Some(account) = list.try_next().await? {
//!     println!("{}", account.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Account`] and its methods: <https://www.truto.one/docs/api-reference/unified-crm-api/accounts.md>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/accounts/create>,
//! <https://truto.one/docs/api-reference/unified-crm-api/accounts/list>, <https://truto.one/unified-apis/crm/>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::values::{AccountRef, Address, PhoneNumber, Tag, Url, UserRef};

/// A company.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Account {
    /// Record id.
    pub id: Id<Account>,
    /// User who owns the record.
    pub owner: Option<UserRef>,
    /// Name of the company.
    pub name: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Industry, as the provider names it.
    pub industry: Option<String>,
    /// Address of the website.
    pub website: Option<String>,
    /// Number of employees.
    pub number_of_employees: Option<i64>,
    /// Postal addresses.
    pub addresses: Vec<Address>,
    /// Phone numbers.
    pub phone_numbers: Vec<PhoneNumber>,
    /// Links to the record.
    pub urls: Vec<Url>,
    /// Labels.
    pub tags: Vec<Tag>,
    /// Custom fields: values by the `name` that the resource `fields` reports.
    pub custom_fields: Option<RawJson>,
    /// Time of the last activity.
    pub last_activity_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// The provider's own record, unparsed.
    pub remote_data: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists accounts.
///
/// `GET /unified/crm/accounts` returns pages of [`Account`].
#[unified_endpoint(GET, "/unified/crm/accounts", response = Account, paginated)]
pub struct ListAccounts {
    /// Name.
    pub name: Option<Filter<String>>,
    /// Time of creation.
    pub created_at: Option<DateFilter>,
    /// Time of the last change. Not confirmed by the API's pages.
    pub updated_at: Option<DateFilter>,
}

/// Reads an account.
///
/// `GET /unified/crm/accounts/{id}` returns the [`Account`].
#[unified_endpoint(GET, "/unified/crm/accounts/{id}", response = Account)]
pub struct GetAccount {
    /// Id of the account.
    pub id: Id<Account>,
}

/// Creates an account. What is not declared here is for `remote_data`.
///
/// `POST /unified/crm/accounts` returns the [`Account`].
#[unified_endpoint(POST, "/unified/crm/accounts", response = Account)]
pub struct CreateAccount {
    /// User who owns the record.
    pub owner: Option<UserRef>,
    /// Name of the company. Required by 20 of 21 integrations; the others need the name or the website.
    pub name: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Industry, as the provider names it.
    pub industry: Option<String>,
    /// Address of the website.
    pub website: Option<String>,
    /// Number of employees.
    pub number_of_employees: Option<i64>,
    /// Postal addresses.
    pub addresses: Vec<Address>,
    /// Phone numbers.
    pub phone_numbers: Vec<PhoneNumber>,
    /// Links to the record.
    pub urls: Vec<Url>,
    /// Labels.
    pub tags: Vec<Tag>,
    /// Custom fields: values by the `name` that the resource `fields` reports.
    pub custom_fields: Option<Json>,
    /// Time of the last activity.
    pub last_activity_at: Option<Timestamp>,
}

/// Changes an account. What is not set stays as it is.
///
/// `PATCH /unified/crm/accounts/{id}` returns the [`Account`].
#[unified_endpoint(PATCH, "/unified/crm/accounts/{id}", response = Account)]
pub struct UpdateAccount {
    /// Id of the account.
    pub id: Id<Account>,
    /// User who owns the record.
    pub owner: Patch<UserRef>,
    /// Name of the company. Required by 20 of 21 integrations; the others need the name or the website.
    pub name: Patch<String>,
    /// Description.
    pub description: Patch<String>,
    /// Industry, as the provider names it.
    pub industry: Patch<String>,
    /// Address of the website.
    pub website: Patch<String>,
    /// Number of employees.
    pub number_of_employees: Patch<i64>,
    /// Postal addresses.
    pub addresses: Option<Vec<Address>>,
    /// Phone numbers.
    pub phone_numbers: Option<Vec<PhoneNumber>>,
    /// Links to the record.
    pub urls: Option<Vec<Url>>,
    /// Labels.
    pub tags: Option<Vec<Tag>>,
    /// Custom fields: values by the `name` that the resource `fields` reports.
    pub custom_fields: Patch<Json>,
    /// Time of the last activity.
    pub last_activity_at: Patch<Timestamp>,
}

/// Deletes an account.
///
/// `DELETE /unified/crm/accounts/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/crm/accounts/{id}", response = Deleted)]
pub struct DeleteAccount {
    /// Id of the account.
    pub id: Id<Account>,
}

/// Calls the method `merge` of [`Account`], and unwraps the `result` of its answer.
///
/// `POST /unified/crm/accounts/merge` returns the [`Account`].
///
/// Integrations that have it: `dynamics365sales`, `hubspot`, `pipedrive`, `salesforce`, `zohocrm`. The API's pages show
/// this method in part: names of its fields may differ.
#[unified_endpoint(POST, "/unified/crm/accounts/merge", response = Account)]
pub struct MergeAccounts {
    /// Record that remains.
    pub record_to_keep: AccountRef,
    /// Records that become part of it.
    pub duplicates: Vec<AccountRef>,
}

/// Calls the method `batch-delete` of [`Account`], and unwraps the `result` of its answer.
///
/// `POST /unified/crm/accounts/batch-delete` returns any JSON, or nothing, because the API's pages do not agree on the
/// answer.
///
/// Integrations that have it: `hubspot`, `salesforce`. The API's pages show this method in part: names of its fields
/// may differ.
#[unified_endpoint(POST, "/unified/crm/accounts/batch-delete", response = Option<Json>)]
pub struct BatchDeleteAccounts {
    /// Ids of the accounts to delete. An older page has it in the body. Required by the API.
    #[truto(query, rename = "id")]
    pub ids: Option<Vec<Id<Account>>>,
}
