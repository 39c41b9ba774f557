// errors: 1
//! A member of an object has a name.

use truto_core::UnifiedRecord;

#[derive(UnifiedRecord)]
pub struct Contact(String);

fn main() {}
