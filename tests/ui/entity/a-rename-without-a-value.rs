// errors: 1
//! Which name, nobody can tell.
//! The message shows the form.

use truto_core::UnifiedEntity;

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    #[truto(rename)]
    Accounts,
}

fn main() {}
