// errors: 1
//! rustc knows which variants there are.

use truto_core::crm::CrmEntity;
use truto_core::provider::Attio;
use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/links", providers(Attio(Acounts, Contacts)))]
pub struct CreateLink {
    #[truto(entity)]
    pub entity: CrmEntity,
}

fn main() {}
