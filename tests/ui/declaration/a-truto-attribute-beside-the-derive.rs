// errors: 1
//! The attribute of the struct is forgotten, and the derive of an enum has one of the same name.
//! What rustc offers is nothing that nobody has heard of.

use truto_core::*;

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
}

pub struct CreateNote {
    #[truto(secret)]
    pub title: String,
}

fn main() {}
