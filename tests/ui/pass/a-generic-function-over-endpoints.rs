//! Endpoints are a trait, so code can be generic over them.
//! The contract describes the endpoint to such code.

use truto_core::crm::{CreateAssociation, crm_entity};
use truto_core::{Call, Endpoint};

fn describe<E: Endpoint>(call: impl Into<Option<Call<E>>>) -> String {
    format!("{} {}", E::CONTRACT, call.into().is_some())
}

#[test]
fn it_takes_any_of_them() {
    let call = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads).call();
    assert_eq!(describe(call), "POST /unified/crm/associations true");
}
