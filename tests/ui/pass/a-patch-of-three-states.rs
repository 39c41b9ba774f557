//! An update leaves, sets or clears each field.
//! The states must not be confused, in any order of the setters.

use truto_core::{Patch, unified_endpoint};

#[unified_endpoint(PATCH, "/unified/crm/contacts/{id}")]
pub struct ChangeContact {
    pub id: String,
    pub name: Patch<String>,
    pub phones: Patch<Vec<String>>,
    pub score: Patch<u32>,
    pub title: Option<String>,
    pub tags: Option<Vec<String>>,
}

#[test]
fn what_is_left_alone_is_not_sent() {
    let change = ChangeContact::builder().clear_name().id("7").score(3).phones(["1", "2"]).build();
    assert_eq!(change.name, Patch::Clear);
    let sent = serde_json::to_value(&change).unwrap();
    assert_eq!(sent, serde_json::json!({"id": "7", "name": null, "phones": ["1", "2"], "score": 3}));
    let read: ChangeContact = serde_json::from_value(sent).unwrap();
    assert_eq!((read.name, read.title), (Patch::Clear, None));
}
