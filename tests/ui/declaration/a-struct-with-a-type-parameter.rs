// errors: 1
//! A contract describes one request.
//! The parameter is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote<T> {
    pub title: T,
}

fn main() {}
