//! What no saved call may hold, whoever wrote its text: a path to elsewhere, an account, a header of the client.

use http::HeaderName;
use percent_encoding::percent_decode_str;

use crate::policy::idempotency::IDEMPOTENCY_KEY;
use crate::request::encode::content::Content;
use crate::request::encode::path::push_segment;
use crate::saved::{SavedCall, contracts, identity};
use crate::util::escaped::Escaped;

impl SavedCall {
    /// Why the call is refused. `None` if nothing is wrong with it.
    pub(super) fn refusal(&self) -> Option<String> {
        let Self { contract, endpoint, path, query, headers, content, cursor, .. } = self;
        let named = endpoint.split_once(' ').filter(|(method, _)| *method == contract.method().as_str());
        if named.is_none_or(|(_, named)| contracts::root(named) != contracts::root(path)) {
            return Some("`endpoint` is not that of the path".to_owned());
        }
        if Escaped(endpoint).to_string() != *endpoint {
            return Some("`endpoint` has a character that is not shown".to_owned());
        }
        if contract.method().is_safe() && !matches!(content, Content::None) {
            return Some("a GET has no body".to_owned());
        }
        if cursor.is_some() && !contract.is_paginated() {
            return Some("only a list has a cursor".to_owned());
        }
        of_path(path).or_else(|| self.of_query(query)).or_else(|| of_headers(headers.iter().map(|(name, _)| name)))
    }

    fn of_query(&self, query: &str) -> Option<String> {
        if !has_only(query, "&=,") {
            return Some("`query` has a character that is not percent-encoded".to_owned());
        }
        query.split('&').find_map(|pair| {
            let key = identity::decoded(pair.split('=').next().unwrap_or_default());
            // Some servers trim a name.
            let reason = self.reserved(key.trim());
            reason.map(|reason| format!("`query` sets `{}`: {reason}", Escaped(key.trim())))
        })
    }
}

fn of_path(path: &str) -> Option<String> {
    // What a segment may hold (RFC 3986, section 3.3).
    if !has_only(path, "/:@!$&'()*+,;=") {
        return Some("`path` has a character that is not percent-encoded".to_owned());
    }
    let path = path.strip_prefix('/').unwrap_or(path);
    let segments = path.strip_suffix('/').unwrap_or(path).split('/');
    segments.into_iter().find_map(|segment| {
        let Ok(decoded) = percent_decode_str(segment).decode_utf8() else {
            return Some("`path` is not UTF-8".to_owned());
        };
        push_segment(&mut String::new(), &decoded, true).err().map(|reason| format!("a segment of `path` {reason}"))
    })
}

fn of_headers<'a>(names: impl Iterator<Item = &'a HeaderName>) -> Option<String> {
    let mut known: Vec<&HeaderName> = Vec::new();
    for name in names {
        if let Some(why) = truto_names::why_owned(name.as_str()).filter(|_| *name != IDEMPOTENCY_KEY) {
            return Some(format!("the header `{name}` cannot be set by a call: {why}"));
        }
        if known.contains(&name) {
            return Some(format!("the header `{name}` is given twice"));
        }
        known.push(name);
    }
    None
}

/// Whether a text has unreserved characters, encoded ones, and these.
fn has_only(text: &str, allowed: &str) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let is_allowed = match byte {
            b'%' => (0..2).all(|_| bytes.next().is_some_and(|digit| digit.is_ascii_hexdigit())),
            byte => byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || allowed.as_bytes().contains(&byte),
        };
        if !is_allowed {
            return false;
        }
    }
    true
}
