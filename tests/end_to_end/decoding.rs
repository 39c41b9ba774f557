//! Requests parsed from JSON, such as rows of a file or messages of a queue.

use truto_core::crm::CreateAssociation;
use truto_core::error::{Error, Problem};
use truto_core::{Call, Endpoint};

fn failures(json: &str) -> Vec<String> {
    let from_json = match CreateAssociation::from_json(json.as_bytes()) {
        Err(Error::Invalid(invalid)) => invalid.failures().iter().map(ToString::to_string).collect::<Vec<_>>(),
        other => panic!("{json}: {other:?}"),
    };
    let by_serde = serde_json::from_str::<CreateAssociation>(json).unwrap_err().to_string();
    for failure in &from_json {
        // serde_json appends the position again.
        let text = failure.split(" at line").next().unwrap();
        assert!(by_serde.contains(text), "{by_serde} lacks {text}");
    }
    from_json
}

#[test]
fn the_body_of_the_page_is_parsed() {
    let page = r#"{"entity_id": "your_entity_id", "entity": "accounts", "associations": {}, "remote_data": {}}"#;
    let request: CreateAssociation = serde_json::from_str(page).unwrap();
    assert_eq!(request.entity_id, "your_entity_id");
    let call: Call<CreateAssociation> = serde_json::from_str(page).unwrap();
    assert!(call.request().accounts.is_empty());
}

#[test]
fn unknown_keys_are_refused_with_a_suggestion() {
    assert_eq!(
        failures(r#"{"entity_id": "1", "entity": "leads", "assocations": {}}"#),
        ["unknown key `assocations`, did you mean `associations`?"]
    );
    assert_eq!(
        failures(r#"{"entity_id": "1", "entity": "leads", "associations": {"contact": []}}"#),
        ["unknown key `associations.contact`, did you mean `associations.contacts`?"]
    );
    assert_eq!(
        failures(r#"{"entity_id": "1", "entity": "leads", "contacts": []}"#),
        ["unknown key `contacts`, did you mean `associations.contacts`?"]
    );
    assert_eq!(
        failures(r#"{"entity_id": "1", "entity": "leads", "associations": {"contacts": [{"id": "1", "typ": "x"}]}}"#),
        ["unknown key `associations.contacts.0.typ`"]
    );
    assert_eq!(failures(r#"{"entity_id": "1", "entity": "leads", "zzz": 1}"#), ["unknown key `zzz`"]);
}

#[test]
fn every_failure_is_reported_at_once() {
    assert_eq!(
        failures(
            r#"{"entity": "opportunities", "entity_idd": "1", "associations": {"contacts": [{"id": "1"}], "leads": 7}}"#
        ),
        [
            "unknown key `entity_idd`, did you mean `entity_id`?",
            "`entity_id` is missing",
            "`associations.leads`: invalid type: integer `7`, expected a sequence",
            "`associations.contacts` is not allowed when the entity is `opportunities`, only for `leads`",
        ]
    );
}

#[test]
fn an_unknown_entity_lists_the_known_ones() {
    assert_eq!(
        failures(r#"{"entity_id": "1", "entity": "contact"}"#),
        ["`entity`: unknown entity `contact`, did you mean `contacts`? \
          expected one of `accounts`, `opportunities`, `contacts` or `leads`"]
    );
}

#[test]
fn a_json_value_is_parsed_like_a_text() {
    let wrong = truto_core::json!({"entity_id": "1", "entity": "leads", "associations": {"contacts": ["2"]}});
    let error = CreateAssociation::from_value(wrong.clone()).unwrap_err();
    assert!(error.to_string().contains("expected an object with an `id`"), "{error}");
    assert!(Call::<CreateAssociation>::from_value(wrong).is_err());
    let right = truto_core::json!({"entity_id": "1", "entity": "leads", "remote_data": {"a": 1}});
    assert!(Call::<CreateAssociation>::from_value(right.clone()).is_ok());
    assert!(CreateAssociation::from_value(right).is_err(), "remote_data would be lost");
    assert!(CreateAssociation::from_value(truto_core::json!([])).is_err());
}

#[test]
fn a_repeated_key_and_broken_json_are_refused() {
    assert!(failures(r#"{"entity_id": "1", "entity_id": "2", "entity": "leads"}"#)[0].contains("occurs twice"));
    assert!(failures(r#"{"entity_id": "1""#)[0].contains("EOF"));
    assert!(failures("[]")[0].contains("expected an object"));
    assert!(failures("")[0].contains("EOF"));
}

#[test]
fn a_call_keeps_remote_data_and_a_struct_refuses_it() {
    let json = r#"{"entity_id": "1", "entity": "leads", "remote_data": {"a": 1}, "truto_exclude_fields": ["x"]}"#;
    let Err(Error::Invalid(invalid)) = CreateAssociation::from_json(json.as_bytes()) else { panic!("loses data") };
    assert_eq!(invalid.failures().len(), 2);
    assert!(matches!(invalid.failures()[0].problem(), Problem::Value { reason } if reason.contains("Call")));
    assert!(Call::<CreateAssociation>::from_json(json.as_bytes()).is_ok());
    let wrong = r#"{"entity_id": "1", "entity": "leads", "remote_data": "x"}"#;
    let error = Call::<CreateAssociation>::from_json(wrong.as_bytes()).unwrap_err();
    assert!(error.to_string().contains("`remote_data`: expected an object"), "{error}");
}
