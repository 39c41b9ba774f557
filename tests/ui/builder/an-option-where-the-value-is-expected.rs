// errors: 1
//! The setter of an optional field takes the value; leaving it out says `None`.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct ListNotes {
    pub owner: Option<String>,
}

fn main() {
    let _ = ListNotes::builder().owner(None);
}
