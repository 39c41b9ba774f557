// errors: 3
//! The other formats ask for the same fields too.
//! One message for each call names both.

use truto_core::crm::CreateAssociation;

fn account() -> &'static truto_core::Account {
    unimplemented!()
}

fn main() {
    let _ = CreateAssociation::builder().send(account()).raw();
    let _ = CreateAssociation::builder().send(account()).stream();
    let _ = CreateAssociation::builder().send(account()).normalized().decode_as::<String>();
}
