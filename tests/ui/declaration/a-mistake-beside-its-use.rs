// errors: 2
//! The declaration has a mistake, and the rest of the file uses it.
//! Only the mistake is reported.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes/{id}/")]
pub struct ReadNote {
    pub id: String,
    #[truto(qurey)]
    pub expand: Option<String>,
}

fn main() {
    let note = ReadNote::builder().id("1").expand("owner").build();
    println!("{note:?} {}", note.id);
}
