// errors: 1
//! The attribute hides secrets from `Debug`, and a derive would not.
//! The derive is underlined, and the other one stays.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
#[derive(Debug, PartialEq)]
pub struct CreateNote {
    #[truto(secret)]
    pub title: String,
}

fn main() {
    let note = CreateNote::builder().title("x").build();
    assert!(note == note.clone());
}
