// errors: 1
//! The attribute of the struct is missing, and the derive of an enum has an attribute of the same name.
//! rustc suggests only known names.

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
