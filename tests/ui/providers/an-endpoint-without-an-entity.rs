// errors: 1
//! Without an entity, a provider supports the endpoint or it does not.

use truto_core::provider::{Attio, Close};
use truto_core::response::RawResponse;
use truto_core::{Account, Error, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/notes", providers(Attio))]
pub struct ListNotes {
    pub limit: Option<u32>,
}

async fn list(account: &Account<Close>) -> Result<RawResponse, Error> {
    ListNotes::builder().limit(5).send(account).raw().await
}

fn main() {}
