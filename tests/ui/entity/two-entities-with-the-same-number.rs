// errors: 1
//! Rules identify an entity by a hash of its name.
//! Two names of one number do not happen by themselves, and are told apart by a word.

use truto_core::UnifiedEntity;

#[derive(UnifiedEntity)]
pub enum Word {
    Funahe,
    Oecora,
}

fn main() {}
