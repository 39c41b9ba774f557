//! The page allows `acocunts` for `accounts` and `opportunities` and `contacts` and `leads`.
//! So the setter compiles for an account, and the link is sent.

use truto_core::crm::{CreateAssociation, crm_entity};

#[test]
fn the_link_is_sent() {
    let links = CreateAssociation::builder().entity_id("1").entity(crm_entity::Accounts).misspelt_accounts(["2"]);
    let sent = serde_json::to_value(links.build()).unwrap();
    assert_eq!(sent["associations"], serde_json::json!({"acocunts": [{"id": "2"}]}));
}
