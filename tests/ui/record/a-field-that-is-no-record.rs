// errors: 3
//! A type that is nothing to serde: rustc asks for each of its traits.

use truto_core::UnifiedRecord;

pub struct Address {
    pub city: String,
}

#[derive(UnifiedRecord)]
pub struct Contact {
    pub id: String,
    pub address: Option<Address>,
}

fn main() {}
