//! Records: what an answer holds, read, written back, shown and described.

use truto_core::record::{Record, UnifiedEnum, UnifiedRecord};
use truto_core::shape::Shape;
use truto_core::types::{Id, Open, RawJson, Unknown};
use truto_core::{Json, Timestamp, json};

/// A person.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Contact {
    /// Id of the record.
    pub id: Id<Contact>,
    /// First name.
    pub first_name: Option<String>,
    /// Kind of the contact.
    #[truto(rename = "type")]
    pub kind: Option<Open<Kind>>,
    /// Email addresses.
    pub email_addresses: Vec<EmailAddress>,
    /// The contact that this one reports to.
    pub manager: Option<Box<Contact>>,
    /// Key of the portal.
    #[truto(secret)]
    pub token: Option<String>,
    /// Worth of the contact.
    pub amount: Option<f64>,
    /// Moment of the creation.
    pub created_at: Option<Timestamp>,
    /// Fields of the provider's customer.
    pub custom_fields: Option<RawJson>,
    /// The provider's own record.
    pub remote_data: Option<RawJson>,
    /// Everything else.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// An address of a person.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct EmailAddress {
    /// The address.
    pub email: Option<String>,
    /// Kind of the address.
    #[truto(rename = "type")]
    pub kind: Option<Open<Kind>>,
    /// Rank.
    pub rank: Option<u8>,
    /// Labels.
    pub labels: Vec<String>,
    /// Aliases.
    pub aliases: Option<Vec<String>>,
}

/// A kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
pub enum Kind {
    /// At work.
    Work,
    /// At home.
    #[truto(rename = "at home")]
    Home,
    /// On the road.
    OnTheRoad,
}

const FULL: &str = r#"{"id":17,"first_name":"Ada","type":"on_the_road","email_addresses":[{"email":"ada@x.com","type":"at home","rank":1}],"manager":{"id":"1","email_addresses":null},"token":"s3cret","amount":1.50,"created_at":"2024-01-01T00:00:00Z","custom_fields":{"tier":1.10},"later":[1.10,{"a":null}],"remote_data":{"Id": 1.10},"other":null}"#;

fn read(json: &str) -> Contact {
    serde_json::from_str(json).unwrap()
}

fn refused(json: &str) -> String {
    serde_json::from_str::<Contact>(json).unwrap_err().to_string()
}

#[test]
fn a_record_is_read_field_by_field_and_what_it_does_not_declare_is_kept() {
    let contact = read(FULL);
    assert_eq!(contact.id, "17");
    assert_eq!(contact.first_name.as_deref(), Some("Ada"));
    assert_eq!(contact.kind, Some(Open::Known(Kind::OnTheRoad)));
    assert_eq!(contact.email_addresses[0].kind, Some(Kind::Home.into()));
    assert_eq!(contact.manager.as_ref().unwrap().id, "1");
    assert_eq!(contact.amount, Some(1.5));
    assert_eq!(contact.remote_data.as_ref().unwrap().as_str(), r#"{"Id": 1.10}"#);
    let unknown: Vec<_> = contact.unknown.iter().map(|(name, value)| (name, value.as_str())).collect();
    assert_eq!(unknown, [("later", r#"[1.10,{"a":null}]"#), ("other", "null")]);
}
