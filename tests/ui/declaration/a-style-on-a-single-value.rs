// errors: 1
//! A style is for lists.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct ListNotes {
    #[truto(style = comma)]
    pub owner: Option<String>,
    #[truto(style = comma)]
    pub owners: Option<Vec<String>>,
}

fn main() {}
