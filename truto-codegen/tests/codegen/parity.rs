//! What the official SDKs have, row by row (`tests/sdk-parity.json`), against what can be called here.
//!
//! A row names an endpoint of the platform or something of [`CALLABLE`], or has a reason why it is left out.

use std::collections::BTreeSet;
use std::fs;

use truto_codegen::tree::Tree;
use truto_core::batch::Batch;
use truto_core::dynamic::{Proxy, Resource, Unified};
use truto_core::paging::{Items, Pages};
use truto_core::platform::{self, CallMcp};
use truto_core::{Account, Bulk, Client, Error, Json, Sending};

use crate::support::here;

/// Names beside the endpoints of the platform. Each is used here, so that a name without its item does not compile.
macro_rules! callable {
    ($($name:literal: $use:expr,)+) => {
        const CALLABLE: &[&str] = &[$($name),+];

        /// Never called: that it compiles is the test.
        #[expect(dead_code, reason = "the uses are checked by the compiler")]
        fn uses() {
            $(let _ = $use;)+
        }
    };
}

callable! {
    "Account::custom": |account: &Account| account.custom("PUT", "/v1/notes").json(&Json::Null).send(),
    "Account::meta": |account: &Account| account.meta("crm", "contacts", "list"),
    "Account::proxy.call": |proxy: &Resource<Proxy>| proxy.call("name", &Json::Null).send(),
    "Account::proxy.create": |proxy: &Resource<Proxy>| proxy.create(&Json::Null).send(),
    "Account::proxy.delete": |proxy: &Resource<Proxy>| proxy.delete("1").send(),
    "Account::proxy.get": |proxy: &Resource<Proxy>| proxy.get("1").send(),
    "Account::proxy.list": |account: &Account| account.proxy("tickets").list().items(),
    "Account::proxy.update": |proxy: &Resource<Proxy>| proxy.update("1", &Json::Null).send(),
    "Account::unified.call": |unified: &Resource<Unified>| unified.call("merge", &Json::Null).send(),
    "Account::unified.create": |unified: &Resource<Unified>| unified.create(&Json::Null).send(),
    "Account::unified.delete": |unified: &Resource<Unified>| unified.delete("1").send(),
    "Account::unified.get": |unified: &Resource<Unified>| unified.get("1").send(),
    "Account::unified.list": |account: &Account| account.unified("crm", "contacts").list().items(),
    "Account::unified.update": |unified: &Resource<Unified>| unified.update("1", &Json::Null).send(),
    "Batch::send": |batch: &Batch| drop(batch.send()),
    "Bulk::new": |calls: Vec<(u8, Sending<Json>)>| Bulk::new(calls),
    "CallMcp::call_tool": || CallMcp::call_tool("token", "name", Json::Null),
    "CallMcp::initialize": || CallMcp::initialize("token", "name", "1"),
    "CallMcp::list_tools": || CallMcp::list_tools("token"),
    "Client::builder": || Client::builder().token("token").base_url("https://api.example"),
    "Error": |error: &Error| error.to_string(),
    "Error::is_timeout": |error: &Error| error.is_timeout(),
    "Items::all": async |items: &mut Items<Json>| items.all(100).await,
    "Items::try_next": async |items: &mut Items<Json>| items.try_next().await,
    "Pages::try_next": async |pages: &mut Pages<Json>| pages.try_next().await,
    "Sending::raw": |sending: Sending<Json>| sending.raw(),
}

#[test]
fn everything_that_an_sdk_has_can_be_called() {
    let file = fs::read_to_string(here().join("tests/sdk-parity.json")).unwrap();
    let rows: Tree = serde_json::from_str(&file).unwrap();
    let registry = platform::endpoints();
    let endpoints: BTreeSet<&str> = registry.iter().map(|registration| registration.contract().name()).collect();
    let mut named = BTreeSet::new();
    let mut missing = Vec::new();
    let mut left_out = 0;
    let mut check = |row: String, what: &Tree| match (what.text(), what.text_of("left_out")) {
        (Some(name), _) => {
            if !endpoints.contains(name) && !CALLABLE.contains(&name) {
                missing.push(format!("{row}: {name}"));
            }
            named.insert(name.to_owned());
        }
        (None, Some(reason)) if !reason.is_empty() => left_out += 1,
        _ => missing.push(format!("{row}: neither a name nor a reason")),
    };
    let mut counts = [("ts", 0), ("py", 0)];
    for section in ["resources", "clients"] {
        for (class, sdks) in rows.get(section).unwrap().members() {
            for (sdk, count) in &mut counts {
                for (method, what) in sdks.get(sdk).unwrap().members() {
                    *count += usize::from(section == "resources");
                    check(format!("{sdk} {class}.{method}"), what);
                }
            }
        }
    }
    for (route, what) in rows.get("routes").unwrap().members() {
        check(route.to_owned(), what);
    }
    assert!(missing.is_empty(), "rows of the SDKs that nothing covers:\n{missing:#?}");
    // The public methods of the resources in the sources of both SDKs.
    assert_eq!(counts, [("ts", 143), ("py", 141)]);
    let unused: Vec<_> = endpoints.iter().filter(|name| !named.contains(**name)).collect();
    assert!(unused.is_empty(), "endpoints that no row names: {unused:?}");
    let unused: Vec<_> = CALLABLE.iter().filter(|name| !named.contains(**name)).collect();
    assert!(unused.is_empty(), "names that no row has: {unused:?}");
    println!("{counts:?}, {} names, {left_out} methods left out", named.len());
}
