// errors: 1
//! Any type can be written there, but only a provider has a name.

use truto_core::unified_endpoint;

pub struct Zoho;

#[unified_endpoint(GET, "/unified/crm/notes", providers(Zoho))]
pub struct ListNotes {
    pub limit: Option<u32>,
}

fn main() {}
