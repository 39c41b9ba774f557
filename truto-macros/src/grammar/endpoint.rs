//! The arguments of `#[unified_endpoint(METHOD, "/path", response = Type)]`.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::{Path, Type};

use crate::diag::{Code, Sink, hint, meant_word};
use crate::grammar::body::{Body, FORMS};
use crate::grammar::key::{Form, Key, Of, is_path, span_of, split, string};
use crate::grammar::method::Method;
use crate::grammar::positional::unnamed;
use crate::grammar::providers::{self, Support};
use crate::grammar::truto::FIELD_KEYS;
use crate::grammar::{Template, value};
use crate::syntax::text as text_of;

const KEYS: &[&str] = &["response", "body", "providers", "paginated"];
const USAGE: &str = "write `#[unified_endpoint(METHOD, \"/path\", response = Type)]`";

/// The arguments, as far as they could be read.
#[derive(Default)]
pub(crate) struct Args {
    /// `None` where nobody knows which is meant.
    pub(crate) method: Option<(Method, Span)>,
    pub(crate) template: Option<Template>,
    pub(crate) response: Option<Type>,
    pub(crate) providers: Option<Vec<Support>>,
    pub(crate) body: Body,
    /// That the answer is a list, page by page; and where it is written.
    pub(crate) paginated: Option<Span>,
    /// `crate = path`, which belongs on the struct.
    pub(crate) krate: Option<Path>,
}

impl Args {
    pub(crate) fn parse(tokens: TokenStream, sink: &mut Sink) -> Self {
        let mut args = Self::default();
        let mut keys = unnamed(split(tokens, Of::Arguments, sink), sink);
        if keys.is_empty() {
            sink.error(Span::call_site(), Code::Arguments, "expected a method and a path", USAGE);
            return args;
        }
        let (method, path) = in_order(&mut keys, sink);
        args.method = method.and_then(|key| Method::parse(&key, USAGE, sink));
        args.template = path.and_then(|key| template(&key, sink));
        for key in keys {
            args.take(&key, sink);
        }
        args
    }

    /// Reads a key; one with a slip is the one that is meant.
    pub(crate) fn take(&mut self, key: &Key, sink: &mut Sink) {
        let Some(name) = &key.name else {
            self.nameless(key, sink);
            return;
        };
        let found = key.spelling();
        if KEYS.contains(&found.as_str()) {
            self.key(&found, key, name, sink);
            return;
        }
        let is_type = is_type(key);
        let fix = if is_type {
            // A type alone is what other crates take for the answer.
            format!("write `response = {}`", key.text())
        } else if FORMS.contains(&found.as_str()) {
            format!("write `body = {found}`")
        } else if FIELD_KEYS.contains(&found.as_str()) {
            format!("write `#[truto({})]` on the field", key.text())
        } else {
            hint(&found, KEYS)
        };
        if !key.is_guess {
            let what = format!("unknown key `{}`", if is_type { key.text() } else { found.clone() });
            sink.error(name.span(), Code::UnknownKey, what, fix);
        }
        let silent = &mut Sink::muted();
        if is_type {
            self.response = self.response.take().or_else(|| syn::parse2(key.tokens.iter().cloned().collect()).ok());
        } else if FORMS.contains(&found.as_str()) {
            self.body = Body::parse(&key.assigned_to("body"), silent);
        } else if found == "crate" {
            self.krate = value::path(key, name, silent);
        } else if let Some(word) = meant_word(&found, KEYS) {
            self.key(word, &key.renamed(word), name, silent);
        } else if matches!(self.body, Body::Unsaid) {
            // It may have been about the body.
            self.body = Body::InDoubt;
        }
    }

    fn key(&mut self, word: &str, key: &Key, name: &Ident, sink: &mut Sink) {
        let is_there = match word {
            "response" => self.response.is_some(),
            "body" => matches!(self.body, Body::Said(..)),
            "providers" => self.providers.is_some(),
            _ => self.paginated.is_some(),
        };
        if is_there {
            let fix = if word == "providers" { "write all providers in one list" } else { "remove one of them" };
            sink.error(name.span(), Code::RepeatedKey, format!("the key `{word}` occurs twice"), fix);
            return;
        }
        match word {
            "response" => self.response = response(key, name, sink),
            "body" => self.body = Body::parse(key, sink),
            "providers" => self.providers = Some(providers::parse(key, name, sink)),
            _ => {
                value::flag(key, name, sink);
                self.paginated = Some(name.span());
            }
        }
    }

    /// What has no name: `-> Type` is an answer, everything else is nothing.
    fn nameless(&mut self, key: &Key, sink: &mut Sink) {
        if key.is_guess {
            return;
        }
        let what = format!("expected a key, found `{}`", key.text());
        let arrow = match key.tokens.as_slice() {
            [TokenTree::Punct(first), TokenTree::Punct(second), ty @ ..]
                if "-=".contains(first.as_char()) && second.as_char() == '>' =>
            {
                syn::parse2::<Type>(ty.iter().cloned().collect()).ok().map(|parsed| (parsed, ty))
            }
            _ => None,
        };
        let Some((response, ty)) = arrow else {
            sink.error(key.span(), Code::Arguments, what, USAGE);
            return;
        };
        let fix = format!("write `response = {}`", text_of(&ty.iter().cloned().collect()));
        sink.error(key.span(), Code::Arguments, what, fix);
        self.response.get_or_insert(response);
    }
}

/// The method and the path, taken out of the keys; where they do not stand first, in this order, that is the one slip that
/// is reported of them.
fn in_order(keys: &mut Vec<Key>, sink: &mut Sink) -> (Option<Key>, Option<Key>) {
    let path = keys.iter().position(|key| matches!(key.tokens.as_slice(), [token] if is_path(token)));
    let method = keys.iter().position(Method::is_like);
    let is_key_at = |keys: &[Key], at: usize| keys.get(at).is_none_or(is_key);
    match (method, path) {
        (Some(0), Some(1)) => {}
        // Whatever stands there was meant to be the method, or the path, and is reported as such.
        (None, Some(1)) if !is_key_at(keys, 0) => {}
        (Some(0), None) if !is_key_at(keys, 1) => {}
        (None, None) if !is_key_at(keys, 0) => {
            let method = keys.remove(0);
            return (Some(method), (!is_key_at(keys, 0)).then(|| keys.remove(0)));
        }
        (method, path) => return out_of_order(keys, method, path, sink),
    }
    let method = keys.remove(0);
    (Some(method), Some(keys.remove(0)))
}

fn out_of_order(
    keys: &mut Vec<Key>,
    method: Option<usize>,
    path: Option<usize>,
    sink: &mut Sink,
) -> (Option<Key>, Option<Key>) {
    let second = keys.get(1).filter(|key| method == Some(0) && Method::is_like(key)).cloned();
    let span = match (method, path) {
        (Some(0), _) => keys.get(1).map_or_else(Span::call_site, Key::span),
        _ => keys.first().map_or_else(Span::call_site, Key::span),
    };
    let (mut taken, mut rest) = ((None, None), Vec::new());
    for (at, key) in std::mem::take(keys).into_iter().enumerate() {
        match at {
            _ if Some(at) == method => taken.0 = Some(Method::meant(&key)),
            _ if Some(at) == path => taken.1 = Some(key),
            1 if second.is_some() => {}
            _ => rest.push(key),
        }
    }
    *keys = rest;
    let text = |key: &Option<Key>, usage: &str| key.as_ref().map_or_else(|| usage.to_owned(), Key::text);
    let mut whole = vec![text(&taken.0, "METHOD"), text(&taken.1, "\"/path\"")];
    whole.extend(keys.iter().map(Key::text));
    let fix = format!("write `#[unified_endpoint({})]`", whole.join(", "));
    let what = match (&second, &taken) {
        (Some(second), (Some(first), _)) => {
            format!("an endpoint has one method, found `{}` and `{}`", first.text(), second.text())
        }
        (_, (Some(_), Some(_))) => "expected the method first, then the path".to_owned(),
        (_, (Some(_), None)) => "expected a path after the method".to_owned(),
        (_, (None, Some(_))) => "expected a method before the path".to_owned(),
        (_, (None, None)) => "expected a method and a path".to_owned(),
    };
    sink.error(span, Code::Arguments, what, fix);
    taken
}

/// Whether something is a key, and neither a method nor a path.
fn is_key(key: &Key) -> bool {
    match (&key.name, &key.form) {
        (Some(name), Form::Word) => {
            let name = name.to_string();
            KEYS.contains(&name.as_str()) || FORMS.contains(&name.as_str()) || is_type(key)
        }
        (Some(_), Form::Value(_) | Form::List(_) | Form::Loose(_)) => true,
        (Some(_), Form::Other) => is_type(key),
        (None, _) => false,
    }
}

/// Whether something is a type alone: `Note` or `crate::Note`, and neither `RESPONSE` nor `PATH`.
fn is_type(key: &Key) -> bool {
    let Ok(Type::Path(ty)) = syn::parse2::<Type>(key.tokens.iter().cloned().collect()) else { return false };
    let Some(last) = ty.path.segments.last().map(|segment| segment.ident.to_string()) else { return false };
    let is_constant = last.len() > 1 && !last.contains(char::is_lowercase);
    last.starts_with(char::is_uppercase) && !is_constant && meant_word(&last, KEYS).is_none()
}

/// `response = Type`
fn response(key: &Key, name: &Ident, sink: &mut Sink) -> Option<Type> {
    let value = key.value().cloned().unwrap_or_default();
    let quoted = string(&value).and_then(|(text, _)| text.parse::<TokenStream>().ok());
    let is_plain = matches!(key.form, Form::Value(_)) && quoted.is_none();
    let written = quoted.unwrap_or_else(|| value.clone());
    let parsed = syn::parse2::<Type>(written.clone()).ok();
    match &parsed {
        Some(_) if is_plain => {}
        Some(_) => {
            let span = if matches!(key.form, Form::Value(_)) { span_of(&value) } else { None };
            let usage = format!("response = {}", text_of(&written));
            value::form(name, span.unwrap_or(name.span()), &usage, sink);
        }
        None => {
            let span = if matches!(key.form, Form::Value(_)) { span_of(&value) } else { None };
            let fix = "write `response = Type`";
            sink.error(span.unwrap_or(name.span()), Code::KeyForm, "`response` takes a type", fix);
        }
    }
    parsed
}

fn template(key: &Key, sink: &mut Sink) -> Option<Template> {
    match string(&key.tokens.iter().cloned().collect()) {
        Some((text, literal)) => Some(Template::parse(text, literal, sink)),
        None => {
            let what = format!("expected a path in quotes, found `{}`", key.text());
            sink.error(key.span(), Code::Arguments, what, USAGE);
            None
        }
    }
}
