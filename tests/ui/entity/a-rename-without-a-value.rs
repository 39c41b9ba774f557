// errors: 1
//! It is unclear which name is meant.
//! The message shows the form.

use truto_core::UnifiedEntity;

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    #[truto(rename)]
    Accounts,
}

fn main() {}
