// errors: 1
//! JSON has one style of lists.
//! The message says how it would be a query field.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct Notes {
    #[truto(style = comma)]
    pub ids: Vec<String>,
}

fn main() {}
