//! The entries of `details.failures`: what Truto's own validation found.

use bytes::Bytes;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::error::unparsed::{Entries, Members, Unparsed};
use crate::redact::{Redactor, first_line, shown};

/// How much of an entry an error shows, in bytes.
const SHOWN_PATH: usize = 120;
const SHOWN_MESSAGE: usize = 400;

/// The members that may hold the path and the message of an entry.
const PATH: &[&str] = &["path", "field", "keyword"];
const MESSAGE: &[&str] = &["message", "description"];

/// One entry of `details.failures`. The API does not document its shape, so any entry is accepted.
#[derive(Clone, PartialEq)]
pub struct ApiFailure {
    path: Option<String>,
    message: String,
    raw: Unparsed,
}

impl ApiFailure {
    /// Reads an entry, which is a part of `body`.
    pub(super) fn new(body: &Bytes, entry: &RawValue, redactor: &Redactor) -> Self {
        let first_of = |keys: &'static [&'static str]| {
            let members = Members::read(entry.get().as_bytes(), keys);
            keys.iter().find_map(|key| {
                let text = members.get::<String>(key);
                text.or_else(|| members.get::<Entries<'_>>(key)?.joined()).map(|text| redactor.excerpt(text))
            })
        };
        let message = serde_json::from_str::<String>(entry.get()).map(|text| redactor.excerpt(text)).ok();
        Self {
            path: first_of(PATH),
            message: message.or_else(|| first_of(MESSAGE)).unwrap_or_else(|| redactor.excerpt(entry.get())),
            raw: Unparsed::of(body, entry),
        }
    }

    /// The field that the failure is about: its `path`, `field` or `keyword`.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// What is wrong: its `message` or `description`, or else an excerpt of the entry.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The entry, unchanged; `null` if it cannot be parsed. Never included in `Display` or `Debug`.
    #[must_use]
    pub fn raw(&self) -> &Value {
        self.raw.tree().unwrap_or(&Value::Null)
    }
}

impl core::fmt::Display for ApiFailure {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let message = shown(&self.message, SHOWN_MESSAGE);
        match self.path.as_deref().map(|path| shown(path, SHOWN_PATH)) {
            Some(path) if !message.contains(&path) => write!(f, "`{path}`: {message}"),
            _ => f.write_str(&message),
        }
    }
}

impl core::fmt::Debug for ApiFailure {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let path = self.path.as_deref().map(|path| first_line(path, SHOWN_PATH));
        let message = first_line(&self.message, SHOWN_MESSAGE);
        f.debug_struct("ApiFailure").field("path", &path).field("message", &message).finish_non_exhaustive()
    }
}
