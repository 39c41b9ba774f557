// errors: 2
//! rustc expands a derive above the attribute first, and does not show it to the attribute.
//! It reports each trait that is then implemented twice.

use truto_core::unified_endpoint;

#[derive(Debug, Clone, PartialEq)]
/// A note.
#[allow(dead_code)]
#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
}

fn main() {
    let note = CreateNote::builder().title("x").build();
    assert!(note == note.clone(), "{note:?}");
}
