// errors: 1
//! The declaration is right, but the user's type has no derives.
//! One error for each of the four, on the field's type.

use truto_core::unified_endpoint;

pub struct Body;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
    pub body: Body,
}

fn main() {}
