// errors: 1
//! A list without `paginated`.
//! The message says what to write.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/contacts")]
pub struct ListContacts {}

fn example(account: &Account) {
    let _ = ListContacts::builder().items(account);
}

fn main() {}
