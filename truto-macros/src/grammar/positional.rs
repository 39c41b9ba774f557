//! The method and the path: the first two arguments of the attribute, without names.

use proc_macro2::{Ident, Literal, Span, TokenTree};

use crate::diag::{Code, Sink, meant_word};
use crate::grammar::endpoint::is_key;
use crate::grammar::key::{Form, Key, is_path, string};
use crate::grammar::method::Method;

const METHOD: &[&str] = &["method", "http_method", "verb"];
const PATH: &[&str] = &["path", "url", "uri", "route", "endpoint"];

/// Takes the method and the path out of the arguments.
pub(super) fn take(keys: &mut Vec<Key>, sink: &mut Sink) -> (Option<Key>, Option<Key>) {
    let method = keys.iter().position(Method::is_like);
    let path = keys.iter().position(|key| matches!(key.tokens.as_slice(), [token] if is_path(token)));
    // Something else than a key, at the place of a method or a path that is nowhere else, was meant to be it.
    let is_at = |found: Option<usize>, place: usize| match found {
        Some(found) => found == place,
        None => keys.get(place).is_some_and(|key| !is_key(key)),
    };
    let is_in_order = is_at(method, 0) && (is_at(path, 1) || (method, path) == (None, None));
    if !is_in_order {
        return take_misplaced(keys, method, path, sink);
    }
    let method = keys.remove(0);
    let path = keys.first().is_some_and(|key| !is_key(key)).then(|| keys.remove(0));
    (Some(method), path)
}

/// Takes the method and the path out of other places, and reports their order once.
fn take_misplaced(
    keys: &mut Vec<Key>,
    method: Option<usize>,
    path: Option<usize>,
    sink: &mut Sink,
) -> (Option<Key>, Option<Key>) {
    let span = keys.get(usize::from(method == Some(0))).map_or_else(Span::call_site, Key::span);
    let second = keys.get(1).filter(|key| method == Some(0) && Method::is_like(key)).cloned();
    let taken = [method, path, second.as_ref().map(|_| 1)];
    let (method, path) = (method.map(|at| Method::meant(&keys[at])), path.map(|at| keys[at].clone()));
    let mut at = 0..;
    keys.retain(|_| !taken.contains(&at.next()));

    let what = match (&method, &path, &second) {
        (Some(first), _, Some(second)) => {
            format!("an endpoint has one method, found `{}` and `{}`", first.text(), second.text())
        }
        (Some(_), Some(_), None) => "expected the method first, then the path".to_owned(),
        (Some(_), None, None) => "expected a path after the method".to_owned(),
        (None, Some(_), _) => "expected a method before the path".to_owned(),
        (None, None, _) => "expected a method and a path".to_owned(),
    };
    let text = |key: &Option<Key>, usage: &str| key.as_ref().map_or_else(|| usage.to_owned(), Key::text);
    let mut whole = vec![text(&method, "METHOD"), text(&path, "\"/path\"")];
    whole.extend(keys.iter().map(Key::text));
    sink.error(span, Code::Arguments, what, format!("write `#[unified_endpoint({})]`", whole.join(", ")));
    (method, path)
}

/// Reads the method and the path as other crates take them: `method = POST`, `path = "/a"`, `POST("/a")`, `"POST /a"`.
/// Returns the keys with both bare and first, and reports once if they were not.
pub(super) fn without_names(keys: Vec<Key>, sink: &mut Sink) -> Vec<Key> {
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
    let is_method_first = method.is_none() && rest.first().is_some_and(|key| matches!(key.form, Form::Word));
    if let Some(path) = path {
        rest.insert(usize::from(is_method_first), Key::new(vec![path]));
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

/// The method and the path that a key has under a name, or both together.
fn named(key: &Key) -> (Option<TokenTree>, Option<TokenTree>) {
    let Some(name) = &key.name else { return in_one_string(key).unzip() };
    let Some(value) = key.value() else { return (None, None) };
    let method = |text: &str| meant_word(text, Method::WORDS).map(|method| Ident::new(method, name.span()).into());
    let (name, text) = (name.to_string(), string(value));
    if METHOD.contains(&name.as_str()) {
        return (method(&text.map_or_else(|| value.to_string(), |(text, _)| text)), None);
    }
    let path = text.map(|(_, literal)| literal.into());
    if PATH.contains(&name.as_str()) {
        return (None, path);
    }
    // `POST("/a")`
    method(&name).zip(path).unzip()
}

/// `"POST /a"`
fn in_one_string(key: &Key) -> Option<(TokenTree, TokenTree)> {
    let (text, literal) = string(&key.stream())?;
    let (verb, path) = text.split_once(' ')?;
    let method = meant_word(verb, Method::WORDS).filter(|_| path.trim().starts_with('/'))?;
    let mut bare = Literal::string(path.trim());
    bare.set_span(literal.span());
    Some((Ident::new(method, literal.span()).into(), bare.into()))
}
