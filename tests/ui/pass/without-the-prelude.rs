//! Nothing is in scope without an import, and generated code does not import anything.

#![no_implicit_prelude]

use ::std::option::Option;
use ::std::string::String;
use ::std::vec::Vec;

#[::truto_core::unified_endpoint(PATCH, "/unified/crm/links")]
#[truto(no_prelude)]
pub struct ChangeLinks {
    #[truto(within = "links")]
    pub accounts: Option<Vec<::truto_core::Reference>>,
    pub name: ::truto_core::Patch<String>,
    pub note: Option<String>,
    #[truto(default)]
    pub count: u32,
}

#[derive(::truto_core::UnifiedEntity)]
#[truto(no_prelude)]
pub enum Kind {
    Calls,
    Mails,
}

#[::truto_core::unified_endpoint(POST, "/unified/crm/logs/{id}")]
#[truto(no_prelude)]
pub struct LogCall {
    pub id: String,
    #[truto(entity)]
    pub kind: Kind,
    #[truto(only_for(Calls))]
    pub seconds: Option<u32>,
}

#[::core::prelude::v1::test]
fn rules_hold_without_it_too() {
    let log = LogCall::builder().id("1").kind(kind::Calls).seconds(3).build();
    ::std::assert_eq!(log.seconds, Option::Some(3));
    ::std::assert!(LogCall::builder().id("1").kind(Kind::Mails).seconds(3).build().is_err());
}

#[::core::prelude::v1::test]
fn the_request_is_built() {
    let links = ChangeLinks::builder().accounts(["2"]).name("n").clear_name().count(1).build();
    ::std::assert_eq!(links.accounts.map(|accounts| accounts.len()), Option::Some(1));
}
