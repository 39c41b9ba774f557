//! What the path of an endpoint tells about its answer. It is found out once, when the contract is made.

use crate::contract::Method;

/// Whether the endpoint is a custom method: `POST /unified/{model}/{resource}/{method}`. What follows the resource of a `POST` is
/// always a method and never an id.
pub(crate) const fn is_custom_method(method: Method, path: &str) -> bool {
    let path = path.as_bytes();
    matches!(method, Method::Post)
        && starts_with(path, b"/unified/")
        && slashes(path) == 4
        && path[path.len() - 1] != b'/'
}

/// Whether the provider's answer comes as it is. Then there is no format to choose.
pub(super) const fn is_verbatim(path: &str) -> bool {
    starts_with(path.as_bytes(), b"/proxy/") || starts_with(path.as_bytes(), b"/custom/")
}

const fn starts_with(path: &[u8], start: &[u8]) -> bool {
    let mut at = 0;
    while at < start.len() {
        if at == path.len() || path[at] != start[at] {
            return false;
        }
        at += 1;
    }
    true
}

const fn slashes(path: &[u8]) -> usize {
    let (mut at, mut count) = (0, 0);
    while at < path.len() {
        if path[at] == b'/' {
            count += 1;
        }
        at += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_custom_method_is_told_by_its_path() {
        for path in ["/unified/crm/contacts/merge", "/unified/{model}/{resource}/{method}"] {
            assert!(is_custom_method(Method::Post, path), "{path}");
            assert!(!is_custom_method(Method::Patch, path), "{path}");
        }
        for path in
            ["/unified/crm/contacts", "/unified/crm/contacts/", "/unified/a/b/c/d", "/proxy/a/b/c", "/unified", "", "/"]
        {
            assert!(!is_custom_method(Method::Post, path), "{path}");
        }
        assert!(is_verbatim("/proxy/tickets") && is_verbatim("/custom/{path}") && !is_verbatim("/unified/proxy/x"));
    }
}
