//! The arguments of `#[unified_endpoint(METHOD, "/path", response = Type)]`.

use proc_macro2::{Ident, Span, TokenStream};
use syn::{Path, Type};

use crate::diag::{Code, Sink, hint, meant_word};
use crate::grammar::body::{Body, BodyForm};
use crate::grammar::key::{Form, Key, span_of, string};
use crate::grammar::list::{Of, split};
use crate::grammar::method::Method;
use crate::grammar::positional;
use crate::grammar::providers::{self, Support};
use crate::grammar::scope::SaidScope;
use crate::grammar::truto_keys::FIELD_KEYS;
use crate::grammar::{Template, value};
use crate::syntax::{is_sign, sign, text as text_of};

const KEYS: &[&str] = &["response", "body", "providers", "paginated", "scope"];
const USAGE: &str = "write `#[unified_endpoint(METHOD, \"/path\", response = Type)]`";

/// The arguments that could be read.
#[derive(Default)]
pub(crate) struct Args {
    /// `None` if it is unclear which is meant.
    pub(crate) method: Option<(Method, Span)>,
    pub(crate) template: Option<Template>,
    pub(crate) response: Option<Type>,
    pub(crate) providers: Option<Vec<Support>>,
    pub(crate) body: Body,
    /// The key `paginated`: the answer is a list, page by page.
    pub(crate) paginated: Option<Span>,
    pub(crate) scope: SaidScope,
    /// `crate = path`, written here by mistake: it belongs on the struct.
    pub(crate) krate: Option<Path>,
}

impl Args {
    pub(crate) fn parse(tokens: TokenStream, sink: &mut Sink) -> Self {
        let mut args = Self::default();
        let mut keys = positional::without_names(split(tokens, Of::Arguments, sink), sink);
        if keys.is_empty() {
            sink.error(Span::call_site(), Code::Arguments, "expected a method and a path", USAGE);
            return args;
        }
        let (method, path) = positional::take(&mut keys, sink);
        args.method = method.and_then(|key| Method::parse(&key, USAGE, sink));
        args.template = path.and_then(|key| template(&key, sink));
        for key in keys {
            args.take(&key, sink);
        }
        args
    }

    /// Reads a key. Reports a misspelt one and reads it as meant.
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
        let silent = &mut Sink::muted();
        let fix = if is_type {
            // Other crates take the response as a type alone.
            self.response = self.response.take().or_else(|| syn::parse2(key.stream()).ok());
            format!("write `response = {}`", key.text())
        } else if BodyForm::WORDS.contains(&found.as_str()) {
            self.body = Body::parse(&key.assigned_to("body"), silent);
            format!("write `body = {found}`")
        } else {
            if found == "crate" {
                self.krate = value::path(key, name, silent);
            } else if let Some(word) = meant_word(&found, KEYS) {
                self.key(word, &key.renamed(word), name, silent);
            } else if matches!(self.body, Body::Unsaid) {
                // The unknown key may have described the body.
                self.body = Body::InDoubt;
            }
            let is_of_fields = FIELD_KEYS.contains(&found.as_str());
            if is_of_fields { format!("write `#[truto({})]` on the field", key.text()) } else { hint(&found, KEYS) }
        };
        if !key.is_guess {
            let what = format!("unknown key `{}`", if is_type { key.text() } else { found });
            sink.error(name.span(), Code::UnknownKey, what, fix);
        }
    }

    fn key(&mut self, word: &str, key: &Key, name: &Ident, sink: &mut Sink) {
        let is_there = match word {
            "response" => self.response.is_some(),
            "body" => matches!(self.body, Body::Said(..)),
            "providers" => self.providers.is_some(),
            "scope" => !matches!(self.scope, SaidScope::Unsaid),
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
            "scope" => self.scope = SaidScope::parse(key, sink),
            _ => {
                value::flag(key, name, sink);
                self.paginated = Some(name.span());
            }
        }
    }

    /// Reports an argument without a name. Reads `-> Type` as the response.
    fn nameless(&mut self, key: &Key, sink: &mut Sink) {
        if key.is_guess {
            return;
        }
        let what = format!("expected a key, found `{}`", key.text());
        let arrow = match key.tokens.as_slice() {
            [first, second, ty @ ..] if "-=".contains(sign(first)) && is_sign(second, '>') => {
                let ty: TokenStream = ty.iter().cloned().collect();
                syn::parse2::<Type>(ty.clone()).ok().map(|parsed| (parsed, text_of(&ty)))
            }
            _ => None,
        };
        let Some((response, ty)) = arrow else {
            sink.error(key.span(), Code::Arguments, what, USAGE);
            return;
        };
        sink.error(key.span(), Code::Arguments, what, format!("write `response = {ty}`"));
        self.response.get_or_insert(response);
    }
}

/// Whether an argument is a key, and neither a method nor a path.
pub(super) fn is_key(key: &Key) -> bool {
    match (&key.name, &key.form) {
        (Some(name), Form::Word) => {
            let name = name.to_string();
            KEYS.contains(&name.as_str()) || BodyForm::WORDS.contains(&name.as_str()) || is_type(key)
        }
        (Some(_), Form::Value(_) | Form::List(_) | Form::Loose(_)) => true,
        (Some(_), Form::Other) => is_type(key),
        (None, _) => false,
    }
}

/// Whether an argument is a type alone, such as `Note` or `crate::Note`, but not a constant such as `PATH`.
fn is_type(key: &Key) -> bool {
    let Ok(Type::Path(ty)) = syn::parse2::<Type>(key.stream()) else { return false };
    let Some(last) = ty.path.segments.last().map(|segment| segment.ident.to_string()) else { return false };
    let is_constant = last.len() > 1 && !last.contains(char::is_lowercase);
    last.starts_with(char::is_uppercase) && !is_constant && meant_word(&last, KEYS).is_none()
}

/// `response = Type`
fn response(key: &Key, name: &Ident, sink: &mut Sink) -> Option<Type> {
    let value = key.value_tokens();
    let is_value = matches!(key.form, Form::Value(_));
    let span = span_of(&value).filter(|_| is_value).unwrap_or(name.span());
    let quoted = string(&value).and_then(|(text, _)| text.parse::<TokenStream>().ok());
    let is_plain = is_value && quoted.is_none();
    let written = quoted.unwrap_or(value);
    let parsed = syn::parse2::<Type>(written.clone()).ok();
    if parsed.is_none() {
        sink.error(span, Code::KeyForm, "`response` takes a type", "write `response = Type`");
    } else if !is_plain {
        value::form(name, span, &format!("response = {}", text_of(&written)), sink);
    }
    parsed
}

fn template(key: &Key, sink: &mut Sink) -> Option<Template> {
    match string(&key.stream()) {
        Some((text, literal)) => Some(Template::parse(text, literal, sink)),
        None => {
            let what = format!("expected a path in quotes, found `{}`", key.text());
            sink.error(key.span(), Code::Arguments, what, USAGE);
            None
        }
    }
}
