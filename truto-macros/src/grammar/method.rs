//! The HTTP method of an endpoint.

use proc_macro2::{Ident, Span, TokenTree};

use crate::diag::{Code, Sink, hint, meant_word};
use crate::grammar::key::{Form, Key, string};
use crate::grammar::words::words;

words! {
    /// The method of an endpoint.
    Method {
        Get = "GET",
        Post = "POST",
        Put = "PUT",
        Patch = "PATCH",
        Delete = "DELETE",
    }
}

impl Method {
    /// Whether fields without a place of their own go into a body.
    pub(crate) fn has_body(self) -> bool {
        matches!(self, Self::Post | Self::Put | Self::Patch)
    }

    /// Reads the method. Reports a misspelt one and reads it as meant.
    pub(super) fn parse(key: &Key, usage: &str, sink: &mut Sink) -> Option<(Self, Span)> {
        let text = key.text();
        if let Some(method) = Self::named(&text) {
            return Some((method, key.span()));
        }
        let meant = word_meant(key);
        let is_word = matches!(key.form, Form::Word);
        let is_quoted = string(&key.stream()).is_some();
        // `"POST"` and `Method::POST` are what other crates take.
        let (code, what) = match meant {
            _ if is_word => (Code::Method, format!("unknown method `{}`", key.spelling())),
            Some(_) if is_quoted => (Code::Method, format!("expected a method without quotes, found {text}")),
            None if is_quoted => (Code::Arguments, format!("expected a method, found {text}")),
            _ => (Code::Arguments, format!("expected a method, found `{text}`")),
        };
        let fix = match meant {
            _ if is_word => hint(&key.spelling(), Self::WORDS),
            Some(method) => format!("write `{method}`"),
            None => usage.to_owned(),
        };
        sink.error(key.span(), code, what, fix);
        meant.and_then(Self::named).map(|method| (method, key.span()))
    }

    /// The key with the method spelt correctly, if it is clear which method is meant.
    pub(super) fn meant(key: &Key) -> Key {
        match word_meant(key) {
            Some(method) => Key::new(vec![Ident::new(method, key.span()).into()]),
            None => key.clone(),
        }
    }

    /// Whether a key is a method, or was meant to be.
    pub(super) fn is_like(key: &Key) -> bool {
        // Other HTTP methods. `PATH` is not here: it is the name of a constant.
        const OTHERS: &[&str] = &["HEAD", "OPTIONS", "FETCH", "UPDATE", "TRACE", "CONNECT"];
        // Looking for exact names first is faster.
        let is_meant = |word: &str| Self::WORDS.contains(&word) || meant_word(word, Self::WORDS).is_some();
        match (&key.name, key.tokens.as_slice()) {
            (Some(name), [_]) => {
                let name = name.to_string();
                is_meant(&name) || OTHERS.contains(&name.as_str())
            }
            (Some(_), [.., TokenTree::Punct(colon), TokenTree::Ident(last)]) => {
                colon.as_char() == ':' && is_meant(&last.to_string())
            }
            (None, [literal]) => string(&literal.clone().into()).is_some_and(|(text, _)| is_meant(&text)),
            _ => false,
        }
    }
}

/// The method that is meant by a word, a string, or a path such as `Method::POST`.
fn word_meant(key: &Key) -> Option<&'static str> {
    let word = match (&key.form, string(&key.stream())) {
        (Form::Word, _) => key.spelling(),
        (_, Some((text, _))) => text,
        _ => key.tokens.last()?.to_string(),
    };
    meant_word(&word, Method::WORDS)
}
