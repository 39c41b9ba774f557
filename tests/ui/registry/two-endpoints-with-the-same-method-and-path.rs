// errors: 1
//! Two structs with the same method and path are in one list.

use truto_core::{Registry, endpoints, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub text: String,
}

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct WriteNote {
    pub text: String,
}

pub const API: Registry = endpoints![CreateNote, WriteNote];

fn main() {}
