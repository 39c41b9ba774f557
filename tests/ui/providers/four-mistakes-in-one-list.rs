// errors: 4
//! A provider twice, entities without an entity field, an entity that is not a name, a type that is not a provider.

use truto_core::provider::{Attio, Close, Pipedrive};
use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes", providers(Attio, Attio, Close(Contacts), Pipedrive("leads"), "salesforce"))]
pub struct ListNotes {
    pub limit: Option<u32>,
}

fn main() {
    let _ = core::marker::PhantomData::<Pipedrive>;
    let _ = ListNotes::builder().limit(3).build();
}
