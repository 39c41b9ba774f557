// errors: 1
//! A spelling of other crates.
//! The message writes the attribute out, and the path still binds its field.

use truto_core::unified_endpoint;

#[unified_endpoint(path = "/unified/crm/notes/{id}", method = "get")]
pub struct ReadNote {
    pub id: String,
}

fn main() {
    let _ = ReadNote::builder().id("1").build();
}
