//! Declarations that the generator wrote from hostile descriptions. They are compiled here, under the lints of the
//! workspace, and no warning is allowed.

#![deny(warnings)]

mod hostile;

#[test]
fn a_record_of_any_names_is_read() {
    let json = r#"{"id": 7, "name": "a", "Name": "b", "status": "in progress", "send": "c", "日本": "d", "other": 1,
        "children": [], "option": {"id": 1}}"#;
    let record: hostile::Type = serde_json::from_str(json).unwrap();
    assert_eq!(record.id, "7");
    assert_eq!((record.name.as_deref(), record.name_2.as_deref()), (Some("a"), Some("b")));
    assert_eq!(record.unknown_2.len(), 1);
}
