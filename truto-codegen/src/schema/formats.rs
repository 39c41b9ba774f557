//! What a type and a format of a schema mean.

use crate::description::{Kind, Text};

/// A type of JSON, or a type that dialects made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Null,
    Boolean,
    Integer,
    Number,
    Text,
    Time,
    Array,
    Object,
    Any,
}

impl Type {
    /// Reads the name of a type. Dialects differ in case, and have names of their own.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "null" | "nil" | "none" => Self::Null,
            "boolean" | "bool" => Self::Boolean,
            "integer" | "int" | "long" | "int32" | "int64" => Self::Integer,
            "number" | "float" | "double" | "decimal" => Self::Number,
            "string" | "text" | "str" | "file" => Self::Text,
            "date" | "datetime" | "date-time" | "timestamp" => Self::Time,
            "array" | "list" => Self::Array,
            "object" | "map" | "dict" => Self::Object,
            "any" | "mixed" => Self::Any,
            _ => return None,
        })
    }
}

/// What a format adds to a type.
#[derive(Debug, Default)]
pub(super) struct Format {
    /// The kind, if the format decides it.
    pub(super) kind: Option<Kind>,
    /// A sentence for the documentation.
    pub(super) note: Option<Text>,
    /// Whether the value is a secret.
    pub(super) is_secret: bool,
}

impl Format {
    /// The meaning of a format of a string.
    pub(super) fn of_text(format: &str) -> Self {
        let note = match format {
            "date-time" | "datetime" | "date" | "iso8601" | "rfc3339" => {
                return Self { kind: Some(Kind::Time), ..Self::default() };
            }
            "password" => return Self { is_secret: true, ..Self::default() },
            "email" | "idn-email" => "An email address",
            "uuid" => "A UUID",
            "uri" | "url" | "uri-reference" | "iri" => "An address on the web",
            "time" => "A time of day",
            "duration" => "A duration in the form of ISO 8601",
            "decimal" | "money" => "A decimal number as text",
            "binary" => "Bytes as text",
            "byte" | "base64" => "Base64",
            "phone" | "tel" => "A phone number",
            "" => return Self::default(),
            other => return Self { note: Some(Text::Foreign(format!("Format: {other}"))), ..Self::default() },
        };
        Self { note: Some(Text::Ours(note.to_owned())), ..Self::default() }
    }

    /// The meaning of a format of a number.
    pub(super) fn of_number(format: &str) -> Self {
        let note = match format {
            "unix-time" | "epoch" | "timestamp" => Some(Text::Ours("Seconds since 1970".to_owned())),
            _ => None,
        };
        Self { note, ..Self::default() }
    }
}
