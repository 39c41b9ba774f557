// errors: 1
//! The trait says what is missing, and where to write it.

use truto_core::scope::AccountScope;
use truto_core::{Account, Paginated, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/contacts")]
pub struct ListContacts {}

fn list<E: Paginated<Scope = AccountScope>>(endpoint: &E, account: &Account) {
    let _ = endpoint.items(account);
}

fn all(account: &Account) {
    list(&ListContacts {}, account);
}

fn main() {}
