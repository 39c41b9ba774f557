//! The base URL, checked once when the client is built.

use http::Uri;
use http::uri::{Authority, InvalidUri, Parts, PathAndQuery, Scheme};
use url::{Host, Position, Url};

use crate::error::{ConfigError, Error};

const SETTING: &str = "base_url";

/// A checked base URL.
#[derive(Clone, Debug)]
pub(crate) struct BaseUrl {
    url: Url,
    /// Scheme and authority of a request's URI.
    parts: Option<(Scheme, Authority)>,
    only_loopback: bool,
}

/// Where a request goes: to a path with its query below the base URL, or to the URL of a redirect.
#[derive(Clone, Copy)]
pub(crate) enum Target<'a> {
    Path(&'a BaseUrl, &'a str),
    Redirect(&'a Url),
}

impl Target<'_> {
    pub(crate) fn url(self) -> Url {
        match self {
            Self::Path(base_url, path_and_query) => base_url.join(path_and_query),
            Self::Redirect(url) => url.clone(),
        }
    }

    pub(crate) fn uri(self) -> Result<Uri, InvalidUri> {
        match self {
            Self::Path(base_url, path_and_query) => base_url.uri(path_and_query),
            Self::Redirect(url) => url.as_str().parse(),
        }
    }
}

impl BaseUrl {
    /// # Errors
    /// [`Error::Config`] if it is not https (except for loopback and `allow_plain_http`), has parts other than scheme, host, port and
    /// path prefix, or contains the root of a path of the API.
    pub(crate) fn parse(text: &str, allow_plain_http: bool) -> Result<Self, Error> {
        // No message repeats the text, because it may hold credentials.
        let refuse = |problem: &str, fix| -> Error { ConfigError::new(SETTING, problem, fix).into() };
        if let Some(problem) = rewritten(text) {
            return Err(refuse(problem, "write it in full, such as `https://api.truto.one`"));
        }
        let url = Url::parse(text).map_err(|error| {
            refuse(&format!("cannot be parsed ({error})"), "give an absolute URL such as `https://api.truto.one`")
        })?;
        match url.scheme() {
            "https" => {}
            "http" if allow_plain_http || is_loopback(&url) => {}
            "http" => {
                let problem = format!("would send the token unencrypted to `{}`", url.host_str().unwrap_or_default());
                return Err(refuse(&problem, "use https, or `allow_plain_http(true)` in a network that you trust"));
            }
            _ => return Err(refuse("has a scheme other than https", "give a URL that starts with `https://`")),
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(refuse("holds a query or a fragment", "end it with the path"));
        }
        if let Some(root) = root_of_the_api(url.path()) {
            let problem = format!("contains `/{root}`, which is part of each request's path");
            return Err(refuse(&problem, "remove it, as in `https://api.truto.one`"));
        }
        let only_loopback = url.scheme() == "http" && !allow_plain_http;
        let scheme = if url.scheme() == "https" { Scheme::HTTPS } else { Scheme::HTTP };
        let authority = Authority::try_from(&url[Position::BeforeHost..Position::AfterPort]).ok();
        let parts = authority.map(|authority| (scheme, authority));
        Ok(Self { url, parts, only_loopback })
    }

    pub(crate) fn host(&self) -> &str {
        self.url.host_str().unwrap_or_default()
    }

    pub(crate) fn port(&self) -> u16 {
        self.url.port_or_known_default().unwrap_or_default()
    }

    /// Whether it is plain http and allowed only because requests stay on this machine.
    pub(crate) fn is_only_loopback(&self) -> bool {
        self.only_loopback
    }

    /// Whether requests are encrypted.
    pub(crate) fn is_https(&self) -> bool {
        self.url.scheme() == "https"
    }

    /// The URL of a request. No path can change the scheme, host or port.
    pub(crate) fn join(&self, path_and_query: &str) -> Url {
        let (path, query) = match path_and_query.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (path_and_query, None),
        };
        let mut url = self.url.clone();
        match self.prefix() {
            "" => url.set_path(path),
            prefix => url.set_path(&format!("{prefix}{path}")),
        }
        url.set_query(query);
        url
    }

    /// Whether `url`, which is the URL of some request, is that of this path. The text of a URL is what it is parsed from.
    pub(crate) fn is_base_of(&self, url: &Url, path_and_query: &str) -> bool {
        url.as_str().strip_prefix(self.as_str()) == Some(path_and_query)
    }

    /// The same as a URI. It is put together from its parts if a URL parser would change nothing.
    pub(crate) fn uri(&self, path_and_query: &str) -> Result<Uri, InvalidUri> {
        if let (Some((scheme, authority)), true) = (&self.parts, is_normal(path_and_query)) {
            let path_and_query = match self.prefix() {
                "" => PathAndQuery::try_from(path_and_query)?,
                prefix => PathAndQuery::try_from(format!("{prefix}{path_and_query}"))?,
            };
            let mut parts = Parts::default();
            parts.scheme = Some(scheme.clone());
            parts.authority = Some(authority.clone());
            parts.path_and_query = Some(path_and_query);
            if let Ok(uri) = Uri::from_parts(parts) {
                return Ok(uri);
            }
        }
        self.join(path_and_query).as_str().parse()
    }

    fn prefix(&self) -> &str {
        self.url.path().trim_end_matches('/')
    }

    /// The base without a trailing slash, because path templates start with one.
    pub(crate) fn as_str(&self) -> &str {
        self.url.as_str().trim_end_matches('/')
    }
}

/// The part of `text` that a URL parser would silently change, so that requests would go somewhere else.
fn rewritten(text: &str) -> Option<&'static str> {
    if text.bytes().any(|byte| byte.is_ascii_whitespace() || byte.is_ascii_control()) {
        return Some("holds white space or a control character");
    }
    if text.contains('\\') {
        return Some("holds a backslash");
    }
    if text.contains('@') {
        return Some("holds an `@`, as with a user name or a password");
    }
    let Some((_, rest)) = text.split_once("://") else { return Some("has no `//` after its scheme") };
    if rest.starts_with('/') {
        return Some("has no host behind its `//`");
    }
    let path = rest.split(['?', '#']).next().unwrap_or_default();
    let is_dots = |segment: &str| matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..");
    path.split('/').skip(1).any(is_dots).then_some("has `.` or `..` as a segment of its path")
}

/// Whether a URL parser certainly keeps a path with its query as it is.
fn is_normal(path_and_query: &str) -> bool {
    let bytes = path_and_query.as_bytes();
    let path = bytes.split(|byte| *byte == b'?').next().unwrap_or_default();
    // `.` and `..` are segments that it drops, also if they are encoded.
    let may_be_dots = |pair: &[u8]| pair[0] == b'/' && matches!(pair[1], b'.' | b'%');
    path.first() == Some(&b'/')
        && bytes.iter().all(|byte| KEPT[usize::from(*byte)])
        && !path.windows(2).any(may_be_dots)
}

/// The bytes that a URL parser keeps in a path and in a query.
const KEPT: [bool; 256] = {
    let mut kept = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "it is below 256")]
        let letter = byte as u8;
        kept[byte] = letter.is_ascii_alphanumeric()
            || matches!(
                letter,
                b'-' | b'.' | b'_' | b'~' | b'/' | b'%' | b'?' | b'=' | b'&' | b'+' | b',' | b':' | b'@'
            );
        byte += 1;
    }
    kept
};

/// The root of the API's paths, if this path contains it: then too much was pasted. A gateway may have a prefix such as
/// `/proxy/truto`.
fn root_of_the_api(path: &str) -> Option<&'static str> {
    let segments = || path.split('/').filter(|segment| !segment.is_empty());
    let is = |segment: &str, root: &str| segment.eq_ignore_ascii_case(root);
    if segments().any(|segment| is(segment, "unified")) {
        return Some("unified");
    }
    let last = segments().next_back()?;
    ["proxy", "custom"].into_iter().find(|root| is(last, root))
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        // A resolver may ask a server for names below `localhost`.
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn a_prefix_is_kept_and_the_slash_is_not_doubled() {
        for (base, url) in [
            ("https://api.truto.one", "https://api.truto.one/unified/crm?x=1"),
            ("https://api.truto.one/", "https://api.truto.one/unified/crm?x=1"),
            ("https://gate.example:8443/truto/v1/", "https://gate.example:8443/truto/v1/unified/crm?x=1"),
            ("http://127.0.0.1:9", "http://127.0.0.1:9/unified/crm?x=1"),
            ("http://[::1]:9", "http://[::1]:9/unified/crm?x=1"),
            ("http://localhost", "http://localhost/unified/crm?x=1"),
        ] {
            let base = BaseUrl::parse(base, false).unwrap();
            assert_eq!(base.join("/unified/crm?x=1").as_str(), url);
        }
    }

    #[test]
    fn a_path_changes_neither_host_nor_prefix() {
        for (base, path, url) in [
            ("https://api.truto.one", "//evil.example/x?y", "https://api.truto.one//evil.example/x?y"),
            ("https://api.truto.one", "/\\evil.example", "https://api.truto.one//evil.example"),
            ("https://api.truto.one", "/\t/evil.example", "https://api.truto.one//evil.example"),
            ("https://api.truto.one", ".evil.example/x", "https://api.truto.one/.evil.example/x"),
            ("https://api.truto.one", ":9/x", "https://api.truto.one/:9/x"),
            ("https://api.truto.one", "@evil.example/x", "https://api.truto.one/@evil.example/x"),
            ("https://api.truto.one", "https://evil.example/x", "https://api.truto.one/https://evil.example/x"),
            ("https://gate.example/truto", "//x?y=//z", "https://gate.example/truto//x?y=//z"),
            ("https://gate.example//truto//", "/x", "https://gate.example//truto/x"),
            (
                "https://gate.example/tr%75to",
                "/a%2Fb/%20c?d%5B%5D=%26&e=?",
                "https://gate.example/tr%75to/a%2Fb/%20c?d%5B%5D=%26&e=?",
            ),
        ] {
            let base = BaseUrl::parse(base, false).unwrap();
            assert_eq!(base.join(path).as_str(), url, "{path}");
            assert_eq!(base.uri(path).unwrap(), url, "{path}");
        }
    }

    #[test]
    fn the_uri_is_that_of_the_url() {
        for base in
            ["https://api.truto.one", "https://gate.example:8443/truto/v1/", "http://[::1]:9", "https://é.example"]
        {
            let base = BaseUrl::parse(base, false).unwrap();
            for path in [
                "/",
                "/unified/crm/contacts?integrated_account_id=1&x%5By%5D=%C3%A9",
                "/unified/crm/contacts/a%2Fb:c@d,e~f",
                "/a/../b",
                "/a/./b",
                "/a/%2e%2E/b",
                "/a/.../b",
                "/a/..",
                "/a/.b/%c",
                "/a?b=/../c",
                "//a",
                "/a b/é\"<>`{}|^'?a b'\"<>`{}|^[]",
                "/a?b?c",
            ] {
                assert_eq!(base.uri(path).unwrap().to_string(), base.join(path).as_str(), "{path}");
            }
        }
    }

    #[test]
    fn only_plain_http_without_leave_has_to_stay_on_the_machine() {
        for (base, allow, stays) in [
            ("http://127.0.0.1:9", false, true),
            ("http://localhost", false, true),
            ("http://localhost", true, false),
            ("https://localhost", false, false),
            ("https://api.truto.one", false, false),
        ] {
            assert_eq!(BaseUrl::parse(base, allow).unwrap().is_only_loopback(), stays, "{base} {allow}");
        }
    }

    #[test]
    fn a_path_of_the_api_is_refused_with_the_reason() {
        for (base, root) in [
            ("https://api.truto.one/unified", "unified"),
            ("https://api.truto.one/unified/", "unified"),
            ("https://api.truto.one/unified//", "unified"),
            ("https://api.truto.one//Unified", "unified"),
            ("https://api.truto.one/unified/crm", "unified"),
            ("https://api.truto.one/unified/crm/contacts/", "unified"),
            ("https://gate.example/truto/v1/unified", "unified"),
            ("http://127.0.0.1:9/unified", "unified"),
            ("https://api.truto.one/proxy", "proxy"),
            ("https://api.truto.one/proxy/", "proxy"),
            ("https://api.truto.one/custom", "custom"),
            ("https://gate.example/proxy/custom/", "custom"),
        ] {
            let error = BaseUrl::parse(base, false).unwrap_err().to_string();
            let problem = format!("`base_url` contains `/{root}`, which is part of each request's path: remove it");
            assert!(error.starts_with(&problem), "{base}: {error}");
        }
        for base in
            ["https://unified.example/", "https://gate.example/proxy/truto", "https://gate.example/unified-api/custom1"]
        {
            BaseUrl::parse(base, false).unwrap();
        }
    }

    #[test]
    fn what_would_leak_or_mislead_is_refused() {
        for base in [
            "http://api.truto.one",
            "http://localhost.example.com",
            "http://10.0.0.1",
            "ftp://api.truto.one",
            "api.truto.one",
            "",
            "https://user:pass@api.truto.one",
            "https://api.truto.one?x=1",
            "https://api.truto.one#x",
            "http://tenant.localhost",
            " https://api.truto.one",
            "https://api.truto.one\n",
            "https://api.tru\tto.one",
            "https://api.truto.one/a b",
            "https://api.truto.one/\u{0}",
            "https:\\\\api.truto.one",
            "https://api.truto.one\\.evil.example",
            "https:api.truto.one",
            "https:/api.truto.one",
            "https:///api.truto.one",
            "https://@api.truto.one",
            "https://api.truto.one/@x",
            "https://api.truto.one/a/../b",
            "https://api.truto.one/a/./b",
            "https://api.truto.one/a/..",
            "https://api.truto.one/a/%2E%2e/b",
            "https://api.truto.one/.%2e",
        ] {
            let error = BaseUrl::parse(base, false).unwrap_err().to_string();
            assert!(error.starts_with("`base_url` "), "{error}");
            assert!(!error.contains("pass@") && !error.contains("user:"), "{error}");
        }
        assert!(BaseUrl::parse("http://10.0.0.1", true).is_ok());
    }
}
