//! The keys of `#[truto(…)]` on a field of a record.

use proc_macro2::Span;
use syn::Attribute;

use crate::diag::Sink;
use crate::grammar::truto_keys::{keys_of, read};
use crate::grammar::value::{self, Text};

pub(crate) const KEYS: &[&str] = &["rename", "secret", "unknown"];

#[derive(Default)]
pub(crate) struct RecordKeys {
    pub(crate) rename: Option<Text>,
    pub(crate) secret: bool,
    pub(crate) unknown: Option<Span>,
}

impl RecordKeys {
    /// Reads the `#[truto(…)]` attributes among `attributes`.
    pub(crate) fn parse(attributes: &[Attribute], sink: &mut Sink) -> Self {
        let mut keys = Self::default();
        read(keys_of(attributes, KEYS, sink), KEYS, sink, |word, key, name, sink| match word {
            "rename" => keys.rename = value::text(key, "\"wire_name\"", value::one, sink),
            "secret" => {
                value::flag(key, name, sink);
                keys.secret = true;
            }
            _ => {
                value::flag(key, name, sink);
                keys.unknown = Some(name.span());
            }
        });
        keys
    }
}
