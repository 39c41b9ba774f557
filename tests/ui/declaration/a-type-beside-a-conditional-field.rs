// errors: 1
//! The struct is written before its types are checked.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: &'static str,
    #[cfg(all())]
    pub owner: Option<String>,
}

fn main() {}
