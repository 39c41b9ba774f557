// errors: 1
//! Only a request leaves a field alone.

use truto_core::{Patch, UnifiedRecord};

#[derive(UnifiedRecord)]
pub struct Contact {
    pub id: String,
    pub phone: Patch<String>,
}

fn main() {}
