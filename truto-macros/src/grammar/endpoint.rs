//! The arguments of `#[unified_endpoint(METHOD, "/path", response = Type)]`.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::Type;

use crate::diag::{Code, Meant, Sink, hint, meant};
use crate::grammar::key::{Form, Key, span_of, split, string};
use crate::grammar::positional::unnamed;
use crate::grammar::providers::{self, Support};
use crate::grammar::truto::FIELD_KEYS;
use crate::grammar::{BodyForm, Template};

const METHODS: &[&str] = &["GET", "POST", "PUT", "PATCH", "DELETE"];
const KEYS: &[&str] = &["response", "body", "providers", "paginated"];
const USAGE: &str = "write `#[unified_endpoint(METHOD, \"/path\", response = Type)]`";

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

    fn parse(name: &str) -> Option<Self> {
        [Self::Get, Self::Post, Self::Put, Self::Patch, Self::Delete].into_iter().find(|method| method.as_str() == name)
    }
}

/// The arguments, as far as they could be read.
#[derive(Default)]
pub(crate) struct Args {
    pub(crate) method: Option<(Method, Span)>,
    pub(crate) template: Option<Template>,
    pub(crate) response: Option<Type>,
    pub(crate) providers: Option<Vec<Support>>,
    pub(crate) body: Option<(BodyForm, Span)>,
    /// That the answer is a list, page by page; and where it is written.
    pub(crate) paginated: Option<Span>,
}

impl Args {
    pub(crate) fn parse(tokens: TokenStream, sink: &mut Sink) -> Self {
        let mut args = Self::default();
        let mut keys = unnamed(split(tokens), sink).into_iter();
        match keys.next() {
            // A path in the method's place is a path: to ask for one as well would be a second error for one slip.
            Some(key) if is_path(&key) => {
                sink.error(key.span(), Code::Arguments, "expected a method before the path", USAGE);
                args.template = template(&key, sink);
                keys.filter(|key| !is_method(key)).for_each(|key| args.key(&key, sink));
                return args;
            }
            Some(key) if lacks_comma(&key) => {
                let what = "expected a comma between the method and the path";
                sink.error(key.tokens.last().map_or(key.span(), TokenTree::span), Code::Arguments, what, USAGE);
                args.template = template(&Key::new(key.tokens[1..].to_vec()), sink);
                keys.for_each(|key| args.key(&key, sink));
                return args;
            }
            Some(key) => args.method = method(&key, sink),
            None => {
                sink.error(Span::call_site(), Code::Arguments, "expected a method and a path", USAGE);
                return args;
            }
        }
        match keys.next() {
            Some(key) => args.template = template(&key, sink),
            None => sink.error(Span::call_site(), Code::Arguments, "expected a path after the method", USAGE),
        }
        for key in keys {
            args.key(&key, sink);
        }
        args
    }

    fn key(&mut self, key: &Key, sink: &mut Sink) {
        let Some(name) = &key.name else {
            sink.error(key.span(), Code::Arguments, format!("expected a key, found `{}`", key.text()), USAGE);
            return;
        };
        if name == "providers" {
            if self.providers.is_some() {
                let fix = "write all providers into one list";
                sink.error(name.span(), Code::RepeatedKey, "the key `providers` occurs twice", fix);
                return;
            }
            self.providers = Some(providers::parse(key, name, sink));
            return;
        }
        if name == "body" {
            if self.body.is_some() {
                sink.error(name.span(), Code::RepeatedKey, "the key `body` occurs twice", "leave out one of the two");
                return;
            }
            // A form that cannot be read is reported; multipart, which any field fits, follows it up with nothing.
            self.body = Some((BodyForm::parse(key, name, sink).unwrap_or(BodyForm::Multipart), name.span()));
            return;
        }
        if name == "paginated" {
            if !matches!(key.form, Form::Word) {
                sink.error(name.span(), Code::KeyForm, "`paginated` takes no value", "write `paginated` alone");
            }
            if self.paginated.replace(name.span()).is_some() {
                let fix = "leave out one of the two";
                sink.error(name.span(), Code::RepeatedKey, "the key `paginated` occurs twice", fix);
            }
            return;
        }
        if name != "response" {
            let found = name.to_string();
            let fix = match key.form {
                // A type alone is what other crates take for the answer.
                Form::Word if is_type(&found) => format!("write `response = {found}`"),
                _ if FIELD_KEYS.contains(&found.as_str()) => format!("write `#[truto({})]` on the field", key.text()),
                _ => hint(&found, KEYS),
            };
            sink.error(name.span(), Code::UnknownKey, format!("unknown key `{found}`"), fix);
            return;
        }
        if self.response.is_some() {
            sink.error(name.span(), Code::RepeatedKey, "the key `response` occurs twice", "leave out one of the two");
            return;
        }
        let parsed = match &key.form {
            Form::Value(value) => syn::parse2::<Type>(value.clone()).map_err(|_| span_of(value).unwrap_or(name.span())),
            _ => Err(name.span()),
        };
        match parsed {
            Ok(response) => self.response = Some(response),
            Err(span) => sink.error(span, Code::KeyForm, "`response` takes a type", "write `response = Type`"),
        }
    }
}

fn is_method(key: &Key) -> bool {
    key.name.as_ref().is_some_and(|name| METHODS.contains(&name.to_string().as_str()))
}

/// Whether a method and a path stand there without a comma between them.
fn lacks_comma(key: &Key) -> bool {
    matches!(key.tokens.as_slice(), [TokenTree::Ident(_), TokenTree::Literal(_)])
}

fn is_path(key: &Key) -> bool {
    string(&key.tokens.iter().cloned().collect()).is_some_and(|(text, _)| text.contains('/'))
}

/// `Note`, and not `RESPONSE`.
fn is_type(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && meant(word, KEYS).is_none()
}

/// The method that is clearly meant by a word.
pub(super) fn method_meant(word: &str) -> Option<&'static str> {
    match meant(word, METHODS) {
        Some(Meant::Word(method)) => Some(method),
        _ => None,
    }
}

fn method(key: &Key, sink: &mut Sink) -> Option<(Method, Span)> {
    let found = match (&key.name, string(&key.tokens.iter().cloned().collect())) {
        (Some(name), _) if matches!(key.form, Form::Word) => name.to_string(),
        // `"POST"` is what users of other crates write.
        (_, Some((text, _))) if method_meant(&text).is_some() => {
            let method = method_meant(&text).unwrap_or_default();
            let what = format!("expected a method without quotes, found \"{text}\"");
            sink.error(key.span(), Code::Method, what, format!("write `{method}`"));
            return None;
        }
        _ => {
            let what = format!("expected a method, found `{}`", key.text());
            // `Method::POST` is what other crates take.
            let last = key.tokens.last().map(ToString::to_string).unwrap_or_default();
            let fix = method_meant(&last).map_or_else(|| USAGE.to_owned(), |method| format!("write `{method}`"));
            sink.error(key.span(), Code::Arguments, what, fix);
            return None;
        }
    };
    if let Some(method) = Method::parse(&found) {
        return Some((method, key.span()));
    }
    sink.error(key.span(), Code::Method, format!("unknown method `{found}`"), hint(&found, METHODS));
    None
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
