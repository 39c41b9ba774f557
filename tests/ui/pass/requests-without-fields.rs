//! A request may have no fields.
//! Its builder is complete from the start.

use truto_core::{Endpoint, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/users")]
pub struct ListUsers {}

#[unified_endpoint(POST, "/unified/crm/sync")]
pub struct Sync;

#[test]
fn they_are_complete_from_the_start() {
    assert!(ListUsers::CONTRACT.fields().is_empty());
    assert_eq!(serde_json::to_string(&ListUsers::builder().build()).unwrap(), "{}");
    assert_eq!(serde_json::to_string(&Sync::builder().remote_query("a", "b").build()).unwrap(), "{}");
}
