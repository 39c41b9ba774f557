// errors: 1
//! A request has one set of fields.
//! `enum` is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub enum CreateNote {
    Title(String),
}

fn main() {}
