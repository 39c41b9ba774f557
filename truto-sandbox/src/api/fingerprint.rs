//! The fingerprint of a request: two requests with one idempotency key must have the same.
//!
//! The order of members and parameters, blanks, escapes and the boundary of a form do not count.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use http::Method;
use serde_json::{Map, Value};

use crate::api::canonical::canonical;
use crate::api::options::EXCLUDE_FIELDS;
use crate::state::accounts::ACCOUNT;
use crate::state::idempotency::Fingerprint;

/// Computes the fingerprint of a request.
pub(crate) fn fingerprint(method: &Method, query: &Map<String, Value>, body: &[u8]) -> Fingerprint {
    let mut hasher = DefaultHasher::new();
    method.hash(&mut hasher);
    let mut query = query.clone();
    // A key belongs to its account already.
    query.remove(ACCOUNT);
    if let Some(Value::Array(names)) = query.get_mut(EXCLUDE_FIELDS) {
        // The parameter is a set of names.
        names.sort_by_cached_key(Value::to_string);
    }
    canonical(Value::Object(query).to_string().as_bytes()).hash(&mut hasher);
    let body = canonical(body);
    body.hash(&mut hasher);
    Fingerprint { digest: hasher.finish(), length: body.len() }
}
