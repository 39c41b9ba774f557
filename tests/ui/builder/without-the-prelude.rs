// errors: 1
//! A module without the prelude, and a declaration without `no_prelude`.
//! rustc does not resolve `#[diagnostic::…]` there.
#![no_implicit_prelude]

use ::std::string::String;
use ::truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
