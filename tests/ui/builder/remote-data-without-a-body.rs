// errors: 1
//! A `GET` has no body for `remote_data`.
//! So there is no such setter.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct ListNotes {}

fn main() {
    let _ = ListNotes::builder().remote_data(truto_core::json!({}));
}
