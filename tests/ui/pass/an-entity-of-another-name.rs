//! The field of the entity has another name.
//! Its setter, its messages and its place follow the name.

use truto_core::{Endpoint, UnifiedEntity, unified_endpoint};

#[derive(UnifiedEntity)]
pub enum HrisEntity {
    Employees,
    #[truto(rename = "time-off")]
    TimeoffRequests,
}

#[unified_endpoint(GET, "/unified/hris/{record_kind}")]
pub struct ListRecords {
    #[truto(entity)]
    pub record_kind: HrisEntity,
    #[truto(only_for(TimeoffRequests))]
    pub approved: Option<bool>,
}

#[test]
fn its_rules_hold() {
    let list = ListRecords::builder().record_kind(hris_entity::TimeoffRequests).approved(true).build();
    assert_eq!(serde_json::to_value(list).unwrap(), serde_json::json!({"record_kind": "time-off", "approved": true}));
    assert!(ListRecords::builder().record_kind(HrisEntity::Employees).approved(true).build().is_err());
    assert!(ListRecords { record_kind: HrisEntity::Employees, approved: None }.check().is_ok());
}
