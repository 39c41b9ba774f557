//! The name of a unified method: `POST /unified/crm/associations` is `create` on `crm/associations`.
//!
//! The meta and capabilities routes use these names.

use truto_core::contract::{Contract, method_name};

/// The methods that every resource may have, in the order of the documentation.
pub(crate) const STANDARD: [&str; 5] = ["list", "get", "create", "update", "delete"];

/// Model, resource and method of an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Resource {
    pub(crate) model: &'static str,
    pub(crate) name: &'static str,
    pub(crate) method: &'static str,
}

impl Resource {
    /// Reads the names from a contract. `None` for a path that is not `/unified/{model}/{resource}…`.
    pub(crate) fn of(contract: &Contract) -> Option<Self> {
        let mut segments = contract.path().strip_prefix("/unified/")?.split('/');
        let (model, name) = (segments.next()?, segments.next()?);
        Some(Self { model, name, method: method_name(contract.method(), segments.next_back()) })
    }

    /// Resource and method of an endpoint of the proxy. The model is empty.
    pub(crate) fn of_proxy(contract: &Contract) -> Option<Self> {
        let mut segments = contract.path().strip_prefix("/proxy/")?.split('/');
        let name = segments.next()?;
        Some(Self { model: "", name, method: method_name(contract.method(), segments.next_back()) })
    }

    /// Whether all names are known, which those of `/unified/{model}/{resource}` are not.
    pub(crate) fn is_named(&self) -> bool {
        ![self.model, self.name, self.method].iter().any(|name| name.starts_with('{'))
    }

    pub(crate) fn is_standard(&self) -> bool {
        STANDARD.contains(&self.method)
    }
}

/// What a call of the data plane names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Called {
    /// `unified`, or `proxy` for calls of the proxy and of the custom API.
    pub(crate) request_type: &'static str,
    pub(crate) resource: String,
    pub(crate) method: String,
}

impl Called {
    /// Reads the names from a request. `None` for a request that does not reach a provider.
    pub(crate) fn of(verb: &str, path: &str) -> Option<Self> {
        let mut segments = path.strip_prefix('/')?.split('/');
        let (request_type, resource) = match segments.next()? {
            "unified" => ("unified", format!("{}/{}", segments.next()?, segments.next()?)),
            "proxy" => ("proxy", segments.next()?.to_owned()),
            "custom" => ("proxy", segments.by_ref().collect::<Vec<_>>().join("/")),
            _ => return None,
        };
        let method = match (verb, segments.next()) {
            // What describes a method does not call it.
            (_, Some("meta")) => return None,
            ("GET", None) => "list",
            ("GET", Some(_)) => "get",
            ("POST", None) => "create",
            ("POST", Some(name)) => name,
            ("DELETE", _) => "delete",
            _ => "update",
        };
        Some(Self { request_type, resource, method: method.to_owned() })
    }
}

/// The place of a method in a list: the standard methods first, and then the others by name.
pub(crate) fn order(method: &str) -> (usize, &str) {
    (STANDARD.iter().position(|standard| *standard == method).unwrap_or(STANDARD.len()), method)
}

#[cfg(test)]
mod tests {
    use truto_core::contract::{Contract, Method};

    use super::{Resource, order};

    #[test]
    fn methods_have_the_names_of_the_api() {
        for (method, path, expected) in [
            (Method::Get, "/unified/crm/contacts", "list"),
            (Method::Get, "/unified/crm/contacts/{id}", "get"),
            (Method::Post, "/unified/crm/contacts", "create"),
            (Method::Post, "/unified/crm/contacts/merge", "merge"),
            (Method::Patch, "/unified/crm/contacts/{id}", "update"),
            (Method::Delete, "/unified/crm/contacts/{id}", "delete"),
        ] {
            let contract = Contract::new("X", method, path, &[]);
            assert_eq!(Resource::of(&contract), Some(Resource { model: "crm", name: "contacts", method: expected }));
        }
        assert_eq!(Resource::of(&Contract::new("X", Method::Get, "/ping", &[])), None);
    }

    #[test]
    fn the_standard_methods_come_first() {
        let mut methods = ["merge", "delete", "batch-delete", "create", "list"];
        methods.sort_by_key(|method| order(method));
        assert_eq!(methods, ["list", "create", "delete", "batch-delete", "merge"]);
    }
}
