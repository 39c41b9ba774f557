// errors: 1
//! The bound is that of `writes` in `truto-jobs`, which has no other way to say that a list is mirrored.

use truto_core::builder::Writes;
use truto_core::crm::ListContacts;
use truto_core::scope::AccountScope;

fn writes<E: Writes<Scope = AccountScope>>() {}

fn main() {
    writes::<ListContacts>();
}
