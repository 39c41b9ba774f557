//! A custom method of the API: `POST` to a path below the resource.
//! The declaration is all it needs.

use truto_core::{Endpoint, Reference, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/contacts/merge", response = Reference)]
pub struct MergeContacts {
    pub primary: Reference,
    pub others: Vec<Reference>,
}

#[test]
fn it_is_a_request_like_any_other() {
    let merge = MergeContacts::builder().primary("1").others(["2", "3"]).build();
    let sent = serde_json::json!({"primary": {"id": "1"}, "others": [{"id": "2"}, {"id": "3"}]});
    assert_eq!(serde_json::to_value(merge).unwrap(), sent);
    assert_eq!(MergeContacts::CONTRACT.path(), "/unified/crm/contacts/merge");
}
