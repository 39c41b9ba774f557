// errors: 1
//! rustc has followed what stands above, and taken it away, before the attribute is asked.
//! The source still shows it, so that nothing is written twice.

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
