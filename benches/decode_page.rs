//! Counts the instructions and allocations of decoding one page of 100 contacts of about 3 KB each, compared with serde
//! into the same structs. The provider's record is once a `Value` and once a `RawValue`.
//!
//! `cargo run --release -p truto-benches --bin decode_page`. Our cost is a whole call with an in-process transport, minus
//! the same call of an empty page.

mod callgrind;
mod counted;

use std::error::Error;
use std::fmt::Write as _;
use std::future::ready;
use std::io;

use bytes::Bytes;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;
use truto_core::transport::Body;
use truto_core::types::RawJson;
use truto_core::{Account, Client, UnifiedRecord, unified_endpoint};

use crate::callgrind::{Cost, cost, table};
use crate::counted::Counted;

const CONTACTS: u32 = 100;
const EMPTY: &str = "empty";

/// A contact. `R` is the type of the provider's record.
#[derive(Deserialize)]
struct Contact<R> {
    id: String,
    first_name: Option<String>,
    last_name: Option<String>,
    name: Option<String>,
    title: Option<String>,
    account: Option<Related>,
    addresses: Vec<Address>,
    email_addresses: Vec<EmailAddress>,
    phone_numbers: Vec<PhoneNumber>,
    tags: Vec<Related>,
    last_activity_at: Option<String>,
    created_at: Option<String>,
    updated_at: Option<String>,
    owner: Option<Related>,
    remote_data: Option<R>,
}

#[derive(Deserialize)]
struct Related {
    id: String,
    name: Option<String>,
}

#[derive(Deserialize)]
struct Address {
    street_1: Option<String>,
    city: Option<String>,
    state: Option<String>,
    postal_code: Option<String>,
    country: Option<String>,
}

#[derive(Deserialize)]
struct EmailAddress {
    email: Option<String>,
    r#type: Option<String>,
}

#[derive(Deserialize)]
struct PhoneNumber {
    number: Option<String>,
    r#type: Option<String>,
}

/// The list envelope as a program without a library declares it.
#[derive(Deserialize)]
struct ByHand<R> {
    result: Vec<Contact<R>>,
    next_cursor: Option<String>,
    is_partial_response: Option<bool>,
}

#[unified_endpoint(GET, "/unified/crm/contacts", response = Contact<RawJson>, paginated)]
struct ListContacts {}

/// The same contact as a record.
#[derive(UnifiedRecord)]
struct ContactRecord {
    id: String,
    first_name: Option<String>,
    last_name: Option<String>,
    name: Option<String>,
    title: Option<String>,
    account: Option<RelatedRecord>,
    addresses: Vec<AddressRecord>,
    email_addresses: Vec<EmailAddressRecord>,
    phone_numbers: Vec<PhoneNumberRecord>,
    tags: Vec<RelatedRecord>,
    last_activity_at: Option<String>,
    created_at: Option<String>,
    updated_at: Option<String>,
    owner: Option<RelatedRecord>,
    remote_data: Option<RawJson>,
}

#[derive(UnifiedRecord)]
struct RelatedRecord {
    id: String,
    name: Option<String>,
}

#[derive(UnifiedRecord)]
struct AddressRecord {
    street_1: Option<String>,
    city: Option<String>,
    state: Option<String>,
    postal_code: Option<String>,
    country: Option<String>,
}

#[derive(UnifiedRecord)]
struct EmailAddressRecord {
    email: Option<String>,
    #[truto(rename = "type")]
    kind: Option<String>,
}

#[derive(UnifiedRecord)]
struct PhoneNumberRecord {
    number: Option<String>,
    #[truto(rename = "type")]
    kind: Option<String>,
}

#[unified_endpoint(GET, "/unified/crm/contacts", response = ContactRecord, paginated)]
struct ListContactRecords {}

fn main() -> Result<(), Box<dyn Error>> {
    if let Some(Counted { way, operations, argument }) = Counted::from_args() {
        let page = Bytes::from(page(if argument == EMPTY { 0 } else { CONTACTS })?);
        return match &*way {
            "decode-ours" => ours(operations, &page),
            "decode-record" => records(operations, &page),
            "decode-value" => by_hand::<Value>(operations, &page),
            "decode-raw-value" => by_hand::<Box<RawValue>>(operations, &page),
            _ => Err(format!("unknown variant `{way}`").into()),
        };
    }
    println!("{CONTACTS} contacts, {} bytes", page(CONTACTS)?.len());
    let value = decoding("decode-value")?;
    let raw_value = decoding("decode-raw-value")?;
    let ours = decoding("decode-ours")?;
    table("one page", "truto-core", ours, &[("serde, Value", value), ("serde, RawValue", raw_value)]);
    let record = decoding("decode-record")?;
    table(
        "one page of derived records",
        "truto-core",
        record,
        &[("serde, Value", value), ("serde, RawValue", raw_value)],
    );
    Ok(())
}

/// Measures a page of contacts, minus an empty page.
fn decoding(way: &str) -> io::Result<Cost> {
    Ok(cost(way, 20, "")?.less(cost(way, 20, EMPTY)?))
}

fn ours(pages: u32, page: &Bytes) -> Result<(), Box<dyn Error>> {
    runtime()?.block_on(async {
        let account = answering(page)?;
        for _ in 0..pages {
            let page = ListContacts::builder().send(&account).await?;
            assert!(page.next_cursor() == Some("cursor-2") && !page.is_partial());
            check(page.items());
        }
        Ok(())
    })
}

fn records(pages: u32, page: &Bytes) -> Result<(), Box<dyn Error>> {
    runtime()?.block_on(async {
        let account = answering(page)?;
        for _ in 0..pages {
            let page = ListContactRecords::builder().send(&account).await?;
            assert!(page.next_cursor() == Some("cursor-2") && !page.is_partial());
            check_records(page.items());
        }
        Ok(())
    })
}

fn runtime() -> io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}

/// Returns an account whose server answers each request with this page.
fn answering(page: &Bytes) -> Result<Account, Box<dyn Error>> {
    let answer = page.clone();
    let transport = tower::service_fn(move |_: http::Request<Body>| {
        let answer = http::Response::builder()
            .header("content-type", "application/json; charset=utf-8")
            .body(Body::from(answer.clone()));
        ready(answer)
    });
    let client = Client::builder().token("token").base_url("https://api.example").transport(transport).build()?;
    Ok(client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?)
}

fn by_hand<R: DeserializeOwned>(pages: u32, page: &Bytes) -> Result<(), Box<dyn Error>> {
    for _ in 0..pages {
        let page: ByHand<R> = serde_json::from_slice(page)?;
        assert!(page.next_cursor.as_deref() == Some("cursor-2") && page.is_partial_response.is_none());
        check(&page.result);
    }
    Ok(())
}

/// Reads every field, so that both sides have to decode all of them.
fn check<R>(contacts: &[Contact<R>]) {
    for contact in contacts {
        let texts = [
            &contact.first_name,
            &contact.last_name,
            &contact.name,
            &contact.title,
            &contact.last_activity_at,
            &contact.created_at,
            &contact.updated_at,
        ];
        assert!(texts.iter().all(|text| text.is_some()) && !contact.id.is_empty() && contact.remote_data.is_some());
        let related = contact.account.iter().chain(&contact.owner).chain(&contact.tags);
        assert_eq!(related.filter(|related| !related.id.is_empty() && related.name.is_some()).count(), 4);
        let address = contact
            .addresses
            .first()
            .map(|address| [&address.street_1, &address.city, &address.state, &address.postal_code, &address.country]);
        assert!(address.is_some_and(|parts| parts.iter().all(|part| part.is_some())));
        assert!(contact.email_addresses.iter().all(|email| email.email.is_some() && email.r#type.is_some()));
        assert!(contact.phone_numbers.iter().all(|phone| phone.number.is_some() && phone.r#type.is_some()));
    }
}

/// The same for records.
fn check_records(contacts: &[ContactRecord]) {
    for contact in contacts {
        let texts = [
            &contact.first_name,
            &contact.last_name,
            &contact.name,
            &contact.title,
            &contact.last_activity_at,
            &contact.created_at,
            &contact.updated_at,
        ];
        assert!(texts.iter().all(|text| text.is_some()) && !contact.id.is_empty() && contact.remote_data.is_some());
        let related = contact.account.iter().chain(&contact.owner).chain(&contact.tags);
        assert_eq!(related.filter(|related| !related.id.is_empty() && related.name.is_some()).count(), 4);
        let address = contact
            .addresses
            .first()
            .map(|address| [&address.street_1, &address.city, &address.state, &address.postal_code, &address.country]);
        assert!(address.is_some_and(|parts| parts.iter().all(|part| part.is_some())));
        assert!(contact.email_addresses.iter().all(|email| email.email.is_some() && email.kind.is_some()));
        assert!(contact.phone_numbers.iter().all(|phone| phone.number.is_some() && phone.kind.is_some()));
    }
}

/// Returns a page of `count` contacts as the API sends it.
fn page(contacts: u32) -> Result<String, std::fmt::Error> {
    let mut page = r#"{"result":["#.to_owned();
    for number in 0..contacts {
        let comma = if number == 0 { "" } else { "," };
        write!(
            page,
            r#"{comma}{{"id":"003Ux0000{number:06}","first_name":"Ada","last_name":"Lovelace {number}","name":"Ada Lovelace {number}","title":"Countess of \"Engines\"","account":{{"id":"001Ux000003GhNt","name":"Analytical Engines Ltd."}},"#
        )?;
        page.push_str(concat!(
            r#""addresses":[{"id":"1","street_1":"12 St James's Square","city":"London","state":"Greater London","postal_code":"SW1Y 4JH","country":"United Kingdom","type":"work"}],"#,
            r#""email_addresses":[{"id":"1","email":"ada@engines.example","type":"work"},{"id":"2","email":"ada@home.example","type":"home"}],"#,
            r#""phone_numbers":[{"id":"1","number":"+44 20 7946 0958","extension":null,"type":"work"},{"id":"2","number":"+44 7700 900123","extension":null,"type":"mobile"}],"#,
            r#""tags":[{"id":"7","name":"mathematics"},{"id":"8","name":"computing"}],"custom_fields":{"tier":"gold","score":97,"renewal":"2025-03-01"},"#,
            r#""last_activity_at":"2024-05-06T07:08:09.000Z","created_at":"2023-06-16T09:21:21.000Z","updated_at":"2024-05-06T07:08:09.000Z","etag":"\"33a64df5\"","owner":{"id":"005Ux000001AbCd","name":"Charles Babbage"},"urls":[{"url":"https://crm.example/003Ux","type":"self"}],"#,
            r#""remote_data":{"attributes":{"type":"Contact","url":"/services/data/v58.0/sobjects/Contact/003Ux000004TbQd"},"IsDeleted":false,"MasterRecordId":null,"#,
        ));
        for field in 0..40 {
            write!(page, r#""Custom_Field_{field:02}__c":"#)?;
            page.push_str(match field % 5 {
                0 => r#""A text of some length"#,
                1 => "1234.5",
                2 => "null",
                3 => r#"{"Id":"a0B","Name":"related","Count":3}"#,
                _ => "true",
            });
            page.push_str(if field % 5 == 0 { "\"," } else { "," });
        }
        page.push_str(r#""SystemModstamp":"2024-05-06T07:08:09.000+0000"}}"#);
    }
    page.push_str(r#"],"next_cursor":"cursor-2","prev_cursor":null,"result_count":100}"#);
    Ok(page)
}
