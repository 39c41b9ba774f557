// errors: 1
//! Its setter would hide the method that sends.
//! The message keeps the name on the wire.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/mails")]
pub struct Mail {
    pub to: String,
    pub send: Option<bool>,
}

fn main() {}
