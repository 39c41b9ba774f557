//! The argument `body = json | raw | multipart` of the endpoint's attribute.

use proc_macro2::Span;

use crate::diag::Sink;
use crate::grammar::key::Key;
use crate::grammar::value;

pub(super) const FORMS: &[&str] = &["json", "raw", "multipart"];

/// The form of a body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum BodyForm {
    #[default]
    Json,
    Raw,
    Multipart,
}

/// What the attribute says about the body.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum Body {
    /// Nothing, so it is JSON.
    #[default]
    Unsaid,
    /// The form, and the span of the key.
    Said(BodyForm, Span),
    /// Something that cannot be read, so no field is reported as wrong for it.
    InDoubt,
}

impl Body {
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
