//! The argument `body = json | raw | multipart` of the endpoint's attribute.

use proc_macro2::Span;

use crate::diag::Sink;
use crate::grammar::key::Key;
use crate::grammar::value;

/// The forms that there are.
pub(super) const FORMS: &[&str] = &["json", "raw", "multipart"];

/// How the body is spelt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum BodyForm {
    #[default]
    Json,
    Raw,
    Multipart,
}

/// What the attribute says of the body.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum Body {
    /// Nothing: it is JSON.
    #[default]
    Unsaid,
    /// This form; and the key.
    Said(BodyForm, Span),
    /// Something that cannot be read: no field is the wrong one for it.
    InDoubt,
}

impl Body {
    /// Reads the key.
    pub(super) fn parse(key: &Key, sink: &mut Sink) -> Self {
        let form = match value::choice(key, FORMS, "body form", sink) {
            Some("json") => BodyForm::Json,
            Some("raw") => BodyForm::Raw,
            Some(_) => BodyForm::Multipart,
            None => return Self::InDoubt,
        };
        Self::Said(form, key.span())
    }
}

impl BodyForm {
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
