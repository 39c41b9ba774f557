// errors: 1
//! A field's `deprecated` is its setter's too.
#![deny(deprecated)]

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[deprecated(note = "use `title`")]
    pub name: Option<String>,
}

fn main() {
    let _ = CreateNote::builder().name("o").build();
}
