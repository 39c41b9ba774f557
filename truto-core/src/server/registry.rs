//! The endpoints of a program as one value, for routing and for schemas.
//!
//! `endpoints![A, B]` makes one at compile time and refuses two endpoints with the same method and path.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use crate::contract::{Contract, Method};
use crate::server::registration::Registration;

/// A list of endpoints in which each method and path occurs once. [`endpoints!`](crate::endpoints) makes one.
///
/// ```
/// use truto_core::contract::Method;
/// use truto_core::crm::CreateAssociation;
/// use truto_core::server::Found;
/// use truto_core::{Endpoint, Registry, endpoints, unified_endpoint};
///
/// /// Reads a contact.
/// #[unified_endpoint(GET, "/unified/crm/contacts/{id}")]
/// pub struct GetContact {
///     pub id: String,
/// }
///
/// const API: Registry = endpoints![CreateAssociation, GetContact];
///
/// assert_eq!(API.iter().count(), 2);
/// let Found::Registered(endpoint, path) = API.find("GET", "/unified/crm/contacts/a%20b") else { panic!() };
/// assert_eq!(endpoint.contract(), GetContact::CONTRACT);
/// assert_eq!(path["id"], "a b");
/// let Found::OtherMethods(methods) = API.find("GET", "/unified/crm/associations") else { panic!() };
/// assert_eq!(methods, [Method::Post]);
/// assert!(matches!(API.find("POST", "/unified/crm/links"), Found::Nothing));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Registry {
    registrations: Cow<'static, [Registration]>,
}

/// The result of [`Registry::find`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Found {
    /// The endpoint, and the decoded values of its path by placeholder.
    Registered(Registration, Map<String, Value>),
    /// The path exists with these other methods, sorted by name.
    OtherMethods(Vec<Method>),
    /// No endpoint has this path.
    Nothing,
}

impl Registry {
    #[doc(hidden)]
    #[must_use]
    pub const fn of(registrations: &'static [Registration]) -> Self {
        Self { registrations: Cow::Borrowed(registrations) }
    }

    /// Adds an endpoint, or replaces the one with the same method and path.
    #[must_use]
    pub fn with(mut self, registration: Registration) -> Self {
        let all = self.registrations.to_mut();
        all.retain(|known| !are_the_same(known.contract(), registration.contract()));
        all.push(registration);
        self
    }

    /// Iterates over the endpoints in the order of the list.
    pub fn iter(&self) -> impl Iterator<Item = Registration> {
        self.registrations.iter().copied()
    }

    /// Finds the endpoint for a request line. `path` is percent-encoded and has no query.
    ///
    /// If several templates match, the earliest literal segment wins: `/contacts/merge` does not match `/contacts/{id}`.
    #[must_use]
    pub fn find(&self, method: &str, path: &str) -> Found {
        let mut best: Option<(Vec<bool>, Registration, Map<String, Value>)> = None;
        let mut methods = Vec::new();
        for registration in self.iter() {
            let contract = registration.contract();
            let Some((literals, values)) = fit(contract.path(), path) else { continue };
            if contract.method().as_str() != method {
                methods.push(contract.method());
            } else if best.as_ref().is_none_or(|(most, ..)| literals > *most) {
                best = Some((literals, registration, values));
            }
        }
        match best {
            Some((_, registration, values)) => Found::Registered(registration, values),
            None if methods.is_empty() => Found::Nothing,
            None => {
                methods.sort_unstable_by_key(|method| method.as_str());
                methods.dedup();
                Found::OtherMethods(methods)
            }
        }
    }
}

/// Matches a path with a template: which segments are literal, and the values of the others.
fn fit(template: &str, path: &str) -> Option<(Vec<bool>, Map<String, Value>)> {
    let mut literals = Vec::new();
    let mut values = Map::new();
    let mut segments = path.split('/');
    for expected in template.split('/') {
        let segment = segments.next()?;
        let placeholder = expected.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        literals.push(placeholder.is_none());
        match placeholder {
            Some(_) if segment.is_empty() => return None,
            Some(name) => {
                let value = percent_decode_str(segment).decode_utf8_lossy().into_owned();
                values.insert(name.to_owned(), Value::String(value));
            }
            None if expected == segment => {}
            None => return None,
        }
    }
    segments.next().is_none().then_some((literals, values))
}

/// Creates a [`Registry`] of endpoints, in a `const` or a `static` too.
///
/// Two endpoints with the same method, and with paths that differ in the names of placeholders at most, do not compile:
///
/// ```compile_fail
/// use truto_core::{Registry, endpoints, unified_endpoint};
///
/// #[unified_endpoint(GET, "/unified/crm/contacts/{id}")]
/// pub struct GetContact {
///     pub id: String,
/// }
///
/// #[unified_endpoint(GET, "/unified/crm/contacts/{key}")]
/// pub struct FindContact {
///     pub key: String,
/// }
///
/// const API: Registry = endpoints![GetContact, FindContact]; // truto::E21
/// ```
#[macro_export]
macro_rules! endpoints {
    ($($endpoint:ty),* $(,)?) => {
        {
            const ALL: &[$crate::server::Registration] = &[$($crate::server::Registration::of::<$endpoint>()),*];
            // An item: `cargo check` does not evaluate other constants in the body of a function.
            const _: () = $crate::generated::refuse_duplicates(ALL);
            $crate::Registry::of(ALL)
        }
    };
}

/// Panics if two endpoints have the same method and path: at compile time, and at the place of the caller.
#[doc(hidden)]
#[track_caller]
#[allow(clippy::panic, reason = "a panic of a const evaluation is a compile error")]
pub const fn refuse_duplicates(registrations: &[Registration]) {
    let mut later = 1;
    while later < registrations.len() {
        let mut earlier = 0;
        while earlier < later {
            let (one, other) = (registrations[earlier].contract(), registrations[later].contract());
            if are_the_same(one, other) {
                let message = Message::new()
                    .add("`")
                    .add(one.name())
                    .add("` and `")
                    .add(other.name())
                    .add("` have the same method and path, `")
                    .add(one.method().as_str())
                    .add(" ")
                    .add(one.path())
                    .add("`: remove one of the two [truto::E21]");
                panic!("{}", message.as_str());
            }
            earlier += 1;
        }
        later += 1;
    }
}

/// Whether two endpoints match the same request lines. The names of placeholders do not count.
const fn are_the_same(one: &Contract, other: &Contract) -> bool {
    if one.method() as u8 != other.method() as u8 {
        return false;
    }
    let (a, b) = (one.path().as_bytes(), other.path().as_bytes());
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if a[i] != b[j] {
            return false;
        }
        if a[i] == b'{' {
            i = end_of_segment(a, i);
            j = end_of_segment(b, j);
        } else {
            i += 1;
            j += 1;
        }
    }
    i == a.len() && j == b.len()
}

const fn end_of_segment(path: &[u8], mut at: usize) -> usize {
    while at < path.len() && path[at] != b'/' {
        at += 1;
    }
    at
}

/// A text that is put together at compile time, up to 512 bytes.
struct Message {
    bytes: [u8; 512],
    length: usize,
}

impl Message {
    const fn new() -> Self {
        Self { bytes: [0; 512], length: 0 }
    }

    const fn add(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        let mut at = 0;
        while at < text.len() && self.length < self.bytes.len() {
            self.bytes[self.length] = text[at];
            self.length += 1;
            at += 1;
        }
        self
    }

    const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "two endpoints have the same method and path: remove one of the two [truto::E21]",
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{are_the_same, fit};
    use crate::contract::{Contract, Method};

    #[test]
    fn templates_match_segment_by_segment() {
        let (literals, values) = fit("/unified/crm/contacts/{id}", "/unified/crm/contacts/a%2Fb").unwrap();
        assert_eq!(literals, [true, true, true, true, false]);
        assert_eq!(Value::Object(values), json!({ "id": "a/b" }));
        for path in ["/unified/crm/contacts", "/unified/crm/contacts/", "/unified/crm/contacts/1/2", "/"] {
            assert!(fit("/unified/crm/contacts/{id}", path).is_none(), "{path}");
        }
    }

    #[test]
    fn only_the_names_of_placeholders_do_not_tell_endpoints_apart() {
        let get = |path| Contract::new("X", Method::Get, path, &[]);
        assert!(are_the_same(&get("/a/{id}/b"), &get("/a/{a_longer_key}/b")));
        assert!(!are_the_same(&get("/a/{id}"), &Contract::new("X", Method::Put, "/a/{id}", &[])));
        for path in ["/a/{id}/c", "/a/{id}", "/a/merge/b", "/a/{id}/b/c", "/a", "/"] {
            assert!(!are_the_same(&get("/a/{id}/b"), &get(path)), "{path}");
        }
    }
}
