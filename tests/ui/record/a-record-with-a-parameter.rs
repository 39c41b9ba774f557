// errors: 1
//! A record is data, and a parameter is not.

use truto_core::UnifiedRecord;

#[derive(UnifiedRecord)]
pub struct Contact<T> {
    pub id: T,
}

fn main() {}
