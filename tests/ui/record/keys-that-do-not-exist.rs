// errors: 4
//! A key is suggested if it is clear what is meant.

use truto_core::UnifiedRecord;

#[derive(UnifiedRecord)]
#[truto(setter)]
pub struct Contact {
    #[truto(renam = "Id")]
    pub id: String,
    #[truto(sensitive)]
    pub token: Option<String>,
    #[truto(query)]
    pub name: Option<String>,
}

fn main() {}
