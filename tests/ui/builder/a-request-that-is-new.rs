// errors: 1
//! A request is built with `builder`.
//! The page on rustc's messages shows it.

use truto_core::crm::CreateAssociation;

fn main() {
    let _ = CreateAssociation::new("1");
}
