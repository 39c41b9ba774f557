// errors: 1
//! Only a path value can be mistaken for two.
//! The key is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct Notes {
    #[truto(slash = encode)]
    pub id: String,
}

fn main() {}
