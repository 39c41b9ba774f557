//! Nothing is in scope that is not imported; what is generated imports nothing.
//! rustc finds `#[diagnostic::…]` only with the prelude, and a builder with required fields has some: not here.

#![no_implicit_prelude]

use ::std::option::Option;
use ::std::string::String;
use ::std::vec::Vec;

#[::truto_core::unified_endpoint(PATCH, "/unified/crm/links")]
pub struct ChangeLinks {
    #[truto(within = "links")]
    pub accounts: Vec<::truto_core::Reference>,
    pub name: ::truto_core::Patch<String>,
    pub note: Option<String>,
    #[truto(default)]
    pub count: u32,
}

#[::core::prelude::v1::test]
fn the_request_is_built() {
    let links = ChangeLinks::builder().accounts(["2"]).name("n").clear_name().count(1).build();
    ::std::assert_eq!(links.accounts.len(), 1);
}
