// errors: 1
//! A parameter of the query has the name of the placeholder.
//! It stays in the query, as its key says, and the path has no field.

use truto_core::unified_endpoint;

#[unified_endpoint(PATCH, "/unified/ticketing/tickets/{id}")]
pub struct ChangeTicket {
    #[truto(query, rename = "id")]
    pub other_ticket: Option<String>,
}

fn main() {
    let _ = ChangeTicket::builder().other_ticket("7").build();
}
