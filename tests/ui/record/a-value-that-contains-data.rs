// errors: 2
//! A value is only a name.

use truto_core::record::UnifiedEnum;

#[derive(Clone, UnifiedEnum)]
pub enum Kind {
    Work,
    Other(String),
    #[truto(rename = "work")]
    Office,
}

fn main() {}
