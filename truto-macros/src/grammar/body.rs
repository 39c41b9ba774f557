//! The argument `body = json | raw | multipart` of the endpoint's attribute.

use proc_macro2::Ident;

use crate::diag::{Code, Sink, hint};
use crate::grammar::key::{Form, Key, span_of, string, word};

const FORMS: &[&str] = &["json", "raw", "multipart"];

/// How the body is spelt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum BodyForm {
    #[default]
    Json,
    Raw,
    Multipart,
}

impl BodyForm {
    /// Reads the value of the key.
    pub(crate) fn parse(key: &Key, name: &Ident, sink: &mut Sink) -> Option<Self> {
        let (found, span) = match &key.form {
            Form::Value(value) => {
                let span = span_of(value).unwrap_or(name.span());
                let quoted = || string(value).map(|(text, _)| text);
                (word(value).map(|word| word.to_string()).or_else(quoted), span)
            }
            _ => (None, name.span()),
        };
        match found.as_deref() {
            Some("json") => Some(Self::Json),
            Some("raw") => Some(Self::Raw),
            Some("multipart") => Some(Self::Multipart),
            Some(other) => {
                sink.error(span, Code::KeyForm, format!("unknown form of a body `{other}`"), hint(other, FORMS));
                None
            }
            None => {
                let fix = "write `body = json`, `body = raw` or `body = multipart`";
                sink.error(span, Code::KeyForm, "`body` takes the form of the body", fix);
                None
            }
        }
    }

    /// The form as the user writes it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Raw => "raw",
            Self::Multipart => "multipart",
        }
    }

    /// The variant's name in `truto_core::contract::BodyForm`.
    pub(crate) fn variant(self) -> &'static str {
        match self {
            Self::Json => "Json",
            Self::Raw => "Raw",
            Self::Multipart => "Multipart",
        }
    }
}
