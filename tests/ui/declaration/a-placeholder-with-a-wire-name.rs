// errors: 1
//! A placeholder is bound by the field's own name.
//! The message says what to write in the path.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/ticketing/tickets/{id}")]
pub struct GetTicket {
    #[truto(rename = "id")]
    pub ticket_id: String,
}

fn main() {
    let _ = GetTicket::builder().ticket_id("7").build();
}
