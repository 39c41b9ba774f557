// errors: 1
//! A comment and a literal that name the attribute, `#![no_implicit_prelude]`, give nothing up.
//! The message is in our words, which rustc does not know without the prelude.

use truto_core::unified_endpoint;

const TEXT: &str = "#![no_implicit_prelude]";

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
}

fn main() {
    let _ = (TEXT, CreateNote::builder().build());
}
