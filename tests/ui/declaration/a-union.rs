// errors: 1
//! It would be unclear which field is set.
//! `union` is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub union CreateNote {
    pub id: u32,
}

fn main() {}
