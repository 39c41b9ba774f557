// errors: 1
//! rustc knows which types there are.

use truto_core::crm::CrmEntity;
use truto_core::provider::Salesforce;
use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/links", providers(Salesforse(Accounts)))]
pub struct CreateLink {
    #[truto(entity)]
    pub entity: CrmEntity,
}

fn main() {
    let _ = core::marker::PhantomData::<Salesforce>;
}
