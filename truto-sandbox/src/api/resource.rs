//! The name of a unified method: `POST /unified/crm/associations` is `create` on `crm/associations`.
//!
//! The meta and capabilities routes use these names.

use truto_core::contract::{Contract, Method};

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
        let model = segments.next()?;
        let name = segments.next()?;
        let last = segments.next_back();
        let method = match (contract.method(), last) {
            (Method::Get, None) => "list",
            (Method::Get, Some(_)) => "get",
            (Method::Post, None) => "create",
            (Method::Post, Some(custom)) if !custom.starts_with('{') => custom,
            (Method::Delete, _) => "delete",
            _ => "update",
        };
        Some(Self { model, name, method })
    }

    /// `crm/associations`
    pub(crate) fn path(&self) -> String {
        format!("{}/{}", self.model, self.name)
    }
}

#[cfg(test)]
mod tests {
    use truto_core::contract::{Contract, Method};

    use super::Resource;

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
}
