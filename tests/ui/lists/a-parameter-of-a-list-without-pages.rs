// errors: 2
//! How many items a page shall have is a parameter of what has pages.
//! The message says what to write.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/contacts")]
pub struct ListContacts {}

fn main() {
    let _ = ListContacts::builder().limit(5);
    let _ = ListContacts::builder().next_cursor("c2");
}
