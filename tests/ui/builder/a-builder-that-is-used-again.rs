// errors: 1
//! A setter consumes the builder and returns it.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct ListNotes {
    pub owner: Option<String>,
}

fn main() {
    let notes = ListNotes::builder();
    notes.owner("me");
    let _ = notes.build();
}
