//! Finds the route of a request in the table.

use http::Method;

use super::resource::{Resource, Route};
use super::table::RESOURCES;

/// What the paths of accounts begin with.
pub(super) const DATA_PLANE: [&str; 3] = ["/unified/", "/proxy/", "/custom/"];

/// What the table says of a request.
#[derive(Debug)]
pub(crate) enum Found {
    Route(Matched),
    /// The path takes other methods.
    OtherMethods(Vec<&'static str>),
    Nothing,
}

/// A route with the values of its placeholders.
#[derive(Debug)]
pub(crate) struct Matched {
    pub(super) resource: &'static Resource,
    pub(super) route: &'static Route,
    pub(super) values: Vec<(&'static str, String)>,
}

impl Matched {
    /// Whether the route is the MCP server of an account or of the workspace.
    pub(crate) fn is_mcp(&self) -> bool {
        self.resource.name == "mcp"
    }

    /// The value of the first placeholder of the path.
    pub(crate) fn first_value(&self) -> Option<&str> {
        self.values.first().map(|(_, value)| value.as_str())
    }
}

/// Finds the route of a request. A fixed name beats a placeholder: `me` in `/integrated-account/me` is not an id.
pub(crate) fn find(method: &Method, path: &str) -> Found {
    // The calls of the data plane are many, so they leave here at once.
    let is_data = DATA_PLANE.iter().any(|prefix| path.starts_with(prefix));
    if is_data && !path.starts_with("/unified/meta/") {
        return Found::Nothing;
    }
    let mut found: Vec<Matched> = Vec::new();
    for resource in RESOURCES {
        for route in resource.routes {
            if !is_elsewhere(resource.name, route.name)
                && let Some(values) = values(route.path, path)
            {
                found.push(Matched { resource, route, values });
            }
        }
    }
    let fewest = found.iter().map(|matched| matched.values.len()).min();
    found.retain(|matched| Some(matched.values.len()) == fewest);
    let verb = if *method == Method::HEAD { "GET" } else { method.as_str() };
    let verbs: Vec<&str> = found.iter().map(|matched| matched.route.verb).collect();
    match found.into_iter().find(|matched| matched.route.verb == verb) {
        Some(matched) => Found::Route(matched),
        None if verbs.is_empty() => Found::Nothing,
        None => Found::OtherMethods(verbs),
    }
}

/// Whether another part of the sandbox serves a route. An installation is a row of its own resource.
fn is_elsewhere(resource: &str, route: &str) -> bool {
    matches!(
        (resource, route),
        ("batch-request" | "ping", _)
            | ("unified-meta", "method_meta" | "integration_method_meta")
            | (_, "capabilities" | "install" | "uninstall")
    )
}

/// The values of the placeholders of a path, if it has the form of the template.
fn values(template: &'static str, path: &str) -> Option<Vec<(&'static str, String)>> {
    let mut values = Vec::new();
    let (mut expected, mut segments) = (template.split('/'), path.split('/'));
    loop {
        match (expected.next(), segments.next()) {
            (None, None) => return Some(values),
            (Some(expected), Some(segment)) => match expected.strip_prefix('{').and_then(|name| name.strip_suffix('}'))
            {
                Some(name) if !segment.is_empty() => values.push((name, segment.to_owned())),
                None if expected == segment => {}
                _ => return None,
            },
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::{Found, find};

    fn found(method: &Method, path: &str) -> String {
        match find(method, path) {
            Found::Route(matched) => {
                let values: Vec<String> =
                    matched.values.iter().map(|(name, value)| format!("{name}={value}")).collect();
                format!("{}.{} {}", matched.resource.name, matched.route.name, values.join(" "))
            }
            Found::OtherMethods(verbs) => verbs.join(" "),
            Found::Nothing => String::new(),
        }
    }

    #[test]
    fn a_fixed_name_beats_a_placeholder() {
        for (method, path, expected) in [
            (Method::GET, "/webhook", "webhook.list "),
            (Method::GET, "/webhook/7", "webhook.get id=7"),
            (Method::POST, "/webhook/test", "webhook.test "),
            (Method::GET, "/integrated-account/me", "integrated-account.me_get "),
            (Method::GET, "/integrated-account/7/mcp/8", "mcp-token.get integrated_account_id=7 id=8"),
            (Method::POST, "/datastore/7/test/put", "datastore.test id=7 method=put"),
            (Method::POST, "/environment-integration", "environment-integration.create "),
            (Method::PUT, "/daemon", "POST GET"),
            (Method::HEAD, "/daemon", "daemon.list "),
            (Method::GET, "/unified/crm/contacts/meta/list", ""),
            (Method::GET, "/unified/meta/crm/attio", "unified-meta.integration_docs model=crm integration=attio"),
            (Method::GET, "/webhook/", ""),
            (Method::GET, "/webhooks", ""),
        ] {
            assert_eq!(found(&method, path), expected, "{method} {path}");
        }
    }
}
