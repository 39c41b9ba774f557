// Written by truto-codegen from `truto-codegen/models/crm.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! Types that several resources of the Unified CRM API have in common.

use truto_core::UnifiedRecord;
use truto_core::record::UnifiedEnum;
use truto_core::types::{Id, Open, Unknown};

use super::accounts::Account;
use super::contacts::Contact;
use super::leads::Lead;
use super::opportunities::Opportunity;
use super::pipelines::Pipeline;
use super::stages::Stage;
use super::users::User;

/// The user of another record: its id, and its name if the provider tells it.
///
/// Setters of requests take an id in its place.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct UserRef {
    /// Id of the user.
    pub id: Option<Id<User>>,
    /// Name of the user. A request does not need it.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

impl<T: Into<Id<User>>> From<T> for UserRef {
    fn from(id: T) -> Self {
        let id: Id<User> = id.into();
        Self::default().id(id)
    }
}

/// A postal address.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Address {
    /// Id of the address.
    pub id: Option<String>,
    /// First line of the street.
    pub street_1: Option<String>,
    /// Second line of the street.
    pub street_2: Option<String>,
    /// City.
    pub city: Option<String>,
    /// State or region.
    pub state: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Kind of address, as the provider names it.
    #[truto(rename = "type")]
    pub kind: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A phone number.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct PhoneNumber {
    /// Id of the number.
    pub id: Option<String>,
    /// The number.
    pub number: Option<String>,
    /// Extension behind the number.
    pub extension: Option<String>,
    /// Kind of number.
    #[truto(rename = "type")]
    pub kind: Option<Open<PhoneNumberKind>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Kinds of a phone number.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum PhoneNumberKind {
    /// `work`.
    Work,
    /// `mobile`.
    Mobile,
    /// `fax`.
    Fax,
}

/// A link to a record in the provider's system.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Url {
    /// Address of the page.
    pub url: Option<String>,
    /// Kind of link, as the provider names it.
    #[truto(rename = "type")]
    pub kind: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A label.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Tag {
    /// Id of the tag.
    pub id: Option<String>,
    /// Name of the tag.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// The account of another record: its id, and its name if the provider tells it.
///
/// Setters of requests take an id in its place.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct AccountRef {
    /// Id of the account.
    pub id: Option<Id<Account>>,
    /// Name of the account. A request does not need it.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

impl<T: Into<Id<Account>>> From<T> for AccountRef {
    fn from(id: T) -> Self {
        let id: Id<Account> = id.into();
        Self::default().id(id)
    }
}

/// An email address.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct EmailAddress {
    /// Id of the address.
    pub id: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// Kind of address.
    #[truto(rename = "type")]
    pub kind: Option<Open<EmailAddressKind>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Kinds of an email address.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum EmailAddressKind {
    /// `primary`.
    Primary,
    /// `secondary`.
    Secondary,
}

/// The contact of another record: its id, and its name if the provider tells it.
///
/// Setters of requests take an id in its place.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct ContactRef {
    /// Id of the contact.
    pub id: Option<Id<Contact>>,
    /// Name of the contact. A request does not need it.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

impl<T: Into<Id<Contact>>> From<T> for ContactRef {
    fn from(id: T) -> Self {
        let id: Id<Contact> = id.into();
        Self::default().id(id)
    }
}

/// The opportunity of another record: its id, and its name if the provider tells it.
///
/// Setters of requests take an id in its place.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct OpportunityRef {
    /// Id of the opportunity.
    pub id: Option<Id<Opportunity>>,
    /// Name of the opportunity. A request does not need it.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

impl<T: Into<Id<Opportunity>>> From<T> for OpportunityRef {
    fn from(id: T) -> Self {
        let id: Id<Opportunity> = id.into();
        Self::default().id(id)
    }
}

/// The lead of another record: its id, and its name if the provider tells it.
///
/// Setters of requests take an id in its place.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct LeadRef {
    /// Id of the lead.
    pub id: Option<Id<Lead>>,
    /// Name of the lead. A request does not need it.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

impl<T: Into<Id<Lead>>> From<T> for LeadRef {
    fn from(id: T) -> Self {
        let id: Id<Lead> = id.into();
        Self::default().id(id)
    }
}

/// Kinds of record that have fields and pipelines.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum EntityType {
    /// `contact`.
    Contact,
    /// `account`.
    Account,
    /// `opportunity`.
    Opportunity,
}

/// The stage of another record: its id, and its name if the provider tells it.
///
/// Setters of requests take an id in its place.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct StageRef {
    /// Id of the stage.
    pub id: Option<Id<Stage>>,
    /// Name of the stage. A request does not need it.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

impl<T: Into<Id<Stage>>> From<T> for StageRef {
    fn from(id: T) -> Self {
        let id: Id<Stage> = id.into();
        Self::default().id(id)
    }
}

/// The pipeline of another record: its id, and its name if the provider tells it.
///
/// Setters of requests take an id in its place.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct PipelineRef {
    /// Id of the pipeline.
    pub id: Option<Id<Pipeline>>,
    /// Name of the pipeline. A request does not need it.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

impl<T: Into<Id<Pipeline>>> From<T> for PipelineRef {
    fn from(id: T) -> Self {
        let id: Id<Pipeline> = id.into();
        Self::default().id(id)
    }
}

// <keep>
/// An email address that says no more than its text.
///
/// ```
/// use truto_core::crm::CreateContact;
///
/// let ada = CreateContact::builder().first_name("Ada").email_addresses(["ada@example.com"]).build();
/// assert_eq!(ada.email_addresses[0].email.as_deref(), Some("ada@example.com"));
/// ```
impl From<&str> for EmailAddress {
    fn from(email: &str) -> Self {
        Self::default().email(email)
    }
}

impl From<String> for EmailAddress {
    fn from(email: String) -> Self {
        Self::default().email(email)
    }
}

impl From<&str> for PhoneNumber {
    fn from(number: &str) -> Self {
        Self::default().number(number)
    }
}

impl From<String> for PhoneNumber {
    fn from(number: String) -> Self {
        Self::default().number(number)
    }
}

impl From<&str> for Url {
    fn from(url: &str) -> Self {
        Self::default().url(url)
    }
}

impl From<String> for Url {
    fn from(url: String) -> Self {
        Self::default().url(url)
    }
}
// </keep>
