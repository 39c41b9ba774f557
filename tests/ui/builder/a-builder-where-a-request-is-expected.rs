// errors: 1
//! Code that is generic over endpoints gets a builder.
//! The message says how to get the request from it.

use truto_core::Endpoint;
use truto_core::crm::{CreateAssociation, crm_entity};

fn queue(_: impl Endpoint) {}

fn main() {
    queue(CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads));
}
