//! The method of an endpoint.

use proc_macro2::{Ident, Span, TokenTree};

use crate::diag::{Code, Sink, hint, meant_word};
use crate::grammar::key::{Form, Key, string};

pub(super) const METHODS: &[&str] = &["GET", "POST", "PUT", "PATCH", "DELETE"];

/// HTTP method of an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

impl Method {
    /// Whether fields without a place of their own go into a body.
    pub(crate) fn has_body(self) -> bool {
        matches!(self, Self::Post | Self::Put | Self::Patch)
    }

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }

    /// The variant's name in `truto_core::contract::Method`.
    pub(crate) fn variant(self) -> &'static str {
        match self {
            Self::Get => "Get",
            Self::Post => "Post",
            Self::Put => "Put",
            Self::Patch => "Patch",
            Self::Delete => "Delete",
        }
    }

    fn named(name: &str) -> Option<Self> {
        [Self::Get, Self::Post, Self::Put, Self::Patch, Self::Delete].into_iter().find(|method| method.as_str() == name)
    }

    /// Reads the method. One with a slip is the one that is meant.
    pub(super) fn parse(key: &Key, usage: &str, sink: &mut Sink) -> Option<(Self, Span)> {
        let (code, what, fix, meant);
        if let (Some(name), Form::Word) = (&key.name, &key.form) {
            let name = name.to_string();
            if let Some(method) = Self::named(&name) {
                return Some((method, key.span()));
            }
            (code, what, fix) = (Code::Method, format!("unknown method `{name}`"), hint(&name, METHODS));
            meant = meant_word(&name, METHODS);
        } else if let Some((text, _)) = string(&key.tokens.iter().cloned().collect()) {
            // `"POST"` is what users of other crates write.
            meant = meant_word(&text, METHODS);
            let (named, found) = (meant.is_some(), key.text());
            code = if named { Code::Method } else { Code::Arguments };
            what = format!("expected a method{}, found {found}", if named { " without quotes" } else { "" });
            fix = meant.map_or_else(|| usage.to_owned(), |method| format!("write `{method}`"));
        } else {
            // `Method::POST` is what other crates take.
            let last = key.tokens.last().map(ToString::to_string).unwrap_or_default();
            meant = meant_word(&last, METHODS);
            code = Code::Arguments;
            what = format!("expected a method, found `{}`", key.text());
            fix = meant.map_or_else(|| usage.to_owned(), |method| format!("write `{method}`"));
        }
        sink.error(key.span(), code, what, fix);
        meant.and_then(Self::named).map(|method| (method, key.span()))
    }

    /// A method as it is written, where it is clear which is meant.
    pub(super) fn meant(key: &Key) -> Key {
        let word = match key.tokens.as_slice() {
            [literal @ TokenTree::Literal(_)] => string(&literal.clone().into()).map(|(text, _)| text),
            tokens => tokens.last().map(ToString::to_string),
        };
        match word.and_then(|word| meant_word(&word, METHODS)) {
            Some(method) => Key::new(vec![Ident::new(method, key.span()).into()]),
            None => key.clone(),
        }
    }

    /// Whether a key is a method, or what somebody took for one.
    pub(super) fn is_like(key: &Key) -> bool {
        // What is written as it should be is found at once.
        let is_meant = |word: &str| METHODS.contains(&word) || meant_word(word, METHODS).is_some();
        match (&key.name, key.tokens.as_slice()) {
            (Some(name), [_]) => {
                let name = name.to_string();
                // Other methods of HTTP; `PATH` is a constant.
                is_meant(&name) || ["HEAD", "OPTIONS", "FETCH", "UPDATE", "TRACE", "CONNECT"].contains(&name.as_str())
            }
            (Some(_), [.., TokenTree::Punct(colon), TokenTree::Ident(last)]) => {
                colon.as_char() == ':' && is_meant(&last.to_string())
            }
            (None, [literal]) => string(&literal.clone().into()).is_some_and(|(text, _)| is_meant(&text)),
            _ => false,
        }
    }
}
