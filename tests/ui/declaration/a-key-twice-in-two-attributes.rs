// errors: 1
//! Two attributes on one field are one list.
//! The second key is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct ListNotes {
    #[truto(query)]
    #[truto(query)]
    pub limit: Option<u32>,
}

fn main() {}
