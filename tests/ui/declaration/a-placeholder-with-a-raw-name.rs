// errors: 1
//! `r#` belongs to Rust, and not to the path.
//! The field is bound by its name without it.

use truto_core::unified_endpoint;

#[unified_endpoint(DELETE, "/unified/crm/notes/{r#type}")]
pub struct DeleteNotes {
    pub r#type: String,
}

fn main() {
    let _ = DeleteNotes::builder().r#type("call").build();
}
