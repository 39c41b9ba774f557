// errors: 1
//! The values are variants.

use truto_core::record::UnifiedEnum;

#[derive(Clone, UnifiedEnum)]
pub struct Kind {
    pub work: bool,
}

fn main() {}
