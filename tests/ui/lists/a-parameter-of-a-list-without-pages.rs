// errors: 2
//! The number of items a page is a parameter of paginated lists.
//! The message says what to write.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/contacts")]
pub struct ListContacts {}

fn main() {
    let _ = ListContacts::builder().limit(5);
    let _ = ListContacts::builder().next_cursor("c2");
}
