// errors: 1
//! A struct without the attribute is in the list.

use truto_core::{Registry, endpoints, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub text: String,
}

pub struct Note {
    pub text: String,
}

pub const API: Registry = endpoints![CreateNote, Note];

fn main() {}
