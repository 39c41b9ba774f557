// errors: 1
//! An enum of names has a derive of its own.

use truto_core::UnifiedRecord;

#[derive(UnifiedRecord)]
pub enum Kind {
    Work,
    Home,
}

fn main() {}
