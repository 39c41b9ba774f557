//! Records: what an answer holds, read, written back, shown and described.

use truto_core::record::{Record, UnifiedEnum};
use truto_core::shape::Shape;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{Endpoint, Json, Timestamp, UnifiedRecord, json, unified_endpoint};

use crate::support::{answering, answering_json, response};

/// A person.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub(crate) struct Contact {
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
pub(crate) struct EmailAddress {
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
pub(crate) enum Kind {
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

#[test]
fn a_record_is_written_as_it_was_read_without_what_is_absent() {
    let contact = read(FULL);
    let written = serde_json::to_string(&contact).unwrap();
    assert_eq!(
        written,
        r#"{"id":"17","first_name":"Ada","type":"on_the_road","email_addresses":[{"email":"ada@x.com","type":"at home","rank":1}],"manager":{"id":"1"},"token":"s3cret","amount":1.5,"created_at":"2024-01-01T00:00:00Z","custom_fields":{"tier":1.10},"remote_data":{"Id": 1.10},"later":[1.10,{"a":null}],"other":null}"#
    );
    assert!(read(&written) == contact);
    assert_eq!(serde_json::to_string(&read(r#"{"id": "1", "first_name": null}"#)).unwrap(), r#"{"id":"1"}"#);
    // A tree is read and written, too.
    let tree: Json = serde_json::from_str(FULL).unwrap();
    let from_tree: Contact = serde_json::from_value(tree).unwrap();
    assert_eq!(from_tree.unknown.len(), 2);
    assert_eq!(serde_json::to_value(&from_tree).unwrap()["email_addresses"][0]["type"], "at home");
}

#[test]
fn null_is_absent_and_names_that_were_added_later_are_kept() {
    let contact = read(
        r#"{"id": "1", "first_name": null, "type": null, "email_addresses": null, "manager": null, "token": null,
            "amount": null, "created_at": null, "custom_fields": null, "remote_data": null}"#,
    );
    assert!(contact == read(r#"{"id": "1"}"#));
    let later = read(r#"{"id": "1", "type": "on holiday"}"#);
    assert_eq!(later.kind, Some(Open::Unknown("on holiday".to_owned())));
    assert_eq!(serde_json::to_value(&later).unwrap(), json!({"id": "1", "type": "on holiday"}));
    // A record that does not keep unknown members skips them.
    let email: EmailAddress = serde_json::from_str(r#"{"email": "a", "x": {"y": [1]}}"#).unwrap();
    assert_eq!(serde_json::to_value(&email).unwrap(), json!({"email": "a"}));
}

#[test]
fn what_is_not_the_record_is_refused_with_its_name() {
    assert!(refused("{}").starts_with("missing field `id`"), "{}", refused("{}"));
    assert!(refused(r#"{"rows": [], "total": 0}"#).starts_with("missing field `id`"));
    assert!(refused(r#"{"id": null}"#).starts_with("invalid type: null, expected an id"));
    assert!(refused(r#"{"id": 1, "x": 1, "id": 2}"#).starts_with("duplicate field `id`"));
    assert!(
        refused(r#"{"id": 1, "first_name": null, "first_name": "Ada"}"#).starts_with("duplicate field `first_name`")
    );
    assert!(refused(r#"{"id": 1, "email_addresses": [], "email_addresses": null}"#).contains("`email_addresses`"));
    assert!(refused(r#"{"id": 1, "first_name": 7}"#).starts_with("invalid type: integer `7`, expected a string"));
    for other in ["[]", "[\"1\"]", "\"ok\"", "null", "7"] {
        assert!(refused(other).contains("expected an object with the fields of `Contact`"), "{}", refused(other));
    }
    assert!(serde_json::from_str::<Contact>(r#"{"id": "1", "x": }"#).is_err());
    assert!(serde_json::from_str::<Contact>(r#"{"id": "1""#).is_err());
}

#[tokio::test]
async fn a_list_holds_records_and_an_error_has_the_path_to_its_member() {
    let (account, _) = answering_json(r#"{"result": [{"id": 1, "x": 2}, {"id": "2"}], "next_cursor": null}"#);
    let page = ListContacts::builder().send(&account).await.unwrap();
    assert_eq!(page.items()[0].unknown.get::<u8>("x").unwrap(), Some(2));
    let (account, _) =
        answering_json(r#"{"result": [{"id": "1", "manager": {"id": "2", "email_addresses": [{}, {"rank": 256}]}}]}"#);
    let error = ListContacts::builder().send(&account).await.unwrap_err().to_string();
    assert!(error.contains("result[0].manager.email_addresses[1].rank"), "{error}");
    let (account, _) = answering_json(r#"{"result": [{"name": "Ada"}]}"#);
    let error = ListContacts::builder().send(&account).await.unwrap_err().to_string();
    assert!(error.contains("missing field `id`"), "{error}");
}

#[tokio::test]
async fn a_delete_answers_an_id_or_nothing() {
    for (answer, id) in [(r#"{"id": 17}"#, Some("17")), ("{}", None), ("", None), (r#"{"id": null, "x": [1]}"#, None)] {
        let (account, _) = answering_json(answer);
        let deleted = DeleteContact::builder().id("17").send(&account).await.unwrap();
        assert_eq!(deleted.id.as_deref(), id, "{answer}");
    }
    let (account, _) = answering(|| response(204, "", ""));
    assert_eq!(DeleteContact::builder().id("17").send(&account).await.unwrap().id, None);
    let (account, _) = answering_json("[]");
    assert!(DeleteContact::builder().id("17").send(&account).await.is_err());
}

#[test]
fn debug_hides_secrets_and_what_belongs_to_the_customer() {
    let shown = format!("{:?}", read(FULL));
    assert!(
        shown.starts_with(r#"Contact { id: "17", first_name: Some("Ada"), kind: Some(Known(OnTheRoad))"#),
        "{shown}"
    );
    assert!(shown.ends_with(r#"unknown: {"later": RawJson(17 bytes), "other": RawJson(4 bytes)} }"#), "{shown}");
    for hidden in ["s3cret", "tier", "1.10"] {
        assert!(!shown.contains(hidden), "{hidden}: {shown}");
    }
}

#[test]
fn a_value_is_parsed_into_the_caller_s_type_when_it_is_asked_for() {
    #[derive(serde::Deserialize)]
    struct Custom {
        tier: f64,
    }

    let contact = read(FULL);
    assert!((contact.custom_fields.as_ref().unwrap().parse::<Custom>().unwrap().tier - 1.1).abs() < 1e-9);
    assert_eq!(contact.unknown.get::<(f64, Json)>("later").unwrap().unwrap().1, json!({"a": null}));
    assert!(contact.unknown.get::<u8>("later").is_err());
    assert!(contact.unknown.get::<Option<u8>>("other").unwrap().unwrap().is_none());
    assert!(contact.unknown.raw("first_name").is_none() && !contact.unknown.is_empty());
}

#[test]
fn setters_build_a_record_that_requests_hold() {
    let address = EmailAddress::default()
        .email("ada@x.com")
        .kind(Kind::Home)
        .rank(1)
        .labels(["a", "b"])
        .labels(vec!["c".to_owned()])
        .aliases(["d"]);
    let expected =
        json!({"email": "ada@x.com", "type": "at home", "rank": 1, "labels": ["a", "b", "c"], "aliases": ["d"]});
    assert_eq!(serde_json::to_value(&address).unwrap(), expected);
    assert_eq!(EmailAddress::default().kind("fax").kind, Some(Open::Unknown("fax".to_owned())));

    let request = CreateContact::builder().email_addresses([address]).build();
    assert_eq!(serde_json::to_value(&request).unwrap(), json!({"email_addresses": [expected]}));
    let path = GetContact::builder().id(&read(FULL).id).build();
    assert_eq!(serde_json::to_value(&path).unwrap(), json!({"id": "17"}));
}

/// Creates a contact.
#[unified_endpoint(POST, "/unified/crm/contacts", response = Contact)]
struct CreateContact {
    email_addresses: Vec<EmailAddress>,
}

/// Reads a contact.
#[unified_endpoint(GET, "/unified/crm/contacts/{id}", response = Contact)]
struct GetContact {
    id: Id<Contact>,
}

/// Deletes a contact.
#[unified_endpoint(DELETE, "/unified/crm/contacts/{id}", response = Deleted)]
struct DeleteContact {
    id: Id<Contact>,
}

/// Lists contacts.
#[unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
struct ListContacts {}

#[test]
fn a_record_is_data() {
    let record = Contact::RECORD;
    assert_eq!((record.name(), record.doc(), record.keeps_unknown()), ("Contact", "A person.", true));
    let names: Vec<&str> = record.fields().iter().map(truto_core::record::RecordField::wire_name).collect();
    assert_eq!(names[..5], ["id", "first_name", "type", "email_addresses", "manager"]);
    assert!(record.field("id").unwrap().is_required() && !record.field("first_name").unwrap().is_required());
    assert!(record.field("token").unwrap().is_secret() && record.field("unknown").is_none());
    let kind = record.field("type").unwrap();
    assert_eq!((kind.name(), kind.doc()), ("kind", "Kind of the contact."));
    assert_eq!(kind.shape(), Shape::Choice(&["work", "at home", "on_the_road"]));
    let Shape::List(Shape::Record(address)) = record.field("email_addresses").unwrap().shape() else { panic!() };
    assert_eq!(address.contract(), EmailAddress::RECORD);
    let Shape::Record(manager) = record.field("manager").unwrap().shape() else { panic!() };
    assert_eq!(manager.contract(), record);
    assert_eq!(record.field("remote_data").unwrap().shape(), Shape::Any);
    assert_eq!(GetContact::CONTRACT.answer(), Shape::Record(manager));
    assert_eq!(ListContacts::CONTRACT.answer(), Shape::Record(manager));
}

#[test]
fn the_schema_of_a_record_accepts_what_the_record_reads() {
    let schema = Contact::RECORD.schema();
    assert_eq!(schema["required"], json!(["id"]));
    assert_eq!(schema["properties"]["first_name"], json!({"type": ["string", "null"], "description": "First name."}));
    let address = &schema["properties"]["email_addresses"]["items"];
    assert_eq!(address["properties"]["rank"]["maximum"], 255);
    assert_eq!(
        schema["properties"]["manager"],
        json!({
            "type": ["object", "null"], "description": "The contact that this one reports to."
        })
    );
    let validator = jsonschema::validator_for(&schema).unwrap();
    for accepted in
        [json!({"id": "1", "type": "on holiday", "x": 1}), json!({"id": "1", "type": null, "manager": {"id": "2"}})]
    {
        assert!(validator.is_valid(&accepted), "{accepted}");
        serde_json::from_value::<Contact>(accepted).unwrap();
    }
    for other in [json!({}), json!({"id": "1", "email_addresses": {}}), json!({"id": "1", "type": 7})] {
        assert!(!validator.is_valid(&other), "{other}");
        assert!(serde_json::from_value::<Contact>(other).is_err());
    }
}

#[test]
fn a_name_alone_is_closed() {
    assert_eq!(serde_json::from_str::<Kind>("\"at home\"").unwrap(), Kind::Home);
    let error = serde_json::from_str::<Kind>("\"at hoem\"").unwrap_err().to_string();
    assert_eq!(
        error,
        "unknown value `at hoem`, did you mean `at home`? expected one of `work`, `at home` or `on_the_road` at line 1 column 9"
    );
    assert!(serde_json::from_str::<Kind>("7").is_err());
    assert_eq!(Kind::from_name("Work"), None);
}

/// A record with secrets that are not texts.
#[derive(UnifiedRecord)]
struct Door {
    #[truto(secret)]
    pin: Option<u16>,
    #[truto(secret)]
    codes: Vec<u16>,
    #[truto(secret)]
    key: Option<EmailAddress>,
}

#[test]
fn an_error_does_not_quote_a_secret() {
    let refused = |json: &str| serde_json::from_str::<Door>(json).unwrap_err().to_string();
    for (name, json) in [
        ("pin", r#"{"pin": "hunter2"}"#),
        ("codes", r#"{"codes": [1, "hunter2"]}"#),
        ("key", r#"{"key": {"rank": "hunter2"}}"#),
    ] {
        let error = refused(json);
        assert!(error.contains(&format!("`{name}`")) && !error.contains("hunter2"), "{error}");
    }
    let door: Door = serde_json::from_str(r#"{"pin": 1234, "codes": [1], "key": {"rank": 1}}"#).unwrap();
    assert_eq!((door.pin, door.codes.len(), door.key.and_then(|key| key.rank)), (Some(1234), 1, Some(1)));
}

#[test]
fn a_record_is_read_inside_of_an_enum_of_serde() {
    #[derive(serde::Deserialize)]
    #[serde(tag = "event")]
    enum Event {
        #[serde(rename = "contact")]
        Contact(Box<Contact>),
    }

    let text = r#"{"event": "contact", "id": 1, "remote_data": {"Id": "x"}, "later": [1]}"#;
    let Event::Contact(contact) = serde_json::from_str(text).unwrap();
    assert_eq!(contact.remote_data.unwrap().as_str(), r#"{"Id":"x"}"#);
    assert_eq!(contact.unknown.get::<Vec<u8>>("later").unwrap(), Some(vec![1]));
}

/// Names that the expansion uses itself, and nothing in scope.
mod odd {
    #![no_implicit_prelude]
    #![deny(warnings)]

    use ::std::boxed::Box;
    use ::std::option::Option;
    use ::std::string::String;
    use ::std::vec::Vec;

    use ::truto_core::UnifiedRecord;

    pub(super) type SomeValue = String;

    #[derive(::std::default::Default, UnifiedRecord)]
    #[truto(setters)]
    pub(super) struct Odd {
        pub(super) r#type: Option<SomeValue>,
        pub(super) members: Option<Box<Odd>>,
        pub(super) field_0: Option<u8>,
        pub(super) serializer: Vec<String>,
        #[cfg(any())]
        pub(super) gone: Gone,
        #[cfg_attr(all(), truto(rename = "x-y"))]
        pub(super) unknown: Option<u8>,
    }

    #[derive(::std::default::Default, UnifiedRecord)]
    #[deprecated]
    pub(super) struct Old {
        pub(super) a: Option<u8>,
    }
}

#[test]
fn names_of_a_record_are_free() {
    let built = odd::Odd::default().r#type("a").field_0(1).serializer(["b"]).unknown(2).members(odd::Odd::default());
    let text = r#"{"type":"a","members":{},"field_0":1,"serializer":["b"],"x-y":2}"#;
    assert_eq!(serde_json::to_string(&built).unwrap(), text);
    let read: odd::Odd = serde_json::from_str(text).unwrap();
    assert_eq!(format!("{read:?}"), format!("{built:?}"));
    #[expect(deprecated, reason = "the record is")]
    let old: odd::Old = serde_json::from_str(r#"{"a": 1}"#).unwrap();
    #[expect(deprecated, reason = "the record is")]
    let a = old.a;
    assert_eq!(a, Some(1));
}
