//! The identity of a saved call: a hash of its values, in which their spelling and an order without a meaning do not count.
//!
//! It is made of what is sent, and not of the caller's types, so that a call that was read from its text has the same identity.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use crate::contract::common::EXCLUDE_FIELDS;
use crate::request::encode::content::Content;
use crate::request::encode::multipart::PartValue;
use crate::saved::SavedCall;
use crate::types::file::File;
use crate::util::encode::Encode;
use crate::util::encoder::Encoder;

/// Increases when the same call gets another identity.
const VERSION: &[u8] = b"truto saved call 1";

/// The identity of a call, with its cursor.
pub(super) fn of_call(call: &SavedCall) -> [u8; 16] {
    let mut hash = Hash::new();
    hash.request(call, |_| true);
    hash.part(call.cursor.as_deref().unwrap_or_default());
    hash.finish()
}

/// The identity of a listing, for its checkpoints: of any page, and with any API key in a secret header.
pub(super) fn of_list(call: &SavedCall) -> Vec<u8> {
    let mut hash = Hash::new();
    hash.request(call, |value| !call.secrets.iter().any(|secret| secret.as_bytes() == value));
    hash.finish().to_vec()
}

/// A text of the query without its percent-encoding.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

struct Hash(Sha256);

impl Hash {
    fn new() -> Self {
        Self(Sha256::new_with_prefix(VERSION))
    }

    fn finish(self) -> [u8; 16] {
        let mut half = [0; 16];
        half.copy_from_slice(&self.0.finalize()[..16]);
        half
    }

    /// Adds a part. Its length comes first, so that no two rows of parts are the same.
    fn part(&mut self, bytes: impl AsRef<[u8]>) {
        let bytes = bytes.as_ref();
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    fn count(&mut self, parts: usize) {
        self.0.update((parts as u64).to_be_bytes());
    }

    fn request(&mut self, call: &SavedCall, counts: impl Fn(&[u8]) -> bool) {
        self.part(&call.endpoint);
        self.part(&call.path);
        self.part(if call.is_paginated() { "list" } else { "call" });
        let pairs = pairs(&call.query);
        self.count(pairs.len());
        for (name, value) in pairs {
            self.part(&*name);
            self.part(&*value);
        }
        let mut headers: Vec<_> = call.headers.iter().filter(|(_, value)| counts(value.as_bytes())).collect();
        headers.sort_by(|(one, _), (other, _)| one.as_str().cmp(other.as_str()));
        self.count(headers.len());
        for (name, value) in headers {
            self.part(name);
            self.part(value);
        }
        match &call.content {
            Content::None => self.part("none"),
            Content::Json(text) => {
                self.part("json");
                self.json(serde_json::from_slice::<&RawValue>(text).as_ref().map_or(&(), |text| text), text);
            }
            Content::File(file) => self.file(file),
            Content::Parts(parts) => {
                self.part("parts");
                self.count(parts.len());
                for part in parts {
                    self.part(&part.name);
                    match &part.value {
                        PartValue::Json(value) => {
                            self.part("json");
                            self.json(value, &[]);
                        }
                        PartValue::File(file) => self.file(file),
                    }
                }
            }
        }
    }

    /// Adds a JSON value, or its text if it has no value, such as one with half a surrogate.
    fn json(&mut self, value: &dyn Encode, text: &[u8]) {
        let mut identity = Vec::new();
        match value.encode(Encoder::identity(&mut identity)) {
            Ok(_) => self.part(identity),
            Err(_) => self.part(text),
        }
    }

    fn file(&mut self, file: &File) {
        self.part("file");
        self.part(file.content_type_text());
        self.part(if file.name().is_some() { "named" } else { "" });
        self.part(file.name().unwrap_or_default());
        self.part(file.bytes());
    }
}

/// The parameters of a query, in an order of their own: different names have no order, and neither have the members of an object,
/// except those of a [`SortBy`](crate::SortBy), whose values are `asc` and `desc`.
fn pairs(query: &str) -> Vec<(Cow<'_, str>, Cow<'_, str>)> {
    fn group<'a>(name: &'a str, value: &str) -> &'a str {
        let root = || name.split('[').next().unwrap_or_default();
        if matches!(value, "asc" | "desc") { root() } else { name }
    }

    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let mut pairs: Vec<_> = pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), decoded(value))
        })
        .collect();
    // The comma list of a filter.
    for (name, value) in &mut pairs {
        if (name.ends_with("[in]") || name.ends_with("[nin]")) && value.contains(',') {
            let mut items: Vec<&str> = value.split(',').collect();
            items.sort_unstable();
            *value = items.join(",").into();
        }
    }
    pairs.sort_by(|(one, its), (other, others)| {
        let by_name = group(one, its).cmp(group(other, others));
        let is_excluded = |name: &str| name.strip_suffix("[]") == Some(EXCLUDE_FIELDS);
        by_name.then_with(|| {
            if is_excluded(one) && is_excluded(other) { its.cmp(others) } else { core::cmp::Ordering::Equal }
        })
    });
    pairs.dedup_by(|one, other| one == other && one.0.strip_suffix("[]") == Some(EXCLUDE_FIELDS));
    pairs
}
