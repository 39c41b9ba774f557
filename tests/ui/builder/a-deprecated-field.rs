// errors: 1
//! If a field is deprecated, its setter is too.
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
