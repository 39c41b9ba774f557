//! The method and the path, written as other crates take them: `method = POST`, `path = "/a"`, `POST("/a")`, `"POST /a"`.

use proc_macro2::{Ident, Literal, TokenTree};

use crate::diag::{Code, Sink, meant_word};
use crate::grammar::key::{Form, Key, string};
use crate::grammar::method::METHODS;

const METHOD: &[&str] = &["method", "http_method", "verb"];
const PATH: &[&str] = &["path", "url", "uri", "route", "endpoint"];

/// The keys with method and path first and bare; reports once if they were not.
pub(super) fn unnamed(keys: Vec<Key>, sink: &mut Sink) -> Vec<Key> {
    let (mut method, mut path, mut span) = (None, None, None);
    let mut rest: Vec<Key> = Vec::new();
    for key in keys {
        let (verb, template) = named(&key);
        let is_new = !(verb.is_some() && method.is_some() || template.is_some() && path.is_some());
        if is_new && (verb.is_some() || template.is_some()) {
            span.get_or_insert(key.span());
            method = method.or(verb);
            path = path.or(template);
        } else {
            rest.push(key);
        }
    }
    let Some(span) = span else { return rest };
    let after_method = usize::from(method.is_none() && rest.first().is_some_and(is_word));
    if let Some(path) = path {
        rest.insert(after_method, Key::new(vec![path]));
    }
    if let Some(method) = method {
        rest.insert(0, Key::new(vec![method]));
    }
    let text = |at: usize, otherwise: &str| rest.get(at).map_or_else(|| otherwise.to_owned(), Key::text);
    let more = if rest.len() > 2 { ", …" } else { "" };
    let fix = format!("write `#[unified_endpoint({}, {}{more})]`", text(0, "METHOD"), text(1, "\"/path\""));
    sink.error(span, Code::Arguments, "expected the method and the path without names", fix);
    rest
}

fn is_word(key: &Key) -> bool {
    matches!(key.form, Form::Word)
}

/// The method and the path that a key holds under a name, or together.
fn named(key: &Key) -> (Option<TokenTree>, Option<TokenTree>) {
    let nothing = (None, None);
    let Some(name) = &key.name else {
        // `"POST /a"`
        let Some((text, literal)) = string(&key.tokens.iter().cloned().collect()) else { return nothing };
        let Some((verb, path)) = text.split_once(' ') else { return nothing };
        let Some(method) = meant_word(verb, METHODS).filter(|_| path.trim().starts_with('/')) else { return nothing };
        let mut bare = Literal::string(path.trim());
        bare.set_span(literal.span());
        return (Some(Ident::new(method, literal.span()).into()), Some(bare.into()));
    };
    let text = name.to_string();
    let Some(value) = key.value() else { return nothing };
    if METHOD.contains(&text.as_str()) {
        let found = string(value).map_or_else(|| value.to_string(), |(text, _)| text);
        return (meant_word(&found, METHODS).map(|method| Ident::new(method, name.span()).into()), None);
    }
    let Some((_, literal)) = string(value) else { return nothing };
    if PATH.contains(&text.as_str()) {
        return (None, Some(literal.into()));
    }
    // `POST("/a")`
    match meant_word(&text, METHODS) {
        Some(method) => (Some(Ident::new(method, name.span()).into()), Some(literal.into())),
        None => nothing,
    }
}
