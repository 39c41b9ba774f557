//! Endpoints that no program declares: any model, any resource of a provider, any path of the custom API.
//!
//! Their contracts have placeholders for all names, and no fields: the sandbox checks nothing in their requests.

use http::Method as HttpMethod;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};
use truto_core::Registry;
use truto_core::contract::{Contract, Method};

use crate::api::resource::Resource;

/// The name of all contracts of this file, which no declaration can have.
pub(crate) const NAME: &str = "any endpoint";

const fn open(method: Method, path: &'static str) -> Contract {
    Contract::new(NAME, method, path, &[])
}

static UNIFIED: [Contract; 8] = [
    open(Method::Get, "/unified/{model}/{resource}").paginated(),
    open(Method::Get, "/unified/{model}/{resource}/{id}"),
    open(Method::Post, "/unified/{model}/{resource}"),
    open(Method::Post, "/unified/{model}/{resource}/{method}"),
    // Some integrations expect the id in the body.
    open(Method::Patch, "/unified/{model}/{resource}"),
    open(Method::Patch, "/unified/{model}/{resource}/{id}"),
    open(Method::Delete, "/unified/{model}/{resource}"),
    open(Method::Delete, "/unified/{model}/{resource}/{id}"),
];

static PROXY: [Contract; 8] = [
    open(Method::Get, "/proxy/{resource}").paginated(),
    open(Method::Get, "/proxy/{resource}/{id}"),
    open(Method::Post, "/proxy/{resource}"),
    open(Method::Post, "/proxy/{resource}/{method}"),
    open(Method::Patch, "/proxy/{resource}"),
    open(Method::Patch, "/proxy/{resource}/{id}"),
    open(Method::Delete, "/proxy/{resource}"),
    open(Method::Delete, "/proxy/{resource}/{id}"),
];

static CUSTOM: [Contract; 5] = [
    open(Method::Get, "/custom/{path}"),
    open(Method::Post, "/custom/{path}"),
    open(Method::Put, "/custom/{path}"),
    open(Method::Patch, "/custom/{path}"),
    open(Method::Delete, "/custom/{path}"),
];

/// The name of the placeholder behind `/custom/`. Its value may have slashes.
pub(crate) const CUSTOM_PATH: &str = "path";

/// The first segment of paths that describe a model, so that no model has this name.
const META: &str = "meta";

/// An endpoint that is not declared, with the values of the placeholders of its path.
pub(crate) type OpenEndpoint = (&'static Contract, Map<String, Value>);

/// Finds the endpoint of a resource of any model.
///
/// A resource that a program declares has only the methods that are declared.
pub(crate) fn unified(registry: &Registry, method: &HttpMethod, path: &str) -> Option<OpenEndpoint> {
    let (contract, values) = find(&UNIFIED, method, path)?;
    let is = |name: &str, expected: &str| values.get(name).and_then(Value::as_str) == Some(expected);
    let is_declared = |of: Resource| is("model", of.model) && is("resource", of.name);
    let mut contracts = registry.iter().map(|registration| registration.contract());
    let is_taken = is("model", META) || contracts.any(|contract| Resource::of(contract).is_some_and(is_declared));
    (!is_taken).then_some((contract, values))
}

/// Finds the endpoint of any resource of a provider, or of any path of the custom API.
pub(crate) fn remote(method: &HttpMethod, path: &str) -> Option<OpenEndpoint> {
    if let Some(rest) = path.strip_prefix("/custom/").filter(|rest| !rest.is_empty()) {
        let contract = CUSTOM.iter().find(|contract| contract.method().as_str() == method.as_str())?;
        return Some((contract, Map::from_iter([(CUSTOM_PATH.to_owned(), decoded(rest)?)])));
    }
    find(&PROXY, method, path)
}

fn find(contracts: &'static [Contract], method: &HttpMethod, path: &str) -> Option<OpenEndpoint> {
    let segments: Vec<&str> = path.split('/').collect();
    let values = |contract: &Contract| {
        let template: Vec<&str> = contract.path().split('/').collect();
        if template.len() != segments.len() {
            return None;
        }
        let mut values = Map::new();
        for (expected, segment) in template.into_iter().zip(&segments) {
            match expected.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                Some(name) if !segment.is_empty() => values.insert(name.to_owned(), decoded(segment)?),
                None if expected == *segment => None,
                _ => return None,
            };
        }
        Some(values)
    };
    let mut contracts = contracts.iter().filter(|contract| contract.method().as_str() == method.as_str());
    contracts.find_map(|contract| Some((contract, values(contract)?)))
}

fn decoded(segment: &str) -> Option<Value> {
    percent_decode_str(segment).decode_utf8().ok().map(|text| Value::String(text.into_owned()))
}

#[cfg(test)]
mod tests {
    use http::Method;
    use serde_json::{Value, json};
    use truto_core::Registry;

    use super::{remote, unified};
    use crate::api::endpoints::SERVED;

    fn found(method: &Method, path: &str) -> Option<(String, Value)> {
        let any = unified(&Registry::default(), method, path).or_else(|| remote(method, path));
        any.map(|(contract, values)| (contract.to_string(), Value::Object(values)))
    }

    #[test]
    fn behind_a_resource_a_post_names_a_method_and_anything_else_an_id() {
        for (method, placeholder) in
            [(Method::GET, "id"), (Method::PATCH, "id"), (Method::DELETE, "id"), (Method::POST, "method")]
        {
            let (template, values) = found(&method, "/unified/hris/employees/a%20b").unwrap();
            assert_eq!(template, format!("{method} /unified/{{model}}/{{resource}}/{{{placeholder}}}"));
            assert_eq!(values, json!({ "model": "hris", "resource": "employees", (placeholder): "a b" }));
            assert!(found(&method, "/proxy/tickets/merge").unwrap().1[placeholder] == "merge");
        }
        let (_, values) = found(&Method::PUT, "/custom/v1/a%2Fb//c").unwrap();
        assert_eq!(values, json!({ "path": "v1/a/b//c" }));
    }

    #[test]
    fn other_paths_and_declared_resources_are_not_open() {
        for path in
            ["/unified/hris", "/unified//employees", "/unified/hris/employees/1/2", "/proxy/", "/custom/", "/ping"]
        {
            assert_eq!(found(&Method::GET, path), None, "{path}");
        }
        assert_eq!(found(&Method::GET, "/unified/%ff/employees"), None);
        assert_eq!(found(&Method::GET, "/unified/meta/crm/salesforce"), None);
        assert_eq!(found(&Method::PUT, "/unified/hris/employees/1"), None);
        assert!(unified(&SERVED, &Method::GET, "/unified/crm/associations").is_none());
    }
}
