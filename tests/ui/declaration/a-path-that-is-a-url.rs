// errors: 1
//! The client adds scheme and host.
//! The caret is where the host begins.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "https://api.truto.one/unified/crm/notes")]
pub struct ReadNote {
    pub limit: Option<u32>,
}

fn main() {}
