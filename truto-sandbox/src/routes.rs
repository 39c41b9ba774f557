//! The routes, made from nothing but the registered contracts.
//!
//! Adding an endpoint is adding a registration: method, path, fields and rules are read from its contract.

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};
use truto_core::endpoint::Registration;

use crate::endpoints::Handler;

/// An endpoint and what it does.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Route {
    pub(crate) registration: Registration,
    pub(crate) handler: Handler,
}

/// What a request line leads to.
#[derive(Debug)]
pub(crate) enum Found<'a> {
    /// An endpoint, with the decoded values of its path fields.
    Endpoint(&'a Route, Map<String, Value>),
    /// The path is known, with these methods.
    OtherMethods(String),
    /// Nothing.
    Nothing,
}

/// Every registered endpoint.
#[derive(Clone, Debug, Default)]
pub(crate) struct Routes {
    routes: Vec<Route>,
}

impl Routes {
    pub(crate) fn add(&mut self, route: Route) {
        let contract = route.registration.contract();
        // The later one wins, so that a test can replace an endpoint.
        self.routes.retain(|known| {
            let known = known.registration.contract();
            known.method() != contract.method() || known.path() != contract.path()
        });
        self.routes.push(route);
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Route> {
        self.routes.iter()
    }

    pub(crate) fn find(&self, method: &str, path: &str) -> Found<'_> {
        let mut best: Option<(usize, &Route, Map<String, Value>)> = None;
        let mut methods: Vec<&str> = Vec::new();
        for route in &self.routes {
            let contract = route.registration.contract();
            let Some((literals, values)) = fit(contract.path(), path) else {
                continue;
            };
            if contract.method().as_str() != method {
                methods.push(contract.method().as_str());
            } else if best.as_ref().is_none_or(|(most, ..)| literals > *most) {
                best = Some((literals, route, values));
            }
        }
        match best {
            Some((_, route, values)) => Found::Endpoint(route, values),
            None if methods.is_empty() => Found::Nothing,
            None => {
                methods.sort_unstable();
                methods.dedup();
                Found::OtherMethods(methods.join(", "))
            }
        }
    }
}

/// How many segments of the template stand literally in the path, and the values of the others.
fn fit(template: &str, path: &str) -> Option<(usize, Map<String, Value>)> {
    let mut literals = 0;
    let mut values = Map::new();
    let mut segments = path.split('/');
    for expected in template.split('/') {
        let segment = segments.next()?;
        match expected.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(_) if segment.is_empty() => return None,
            Some(name) => {
                let value = percent_decode_str(segment).decode_utf8_lossy().into_owned();
                values.insert(name.to_owned(), Value::String(value));
            }
            None if expected == segment => literals += 1,
            None => return None,
        }
    }
    segments.next().is_none().then_some((literals, values))
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use truto_core::crm::CreateAssociation;
    use truto_core::endpoint::Registration;

    use super::{Found, Route, Routes, fit};

    #[test]
    fn templates_match_segment_by_segment() {
        let (literals, values) = fit("/unified/crm/contacts/{id}", "/unified/crm/contacts/a%2Fb").unwrap();
        assert_eq!((literals, serde_json::Value::Object(values)), (4, json!({ "id": "a/b" })));
        for path in ["/unified/crm/contacts", "/unified/crm/contacts/", "/unified/crm/contacts/1/2", "/"] {
            assert!(fit("/unified/crm/contacts/{id}", path).is_none(), "{path}");
        }
    }

    #[test]
    fn a_path_is_found_by_method() {
        let mut routes = Routes::default();
        let registration = Registration::of::<CreateAssociation>();
        routes.add(Route { registration, handler: crate::endpoints::generic });
        routes.add(Route { registration, handler: crate::endpoints::generic });
        assert_eq!(routes.iter().count(), 1, "an endpoint is registered once");
        let path = "/unified/crm/associations";
        assert!(matches!(routes.find("POST", path), Found::Endpoint(..)));
        assert!(matches!(routes.find("GET", path), Found::OtherMethods(allowed) if allowed == "POST"));
        assert!(matches!(routes.find("POST", "/unified/crm/association"), Found::Nothing));
    }
}
