// errors: 1
//! Rust allows it, but the macro does not parse statements.
//! The message says so, and does not mention the keys.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub bytes: [u8; { const SIZE: usize = 2; SIZE }],
    #[truto(within = "note")]
    pub title: String,
}

fn main() {}
