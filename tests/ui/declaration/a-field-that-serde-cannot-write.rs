// errors: 1
//! The declaration is right, a type of the user's has no derives at all.
//! One error for each of the four, on the field's type.

use truto_core::unified_endpoint;

pub struct Body;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
    pub body: Body,
}

fn main() {}
