//! The contracts of saved calls. The engine needs a contract that lives as long as the program, so that a handful of them, with
//! placeholders, serves all calls. A contract decides what the original decided when the call is sent and answered.

use std::sync::Arc;

use crate::contract::route::is_custom_method;
use crate::contract::{Contract, Method};

const UNIFIED: &str = "/unified/{path}";
/// Its shape tells that the answer of a custom method may stand in `result`.
const CUSTOM_METHOD: &str = "/unified/{model}/{resource}/{method}";
const PROXY: &str = "/proxy/{path}";
const CUSTOM: &str = "/custom/{path}";

/// The contracts of the calls under a path.
macro_rules! contracts {
    ($name:ident, $path:expr) => {
        static $name: [Contract; 6] = [
            Contract::new("SavedCall", Method::Get, $path, &[]),
            Contract::new("SavedCall", Method::Get, $path, &[]).paginated(),
            Contract::new("SavedCall", Method::Post, $path, &[]),
            Contract::new("SavedCall", Method::Put, $path, &[]),
            Contract::new("SavedCall", Method::Patch, $path, &[]),
            Contract::new("SavedCall", Method::Delete, $path, &[]),
        ];
    };
}

contracts!(OF_UNIFIED, UNIFIED);
contracts!(OF_PROXY, PROXY);
contracts!(OF_CUSTOM, CUSTOM);
static OF_CUSTOM_METHOD: Contract = Contract::new("SavedCall", Method::Post, CUSTOM_METHOD, &[]);

/// The contract of a call.
///
/// # Errors
/// Why the call cannot be saved.
pub(super) fn of(method: Method, path: &str, is_paginated: bool) -> Result<&'static Contract, &'static str> {
    if is_custom_method(method, path) {
        return Ok(&OF_CUSTOM_METHOD);
    }
    let contracts = match root(path) {
        Some("unified") => &OF_UNIFIED,
        Some("proxy") => &OF_PROXY,
        Some("custom") => &OF_CUSTOM,
        _ => return Err("its path is not below `/unified/`, `/proxy/` or `/custom/`"),
    };
    let found =
        contracts.iter().find(|contract| contract.method() == method && contract.is_paginated() == is_paginated);
    found.ok_or("a list is a GET")
}

/// The first segment of a path, if there is something below it.
pub(super) fn root(path: &str) -> Option<&str> {
    let (root, rest) = path.strip_prefix('/')?.split_once('/')?;
    (!rest.is_empty()).then_some(root)
}

/// What the endpoint, `POST /unified/crm/contacts`, has in place of the placeholders of the contract.
pub(super) fn names(contract: &Contract, endpoint: &str) -> Arc<[String]> {
    let path = endpoint.split_once(' ').map_or(endpoint, |(_, path)| path);
    let below = path.strip_prefix('/').and_then(|path| path.split_once('/')).map_or(path, |(_, below)| below);
    let most = if contract.path() == CUSTOM_METHOD { 3 } else { 1 };
    below.splitn(most, '/').map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_say_the_endpoint_that_was_saved() {
        for (method, path, endpoint) in [
            (Method::Post, "/unified/crm/contacts", "POST /unified/crm/contacts"),
            (Method::Post, "/unified/crm/contacts/merge", "POST /unified/crm/contacts/merge"),
            (Method::Patch, "/unified/crm/contacts/7", "PATCH /unified/crm/contacts/{id}"),
            (Method::Get, "/proxy/tickets", "GET /proxy/tickets"),
            (Method::Delete, "/custom/v1/a%20b/", "DELETE /custom/v1/a b/"),
        ] {
            let contract = of(method, path, false).unwrap();
            assert_eq!(contract.named(Some(&names(contract, endpoint))).to_string(), endpoint);
        }
    }

    #[test]
    fn a_path_decides_as_that_of_the_declaration_does() {
        let of = |method, path, list| of(method, path, list).unwrap();
        let merge = of(Method::Post, "/unified/crm/contacts/merge", false);
        assert!(merge.is_custom_method() && !merge.is_verbatim());
        assert!(!of(Method::Post, "/unified/crm/contacts", false).is_custom_method());
        assert!(!of(Method::Patch, "/unified/crm/contacts/7", false).is_custom_method());
        assert!(
            of(Method::Post, "/proxy/a/b/c", false).is_verbatim() && of(Method::Get, "/custom/a", true).is_paginated()
        );
    }

    #[test]
    fn another_path_or_list_is_refused() {
        for path in ["", "/", "/unified", "/unified/", "/unifie/x", "//unified/x", "unified/x", "/team/x", "/Unified/x"]
        {
            assert!(of(Method::Get, path, false).unwrap_err().contains("not below"), "{path}");
        }
        assert!(of(Method::Post, "/unified/a/b", true).unwrap_err().contains("a list is a GET"));
    }
}
