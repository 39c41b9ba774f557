//! The name that the API gives to an endpoint: `POST /unified/crm/contacts` is the method `create` of `crm/contacts`.

use core::fmt;

use crate::contract::{Contract, Method};

/// A method of the unified API: its model, its resource, and its name.
///
/// Capabilities, meta routes and batches use these names.
///
/// ```
/// use truto_core::Endpoint;
/// use truto_core::contract::UnifiedMethod;
/// use truto_core::crm::CreateAssociation;
///
/// let method = UnifiedMethod::of(CreateAssociation::CONTRACT).unwrap();
/// assert_eq!((method.model(), method.resource(), method.name()), ("crm", "associations", "create"));
/// assert_eq!(method.to_string(), "crm/associations create");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UnifiedMethod {
    model: &'static str,
    resource: &'static str,
    name: &'static str,
}

impl UnifiedMethod {
    /// Reads the names from a contract. `None` if its path is not `/unified/{model}/{resource}`, with an id or the name of a custom
    /// method behind it, or if the names are placeholders.
    #[must_use]
    pub fn of(contract: &Contract) -> Option<Self> {
        let mut segments = contract.path().strip_prefix("/unified/")?.split('/');
        let (model, resource, last) = (segments.next()?, segments.next()?, segments.next());
        let name = method_name(contract.method(), last);
        let is_name = |segment: &str| !segment.is_empty() && !segment.starts_with('{');
        let are_names = is_name(model) && is_name(resource) && !name.starts_with('{');
        (are_names && segments.next().is_none()).then_some(Self { model, resource, name })
    }

    getters! {
        /// Name of the model: `crm`.
        model -> &'static str = model;
        /// Name of the resource: `contacts`.
        resource -> &'static str = resource;
        /// Name of the method: `list`, `get`, `create`, `update`, `delete`, or a custom method such as `merge`.
        name -> &'static str = name;
    }
}

/// The name that the API gives to a call of a resource: `list`, `get`, `create`, `update`, `delete`, or a custom method.
///
/// `last` is the segment of the path behind the resource, if there is such a segment. After a `POST` it is always a method, and
/// after any other verb it is always an id.
///
/// ```
/// use truto_core::contract::{Method, method_name};
///
/// assert_eq!(method_name(Method::Get, None), "list");
/// assert_eq!(method_name(Method::Get, Some("7")), "get");
/// assert_eq!(method_name(Method::Post, Some("merge")), "merge");
/// ```
#[must_use]
pub fn method_name(verb: Method, last: Option<&str>) -> &str {
    match (verb, last) {
        (Method::Get, None) => "list",
        (Method::Get, Some(_)) => "get",
        (Method::Post, None) => "create",
        (Method::Post, Some(custom)) => custom,
        (Method::Put | Method::Patch, _) => "update",
        (Method::Delete, _) => "delete",
    }
}

impl fmt::Display for UnifiedMethod {
    /// `crm/contacts create`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{} {}", self.model, self.resource, self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_have_the_names_of_the_api() {
        for (verb, path, expected) in [
            (Method::Get, "/unified/crm/contacts", Some("list")),
            (Method::Get, "/unified/crm/contacts/{id}", Some("get")),
            (Method::Post, "/unified/crm/contacts", Some("create")),
            (Method::Post, "/unified/crm/contacts/merge", Some("merge")),
            (Method::Patch, "/unified/crm/contacts/{id}", Some("update")),
            (Method::Patch, "/unified/crm/contacts", Some("update")),
            (Method::Delete, "/unified/crm/contacts/{id}", Some("delete")),
            (Method::Post, "/unified/crm/contacts/{method}", None),
            (Method::Get, "/unified/crm/contacts/meta/list", None),
            (Method::Get, "/unified/{model}/{resource}", None),
            (Method::Get, "/unified/crm", None),
            (Method::Get, "/proxy/contacts", None),
        ] {
            let contract = Contract::new("X", verb, path, &[]);
            let found = UnifiedMethod::of(&contract);
            assert_eq!(found.map(|method| method.name()), expected, "{contract}");
            if let Some(found) = found {
                assert_eq!((found.model(), found.resource()), ("crm", "contacts"));
            }
        }
    }
}
