//! The argument `body = json | raw | multipart` of the endpoint's attribute.

use proc_macro2::Span;

use crate::diag::Sink;
use crate::grammar::key::Key;
use crate::grammar::value;
use crate::grammar::words::words;

words! {
    /// The form of a body.
    BodyForm {
        Json = "json",
        Raw = "raw",
        Multipart = "multipart",
    }
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
        let form = value::choice(key, BodyForm::WORDS, "body form", sink).and_then(BodyForm::named);
        form.map_or(Self::InDoubt, |form| Self::Said(form, key.span()))
    }
}
