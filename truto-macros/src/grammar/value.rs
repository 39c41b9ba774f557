//! Values of keys. A malformed value is reported and read as meant, so that no other mistake follows from it.

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use syn::{Lit, Path};

use crate::diag::{Code, Sink, hint, list, meant_word};
use crate::grammar::key::{Form, Key, span_of, string, word};
use crate::syntax::text as text_of;

/// A string literal of a key's value.
#[derive(Clone)]
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) literal: Literal,
}

/// Reports a malformed key.
pub(super) fn form(name: &Ident, span: Span, usage: &str, sink: &mut Sink) {
    sink.error(span, Code::KeyForm, format!("`{name}` is malformed"), format!("write `{usage}`"));
}

/// `key`
pub(super) fn flag(key: &Key, name: &Ident, sink: &mut Sink) {
    if !matches!(key.form, Form::Word) {
        sink.error(name.span(), Code::KeyForm, format!("`{name}` takes no value"), format!("write `{name}` alone"));
    }
}

/// `key = "text"`. `spell` makes the text of words without quotes.
pub(super) fn text(key: &Key, example: &str, spell: fn(&[String]) -> String, sink: &mut Sink) -> Option<Text> {
    let name = key.name.as_ref()?;
    let value = key.value_tokens();
    let given = string(&value);
    if let Some((_, literal)) = given.as_ref().filter(|(text, _)| text.is_empty()) {
        let what = format!("`{name}` is empty");
        sink.error(literal.span(), Code::KeyForm, what, format!("write `{name} = {example}`"));
        return None;
    }
    let meant = match given {
        Some((value, literal)) if matches!(key.form, Form::Value(_)) => return Some(Text { value, literal }),
        Some((value, _)) => value,
        None => spell(&words(&value)),
    };
    let mut literal = Literal::string(&meant);
    let usage = if meant.is_empty() { example.to_owned() } else { literal.to_string() };
    form(name, value_span(key, name), &format!("{name} = {usage}"), sink);
    literal.set_span(span_of(&value).unwrap_or(name.span()));
    Some(Text { value: meant, literal }).filter(|text| !text.value.is_empty())
}

/// The span of the value for a message, or of the name if the sign between them is wrong.
fn value_span(key: &Key, name: &Ident) -> Span {
    match &key.form {
        Form::Value(value) => span_of(value).unwrap_or(name.span()),
        _ => name.span(),
    }
}

/// The words of a value without quotes: its string literals, or else its names.
fn words(value: &TokenStream) -> Vec<String> {
    let mut strings = Vec::new();
    literals(value, &mut strings);
    if !strings.is_empty() {
        return strings;
    }
    let is_name = |token: &TokenTree| match token {
        TokenTree::Ident(_) | TokenTree::Literal(_) => true,
        TokenTree::Punct(punct) => "-.:".contains(punct.as_char()),
        TokenTree::Group(_) => false,
    };
    if value.clone().into_iter().all(|token| is_name(&token)) {
        let text = text_of(value).replace(' ', "");
        return text.split(['.', ':']).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    }
    Vec::new()
}

fn literals(tokens: &TokenStream, into: &mut Vec<String>) {
    for token in tokens.clone() {
        match token {
            TokenTree::Group(group) => literals(&group.stream(), into),
            TokenTree::Literal(literal) => into.extend(match Lit::new(literal) {
                Lit::Str(text) => Some(text.value()),
                Lit::ByteStr(text) => String::from_utf8(text.value()).ok(),
                Lit::Char(letter) => Some(letter.value().to_string()),
                _ => None,
            }),
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
    }
}

/// A single word.
pub(super) fn one(words: &[String]) -> String {
    if let [word] = words { word.clone() } else { String::new() }
}

/// The name of a header, written as a constant with underscores.
pub(super) fn header(words: &[String]) -> String {
    one(words).replace('_', "-")
}

/// `within = "a.b"`
pub(super) fn objects(key: &Key, sink: &mut Sink) -> Option<Vec<String>> {
    let text = text(key, "\"object\"", |words| words.join("."), sink)?;
    let parts: Vec<&str> =
        text.value.split(['[', ']', '/', '.', ':']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let meant = parts.join(".");
    if meant != text.value {
        let what = if text.value.contains(['[', ']', '/', ':']) {
            format!("`{}` is not the name of an object", text.value.escape_debug())
        } else {
            "`within` contains an empty name".to_owned()
        };
        let usage = if meant.is_empty() { "object" } else { &meant };
        let fix = format!("write `within = \"{usage}\"`, with a dot before a nested object");
        sink.error(text.literal.span(), Code::KeyForm, what, fix);
    }
    (!parts.is_empty()).then(|| parts.into_iter().map(str::to_owned).collect())
}

/// `key = word`, with one of `words`.
pub(super) fn choice(key: &Key, words: &[&'static str], what: &str, sink: &mut Sink) -> Option<&'static str> {
    let name = key.name.as_ref()?;
    let value = key.value_tokens();
    let found = word(&value).map(|word| word.to_string()).or_else(|| string(&value).map(|(text, _)| text));
    let Some(found) = found else {
        let usages: Vec<String> = words.iter().map(|word| format!("{name} = {word}")).collect();
        let fix = format!("write {}", list(&usages, "or"));
        sink.error(value_span(key, name), Code::KeyForm, format!("`{name}` is malformed"), fix);
        return None;
    };
    let known = words.iter().find(|word| **word == found).copied();
    let meant = known.or_else(|| meant_word(&found, words));
    if known.is_none() {
        let span = span_of(&value).unwrap_or(name.span());
        sink.error(span, Code::KeyForm, format!("unknown {what} `{found}`"), hint(&found, words));
    } else if !matches!(key.form, Form::Value(_)) {
        form(name, name.span(), &format!("{name} = {found}"), sink);
    }
    meant
}

/// `slash = encode`, its only value: any other value is meant to be this one.
pub(super) fn slash(key: &Key, name: &Ident, sink: &mut Sink) {
    let is_encode = |value: &TokenStream| word(value).is_some_and(|word| word == "encode");
    if !matches!(&key.form, Form::Value(value) if is_encode(value)) {
        form(name, value_span(key, name), "slash = encode", sink);
    }
}

/// `crate = path`
pub(super) fn path(key: &Key, name: &Ident, sink: &mut Sink) -> Option<Path> {
    let value = key.value_tokens();
    let value = string(&value).map_or(value, |(text, _)| text.parse().unwrap_or_default());
    // `Self` is a type, and nothing can be imported from it.
    let is_importable = |path: &Path| path.segments.iter().all(|segment| segment.ident != "Self");
    let path = syn::parse::Parser::parse2(Path::parse_mod_style, value.clone()).ok().filter(is_importable);
    if path.is_none() || !matches!(key.form, Form::Value(_)) {
        let usage = if path.is_some() { text_of(&value) } else { "path::to::truto_core".to_owned() };
        form(name, name.span(), &format!("crate = {usage}"), sink);
    }
    path
}
