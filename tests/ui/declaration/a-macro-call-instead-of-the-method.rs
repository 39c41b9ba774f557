// errors: 1
//! It is unclear which method is meant.
//! The message shows the order.

use truto_core::unified_endpoint;

#[unified_endpoint(format!("GET"), "/unified/crm/notes")]
pub struct ListNotes {
    pub limit: Option<u32>,
}

fn main() {}
